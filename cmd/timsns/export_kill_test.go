//go:build unix

package main

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var (
	exportAccounts = flag.Int("export.accounts", 1000, "how many accounts the tests of export have")
	exportKills    = flag.Int("export.kills", 2, "how often TestExport_survivesKills kills the export")
)

// account returns one of the accounts of the tests.
func account(number int) string { return fmt.Sprintf("user%07d", number) }

// writeAccounts writes the accounts file, and the seed of a sandbox. Each account has three friends, and some have so
// many that friend_get returns pages. It uses little memory, since peakOf would count that.
func writeAccounts(t *testing.T, count int) (accounts, seed string) {
	t.Helper()
	folder := t.TempDir()
	accounts, seed = filepath.Join(folder, "accounts.txt"), filepath.Join(folder, "seed.json")
	writeStream(t, accounts, func(out io.Writer) {
		for i := range count {
			_, _ = fmt.Fprintln(out, account(i))
		}
	})
	writeStream(t, seed, func(out io.Writer) {
		separator := `{"Accounts":[`
		for i := range count {
			_, _ = fmt.Fprintf(out, `%s{"UserID":%q,"Friends":[{"UserID":%q}`, separator, account(i), account((i+1)%count))
			for friend := range friendsOf(i, count) - 1 {
				_, _ = fmt.Fprintf(out, `,{"UserID":%q}`, account((i+friend+2)%count))
			}
			_, _ = io.WriteString(out, "]}")
			separator = ","
		}
		_, _ = io.WriteString(out, "]}")
	})
	return accounts, seed
}

func friendsOf(account, count int) int {
	if account%100 == 50 {
		return min(250, count-1)
	}
	return 3
}

func writeStream(t *testing.T, name string, write func(io.Writer)) {
	t.Helper()
	file, err := os.Create(name)
	require.NoError(t, err)
	out := bufio.NewWriter(file)
	write(out)
	require.NoError(t, out.Flush())
	require.NoError(t, file.Close())
}

// startSandbox starts a sandbox in a process, and returns the environment of programs that call it.
func startSandbox(t *testing.T, arguments ...string) []string {
	t.Helper()
	process := exec.CommandContext(t.Context(), "timsns", append([]string{"sandbox"}, arguments...)...)
	process.Stderr = os.Stderr
	printed, err := process.StdoutPipe()
	require.NoError(t, err)
	begun := time.Now()
	require.NoError(t, process.Start())
	t.Cleanup(func() {
		_ = process.Process.Kill()
		_ = process.Wait()
		t.Logf("sandbox: %s", peakOf(process))
	})
	environment := os.Environ()
	lines := bufio.NewScanner(printed)
	for range 5 {
		require.True(t, lines.Scan(), "the sandbox has ended")
		name, value, _ := strings.Cut(strings.TrimPrefix(lines.Text(), "export "), "=")
		environment = append(environment, name+"="+strings.Trim(value, "'"))
	}
	t.Logf("the sandbox started in %v", time.Since(begun).Round(time.Millisecond))
	return environment
}

// peakOf returns the peak memory of a process that has ended, or that of the test when it started it, if that is more.
func peakOf(process *exec.Cmd) string {
	usage, ok := process.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return "unknown"
	}
	return fmt.Sprintf("peak memory %d MiB, CPU %v", usage.Maxrss>>10, process.ProcessState.UserTime()+process.ProcessState.SystemTime())
}

// newExport returns the process of an export, and what it logs.
func newExport(t *testing.T, environment []string, arguments ...string) (*exec.Cmd, *bytes.Buffer) {
	t.Helper()
	process := exec.CommandContext(t.Context(), "timsns", append([]string{"export"}, arguments...)...)
	log := &bytes.Buffer{}
	process.Env, process.Stderr = environment, log
	return process, log
}

// TestExport_survivesKills kills an export at random moments. What it writes in the end equals the output of one that
// nobody interrupts.
func TestExport_survivesKills(t *testing.T) {
	t.Parallel() // it mostly waits
	accounts, seed := writeAccounts(t, *exportAccounts)
	flags := []string{"--no-quota", "--seed", seed}
	arguments := []string{"friend_get", "black_list_get", "group_get", "--accounts", accounts, "--share", "1000"}
	if *exportAccounts <= 1000 { // so that it lasts for some seconds
		flags, arguments = append(flags, "--latency", "10ms"), append(arguments, "--concurrency", "5")
	}
	environment := startSandbox(t, flags...)
	folder := t.TempDir()

	whole := filepath.Join(folder, "whole.ndjson")
	process, log := newExport(t, environment, append(arguments, "-o", whole)...)
	begun := time.Now()
	require.NoError(t, process.Run(), log)
	duration := time.Since(begun)
	t.Logf("%d accounts, %.0f a second, %s", *exportAccounts, float64(*exportAccounts)/duration.Seconds(), peakOf(process))

	killed := filepath.Join(folder, "killed.ndjson")
	arguments = append(arguments, "-o", killed)
	random := rand.New(rand.NewPCG(1, 2))
	longest := 1.5 * float64(duration) / float64(*exportKills)
	for range *exportKills {
		runKilled(t, environment, time.Duration(random.Float64()*longest), arguments...)
	}
	process, log = newExport(t, environment, arguments...)
	require.NoError(t, process.Run(), log)
	t.Logf("the last process: %s", strings.ReplaceAll(log.String(), "\n", "; "))
	want, err := os.ReadFile(whole)
	require.NoError(t, err)
	got, err := os.ReadFile(killed)
	require.NoError(t, err)
	assert.True(t, bytes.Equal(want, got), "want the same %d bytes, got %d", len(want), len(got))
	assert.GreaterOrEqual(t, bytes.Count(got, []byte("\n")), 3**exportAccounts)
}

// runKilled runs an export that is killed after a time, unless it ends before.
func runKilled(t *testing.T, environment []string, after time.Duration, arguments ...string) {
	t.Helper()
	process, log := newExport(t, environment, arguments...)
	require.NoError(t, process.Start())
	defer time.AfterFunc(after, func() { _ = process.Process.Kill() }).Stop()
	if err := process.Wait(); err != nil {
		require.EqualError(t, err, "signal: killed", log)
		return
	}
	t.Log("ended before it was killed")
}
