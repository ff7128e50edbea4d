package rest_test

import (
	"context"
	"errors"
	"net"
	"net/http"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/internal/testutil"
	"github.com/timsns/timsns/rest"
)

// TestError_namesTheClockAfterASecondRefusedSignature has a service whose clock differs from the machine's.
func TestError_namesTheClockAfterASecondRefusedSignature(t *testing.T) {
	const base = "a new signature was refused as well: check the secret key and the machine's clock"
	for name, test := range map[string]struct {
		lag  time.Duration
		want string
	}{
		"the clock is right":  {5 * time.Second, base},
		"the clock is behind": {2 * time.Hour, base + ", which is 2h0m0s behind the service's"},
		"the clock is ahead":  {-36 * time.Hour, base + ", which is 36h0m0s ahead of the service's"},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				client := newInMemoryClient(t, alone, func(w http.ResponseWriter, r *http.Request) {
					w.Header().Set("Date", time.Now().Add(test.lag).UTC().Format(http.TimeFormat))
					code(gen.CodeUserSigExpired)(w, r)
				})
				_, err := call(t.Context(), client, read)
				failure, ok := errors.AsType[*rest.Error](err)
				require.True(t, ok)
				assert.Equal(t, 2, failure.Attempts)
				assert.Equal(t, test.want, failure.Advice)
			})
		})
	}
}

func TestWithRetryFunc(t *testing.T) {
	for name, test := range map[string]struct {
		operation rest.Operation
		first     http.HandlerFunc
		decide    rest.RetryFunc
		attempts  int
	}{
		"as the client would":             {read, status(503), func(_ context.Context, _ rest.Attempt, byDefault bool) bool { return byDefault }, 2},
		"no retry of what the client has": {read, status(503), func(context.Context, rest.Attempt, bool) bool { return false }, 1},
		"a write that may be repeated":    {write, status(503), func(context.Context, rest.Attempt, bool) bool { return true }, 2},
		"a code of the caller's choice": {read, code(99), func(_ context.Context, attempt rest.Attempt, byDefault bool) bool {
			return byDefault || attempt.Code == 99 && attempt.Op == "GroupGet"
		}, 2},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				client := newInMemoryClient(t, alone, inTurn(test.first, json(success)))
				trace, traced := newTrace()
				_, _ = call(t.Context(), client, test.operation, traced, rest.WithRetryFunc(test.decide))
				assert.Len(t, trace.Attempts(), test.attempts)
			})
		})
	}
	synctest.Test(t, func(t *testing.T) {
		always := rest.WithRetryFunc(func(context.Context, rest.Attempt, bool) bool { return true })
		trace, traced := newTrace()
		_, err := call(t.Context(), newInMemoryClient(t, alone, code(99), always), read, traced)
		require.Error(t, err)
		assert.Len(t, trace.Attempts(), 4, "the policy limits the attempts all the same")
	})
	_, err := gen.NewClient(alone, testutil.NewSigner(t), rest.WithRetryFunc(nil))
	assert.ErrorContains(t, err, "WithRetryFunc: want a function, got nil")
}

// TestCall_limitsObjects has a response of 8 MiB that would take half a gigabyte as Go values.
func TestCall_limitsObjects(t *testing.T) {
	bomb := `{"UserDataItem":[` + strings.Repeat("{},", 2_700_000) + `{}],` + success[len(`{"ResultItem":[],`):]
	client := newClient(t, json(bomb))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := client.FriendGet(t.Context(), gen.FriendGetRequest{FromAccount: "id"})
	runtime.ReadMemStats(&after)
	require.ErrorIs(t, err, rest.ErrResponseTooLarge)
	require.ErrorContains(t, err, "want at most 262145 objects")
	assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(100<<20))
}

func TestError_hasNoControlCharacters(t *testing.T) {
	serve := func(connection net.Conn) {
		_, _ = connection.Read(make([]byte, 1<<10))
		_, _ = connection.Write([]byte("HTTP/1.1 407 x\x1b]0;title\x07\u202e\r\nContent-Length: x\x1b\r\n\r\n"))
		_ = connection.Close()
	}
	address := strings.Replace(accepting(t, serve), "https://", "http://", 1)
	_, err := call(t.Context(), newRestClient(t, rest.Server{URL: address}, testutil.NewSigner(t), rest.WithoutRetry()), write)
	require.ErrorContains(t, err, `\x1b`)
	for ; err != nil; err = errors.Unwrap(err) {
		if _, isOwn := err.(*rest.Error); isOwn { //nolint:errorlint // this level
			assert.NotContains(t, err.Error(), "\x1b")
		}
	}
}
