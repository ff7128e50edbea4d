// Package emit generates a Go package from an OpenAPI document: the types, client, error codes and servers of its
// operations. It runs oapi-codegen with templates of its own.
package emit

import (
	"context"
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/timsns/timsns/api"
)

// Run emits a package in the folder from the document in a file. It writes nothing unless the document keeps all rules
// and the emitted code compiles, and removes emitted files that are no longer needed. What is still to do in the
// document is a warning.
func Run(ctx context.Context, warnings io.Writer, document, folder, packageName string) error {
	text, err := os.ReadFile(document) //nolint:gosec // the document that the user names is read
	if err != nil {
		return err
	}
	files, err := Files(document, text, packageName) //nolint:contextcheck // it reads no other file
	if err != nil {
		return err
	}
	if err := compile(ctx, folder, packageName, files); err != nil {
		return err
	}
	if err := write(folder, files); err != nil {
		return err
	}
	return warn(warnings, document, len(api.Lint(document, text))) //nolint:contextcheck // as above
}

// warn reports the places that are still to do.
func warn(out io.Writer, document string, count int) error {
	if count == 0 {
		return nil
	}
	_, err := fmt.Fprintf(out, "%s: warning: places that are still to do: %d; timsns lint lists them\n", document, count)
	return err
}

// Files returns the files of a package by name, formatted. The document is named in the files and in errors. If the
// document breaks rules other than todos, the error is an [api.DocumentViolations].
func Files(document string, text []byte, packageName string) (map[string][]byte, error) {
	if violations := api.Lint(document, text).WithoutTodos(); len(violations) > 0 {
		return nil, violations
	}
	spec, err := load(text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", document, err)
	}
	about := newSubject(document, packageName, spec)
	files := map[string][]byte{}
	for _, target := range targets {
		file, err := target.emit(about)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", target.file(), err)
		}
		if declares(file) {
			files[target.file()] = file
		}
	}
	return files, nil
}

// declares reports whether a file declares anything: a document without pages needs none of the code for them.
func declares(code []byte) bool {
	file, err := parser.ParseFile(token.NewFileSet(), "", code, parser.SkipObjectResolution)
	return err != nil || len(file.Decls) > 0 // compile reports the error
}

// load parses a document, without references to other files, and prepares it for the templates. The generator sorts
// operations by their origin.
func load(text []byte) (*openapi3.T, error) {
	loader := openapi3.NewLoader()
	loader.IncludeOrigin = true
	spec, err := loader.LoadFromData(text)
	if err != nil {
		return nil, err
	}
	prepare(spec)
	return spec, derive(spec)
}

// write writes the files that differ from those in the folder, and removes those of targets that are no longer emitted.
func write(folder string, files map[string][]byte) error {
	if err := os.MkdirAll(folder, 0o750); err != nil {
		return err
	}
	var failed []error
	for _, target := range targets {
		name := target.file()
		file := filepath.Join(folder, name)
		if content, isEmitted := files[name]; isEmitted {
			failed = append(failed, replace(file, content))
		} else if err := os.Remove(file); !errors.Is(err, fs.ErrNotExist) {
			failed = append(failed, err)
		}
	}
	return errors.Join(failed...)
}

// replace writes a file if its content differs. The file is never half written.
func replace(file string, content []byte) error {
	if old, err := os.ReadFile(file); err == nil && string(old) == string(content) { //nolint:gosec // an emitted file
		return nil
	}
	temporary := file + ".tmp"
	if err := os.WriteFile(temporary, content, 0o644); err != nil { //nolint:gosec // source code is readable
		return err
	}
	return os.Rename(temporary, file)
}
