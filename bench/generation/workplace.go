package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// workplace is the folder in which clients are emitted, and where the project is.
type workplace struct {
	folder    string
	root      string     // of the project
	generator string     // the built generator
	commands  [][]string // its arguments, as the project's go:generate lines have them
	handSize  int64      // of the program without the client, in bytes
	ids       []string   // of the document's operations
}

const generatorPackage = "github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen"

func newWorkplace() (*workplace, error) {
	module, err := output(".", "go", "list", "-m", "-f", "{{.Dir}}", "github.com/timsns/timsns")
	if err != nil {
		return nil, err
	}
	folder, err := os.MkdirTemp("", "timsns-generation-")
	if err != nil {
		return nil, err
	}
	w := &workplace{folder: folder, root: strings.TrimSpace(module), generator: filepath.Join(folder, "generator")}
	if w.commands, err = generateCommands(filepath.Join(w.root, "generate.go")); err != nil {
		return nil, err
	}
	if err := errors.Join(os.CopyFS(filepath.Join(folder, "api"), os.DirFS(filepath.Join(w.root, "api"))), os.Mkdir(filepath.Join(folder, "gen"), 0o750)); err != nil {
		return nil, err
	}
	if _, err := output(w.root, "go", "build", "-o", w.generator, generatorPackage); err != nil {
		return nil, err
	}
	w.handSize, err = w.link("./generation/programs/hand", nil)
	return w, err
}

// generateCommands returns the arguments of the generator in each go:generate line of a file.
func generateCommands(name string) ([][]string, error) {
	source, err := os.ReadFile(name) //nolint:gosec // a file of the project
	if err != nil {
		return nil, err
	}
	var commands [][]string
	for line := range strings.Lines(string(source)) {
		if _, arguments, found := strings.Cut(line, "//go:generate go run "+generatorPackage+" "); found {
			commands = append(commands, strings.Fields(arguments))
		}
	}
	if len(commands) == 0 {
		return nil, fmt.Errorf("%s: want lines that run %s", name, generatorPackage)
	}
	return commands, nil
}

// writeDocument writes a document of that many operations and returns its size in bytes.
func (w *workplace) writeDocument(operations int) (int, error) {
	document, err := os.ReadFile(filepath.Join(w.root, "openapi.yaml"))
	if err != nil {
		return 0, err
	}
	document, w.ids, err = enlarge(document, operations)
	if err != nil {
		return 0, err
	}
	return len(document), os.WriteFile(filepath.Join(w.folder, "openapi.yaml"), document, 0o600)
}

// generate emits all files, as go generate does.
func (w *workplace) generate() error {
	for _, arguments := range w.commands {
		if _, err := output(w.folder, w.generator, arguments...); err != nil {
			return err
		}
	}
	return nil
}

// emitted returns the paths of the emitted files.
func (w *workplace) emitted() ([]string, error) {
	return filepath.Glob(filepath.Join(w.folder, "gen", "*.go"))
}

func (w *workplace) lines() (int, error) {
	files, err := w.emitted()
	lines := 0
	for _, file := range files {
		content, readErr := os.ReadFile(file) //nolint:gosec // a file that was just emitted
		err = errors.Join(err, readErr)
		lines += bytes.Count(content, []byte("\n"))
	}
	return lines, err
}

// compile compiles the emitted package in the place of gen. A line more in one of its files keeps the go command from
// taking the last result.
func (w *workplace) compile() error {
	changed := fmt.Sprintf("// Package gen is compiled at %d.\npackage gen\n", time.Now().UnixNano())
	if err := os.WriteFile(filepath.Join(w.folder, "gen", "nonce.go"), []byte(changed), 0o600); err != nil {
		return err
	}
	return w.build(nil, "github.com/timsns/timsns/gen")
}

// link builds a program of this module with the emitted package and returns its size in bytes. Files of the module may be
// replaced by others.
func (w *workplace) link(program string, replace map[string]string) (int64, error) {
	target := filepath.Join(w.folder, "program")
	if err := w.build(replace, "-o", target, program); err != nil {
		return 0, err
	}
	info, err := os.Stat(target)
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

const (
	programOfOne = "./generation/programs/one"
	callOfOne    = "\tlog.Println(client.GroupGet(context.Background(), gen.GroupGetRequest{}))\n"
)

// linkAll builds the program of one command with a call of each command in its place.
func (w *workplace) linkAll() (int64, error) {
	original, err := filepath.Abs(filepath.Join(programOfOne, "main.go"))
	if err != nil {
		return 0, err
	}
	source, err := os.ReadFile(original) //nolint:gosec // a file of this module
	if err != nil {
		return 0, err
	}
	var calls strings.Builder
	for _, id := range w.ids {
		calls.WriteString(strings.ReplaceAll(callOfOne, "GroupGet", id))
	}
	changed := strings.Replace(string(source), callOfOne, calls.String(), 1)
	if changed == string(source) && len(w.ids) > 1 {
		return 0, fmt.Errorf("%s: want the line %q", original, callOfOne)
	}
	replacement := filepath.Join(w.folder, "main.go")
	if err := os.WriteFile(replacement, []byte(changed), 0o600); err != nil { //nolint:gosec // in a folder of this program's own
		return 0, err
	}
	return w.link(programOfOne, map[string]string{original: replacement})
}

// build runs go build with the emitted files in the place of those of gen, and with other replacements.
func (w *workplace) build(replace map[string]string, arguments ...string) error {
	files, err := w.emitted()
	if err != nil {
		return err
	}
	all := map[string]string{}
	maps.Copy(all, replace)
	for _, file := range files {
		all[filepath.Join(w.root, "gen", filepath.Base(file))] = file
	}
	overlay, err := json.Marshal(map[string]any{"Replace": all})
	if err != nil {
		return err
	}
	name := filepath.Join(w.folder, "overlay.json")
	if err := os.WriteFile(name, overlay, 0o600); err != nil {
		return err
	}
	_, err = output(".", "go", append([]string{"build", "-trimpath", "-overlay", name}, arguments...)...)
	return err
}

// output runs a program in a folder and returns what it prints. An error tells what it said.
func output(folder, name string, arguments ...string) (string, error) {
	command := exec.Command(name, arguments...) //nolint:gosec,noctx // the go command and the generator, by names of this program's
	command.Dir = folder
	var stderr bytes.Buffer
	command.Stderr = &stderr
	text, err := command.Output()
	if err != nil {
		return "", fmt.Errorf("%s %s: %w: %s", name, strings.Join(arguments, " "), err, stderr.String())
	}
	return string(text), nil
}
