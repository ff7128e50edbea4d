package main

import (
	"fmt"
	"io"
	"os/exec"
	"runtime"
)

// openBrowser opens a page in the user's browser. It prints a note if that fails, since the user can do it, too.
func openBrowser(page string, log io.Writer) {
	command := browserCommand(runtime.GOOS, page)
	process := exec.Command(command[0], command[1:]...) //nolint:gosec,noctx // it may be the browser itself, which stays
	if err := process.Start(); err != nil {
		_, _ = fmt.Fprintf(log, "timsns: no browser was opened: %v\n", err)
		return
	}
	go func() { _ = process.Wait() }() // some commands end with the browser only
}

// browserCommand returns the command that opens a page on a system.
func browserCommand(system, page string) []string {
	switch system {
	case windows:
		return []string{"rundll32", "url.dll,FileProtocolHandler", page}
	case "darwin":
		return []string{"open", page}
	}
	return []string{"xdg-open", page}
}
