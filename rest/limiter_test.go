package rest_test

import (
	"context"
	"errors"
	"net/http"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/rest"
)

// busiestSecond returns the most calls that any second had.
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

func TestCallsAreHeldToTheQuota(t *testing.T) {
	half, err := rest.NewLocalLimiter(0.5)
	require.NoError(t, err)
	tests := map[string]struct {
		limit         int
		options       []rest.Option
		fewest, most  int // calls in 10 seconds
		busiestSecond int
	}{
		"200 a second":         {200, nil, 1790, 1820, 191},
		"10 a second":          {10, nil, 90, 92, 10},
		"1 a second":           {1, nil, 9, 10, 1},
		"half of 200 a second": {200, []rest.Option{rest.WithLimiter(half)}, 895, 910, 96},
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

func TestEachOperationHasItsOwnQuota(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client := newInMemoryClient(t, alone, json(success))
		start := time.Now()
		for _, id := range []string{"A", "B", "C"} {
			_, err := call(t.Context(), client, rest.Operation{ID: id, Path: "/", RateLimit: 1})
			require.NoError(t, err)
		}
		assert.Zero(t, time.Since(start))
		_, err := call(t.Context(), client, rest.Operation{ID: "A", Path: "/", RateLimit: 1})
		require.NoError(t, err)
		assert.GreaterOrEqual(t, time.Since(start), time.Second)
	})
}

func TestWithoutAKnownLimitThereIsNoQuota(t *testing.T) {
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

// TestARetryWaitsForTheQuotaToo: otherwise retries would add to what made them necessary.
func TestARetryWaitsForTheQuotaToo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		trace, traced := newTrace()
		_, err := call(t.Context(), newInMemoryClient(t, alone, inTurn(code(60007), json(success))), rest.Operation{ID: "A", Path: "/", RateLimit: 1, Idempotent: true}, traced)
		require.NoError(t, err)
		require.Len(t, trace.Attempts(), 2)
		assert.Zero(t, trace.Attempts()[0].Waited)
		assert.Greater(t, trace.Attempts()[1].Waited, 500*time.Millisecond)
	})
}

func TestWaitingForTheQuotaEnds(t *testing.T) {
	slow := rest.Operation{ID: "A", Path: "/", RateLimit: 1}
	t.Run("with the caller", func(t *testing.T) {
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
			assert.Less(t, time.Since(start), 1200*time.Millisecond, "who gave up takes no part of the quota")
		})
	})
	t.Run("at once, before a deadline that it would miss", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			client := newInMemoryClient(t, alone, json(success))
			_, err := call(t.Context(), client, slow)
			require.NoError(t, err)
			ctx, cancel := context.WithTimeout(t.Context(), time.Second)
			defer cancel()
			start := time.Now()
			_, err = call(ctx, client, slow)
			require.ErrorIs(t, err, context.DeadlineExceeded)
			assert.ErrorContains(t, err, "the quota of 1 calls a second leaves no turn before it")
			failure, _ := errors.AsType[*rest.Error](err)
			assert.Zero(t, failure.Attempts)
			assert.Zero(t, time.Since(start))
		})
	})
	t.Run("with what the last attempt came to", func(t *testing.T) {
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

func TestNewLocalLimiterNamesTheFault(t *testing.T) {
	for _, share := range []float64{0, -1, 1001} {
		_, err := rest.NewLocalLimiter(share)
		require.ErrorContains(t, err, "NewLocalLimiter: want a share above 0 and up to 1000, got")
	}
}

// plainLimiter is a limiter of the caller's own, which has nothing to do when an attempt is over.
type plainLimiter struct{}

func (plainLimiter) Wait(context.Context, rest.Operation) (done func(), err error) {
	return nil, nil //nolint:nilnil // which is what is tested
}

func TestALimiterOfTheCallersOwn(t *testing.T) {
	_, err := call(t.Context(), newInMemoryClient(t, alone, json(success), rest.WithLimiter(plainLimiter{})), read)
	assert.NoError(t, err)
}

// TestSlowRepliesTakeMoreOfTheQuota holds what LocalLimiter says of them.
func TestSlowRepliesTakeMoreOfTheQuota(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		calls := 0
		var mutex sync.Mutex
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
				for ctx.Err() == nil {
					_, _ = call(ctx, client, read)
				}
			})
		}
		callers.Wait()
		assert.InDelta(t, 95*20, calls, 100)
	})
}

// BenchmarkLimiter is of a quota that nobody has to wait for: what keeping to one costs each call.
func BenchmarkLimiter(b *testing.B) {
	limiter, err := rest.NewLocalLimiter(1000)
	require.NoError(b, err)
	operation := rest.Operation{ID: "GroupGet", RateLimit: 10_000}
	attempt := func() {
		done, err := limiter.Wait(b.Context(), operation)
		if err != nil {
			b.Fatal(err)
		}
		done()
	}
	for start := time.Now(); time.Since(start) < 2*time.Second; { // from then on as many slots get free as are taken
		attempt()
	}
	b.ReportAllocs()
	for b.Loop() {
		attempt()
	}
}
