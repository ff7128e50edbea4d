package rest_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptrace"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/internal/testutil"
	"github.com/timsns/timsns/rest"
)

// inTurn responds with each handler once, and then with the last one.
func inTurn(handlers ...http.HandlerFunc) http.HandlerFunc {
	var requests atomic.Int64
	return func(w http.ResponseWriter, r *http.Request) {
		handlers[min(int(requests.Add(1)), len(handlers))-1](w, r)
	}
}

func code(code rest.Code) http.HandlerFunc {
	return json(fmt.Sprintf(`{"ActionStatus":"FAIL","ErrorCode":%d,"ErrorInfo":"x"}`, code))
}

func status(status int) http.HandlerFunc { return answer(status, "text/html", "<html>") }

func withRetryAfter(value string, handler http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Retry-After", value)
		handler(w, r)
	}
}

// TestCall_retriesTransientFailures counts attempts. A server without a standby first sends the response of the test
// case, and then a success.
func TestCall_retriesTransientFailures(t *testing.T) {
	tests := map[string]struct {
		first       http.HandlerFunc
		read, write int // attempts
	}{
		"a success":                      {json(success), 1, 1},
		"HTTP 429":                       {status(429), 2, 1},
		"HTTP 408":                       {status(408), 2, 1},
		"HTTP 425":                       {status(425), 2, 1},
		"HTTP 503 with a large body":     {answer(503, "text/html", strings.Repeat(" ", 9<<20)), 1, 1},
		"HTTP 500":                       {status(500), 2, 1},
		"HTTP 502":                       {status(502), 2, 1},
		"HTTP 503":                       {status(503), 2, 1},
		"HTTP 504":                       {status(504), 2, 1},
		"HTTP 503 with a success in it":  {answer(503, "application/json", success), 2, 1},
		"HTTP 503 with a transient code": {answer(503, "application/json", `{"ErrorCode":60008}`), 2, 1},
		"HTTP 503 with a permanent code": {answer(503, "application/json", `{"ErrorCode":30003}`), 1, 1},
		"HTTP 503 with an unknown code":  {answer(503, "application/json", `{"ErrorCode":99}`), 2, 1},
		"HTTP 400":                       {status(400), 1, 1},
		"HTTP 404":                       {status(404), 1, 1},
		"a redirect":                     {redirect(302), 1, 1},
		"HTML with 200":                  {status(200), 1, 1},
		"an empty object":                {json(`{}`), 1, 1},
		"half a JSON text":               {json(success[:50]), 1, 1},
		"a response that is too large":   {json(strings.Repeat(" ", 9<<20)), 1, 1},
		"OK, with a code that asks for a new signature": {json(`{"ActionStatus":"OK","ErrorCode":70001}`), 2, 1},
		"two codes":                       {json(`{"ActionStatus":"OK","ErrorCode":0,"ErrorCode":70001}`), 2, 1},
		"a permanent code":                {code(gen.CodeAccountNotFound), 1, 1},
		"an unknown code":                 {code(99), 1, 1},
		"an expired signature":            {code(gen.CodeUserSigExpired), 2, 2},
		"an illegal signature":            {code(gen.CodeUserSigInvalid), 2, 2},
		"a signature that is not allowed": {code(gen.CodeUserSigKeyMismatch), 1, 1},
		"too many refused signatures":     {code(gen.CodeTooManyFailedChecks), 1, 1},
	}
	for _, transient := range []rest.Code{
		30006, 30007, 60008, 60014, 70169, 70202, 70500,
	} {
		tests[fmt.Sprintf("code %d", transient)] = struct {
			first       http.HandlerFunc
			read, write int
		}{code(transient), 2, 1}
	}
	for name, test := range tests {
		for operation, attempts := range map[rest.Operation]int{read: test.read, write: test.write} {
			t.Run(name+", "+operation.ID, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					trace, traced := newTrace()
					client := newInMemoryClient(t, alone, inTurn(test.first, json(success)))
					_, err := call(t.Context(), client, operation, traced)
					assert.Len(t, trace.Attempts(), attempts)
					if attempts == 2 {
						assert.NoError(t, err, "the second attempt succeeded")
					}
				})
			})
		}
	}
}

