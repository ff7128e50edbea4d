//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package export

import (
	"os"
	"syscall"
)

// lock locks a file for this process. The system unlocks it when the process ends, however it does.
func lock(file *os.File) error {
	return syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
}
