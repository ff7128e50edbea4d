package export

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/rest"
)

// service is a fake that answers each account with its name. Its calls take a time that differs from account to account.
type service struct {
	mutex sync.Mutex
	calls map[string]int // by command and account
	busy  int            // the calls under way
	most  int            // the most that there were

	failing func(command, account string) error // nil for none
}

func newService() *service { return &service{calls: map[string]int{}} }

// Codes of the embedded document.
const (
	notFound = rest.Code(30003) // of an account
	internal = rest.Code(30006) // temporary
	disabled = rest.Code(60016) // of the app
)

func (s *service) call(ctx context.Context, operation *api.Operation, body jsontext.Value) iter.Seq2[jsontext.Value, error] {
	return func(yield func(jsontext.Value, error) bool) {
		var request struct{ From_Account string } //nolint:revive // the service's name
		if err := json.Unmarshal(body, &request); err != nil {
			yield(nil, err)
			return
		}
		account := request.From_Account
		s.begin(operation.Command + " " + account)
		defer s.end()
		select {
		case <-time.After(time.Duration(len(account)*37%90+10) * time.Millisecond):
		case <-ctx.Done():
			yield(nil, ctx.Err())
			return
		}
		if s.failing != nil {
			if err := s.failing(operation.Command, account); err != nil {
				yield(nil, err)
				return
			}
		}
		if yield(jsontext.Value(fmt.Sprintf(`{"Of": %q,  "Page": 1}`, account)), nil) && operation.Paging != nil {
			yield(jsontext.Value(`{"Page":2}`), nil)
		}
	}
}

func (s *service) begin(key string) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.calls[key]++
	s.busy++
	s.most = max(s.most, s.busy)
}

func (s *service) end() {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.busy--
}

// fail returns a failing that returns a code for one command and some accounts, or code 0 for a network error.
func fail(code rest.Code, accounts ...string) func(command, account string) error {
	return func(command, account string) error {
		if command != "friend_get" || !slices.Contains(accounts, account) {
			return nil
		}
		return &rest.Error{Op: "FriendGet", Code: code, Err: code}
	}
}

// newJob returns an export of two commands for accounts. The first command returns two pages.
func newJob(t *testing.T, service *service, accounts ...string) Job {
	t.Helper()
	document, err := api.LoadStrict()
	require.NoError(t, err)
	job := Job{
		App: "1400000000", Call: service.call, Lookup: document.LookupCode, Concurrency: 4, StopAfter: 3,
		Accounts: filepath.Join(t.TempDir(), "accounts.txt"), Output: filepath.Join(t.TempDir(), "out.ndjson"),
	}
	for _, command := range []string{"friend_get", "group_get"} {
		operation, _ := document.Operation(command)
		request, err := NewRequest(operation, jsontext.Value("{}"))
		require.NoError(t, err)
		job.Requests = append(job.Requests, request)
	}
	require.NoError(t, os.WriteFile(job.Accounts, []byte(strings.Join(accounts, "\n")), 0o600))
	return job
}

// names returns accounts whose names have different lengths.
func names(count int) (accounts []string) {
	for i := range count {
		accounts = append(accounts, fmt.Sprintf("u%d%s", i, strings.Repeat("x", i*7%13)))
	}
	return accounts
}

// linesOf returns the lines of the output for accounts.
func linesOf(accounts ...string) string {
	var text strings.Builder
	for _, account := range accounts {
		fmt.Fprintf(&text, `{"Account":%q,"Command":"friend_get","Response":{"Of":%q,"Page":1}}`+"\n", account, account)
		fmt.Fprintf(&text, `{"Account":%q,"Command":"friend_get","Response":{"Page":2}}`+"\n", account)
		fmt.Fprintf(&text, `{"Account":%q,"Command":"group_get","Response":{"Of":%q,"Page":1}}`+"\n", account, account)
	}
	return text.String()
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	require.NoError(t, err)
	return string(text)
}