func TestCall_stopsRetrying(t *testing.T) {
	tests := map[string]struct {
		handler  http.HandlerFunc
		policy   rest.RetryPolicy
		deadline time.Duration
		attempts int
		wants    []error
		earliest time.Duration // how long the call lasts
		latest   time.Duration
	}{
		"four attempts by default":           {status(503), rest.RetryPolicy{}, 0, 4, []error{rest.ErrUnexpectedStatus}, 0, 1400 * time.Millisecond},
		"as many attempts as wanted":         {status(503), rest.RetryPolicy{MaxAttempts: 9}, 0, 9, nil, 100 * time.Millisecond, 30 * time.Second},
		"a cap on the time":                  {status(503), rest.RetryPolicy{MaxAttempts: 1000, MaxElapsedTime: 10 * time.Second}, 0, 0, nil, 4 * time.Second, 10 * time.Second},
		"a cap on the delay":                 {status(503), rest.RetryPolicy{MaxAttempts: 50, MaxBackoff: 10 * time.Millisecond}, 0, 50, nil, 0, 500 * time.Millisecond},
		"a renewed signature, refused again": {code(gen.CodeUserSigExpired), rest.RetryPolicy{}, 0, 2, []error{gen.CodeUserSigExpired}, 0, 0},
		"the deadline":                       {status(503), rest.RetryPolicy{MaxAttempts: 1000}, 2 * time.Second, 0, []error{rest.ErrUnexpectedStatus, context.DeadlineExceeded}, 100 * time.Millisecond, 2 * time.Second},
		"a minute that is too long":          {code(gen.CodeTooManyFailedChecks), rest.RetryPolicy{}, 0, 1, []error{gen.CodeTooManyFailedChecks}, 0, 0},
		"a minute beyond the deadline":       {code(gen.CodeTooManyFailedChecks), rest.RetryPolicy{MaxElapsedTime: time.Hour}, time.Minute, 1, []error{gen.CodeTooManyFailedChecks, context.DeadlineExceeded}, 0, 0},
		"Retry-After that is too long":       {withRetryAfter("31", status(503)), rest.RetryPolicy{}, 0, 1, []error{rest.ErrUnexpectedStatus}, 0, 0},
		"Retry-After until the end of time":  {withRetryAfter("Fri, 31 Dec 9999 23:59:59 GMT", status(503)), rest.RetryPolicy{}, 0, 1, []error{rest.ErrUnexpectedStatus}, 0, 0},
		"Retry-After beyond the deadline":    {withRetryAfter("5", status(503)), rest.RetryPolicy{}, 4 * time.Second, 1, []error{context.DeadlineExceeded}, 0, 0},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ctx := t.Context()
				if test.deadline != 0 {
					var cancel context.CancelFunc
					ctx, cancel = context.WithTimeout(ctx, test.deadline)
					defer cancel()
				}
				start := time.Now()
				_, err := call(ctx, newInMemoryClient(t, alone, test.handler, rest.WithRetryPolicy(test.policy)), read)
				failure, ok := errors.AsType[*rest.Error](err)
				require.True(t, ok)
				if test.attempts != 0 {
					assert.Equal(t, test.attempts, failure.Attempts)
				}
				for _, want := range test.wants {
					assert.ErrorIs(t, err, want)
				}
				assert.GreaterOrEqual(t, time.Since(start), test.earliest)
				assert.LessOrEqual(t, time.Since(start), test.latest)
			})
		})
	}
}

func TestCall_returnsNothingOfAFailedAttempt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client := newInMemoryClient(t, alone, inTurn(
			answer(503, "application/json", strings.Replace(success, "[]", `[{"GroupName":"old","FriendNumber":1}]`, 1)),
			json(`{"ActionStatus":"OK","ErrorCode":0,"CurrentSequence":1}`)))
		lists, err := call(t.Context(), client, read)
		require.NoError(t, err)
		assert.Empty(t, lists.ResultItem)
	})
}

func TestCall_sendsNothingAfterTheEndOfItsContext(t *testing.T) {
	client := newInMemoryClient(t, alone, func(http.ResponseWriter, *http.Request) { t.Error("a request was sent") },
		rest.WithLimiter(rest.NoLimit()))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := call(ctx, client, read)
	require.ErrorIs(t, err, context.Canceled)
	assert.EqualError(t, err, "GroupGet: context canceled")
}

// TestCall_renewsARefusedSignatureOnce has a service refuse the signature that 64 callers use.
func TestCall_renewsARefusedSignatureOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var mutex sync.Mutex
		var refused string
		signatures := map[string]int{}
		client := newInMemoryClient(t, alone, func(w http.ResponseWriter, r *http.Request) {
			mutex.Lock()
			defer mutex.Unlock()
			userSig := r.URL.Query().Get("usersig")
			signatures[userSig]++
			if userSig == refused {
				code(70001)(w, r)
				return
			}
			json(success)(w, r)
		}, rest.WithLimiter(rest.NoLimit()))
		for _, operation := range []rest.Operation{read, write} {
			_, err := call(t.Context(), client, operation)
			require.NoError(t, err)
			refused = slices.Collect(maps.Keys(signatures))[0]
			clear(signatures)
			time.Sleep(time.Second) // UserSigs of the same second are equal
			var callers sync.WaitGroup
			for range 64 {
				callers.Go(func() {
					_, err := call(t.Context(), client, operation)
					assert.NoError(t, err)
				})
			}
			callers.Wait()
			assert.Len(t, signatures, 2, "the refused one, and one new one for all callers")
			delete(signatures, refused)
		}
	})
}

