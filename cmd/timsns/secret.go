package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// othersMay are the permissions that a private file must not have: all of others, and writing of its group. A group may
// read, since containers mount secrets that way.
const othersMay = 0o027

const windows = "windows" // the value of runtime.GOOS

// readPrivate reads a file, unless others can read it.
func readPrivate(name string) (string, error) {
	info, err := os.Stat(name) //nolint:gosec // the file that the user names
	if err != nil {
		return "", err
	}
	if mode := info.Mode().Perm(); mode&othersMay != 0 && runtime.GOOS != windows { // which has other permissions
		return "", fmt.Errorf("%s: others can access it (mode %04o): chmod 600 '%s'", name, mode, name)
	}
	text, err := os.ReadFile(name) //nolint:gosec // the file that the user names
	return string(text), err
}

// readKey reads a secret key from a file, which may end with a line break. A name may start with ~/, and is relative to
// the folder of the configuration.
func readKey(name string) (string, error) {
	if rest, isInHome := strings.CutPrefix(name, "~/"); isInHome {
		home, err := os.UserHomeDir()
		if err != nil {
			return "", err
		}
		name = filepath.Join(home, rest)
	} else if file, err := configFile(); err == nil && !filepath.IsAbs(name) {
		name = filepath.Join(filepath.Dir(file), name)
	}
	text, err := readPrivate(name)
	return trimLineBreak(text), err
}

// runKeyCommand returns what a command prints. It may ask for a passphrase on the terminal.
func runKeyCommand(line string) (string, error) {
	shell := []string{"sh", "-c"}
	if runtime.GOOS == windows {
		shell = []string{"cmd", "/C"}
	}
	command := exec.Command(shell[0], shell[1], line) //nolint:gosec,noctx // the user's own; Ctrl-C reaches it too
	command.Stdin, command.Stderr = os.Stdin, os.Stderr
	printed, err := command.Output()
	if err != nil {
		return "", fmt.Errorf("secret_key_command: %w", err)
	}
	return trimLineBreak(string(printed)), nil
}

func trimLineBreak(text string) string {
	return strings.TrimSuffix(strings.TrimSuffix(text, "\n"), "\r")
}
