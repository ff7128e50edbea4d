package rest_test

import (
	"context"
	"errors"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/rest"
)

func TestLocalLimiter_forgetsCallersWhoGiveUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		limiter := newLocalLimiter(t)
		var callers sync.WaitGroup
		for range 2000 {
			callers.Go(func() {
				ctx, cancel := context.WithCancel(t.Context())
				time.AfterFunc(100*time.Millisecond, cancel)
				_, _ = limiter.Wait(ctx, 1, read)
			})
		}
		callers.Wait()
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
		defer cancel()
		start := time.Now()
		queued, err := limiter.Wait(ctx, 1, read)
		require.NoError(t, err)
		assert.Zero(t, queued)
		assert.Less(t, time.Since(start), 6*time.Millisecond, "the next token")
	})
}

// TestLocalLimiter_servesARush offers 300 calls per second for 10 seconds at a quota of 200, then 20 per second.
// Callers give up after a second.
func TestLocalLimiter_servesARush(t *testing.T) {
	withCancel := func(ctx context.Context) (context.Context, context.CancelFunc) {
		ctx, cancel := context.WithCancel(ctx)
		time.AfterFunc(time.Second, cancel)
		return ctx, cancel
	}
	withDeadline := func(ctx context.Context) (context.Context, context.CancelFunc) {
		return context.WithTimeout(ctx, time.Second)
	}
	tests := map[string]struct {
		patience func(context.Context) (context.Context, context.CancelFunc)
		response time.Duration
		fewest   int // calls that succeed in a second
	}{
		"of callers that cancel": {withCancel, time.Millisecond, 150},
		// The queue does not know how long its callers wait before the first of them give up.
		"of callers that cancel, with slow responses": {withCancel, 100 * time.Millisecond, 110},
		"of callers with a deadline":                  {withDeadline, time.Millisecond, 150},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				limiter := newLocalLimiter(t)
				start := time.Now()
				var mutex sync.Mutex
				var succeeded, late [14]int // by second
				var callers sync.WaitGroup
				attempt := func() {
					ctx, cancel := test.patience(t.Context())
					defer cancel()
					came := time.Now()
					_, err := limiter.Wait(ctx, 1, read)
					if err == nil {
						time.Sleep(test.response)
						err = ctx.Err()
					}
					mutex.Lock()
					defer mutex.Unlock()
					if err == nil {
						succeeded[int(time.Since(start).Seconds())]++
					} else {
						late[int(came.Sub(start).Seconds())]++
					}
				}
				offer := func(perSecond int, duration time.Duration) {
					for range perSecond * int(duration.Seconds()) {
						callers.Go(attempt)
						time.Sleep(time.Second / time.Duration(perSecond))
					}
				}
				offer(300, 10*time.Second)
				offer(20, 3*time.Second)
				callers.Wait()
				t.Logf("succeeded by second: %v; failed, by the second in which the caller came: %v", succeeded, late)
				for second := range 10 {
					assert.GreaterOrEqual(t, succeeded[second], test.fewest, "second %d", second)
				}
				assert.Zero(t, late[10]+late[11]+late[12], "once the rush is over, every call succeeds")
			})
		})
	}
}

func TestLocalLimiter_keepsPatientCallersInOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		limiter := newLocalLimiter(t)
		var mutex sync.Mutex
		var started []int
		var callers sync.WaitGroup
		for i := range 200 {
			callers.Go(func() {
				ctx, cancel := context.WithCancel(t.Context())
				defer cancel()
				if i%3 == 0 {
					time.AfterFunc(200*time.Millisecond, cancel)
				}
				if _, err := limiter.Wait(ctx, 1, read); err == nil && i%3 != 0 {
					mutex.Lock()
					started = append(started, i)
					mutex.Unlock()
				}
			})
			time.Sleep(time.Millisecond)
		}
		callers.Wait()
		assert.Len(t, started, 133)
		assert.IsIncreasing(t, started)
	})
}

