package timsns_test

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/require"
)

// TestScripts runs testdata/script, each in a copy of the project: go generate leaves no difference, and an endpoint
// is added with document and fixtures alone, and the programs of the READMEs are right.
func TestScripts(t *testing.T) {
	root, err := os.Getwd()
	require.NoError(t, err)
	environment := goEnvironment(t)
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"insert-after": insertAfter,
			"extract-go":   extractGo,
			"same-files":   sameFiles,
		},
		Setup: func(env *testscript.Env) error {
			env.Vars = append(env.Vars, environment...)
			env.Vars = append(env.Vars, "ROOT="+root)
			return copyProject(filepath.Join(env.WorkDir, "project"), root)
		},
	})
}

// goEnvironment is what the go command needs in a script, which starts with an empty environment.
func goEnvironment(t *testing.T) []string {
	t.Helper()
	var environment []string
	for _, name := range []string{"GOCACHE", "GOMODCACHE", "GOPATH", "GOPROXY", "GOSUMDB", "GOFLAGS", "GONOSUMDB", "GOTOOLCHAIN"} {
		value, err := exec.CommandContext(t.Context(), "go", "env", name).Output()
		require.NoError(t, err)
		environment = append(environment, name+"="+strings.TrimSpace(string(value)))
	}
	return environment
}

// copyProject copies what belongs to the project, and not the folders of tools, whose names start with a dot.
func copyProject(target, root string) error {
	return filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		switch {
		case entry.IsDir() && relative != "." && strings.HasPrefix(entry.Name(), "."):
			return filepath.SkipDir
		case entry.IsDir():
			return os.MkdirAll(filepath.Join(target, relative), 0o755)
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(target, relative), content, 0o644)
	})
}

// insertAfter is the script command: insert-after FILE LINE FRAGMENT-FILE. The line must be there once.
func insertAfter(script *testscript.TestScript, negated bool, arguments []string) {
	if negated || len(arguments) != 3 {
		script.Fatalf("usage: insert-after FILE LINE FRAGMENT-FILE")
	}
	name, line := script.MkAbs(arguments[0]), arguments[1]+"\n"
	content, fragment := script.ReadFile(arguments[0]), script.ReadFile(arguments[2])
	if strings.Count(content, "\n"+line) != 1 {
		script.Fatalf("%s: want the line %q once", arguments[0], arguments[1])
	}
	changed := strings.Replace(content, "\n"+line, "\n"+line+fragment, 1)
	script.Check(os.WriteFile(name, []byte(changed), 0o644))
}

// extractGo is the script command: extract-go MARKDOWN-FILE GO-FILE. It takes the first Go program of a document.
func extractGo(script *testscript.TestScript, negated bool, arguments []string) {
	if negated || len(arguments) != 2 {
		script.Fatalf("usage: extract-go MARKDOWN-FILE GO-FILE")
	}
	_, block, found := strings.Cut(script.ReadFile(arguments[0]), "```go\n")
	program, _, closed := strings.Cut(block, "```")
	if !found || !closed {
		script.Fatalf("%s: want a block of Go", arguments[0])
	}
	script.Check(os.WriteFile(script.MkAbs(arguments[1]), []byte(program), 0o644))
}

// sameFiles is the script command: same-files FOLDER OTHER-FOLDER. Both have the same files with the same contents.
func sameFiles(script *testscript.TestScript, negated bool, arguments []string) {
	if negated || len(arguments) != 2 {
		script.Fatalf("usage: same-files FOLDER OTHER-FOLDER")
	}
	var contents [2]map[string]string
	for i, folder := range arguments {
		contents[i] = map[string]string{}
		entries, err := os.ReadDir(script.MkAbs(folder))
		script.Check(err)
		for _, entry := range entries {
			contents[i][entry.Name()] = script.ReadFile(filepath.Join(folder, entry.Name()))
		}
	}
	for name, content := range contents[0] {
		if other, ok := contents[1][name]; !ok || other != content {
			script.Fatalf("%s differs, or is not in %s", filepath.Join(arguments[0], name), arguments[1])
		}
	}
	if len(contents[0]) != len(contents[1]) {
		script.Fatalf("%s has %d files, %s has %d", arguments[0], len(contents[0]), arguments[1], len(contents[1]))
	}
}
