//go:build unix

package redisquota_test

import (
	"context"
	"flag"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"
	"github.com/stretchr/testify/require"
)

var hasRedis = flag.Bool("redis", false, "whether there is a redis-server; tests that need one are skipped without it")

// server is a redis-server for one test, which listens on a socket in the test's folder.
type server struct {
	t       *testing.T
	socket  string
	command *exec.Cmd
}

// startRedis starts a server. Without -redis it skips the test, so that go test ./... needs Go alone and little time; with
// it, a missing redis-server fails the test.
func startRedis(t *testing.T) *server {
	t.Helper()
	if !*hasRedis {
		t.Skip("this test needs a redis-server: go test ./rest/redisquota -redis")
	}
	s := &server{t: t, socket: filepath.Join(t.TempDir(), "redis.sock")}
	s.start()
	t.Cleanup(s.kill)
	return s
}

func (s *server) start() {
	s.t.Helper()
	s.command = exec.CommandContext(context.Background(), "redis-server",
		"--port", "0", "--unixsocket", s.socket, "--save", "", "--appendonly", "no", "--dir", filepath.Dir(s.socket))
	require.NoError(s.t, s.command.Start(), "this test needs redis-server on the PATH")
	client := s.newClient()
	require.Eventually(s.t, func() bool { return client.Ping(s.t.Context()).Err() == nil }, 10*time.Second, 10*time.Millisecond)
}

// kill stops Redis without a shutdown, as in a crash.
func (s *server) kill() {
	_ = s.command.Process.Kill()
	_ = s.command.Wait()
}

// freeze keeps Redis from responding until unfreeze is called. Its connections stay open.
func (s *server) freeze() { _ = s.command.Process.Signal(syscall.SIGSTOP) }

func (s *server) unfreeze() { _ = s.command.Process.Signal(syscall.SIGCONT) }

// newClient returns a client with the defaults that programs have.
func (s *server) newClient() *redis.Client {
	return newClient(s.t, s.socket)
}

func newClient(t *testing.T, socket string) *redis.Client {
	t.Helper()
	client := redis.NewClient(&redis.Options{Network: "unix", Addr: socket})
	t.Cleanup(func() { _ = client.Close() })
	return client
}