func TestRun_keepsTheOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		service := newService()
		job := newJob(t, service, names(50)...)
		var last Status
		job.Observe = func(status Status) {
			assert.GreaterOrEqual(t, status.Done, last.Done)
			last = status
		}
		status, err := Run(t.Context(), job)
		require.NoError(t, err)
		assert.Equal(t, Status{Done: 50, Total: 50}, status)
		assert.Equal(t, status, last)
		assert.Equal(t, linesOf(names(50)...), read(t, job.Output))
		assert.Equal(t, 2*job.Concurrency, service.most, "both commands are called at once")
		assert.NoFileExists(t, job.Output+FailuresSuffix)

		_, err = Run(t.Context(), job)
		require.NoError(t, err)
		assert.Len(t, service.calls, 100)
		for call, number := range service.calls {
			assert.Equal(t, 1, number, "%s: what is exported is not called again", call)
		}
	})
}

// TestRun_survivesCrashes copies the files after each account, as a crash at that moment leaves them, and goes on from
// the copies.
func TestRun_survivesCrashes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		accounts := names(40)
		service := newService()
		service.failing = fail(notFound, accounts[3], accounts[20], accounts[39])
		job := newJob(t, service, accounts...)
		job.Concurrency = 2
		var copies []string
		job.Observe = func(Status) { copies = append(copies, copyFiles(t, job.Output)) }
		_, err := Run(t.Context(), job)
		require.NoError(t, err)
		want, wantFailed := read(t, job.Output), read(t, job.Output+FailuresSuffix)
		require.Len(t, copies, 41)

		positions := map[int64]bool{}
		job.Observe = nil
		for _, folder := range copies {
			job.Output = filepath.Join(folder, filepath.Base(job.Output))
			crashed, err := readState(stateName(job.Output))
			require.NoError(t, err)
			positions[crashed.Position.Number] = true
			_, err = Run(t.Context(), job)
			require.NoError(t, err)
			assert.Equal(t, want, read(t, job.Output))
			assert.Equal(t, wantFailed, read(t, job.Output+FailuresSuffix))
		}
		assert.Greater(t, len(positions), 1, "the state was saved at times")
		assert.Less(t, len(positions), 20, "and not after each account")
	})
}

func copyFiles(t *testing.T, output string) (folder string) {
	t.Helper()
	folder = t.TempDir()
	require.NoError(t, os.CopyFS(folder, os.DirFS(filepath.Dir(output))))
	return folder
}

func TestRun_goesOnAfterAnInterrupt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		service := newService()
		job := newJob(t, service, names(50)...)
		ctx, cancel := context.WithTimeout(t.Context(), 333*time.Millisecond)
		defer cancel()
		status, err := Run(ctx, job)
		require.ErrorIs(t, err, context.DeadlineExceeded)
		assert.Greater(t, status.Done, int64(1))
		assert.Less(t, status.Done, int64(50))
		assert.Zero(t, status.Failures, "a call that is interrupted does not fail")
		assert.Equal(t, linesOf(names(50)[:status.Done]...), read(t, job.Output), "it saves what is exported")

		_, err = Run(t.Context(), job)
		require.NoError(t, err)
		assert.Equal(t, linesOf(names(50)...), read(t, job.Output))
	})
}

func TestRun_triesFailuresAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		service := newService()
		service.failing = fail(notFound, "ben", "dan")
		job := newJob(t, service, "ann", "ben", "\xff", "dan", strings.Repeat("x", 33))
		status, err := Run(t.Context(), job)
		require.NoError(t, err)
		assert.Equal(t, Status{Done: 5, Total: 5, Failures: 5}, status)
		failed := read(t, job.Output+FailuresSuffix)
		assert.Contains(t, failed, `{"Line":2,"Account":"ben","Command":"friend_get","Code":30003,"Message":"FriendGet: error code 30003"}`)
		assert.Contains(t, failed, `{"Line":3,"Account":"`+"\ufffd"+`","Command":"","Code":0,"Message":"want UTF-8"}`)
		assert.Contains(t, failed, `{"Line":5,"Account":"`+strings.Repeat("x", 33)+`","Command":"group_get","Code":0,`)
		exported := read(t, job.Output)
		assert.Contains(t, exported, `{"Account":"ben","Command":"group_get"`)
		assert.NotContains(t, exported, `{"Account":"ben","Command":"friend_get"`)

		service.failing = fail(notFound, "dan")
		status, err = Run(t.Context(), job)
		require.NoError(t, err)
		assert.Equal(t, Status{Pass: 1, Done: 5, Total: 5, Failures: 4}, status)
		page := `{"Account":"ben","Command":"friend_get","Response":{"Of":"ben","Page":1}}` + "\n" +
			`{"Account":"ben","Command":"friend_get","Response":{"Page":2}}` + "\n"
		assert.Equal(t, exported+page, read(t, job.Output))
		assert.Equal(t, 4, strings.Count(read(t, job.Output+FailuresSuffix), "\n"))
		assert.Equal(t, 1, service.calls["group_get ben"], "it succeeded before")
	})
}

