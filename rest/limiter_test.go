package rest_test

import (
	"context"
	"errors"
	"math"
	"net/http"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/rest"
)

// busiestSecond returns the largest number of calls in any second.
func busiestSecond(times []time.Time) int {
	most, first := 0, 0
	for last := range times {
		for times[last].Sub(times[first]) >= time.Second {
			first++
		}
		most = max(most, last-first+1)
	}
	return most
}

func TestLocalLimiter_keepsToTheQuota(t *testing.T) {
	half, err := rest.NewLocalLimiter(0.5)
	require.NoError(t, err)
	fifth, err := rest.NewLocalLimiter(0.2)
	require.NoError(t, err)
	tests := map[string]struct {
		limit         int
		options       []rest.Option
		fewest, most  int // calls in 10 seconds
		busiestSecond int
	}{
		"200 per second":          {200, nil, 1900, 1910, 195},
		"1000 per second":         {1000, nil, 9500, 9520, 970},
		"100 per second":          {100, nil, 950, 952, 97},
		"20 per second":           {20, nil, 190, 191, 20},
		"2 per second":            {2, nil, 19, 20, 2},
		"a fifth of 1 per second": {1, []rest.Option{rest.WithLimiter(fifth)}, 2, 2, 1},
		"10 per second":           {10, nil, 95, 96, 10},
		"1 per second":            {1, nil, 10, 10, 1},
		"half of 200 per second":  {200, []rest.Option{rest.WithLimiter(half)}, 950, 955, 98},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var mutex sync.Mutex
				var times []time.Time
				client := newInMemoryClient(t, alone, func(w http.ResponseWriter, r *http.Request) {
					mutex.Lock()
					times = append(times, time.Now())
					mutex.Unlock()
					json(success)(w, r)
				}, test.options...)
				operation := rest.Operation{ID: name, Path: "/", RateLimit: test.limit}
				ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
				defer cancel()
				var callers sync.WaitGroup
				for range 64 {
					callers.Go(func() {
						for ctx.Err() == nil {
							if _, err := call(ctx, client, operation); err != nil {
								assert.ErrorIs(t, err, context.DeadlineExceeded)
								return
							}
						}
					})
				}
				callers.Wait()
				assert.GreaterOrEqual(t, len(times), test.fewest)
				assert.LessOrEqual(t, len(times), test.most)
				assert.LessOrEqual(t, busiestSecond(times), test.busiestSecond)
			})
		})
	}
}

func TestLocalLimiter_keepsOperationsApart(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client := newInMemoryClient(t, alone, json(success))
		start := time.Now()
		for _, path := range []string{"/v4/a/get", "/v4/b/get", "/v4/b/set"} {
			_, err := call(t.Context(), client, rest.Operation{ID: "Get", Path: path, RateLimit: 1})
			require.NoError(t, err)
		}
		assert.Zero(t, time.Since(start))
		_, err := call(t.Context(), client, rest.Operation{ID: "Get", Path: "/v4/a/get", RateLimit: 1})
		require.NoError(t, err)
		assert.GreaterOrEqual(t, time.Since(start), time.Second)
	})
}

func TestLocalLimiter_ignoresUnknownQuotas(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client := newInMemoryClient(t, alone, json(success))
		start := time.Now()
		for range 1000 {
			_, err := call(t.Context(), client, rest.Operation{ID: "A", Path: "/"})
			require.NoError(t, err)
		}
		assert.Zero(t, time.Since(start))
	})
}

// If retries did not wait for the quota, they would add to the overload that caused them.
func TestClient_waitsForTheQuotaBeforeARetry(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		trace, traced := newTrace()
		slow := rest.Operation{ID: "A", Path: "/", RateLimit: 1, Idempotent: true}
		_, err := call(t.Context(), newInMemoryClient(t, alone, inTurn(code(60007), json(success))), slow, traced)
		require.NoError(t, err)
		require.Len(t, trace.Attempts(), 2)
		assert.Zero(t, trace.Attempts()[0].Waited)
		assert.Greater(t, trace.Attempts()[1].Waited, 500*time.Millisecond)
	})
}

