package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/timsns/timsns/internal/mutation"
	"github.com/timsns/timsns/internal/starter"
)

const initHelp = `Write a document with one sample command, and what belongs to it: packets, which are
valid and invalid bodies, a test that holds the package to them, and the line for
go generate.

FOLDER is the folder of the package, by default the current one. Servers, parameters of
the URL, and the error codes of the vendor's front ends are those of every service.
Nothing is written if one of the files exists. The end of the output lists the commands
to run next.

Exit status:
    0  the files are written
    2  the command line is invalid, or a file exists or cannot be written`

func newInitCommand(out io.Writer) *cobra.Command {
	var service string
	command := &cobra.Command{
		Use:     "init [FOLDER]",
		Short:   "Write a document to begin with, its packets and its test",
		Long:    initHelp,
		Example: `  timsns-generate init --service v4/profile profile`,
		Args:    cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, arguments []string) error {
			folder := append(arguments, ".")[0]
			begun, err := newSample(folder, service)
			if err != nil {
				return err
			}
			if err := begun.write(folder); err != nil {
				return err
			}
			return begun.printNext(folder, out)
		},
	}
	command.Flags().StringVar(&service, "service", "", "the first part of the paths; by default v4/ and the folder's name")
	return command
}

var servicePattern = regexp.MustCompile(`^v4/[a-z_]+$`)

func newSample(folder, service string) (*sample, error) {
	path, err := filepath.Abs(folder)
	if err != nil {
		return nil, err
	}
	name := filepath.Base(path)
	if !packagePattern.MatchString(name) {
		return nil, fmt.Errorf("want a folder that is named like a package, in lower case letters and digits, got %q", name)
	}
	if service == "" {
		service = "v4/" + name
	}
	if !servicePattern.MatchString(service) {
		return nil, fmt.Errorf("--service: want v4/ and a name in lower case letters, such as v4/profile, got %q", service)
	}
	return &sample{Service: service, Package: name}, nil
}

var packagePattern = regexp.MustCompile(`^[a-z][a-z0-9]*$`)

// sample is what the files of init say.
type sample struct {
	Service string // such as v4/profile
	Package string
}

// files returns the files of a folder by name. The packets are derived from the document.
func (s *sample) files() (map[string]string, error) {
	document, err := starter.Sample(s.Service, s.Package).Text()
	if err != nil {
		return nil, err
	}
	return map[string]string{
		"openapi.yaml": document,
		"doc.go": "package " + s.Package + "\n\n" +
			"//go:generate go tool timsns-generate --document openapi.yaml --output .\n",
		s.Package + "_test.go": fmt.Sprintf(testFile, s.Package),
	}, nil
}

// testFile is the test of a package. It is part of the package, so that it need not name the module.
const testFile = `package %s

import (
	"testing"

	"github.com/timsns/timsns/api/contract"
)

func TestContract(t *testing.T) {
	contract.Test(t, NewClient, "openapi.yaml", "packets")
}
`

// write writes the files, and the packets that make a test of the document complete. It writes nothing if there is one.
func (s *sample) write(folder string) error {
	files, err := s.files()
	if err != nil {
		return err
	}
	names := slices.Sorted(maps.Keys(files))
	for _, name := range names {
		if _, err := os.Stat(filepath.Join(folder, name)); !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%s: the file exists; want a folder without it", filepath.Join(folder, name))
		}
	}
	for _, name := range names {
		file := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o750); err != nil {
			return err
		}
		if err := os.WriteFile(file, []byte(files[name]), 0o644); err != nil { //nolint:gosec // source code is readable
			return err
		}
	}
	folders := mutation.FoldersOf(filepath.Join(folder, "packets"))
	_, err = mutation.Complete([]byte(files["openapi.yaml"]), folders, nil)
	return err
}

// printNext lists the commands to run next, without those that have been run for the module.
func (s *sample) printNext(folder string, out io.Writer) error {
	module, err := moduleFile(folder)
	if err != nil {
		return err
	}
	var commands []string
	if module == "" {
		commands = append(commands, "go mod init example.com/your/module")
	}
	const generator = "github.com/timsns/timsns/cmd/timsns-generate"
	if !strings.Contains(module, generator) {
		commands = append(commands, "go get -tool "+generator)
	}
	path := packagePath(folder)
	commands = append(commands, "go generate "+path, "go mod tidy", "go test "+path)
	_, err = fmt.Fprintf(out, "%s has a document with one command, its packets and its test. Next:\n  %s\n", folder,
		strings.Join(commands, "\n  "))
	return err
}

// packagePath returns a folder as the go command takes it.
func packagePath(folder string) string {
	path := filepath.ToSlash(filepath.Clean(folder))
	if filepath.IsAbs(folder) || path == "." || strings.HasPrefix(path, "../") {
		return path
	}
	return "./" + path
}

// moduleFile returns the go.mod of a folder's module, or "" outside a module.
func moduleFile(folder string) (string, error) {
	path, err := filepath.Abs(folder)
	if err != nil {
		return "", err
	}
	for {
		text, err := os.ReadFile(filepath.Join(path, "go.mod")) //nolint:gosec // the go command reads it, too
		above := filepath.Dir(path)
		switch {
		case err == nil:
			return string(text), nil
		case !errors.Is(err, fs.ErrNotExist):
			return "", err
		case path == above:
			return "", nil
		}
		path = above
	}
}
