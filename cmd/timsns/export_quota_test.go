//go:build unix

package main

import (
	"bytes"
	"context"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var (
	exportTime = flag.Duration("export.time", 2*time.Second, "how long the tests of export's quota last")
	hasRedis   = flag.Bool("redis", false, "whether there is a redis-server; tests that need one are skipped without it")
)

// exportFor runs an export, interrupts it after a time, and returns how many lines it has written.
func exportFor(t *testing.T, environment []string, after time.Duration, output string, arguments ...string) int {
	t.Helper()
	process, log := newExport(t, environment, append(arguments, "-o", output)...)
	require.NoError(t, process.Start())
	defer time.AfterFunc(after, func() { _ = process.Process.Signal(os.Interrupt) }).Stop()
	var exit *exec.ExitError
	require.ErrorAs(t, process.Wait(), &exit, log)
	assert.Equal(t, exitInterrupted, exit.ExitCode())
	assert.Contains(t, log.String(), "the same command line goes on from there")
	text, err := os.ReadFile(output)
	require.NoError(t, err)
	return bytes.Count(text, []byte("\n"))
}

// TestExport_usesTheQuota exports from a sandbox that refuses calls beyond the quota of 200 a second.
func TestExport_usesTheQuota(t *testing.T) {
	t.Parallel() // it mostly waits
	accounts, seed := writeAccounts(t, int(exportTime.Seconds()*200)+200)
	environment := startSandbox(t, "--seed", seed, "--latency", "50ms")
	for name, commands := range map[string][]string{
		"of one command":    {"black_list_get"},
		"of three commands": {"black_list_get", "group_get", "friend_get"},
	} {
		t.Run(name, func(t *testing.T) {
			output := filepath.Join(t.TempDir(), "out.ndjson")
			calls := exportFor(t, environment, *exportTime, output, append(commands, "--accounts", accounts)...)
			perSecond := float64(calls) / exportTime.Seconds() / float64(len(commands))
			t.Logf("%d calls, %.0f a second of each command", calls, perSecond)
			assert.Positive(t, calls, "an idle machine makes 188 a second of each command")
			assert.LessOrEqual(t, perSecond, 200.0)
		})
	}
}

// TestExport_sharesTheQuota runs two exports, which use the quota together.
func TestExport_sharesTheQuota(t *testing.T) {
	if !*hasRedis {
		t.Skip("this test needs a redis-server: go test ./cmd/timsns -run TestExport_sharesTheQuota -redis")
	}
	accounts, seed := writeAccounts(t, int(exportTime.Seconds()*200)+200)
	environment := append(startSandbox(t, "--seed", seed), "TIMSNS_REDIS=unix://"+startRedis(t))
	folder := t.TempDir()
	calls := make([]int, 2)
	var exports sync.WaitGroup
	for i := range calls {
		exports.Go(func() {
			output := filepath.Join(folder, string(rune('a'+i))+".ndjson")
			calls[i] = exportFor(t, environment, *exportTime, output, "group_get", "--accounts", accounts)
		})
	}
	exports.Wait()
	t.Logf("%v calls", calls)
	assert.Positive(t, min(calls[0], calls[1]))
	perSecond := float64(calls[0]+calls[1]) / exportTime.Seconds()
	assert.Greater(t, perSecond, 50.0, "an idle machine makes 180")
	assert.LessOrEqual(t, perSecond, 200.0)
}

// startRedis starts a Redis, and returns its socket.
func startRedis(t *testing.T) (socket string) {
	t.Helper()
	folder := t.TempDir()
	socket = filepath.Join(folder, "redis.sock")
	process := exec.CommandContext(context.WithoutCancel(t.Context()), "redis-server",
		"--port", "0", "--unixsocket", socket, "--save", "", "--appendonly", "no", "--dir", folder)
	require.NoError(t, process.Start(), "this test needs redis-server on the PATH")
	t.Cleanup(func() {
		_ = process.Process.Kill()
		_ = process.Wait()
	})
	client := redis.NewClient(&redis.Options{Network: "unix", Addr: socket})
	defer func() { _ = client.Close() }()
	require.Eventually(t, func() bool { return client.Ping(t.Context()).Err() == nil }, 10*time.Second, 10*time.Millisecond)
	return socket
}