func TestCall_doesNotRetryCodesWithoutACatalogue(t *testing.T) {
	client, err := rest.NewClient(alone, testutil.NewSigner(t), nil, rest.WithTransport(testutil.Transport(code(60007))))
	require.NoError(t, err)
	_, err = call(t.Context(), client, read)
	failure, _ := errors.AsType[*rest.Error](err)
	assert.Equal(t, 1, failure.Attempts)
	assert.Equal(t, rest.Code(60007), failure.Code)
}

// TestCall_doesNotRetryWritesOfAnUntracedTransport covers transports that do not report their connections.
func TestCall_doesNotRetryWritesOfAnUntracedTransport(t *testing.T) {
	sent := 0
	transport := testutil.TransportFunc(func(*http.Request) (*http.Response, error) {
		sent++
		return nil, errors.New("lost")
	})
	_, err := call(t.Context(), newRestClient(t, pair, testutil.NewSigner(t), rest.WithTransport(transport)), write)
	require.ErrorContains(t, err, "lost")
	assert.Equal(t, 1, sent)
}

// TestBudget_coversRenewals covers a wrong secret key, with which a new signature does not help.
func TestBudget_coversRenewals(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		attempts := 0
		client := newInMemoryClient(t, alone, func(w http.ResponseWriter, r *http.Request) {
			attempts++
			code(70003)(w, r)
		}, rest.WithLimiter(rest.NoLimit()))
		for range 1000 {
			_, err := call(t.Context(), client, write)
			require.ErrorIs(t, err, gen.CodeUserSigInvalid)
		}
		assert.InDelta(t, 1200, attempts, 2)
	})
}

func TestError_saysWhyNoAttemptFollowed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client := newInMemoryClient(t, alone, withRetryAfter("40", status(503)), rest.WithLimiter(rest.NoLimit()))
		_, err := call(t.Context(), client, read)
		assert.ErrorContains(t, err, "no further attempt: it would start after MaxElapsedTime")
		client = newInMemoryClient(t, alone, status(503), rest.WithLimiter(rest.NoLimit()), rest.WithRetryPolicy(rest.RetryPolicy{MaxBackoff: 1}))
		for range 100 {
			_, err = call(t.Context(), client, read)
		}
		assert.ErrorContains(t, err, "no further attempt: the retry budget is spent")
	})
}

// TestCall_startsNoRetryAfterMaxElapsedTime has many failing calls wait for a small quota.
func TestCall_startsNoRetryAfterMaxElapsedTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		slow := read
		slow.RateLimit = 1
		client := newInMemoryClient(t, alone, code(60007))
		var callers sync.WaitGroup
		for range 100 {
			callers.Go(func() {
				var waited time.Duration
				observer := rest.WithObserver(func(_ context.Context, attempt rest.Attempt) {
					if attempt.Number > 1 {
						waited += attempt.Waited
					}
				})
				_, err := call(t.Context(), client, slow, observer)
				assert.ErrorIs(t, err, gen.CodeRateLimitExceeded)
				assert.NotErrorIs(t, err, context.DeadlineExceeded, "the caller has no deadline")
				assert.LessOrEqual(t, waited, 30*time.Second)
			})
		}
		callers.Wait()
	})
}

// TestCall_doesNotRetryWritesOfAHalfTracedTransport covers a transport that reports that it wants a connection, and
// then sends the request without reporting it.
func TestCall_doesNotRetryWritesOfAHalfTracedTransport(t *testing.T) {
	sent := 0
	transport := testutil.TransportFunc(func(r *http.Request) (*http.Response, error) {
		if trace := httptrace.ContextClientTrace(r.Context()); trace != nil && trace.GetConn != nil {
			trace.GetConn("example.com:443")
		}
		sent++
		return nil, errors.New("lost")
	})
	_, err := call(t.Context(), newRestClient(t, alone, testutil.NewSigner(t), rest.WithTransport(transport)), write)
	require.Error(t, err)
	assert.Equal(t, 1, sent)
}
