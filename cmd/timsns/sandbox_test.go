package main

import (
	"bufio"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// serving holds the process that the command start has started, by script. Scripts run in parallel.
type serving struct{ processes sync.Map }

// start implements start PROGRAM [ARGUMENT]…, which starts a sandbox, and sets the variables that it prints.
func (s *serving) start(script *testscript.TestScript, negated bool, arguments []string) {
	if negated || len(arguments) == 0 {
		script.Fatalf("usage: start PROGRAM [ARGUMENT]…")
	}
	process := exec.Command(arguments[0], arguments[1:]...) //nolint:noctx // stop ends it
	process.Dir, process.Env, process.Stderr = script.MkAbs("."), os.Environ(), os.Stderr
	printed, err := process.StdoutPipe()
	script.Check(err)
	script.Check(process.Start())
	script.Defer(func() { _ = process.Process.Kill() })
	s.processes.Store(script, process)
	lines := bufio.NewScanner(printed)
	for range 5 {
		if !lines.Scan() {
			script.Fatalf("start: want five variables; the process has ended")
		}
		name, value, _ := strings.Cut(strings.TrimPrefix(lines.Text(), "export "), "=")
		script.Setenv(name, strings.Trim(value, "'"))
	}
}

// stop implements stop, which ends that sandbox as a supervisor does. It must exit with status 0.
func (s *serving) stop(script *testscript.TestScript, _ bool, _ []string) {
	started, ok := s.processes.Load(script)
	if !ok {
		script.Fatalf("stop: nothing has been started")
	}
	process := started.(*exec.Cmd) //nolint:forcetypeassert // only start stores
	script.Check(process.Process.Signal(syscall.SIGTERM))
	script.Check(process.Wait())
}

// interrupting interrupts the sandbox when it prints its address.
type interrupting struct {
	strings.Builder

	interrupt context.CancelFunc
}

func (i *interrupting) Write(text []byte) (int, error) {
	i.interrupt()
	return i.Builder.Write(text)
}

func TestSandboxCommand_printsJSON(t *testing.T) {
	ctx, interrupt := context.WithCancel(t.Context())
	out := &interrupting{interrupt: interrupt}
	status := runContext(ctx, []string{"sandbox", "--output", "json"}, streams{out: out, err: t.Output()})
	assert.Equal(t, exitSuccess, status)
	printed := map[string]string{}
	require.NoError(t, json.Unmarshal([]byte(out.String()), &printed))
	for _, name := range []string{
		"TIMSNS_SERVER", "TIMSNS_SDKAPPID", "TIMSNS_IDENTIFIER", "TIMSNS_SECRET_KEY", "TIMSNS_QUERY",
	} {
		assert.NotEmpty(t, printed[name], name)
	}
	assert.Equal(t, 1, strings.Count(out.String(), "\n"), "a program can read it while the sandbox runs")
}