func TestClient_endsWaitingForTheQuota(t *testing.T) {
	slow := rest.Operation{ID: "A", Path: "/", RateLimit: 1}
	t.Run("when the caller gives up", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			client := newInMemoryClient(t, alone, json(success))
			_, err := call(t.Context(), client, slow)
			require.NoError(t, err)
			ctx, cancel := context.WithCancel(t.Context())
			time.AfterFunc(100*time.Millisecond, cancel)
			start := time.Now()
			_, err = call(ctx, client, slow)
			require.ErrorIs(t, err, context.Canceled)
			assert.Equal(t, 100*time.Millisecond, time.Since(start))
			_, err = call(t.Context(), client, slow)
			require.NoError(t, err)
			assert.Less(t, time.Since(start), 1200*time.Millisecond, "a caller that gives up takes no part of the quota")
		})
	})
	t.Run("at once, if the deadline is too early", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			client := newInMemoryClient(t, alone, json(success))
			_, err := call(t.Context(), client, slow)
			require.NoError(t, err)
			ctx, cancel := context.WithTimeout(t.Context(), time.Second)
			defer cancel()
			start := time.Now()
			_, err = call(ctx, client, slow)
			require.ErrorIs(t, err, context.DeadlineExceeded)
			assert.ErrorContains(t, err, "the quota of 1 calls per second allows no call before the deadline")
			failure, _ := errors.AsType[*rest.Error](err)
			assert.Zero(t, failure.Attempts)
			assert.Zero(t, time.Since(start))
		})
	})
	t.Run("with the error of the last attempt", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(t.Context(), time.Second)
			defer cancel()
			slow := rest.Operation{ID: "A", Path: "/", RateLimit: 1, Idempotent: true}
			_, err := call(ctx, newInMemoryClient(t, alone, code(60007)), slow)
			require.ErrorIs(t, err, context.DeadlineExceeded)
			require.ErrorIs(t, err, rest.Code(60007))
			assert.ErrorContains(t, err, "error code 60007; no further attempt: context deadline exceeded")
		})
	})
}

func TestNewLocalLimiter_refusesInvalidArguments(t *testing.T) {
	for _, share := range []float64{0, -1, 1001, 1e-13, math.NaN()} {
		_, err := rest.NewLocalLimiter(share)
		require.ErrorContains(t, err, "NewLocalLimiter: want a share from 1/3600 to 1000, got")
	}
	_, err := rest.NewLocalLimiter(1, rest.WithMaxQueue(0))
	require.ErrorContains(t, err, "WithMaxQueue: want a number of callers above 0, got 0")
}

func newLocalLimiter(t *testing.T, options ...rest.LimiterOption) *rest.LocalLimiter {
	t.Helper()
	limiter, err := rest.NewLocalLimiter(1, options...)
	require.NoError(t, err)
	return limiter
}

// freeLimiter is another implementation of rest.Limiter, which never waits.
type freeLimiter struct{ waits int }

func (l *freeLimiter) Wait(context.Context, uint32, rest.Operation) (queued int, err error) {
	l.waits++
	return 0, nil
}

func TestClient_usesTheGivenLimiter(t *testing.T) {
	limiter := &freeLimiter{}
	_, err := call(t.Context(), newInMemoryClient(t, alone, json(success), rest.WithLimiter(limiter)), read)
	require.NoError(t, err)
	assert.Equal(t, 1, limiter.waits)
}

func TestLocalLimiter_allowsSlowResponsesTheWholeQuota(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var mutex sync.Mutex
		calls := 0
		client := newInMemoryClient(t, alone, func(w http.ResponseWriter, r *http.Request) {
			time.Sleep(time.Second)
			mutex.Lock()
			calls++
			mutex.Unlock()
			json(success)(w, r)
		})
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
		defer cancel()
		var callers sync.WaitGroup
		for range 500 {
			callers.Go(func() {
				for err := error(nil); err == nil; {
					_, err = call(ctx, client, read)
				}
			})
		}
		callers.Wait()
		assert.InDelta(t, 190*20, calls, 10, "the limiter counts when calls start, not how long they last")
	})
}

// BenchmarkLimiter measures what the limiter costs a call that does not wait.
func BenchmarkLimiter(b *testing.B) {
	limiter, err := rest.NewLocalLimiter(1000)
	require.NoError(b, err)
	operation := rest.Operation{ID: "GroupGet", RateLimit: 1_000_000}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := limiter.Wait(b.Context(), 1, operation); err != nil {
			b.Fatal(err)
		}
	}
}
