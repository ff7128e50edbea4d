package timsns_test

import (
	"flag"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/require"
)

var withScripts = flag.Bool("scripts", false, "run testdata/script, which builds copies of the project")

// TestScripts runs each script of testdata/script in a copy of the project. The scripts generate code and run the tests
// of other packages, which takes minutes.
func TestScripts(t *testing.T) {
	if !*withScripts {
		t.Skip("needs -scripts")
	}
	root, err := os.Getwd()
	require.NoError(t, err)
	environment := goEnvironment(t)
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"insert-after": insertAfter,
			"same-files":   sameFiles,
		},
		Setup: func(env *testscript.Env) error {
			env.Vars = append(env.Vars, environment...)
			env.Vars = append(env.Vars, "ROOT="+root)
			return copyProject(filepath.Join(env.WorkDir, "project"), root)
		},
	})
}

// goEnvironment returns what the go command needs in a script, which starts with an empty environment. -trimpath lets
// the build cache serve all copies of the project.
func goEnvironment(t *testing.T) []string {
	t.Helper()
	names := []string{"GOCACHE", "GOMODCACHE", "GOPATH", "GOPROXY", "GOSUMDB", "GONOSUMDB", "GOTOOLCHAIN"}
	environment := make([]string, 0, len(names)+1)
	for _, name := range names {
		value, err := exec.CommandContext(t.Context(), "go", "env", name).Output()
		require.NoError(t, err)
		environment = append(environment, name+"="+strings.TrimSpace(string(value)))
	}
	return append(environment, "GOFLAGS=-trimpath")
}

// copyProject copies the project without folders whose names start with a dot, which contain tools.
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

// insertAfter implements the script command insert-after FILE LINE FRAGMENT-FILE. FILE must contain LINE exactly once.
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

// sameFiles implements the script command same-files FOLDER OTHER-FOLDER. It fails unless both folders contain the same
// files.
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
			if entry.IsDir() {
				continue
			}
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
