package main

import (
	"bytes"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/timsns/timsns/internal/export"
)

// showProgress shows an export of 100 lines, one a second, from a line on.
func showProgress(t *testing.T, progress *exportProgress, first int64) {
	t.Helper()
	synctest.Test(t, func(_ *testing.T) {
		for done := first; done <= 100; done++ {
			progress.observe(export.Status{Done: done, Total: 100, Failures: done / 50})
			time.Sleep(time.Second)
		}
		progress.end()
	})
}

func TestExportProgress_logs(t *testing.T) {
	var log bytes.Buffer
	showProgress(t, newExportProgress(&log), 75)
	assert.Equal(t, []string{
		"timsns: going on after line 75 of 100",
		"timsns: 85 of 100 (85 %), 1 per second, 1 failed, 15s left",
		"timsns: 95 of 100 (95 %), 1 per second, 1 failed, 5s left",
		"timsns: 100 of 100 (100 %), 1 per second, 2 failed",
	}, strings.Split(strings.TrimSpace(log.String()), "\n"))
}

func TestExportProgress_showsABar(t *testing.T) {
	var log bytes.Buffer
	progress := newExportProgress(&log)
	progress.isTerminal = true
	showProgress(t, progress, 75)
	frames := strings.Split(log.String(), "\r")
	middle := strings.TrimSpace(frames[len(frames)/2])
	assert.Regexp(t, `^timsns: 1 failed  +\d+% \|█+ +\| \(\d+/25, 60 accounts/min\) \[\d+s:\d+s\]`, middle)
	assert.Regexp(t, `\d\d\d of 100 \(100 %\), 1 per second, 2 failed\n$`, log.String())
}

func TestExportProgress_ofFailures(t *testing.T) {
	var log bytes.Buffer
	progress := newExportProgress(&log)
	progress.observe(export.Status{Pass: 1, Done: 2, Total: 5})
	assert.Equal(t, "timsns: trying 3 failed calls again\n", log.String())
	assert.True(t, progress.hasBegun())
}
