package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns"
	"github.com/timsns/timsns/internal/testutil"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"timsns-generate": main})
}

// TestScripts runs the command lines in testdata/script, in folders outside of this module. ROOT is the folder of this
// module, and openapi.yaml is its document.
func TestScripts(t *testing.T) {
	root, err := filepath.Abs("../..")
	require.NoError(t, err)
	environment := goEnvironment(t)
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Condition:           testutil.Condition,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"exec-status": execStatus},
		Setup: func(env *testscript.Env) error {
			env.Vars = append(env.Vars, environment...)
			env.Setenv("GORACE", "atexit_sleep_ms=10") // with the race detector, a program waits for a second at its end
			env.Setenv("ROOT", root)
			return os.WriteFile(filepath.Join(env.WorkDir, "openapi.yaml"), timsns.Document, 0o600)
		},
	})
}

// goEnvironment returns what the go command needs in a script, which starts with an empty environment.
func goEnvironment(t *testing.T) []string {
	t.Helper()
	names := []string{"GOCACHE", "GOFLAGS", "GOMODCACHE", "GOPATH", "GOPROXY", "GOSUMDB", "GONOSUMDB", "GOTOOLCHAIN"}
	environment := make([]string, 0, len(names))
	for _, name := range names {
		value, err := exec.CommandContext(t.Context(), "go", "env", name).Output()
		require.NoError(t, err)
		environment = append(environment, name+"="+strings.TrimSpace(string(value)))
	}
	return environment
}

// execStatus implements exec-status STATUS PROGRAM [ARGUMENT]…, which runs a program that must exit with the status.
func execStatus(script *testscript.TestScript, negated bool, arguments []string) {
	if negated || len(arguments) < 2 {
		script.Fatalf("usage: exec-status STATUS PROGRAM [ARGUMENT]…")
	}
	var exit *exec.ExitError
	err := script.Exec(arguments[1], arguments[2:]...)
	if !errors.As(err, &exit) || strconv.Itoa(exit.ExitCode()) != arguments[0] {
		script.Fatalf("want exit status %s, got %v", arguments[0], err)
	}
}

func TestPackagePath(t *testing.T) {
	for folder, want := range map[string]string{
		".": ".", "profile": "./profile", "./a/b/": "./a/b", "../profile": "../profile", "/a/b": "/a/b",
	} {
		assert.Equal(t, want, packagePath(folder))
	}
}