func TestLocalLimiter_servesPatientCallersInARush(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		limiter := newLocalLimiter(t)
		var callers sync.WaitGroup
		for i := range 3000 {
			callers.Go(func() {
				ctx, cancel := context.WithCancel(t.Context())
				defer cancel()
				if i%100 != 0 {
					time.AfterFunc(time.Second, cancel)
				}
				came := time.Now()
				_, err := limiter.Wait(ctx, 1, read)
				if i%100 == 0 {
					assert.NoError(t, err)
					assert.Less(t, time.Since(came), 2*time.Second)
				}
			})
			time.Sleep(time.Second / 300)
		}
		callers.Wait()
	})
}

func TestLocalLimiter_boundsItsQueue(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		limiter := newLocalLimiter(t, rest.WithMaxQueue(2))
		slow := rest.Operation{ID: "A", RateLimit: 1}
		var callers sync.WaitGroup
		_, err := limiter.Wait(t.Context(), 1, slow)
		require.NoError(t, err)
		for want := range 2 {
			callers.Go(func() {
				queued, err := limiter.Wait(t.Context(), 1, slow)
				assert.NoError(t, err)
				assert.Equal(t, want, queued)
			})
			synctest.Wait()
		}
		start := time.Now()
		queued, err := limiter.Wait(t.Context(), 1, slow)
		require.ErrorIs(t, err, rest.ErrQueueFull)
		assert.Equal(t, 2, queued)
		assert.Zero(t, time.Since(start))
		callers.Wait()
		_, err = limiter.Wait(t.Context(), 1, slow)
		assert.NoError(t, err, "the queue has room again")
	})
}

func TestLocalLimiter_failsAtOnceBehindOtherCallers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		limiter := newLocalLimiter(t)
		slow := rest.Operation{ID: "A", RateLimit: 1}
		_, err := limiter.Wait(t.Context(), 1, slow)
		require.NoError(t, err)
		var callers sync.WaitGroup
		callers.Go(func() { _, _ = limiter.Wait(t.Context(), 1, slow) })
		synctest.Wait()
		ctx, cancel := context.WithTimeout(t.Context(), 500*time.Millisecond)
		defer cancel()
		start := time.Now()
		_, err = limiter.Wait(ctx, 1, slow)
		require.ErrorIs(t, err, context.DeadlineExceeded)
		require.ErrorContains(t, err, "the quota of 1 calls per second")
		assert.Zero(t, time.Since(start))
		callers.Wait()
	})
}

func TestLocalLimiter_returnsTheCause(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		limiter := newLocalLimiter(t)
		slow := rest.Operation{ID: "A", RateLimit: 1}
		_, err := limiter.Wait(t.Context(), 1, slow)
		require.NoError(t, err)
		shutdown := errors.New("shutdown")
		ctx, cancel := context.WithCancelCause(t.Context())
		time.AfterFunc(10*time.Millisecond, func() { cancel(shutdown) })
		for range 2 { // first while the call waits, then before it waits
			_, err = limiter.Wait(ctx, 1, slow)
			require.ErrorIs(t, err, context.Canceled)
			assert.ErrorIs(t, err, shutdown)
		}
	})
}

func TestLocalLimiter_keepsAppsApart(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		limiter := newLocalLimiter(t)
		slow := rest.Operation{ID: "A", RateLimit: 1}
		start := time.Now()
		for _, sdkAppID := range []uint32{1, 2, 1} {
			_, err := limiter.Wait(t.Context(), sdkAppID, slow)
			require.NoError(t, err)
			if sdkAppID == 2 {
				assert.Zero(t, time.Since(start))
			}
		}
		assert.GreaterOrEqual(t, time.Since(start), time.Second)
	})
}

func TestLocalLimiter_zeroValue(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		limiter := &rest.LocalLimiter{}
		start := time.Now()
		for range 194 {
			_, err := limiter.Wait(t.Context(), 1, read)
			require.NoError(t, err)
		}
		assert.InDelta(t, 1000, time.Since(start).Milliseconds(), 5)
	})
}
