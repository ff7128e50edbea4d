package export

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestRun_refuses tries to continue an export of two accounts. The second one has failed.
func TestRun_refuses(t *testing.T) {
	write := func(suffix, text string) func(*testing.T, *Job) {
		return func(t *testing.T, job *Job) {
			t.Helper()
			require.NoError(t, os.WriteFile(job.Output+suffix, []byte(text), 0o600))
		}
	}
	tests := map[string]struct {
		change func(*testing.T, *Job)
		want   string
	}{
		"another app": {
			func(_ *testing.T, job *Job) { job.App = "1400000001" },
			"want another file: it has an export of the app 1400000000, not 1400000001; --restart begins anew",
		},
		"other commands": {
			func(_ *testing.T, job *Job) { job.Requests = job.Requests[:1] },
			"it has an export of other commands or fields, or of another document; --restart begins anew",
		},
		"an accounts file with one more line": {
			func(t *testing.T, job *Job) {
				t.Helper()
				require.NoError(t, os.WriteFile(job.Accounts, []byte("ann\nben\ncid"), 0o600))
			},
			"it has an export of another accounts file; --restart begins anew",
		},
		"an accounts file with another line at the end": {
			func(t *testing.T, job *Job) {
				t.Helper()
				require.NoError(t, os.WriteFile(job.Accounts, []byte("ann\nbob"), 0o600))
			},
			"it has an export of another accounts file; --restart begins anew",
		},
		"no accounts file": {func(_ *testing.T, job *Job) { job.Accounts += "x" }, "no such file"},
		"a folder of accounts": {
			func(_ *testing.T, job *Job) { job.Accounts = filepath.Dir(job.Accounts) },
			"want a file, which an export reads again after an interruption",
		},
		"the accounts file as the output": {
			func(_ *testing.T, job *Job) { job.Output, job.Restart = job.Accounts, true },
			"accounts.txt: want another file than the accounts file",
		},
		"an output in no folder":        {func(_ *testing.T, job *Job) { job.Output = filepath.Join(job.Output, "x") }, "not a directory"},
		"an output that became shorter": {write("", "{}\n"), "bytes, as when it was exported, got 3; --restart begins anew"},
		"failures that were changed":    {write(FailuresSuffix, "{}\n"), "bytes that the export wrote; --restart begins anew"},
		"a state that is none":          {write(".state", "{}x"), "want the state of an export"},
		"a state of another kind":       {write(".state", `{"Version":2}`), "want the state of an export"},
		"an output without a state": {
			func(t *testing.T, job *Job) {
				t.Helper()
				require.NoError(t, os.Remove(job.Output+".state"))
			},
			"want no such file, or the state of its export in",
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			service := newService()
			service.failing = fail(notFound, "ben")
			job := newJob(t, service, "ann", "ben")
			_, err := Run(t.Context(), job)
			require.NoError(t, err)
			output, calls := read(t, job.Output), len(service.calls)
			name := job.Output

			test.change(t, &job)
			_, err = Run(t.Context(), job)
			require.ErrorContains(t, err, test.want)
			var invalid *InvalidError
			require.ErrorAs(t, err, &invalid)
			assert.Len(t, service.calls, calls, "nothing was sent")
			if !strings.HasPrefix(test.want, "bytes, as") {
				assert.Equal(t, output, read(t, name), "nothing was changed")
			}
			if !strings.Contains(test.want, "--restart begins anew") {
				return
			}
			service.failing = nil
			job.Restart = true
			_, err = Run(t.Context(), job)
			require.NoError(t, err)
			assert.NotContains(t, read(t, job.Output), "Err")
			assert.NoFileExists(t, job.Output+FailuresSuffix)
		})
	}
}

func TestRun_refusesInvalidRequests(t *testing.T) {
	service := newService()
	job := newJob(t, service, append(names(5), strings.Repeat("x", 33))...)
	_, err := Run(t.Context(), job)
	require.NoError(t, err, "one account may be invalid")

	job = newJob(t, service, "\xff", strings.Repeat("x", 33))
	_, err = Run(t.Context(), job)
	require.ErrorContains(t, err, "accounts.txt: line 1: want UTF-8")
	assert.NoFileExists(t, job.Output)

	job = newJob(t, service)
	status, err := Run(t.Context(), job)
	require.NoError(t, err, "there may be no account")
	assert.Equal(t, Status{}, status)
	assert.Empty(t, read(t, job.Output))
}

// TestRun_locksTheOutput tries to export to a file that another export writes. The lock is one of the process, so this
// works within one, too.
func TestRun_locksTheOutput(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there is no lock")
	}
	job := newJob(t, newService(), "ann")
	var second error
	job.Observe = func(Status) {
		other := job
		other.Observe, other.Restart = nil, true
		_, second = Run(t.Context(), other)
	}
	_, err := Run(t.Context(), job)
	require.NoError(t, err)
	require.ErrorContains(t, second, "out.ndjson: another process exports to it")
	assert.Equal(t, linesOf("ann"), read(t, job.Output))
}

// TestRun_reportsWriteErrors makes the state file a folder, as if the disk were full.
func TestRun_reportsWriteErrors(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		service := newService()
		job := newJob(t, service, names(100)...)
		job.Observe = func(status Status) {
			if status.Done == 1 {
				require.NoError(t, os.Mkdir(job.Output+".state.new", 0o700))
			}
		}
		_, err := Run(t.Context(), job)
		var failed *WriteError
		require.ErrorAs(t, err, &failed)
		assert.Less(t, len(service.calls), 200, "it ends with the first save")

		require.NoError(t, os.Remove(job.Output+".state.new"))
		job.Observe = nil
		_, err = Run(t.Context(), job)
		require.NoError(t, err)
		assert.Equal(t, linesOf(names(100)...), read(t, job.Output))
	})
}

// TestRun_boundsWhatWaits has the first account take an hour. The others may not be read without end meanwhile.
func TestRun_boundsWhatWaits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		service := newService()
		job := newJob(t, service, names(200)...)
		ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
		defer cancel()
		service.failing = func(_, account string) error {
			if account == names(1)[0] {
				<-ctx.Done()
			}
			return nil
		}
		_, err := Run(ctx, job)
		require.ErrorIs(t, err, context.DeadlineExceeded)
		assert.LessOrEqual(t, len(service.calls), 2*(window+2)*job.Concurrency)
	})
}
