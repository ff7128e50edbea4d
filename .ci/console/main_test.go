// Package console_test tests timsns console in Chromium: what a person does with the page, what other pages try to do
// with it, and what reaches the browser.
package console_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var (
	folder  string          // of the program, and of what the tests write
	browser context.Context // of the browser, which all tests share
)

func TestMain(m *testing.M) { os.Exit(run(m)) }

// run builds timsns, starts a browser, and runs the tests. It fails without a browser: a test that is skipped in CI is
// missed by nobody.
func run(m *testing.M) int {
	var err error
	if folder, err = os.MkdirTemp("", "console"); err != nil {
		return fail(err)
	}
	defer func() { _ = os.RemoveAll(folder) }()
	build := exec.Command("go", "build", "-C", "../..", "-o", folder, "./cmd/timsns")
	if output, err := build.CombinedOutput(); err != nil {
		return fail(fmt.Errorf("building timsns: %w\n%s", err, output))
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.WindowSize(1280, 1000),
		chromedp.UserDataDir(filepath.Join(folder, "profile")),
		chromedp.Flag("host-resolver-rules", "MAP evil.test 127.0.0.1"))
	if os.Geteuid() == 0 { // Chromium's own sandbox does not work for root
		options = append(options, chromedp.NoSandbox)
	}
	allocator, closeBrowser := chromedp.NewExecAllocator(context.Background(), options...)
	defer closeBrowser()
	var cancel context.CancelFunc
	browser, cancel = chromedp.NewContext(allocator)
	defer cancel()
	if err := chromedp.Do(browser); err != nil {
		return fail(fmt.Errorf("starting Chromium: %w", err))
	}
	return m.Run()
}

func fail(err error) int {
	fmt.Fprintln(os.Stderr, err)
	return 1
}

// startConsole starts timsns console with flags, and returns the address that it prints. It ends the process with the
// test, which must succeed.
func startConsole(t *testing.T, environment []string, flags ...string) string {
	t.Helper()
	process := exec.Command(filepath.Join(folder, "timsns"), append([]string{"console", "--no-browser"}, flags...)...) //nolint:gosec,noctx // the test ends it
	process.Env = append(os.Environ(), environment...)
	process.Stderr = t.Output()
	output, err := process.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, process.Start())
	lines := bufio.NewReader(output)
	address, err := lines.ReadString('\n')
	require.NoError(t, err)
	t.Cleanup(func() {
		assert.NoError(t, process.Process.Signal(syscall.SIGTERM))
		rest, _ := lines.ReadString(0)
		assert.Empty(t, rest, "standard output has the address only")
		assert.NoError(t, process.Wait())
	})
	return strings.TrimSpace(address)
}
