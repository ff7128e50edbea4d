package emit

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// compile type-checks the emitted files of a package in the folder. The rules of the document are to find every mistake
// in it; an error here is a rule that is missing.
func compile(ctx context.Context, folder, packageName string, files map[string][]byte) error {
	positions := token.NewFileSet()
	var parsed []*ast.File
	for _, name := range slices.Sorted(maps.Keys(files)) {
		file, err := parser.ParseFile(positions, filepath.Join(folder, name), files[name], parser.SkipObjectResolution)
		if err != nil {
			return fmt.Errorf("the emitted code is not valid: %w", err)
		}
		parsed = append(parsed, file)
	}
	lookup, err := exportData(ctx, folder, imports(parsed))
	if err != nil {
		return err
	}
	var failed []error
	checker := types.Config{
		Importer: importer.ForCompiler(positions, "gc", lookup),
		Error:    func(err error) { failed = append(failed, err) },
	}
	_, _ = checker.Check(packageName, positions, parsed, nil) // Error collects all errors
	if failed != nil {
		return &CompileError{errors.Join(failed...)}
	}
	return nil
}

// CompileError is the error of emitted code that does not compile. The compiler's errors have a line each.
type CompileError struct{ Err error }

func (e *CompileError) Error() string {
	return "the emitted code does not compile, so nothing was written:\n" + e.Err.Error()
}

// Unwrap returns the compiler's errors.
func (e *CompileError) Unwrap() error { return e.Err }

func imports(files []*ast.File) []string {
	var paths []string
	for _, file := range files {
		for _, spec := range file.Imports {
			if path, err := strconv.Unquote(spec.Path.Value); err == nil {
				paths = append(paths, path)
			}
		}
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}

// exportData returns a lookup of the compiled packages with these paths and what they import. The go command builds
// those that its cache lacks.
func exportData(ctx context.Context, folder string, paths []string) (func(string) (io.ReadCloser, error), error) {
	arguments := slices.Concat([]string{"list", "-export", "-deps", "-f", "{{.ImportPath}}\t{{.Export}}", "--"}, paths)
	command := exec.CommandContext(ctx, "go", arguments...) //nolint:gosec // the packages that templates import
	command.Dir = existing(folder)
	var output, problems bytes.Buffer
	command.Stdout, command.Stderr = &output, &problems
	if err := command.Run(); err != nil {
		return nil, fmt.Errorf("building what the emitted code imports: %w\n%s", err, problems.Bytes())
	}
	exports := map[string]string{}
	for line := range strings.Lines(output.String()) {
		path, file, _ := strings.Cut(strings.TrimSpace(line), "\t")
		exports[path] = file
	}
	return func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) }, nil
}

// existing returns the folder, or the first one above it that there is.
func existing(folder string) string {
	for {
		above := filepath.Dir(folder)
		if _, err := os.Stat(folder); err == nil || above == folder {
			return folder
		}
		folder = above
	}
}
