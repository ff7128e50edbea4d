// Package prism_test tests the document and the emitted client with Prism, which implements OpenAPI in JavaScript: as a
// mock server it responds with the document's examples, and as a proxy it validates requests and responses.
package prism_test

import (
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	program  = "../node_modules/.bin/prism"
	document = "../../../openapi.yaml"
)

// process is a Prism that listens on 127.0.0.1.
type process struct {
	URL string

	command *exec.Cmd
	printed chan struct{} // receives when there is more to read in log
	exited  chan struct{} // is closed when the process ends

	mutex sync.Mutex
	log   strings.Builder
}

// start runs Prism until the test ends, on a free port. With --errors, it rejects what it reports.
func start(t *testing.T, command string, arguments ...string) *process {
	t.Helper()
	p := &process{printed: make(chan struct{}, 1), exited: make(chan struct{})}
	arguments = append([]string{command, document, "--host", "127.0.0.1", "--port", "0", "--errors"}, arguments...)
	p.command = exec.CommandContext(t.Context(), program, arguments...)
	p.command.Env = append(os.Environ(), "FORCE_COLOR=0") // this test parses the log
	p.command.Stdout, p.command.Stderr = p, p
	p.command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // its children must end with it
	p.command.Cancel = func() error { return syscall.Kill(-p.command.Process.Pid, syscall.SIGKILL) }
	require.NoError(t, p.command.Start(), "want Prism: .ci/languages/run installs it")
	go func() {
		_ = p.command.Wait() // it is killed
		close(p.exited)
	}()
	t.Cleanup(func() { <-p.exited }) // the context of a test ends before its cleanup
	p.URL = p.waitFor(t, regexp.MustCompile(`Prism is listening on (http://127\.0\.0\.1:\d+)`))
	return p
}

// Write implements io.Writer. It receives what Prism prints.
func (p *process) Write(text []byte) (int, error) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	select {
	case p.printed <- struct{}{}:
	default: // the receiver will read all of it
	}
	return p.log.Write(text)
}

func (p *process) output() string {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	return p.log.String()
}

// waitFor returns what the first group of the pattern matches as soon as Prism prints it. The limit is long, for busy
// machines.
func (p *process) waitFor(t *testing.T, pattern *regexp.Regexp) string {
	t.Helper()
	limit := time.After(time.Minute)
	for {
		if found := pattern.FindStringSubmatch(p.output()); found != nil {
			return found[1]
		}
		select {
		case <-p.printed:
		case <-p.exited:
			require.Fail(t, "Prism ended", p.output())
		case <-limit:
			require.Fail(t, "Prism did not print the expected line", "%v: %s", pattern, p.output())
		}
	}
}

// errors returns the lines of the log that report an error. It sends a request for an unknown path, whose line shows
// that the log is complete.
func (p *process) errors(t *testing.T) []string {
	t.Helper()
	const end = "/the-end-of-the-log"
	assert.Equal(t, http.StatusNotFound, send(t, p.URL+end, nil).status)
	p.waitFor(t, regexp.MustCompile(`post (`+end+`)`))
	before, _, _ := strings.Cut(p.output(), end)
	return regexp.MustCompile(`.*(Violation:|✖).*`).FindAllString(before, -1)
}