// TestRun_survivesCrashesOfLaterPasses crashes between the steps that replace the file of failures, too.
func TestRun_survivesCrashesOfLaterPasses(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		service := newService()
		service.failing = fail(notFound, "ben", "dan")
		job := newJob(t, service, "ann", "ben", "dan")
		_, err := Run(t.Context(), job)
		require.NoError(t, err)
		service.failing = nil
		before := copyFiles(t, job.Output)
		_, err = Run(t.Context(), job)
		require.NoError(t, err)
		want := read(t, job.Output)
		assert.NoFileExists(t, job.Output+FailuresSuffix)

		finished, err := readState(stateName(job.Output))
		require.NoError(t, err)
		finished.Position.IsReplacing = true
		for _, isRenamed := range []bool{false, true} {
			folder := copyFiles(t, filepath.Join(before, "out.ndjson"))
			job.Output = filepath.Join(folder, "out.ndjson")
			require.NoError(t, os.WriteFile(job.Output, []byte(want), 0o600))
			require.NoError(t, finished.write(stateName(job.Output)))
			name := job.Output + FailuresSuffix
			if !isRenamed {
				name += ".new"
			}
			require.NoError(t, os.WriteFile(name, nil, 0o600))
			status, err := Run(t.Context(), job)
			require.NoError(t, err)
			assert.Zero(t, status.Failures)
			assert.Equal(t, want, read(t, job.Output))
			assert.NoFileExists(t, job.Output+FailuresSuffix)
			assert.NoFileExists(t, job.Output+FailuresSuffix+".new")
		}
	})
}

func TestRun_stopsAfterFailuresInARow(t *testing.T) {
	all := names(300)
	tests := map[string]struct {
		failing func(command, account string) error
		done    int64 // the accounts that count as exported; all if nothing stops
	}{
		"a code of the app":                   {fail(disabled, all[10:]...), 10},
		"a temporary code":                    {fail(internal, all[10:]...), 10},
		"a code of each account":              {fail(notFound, all[10:]...), 10},
		"a network error":                     {fail(0, all[10:]...), 10},
		"two failures in a row":               {fail(disabled, all[10], all[11], all[20], all[21]), 300},
		"codes of many accounts, but not all": {fail(notFound, all[10:150]...), 300},
		"codes of accounts between those of the app": {func(command, account string) error {
			if err := fail(notFound, all[12])(command, account); err != nil {
				return err
			}
			return fail(disabled, all[10:15]...)(command, account)
		}, 300},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				service := newService()
				service.failing = test.failing
				job := newJob(t, service, all...)
				status, err := Run(t.Context(), job)
				assert.Equal(t, test.done, status.Done)
				if test.done == 300 {
					require.NoError(t, err)
					return
				}
				stopped, ok := errors.AsType[*StoppedError](err)
				require.True(t, ok, "%v", err)
				assert.Equal(t, "friend_get", stopped.Command)
				assert.Equal(t, linesOf(all[:10]...), read(t, job.Output))
				assert.Empty(t, read(t, job.Output+FailuresSuffix))

				service.failing = nil
				_, err = Run(t.Context(), job)
				require.NoError(t, err)
				assert.Equal(t, linesOf(all...), read(t, job.Output), "it loses no account that failed")
			})
		})
	}
}
