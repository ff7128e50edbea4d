package queue_test

import (
	"context"
	"errors"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/internal/queue"
)

// oneEach returns a queue for a quota of one call per interval.
func oneEach(interval time.Duration, maxWaiting int) *queue.Queue {
	return queue.New(func(ctx context.Context) error {
		select {
		case <-time.After(interval):
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}, maxWaiting)
}

func TestQueue_servesInOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		q := oneEach(time.Second, 0)
		var mutex sync.Mutex
		var served []int
		var callers sync.WaitGroup
		for i := range 10 {
			callers.Go(func() {
				queued, err := q.Wait(t.Context())
				assert.NoError(t, err)
				assert.Equal(t, i, queued)
				mutex.Lock()
				defer mutex.Unlock()
				served = append(served, i)
			})
			synctest.Wait()
		}
		assert.Equal(t, 10, q.Len())
		callers.Wait()
		assert.Equal(t, []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, served)
		assert.Zero(t, q.Len())
	})
}

func TestQueue_endsWithTheContext(t *testing.T) {
	cause := errors.New("shutdown")
	tests := map[string]struct {
		newContext func(context.Context) (context.Context, context.CancelFunc)
		want       []error
	}{
		"cancelled": {func(ctx context.Context) (context.Context, context.CancelFunc) {
			ctx, cancel := context.WithCancel(ctx)
			time.AfterFunc(time.Second/2, cancel)
			return ctx, cancel
		}, []error{context.Canceled}},
		"cancelled with a cause": {func(ctx context.Context) (context.Context, context.CancelFunc) {
			ctx, cancel := context.WithCancelCause(ctx)
			time.AfterFunc(time.Second/2, func() { cancel(cause) })
			return ctx, func() { cancel(nil) }
		}, []error{context.Canceled, cause}},
		"past its deadline, with a cause": {func(ctx context.Context) (context.Context, context.CancelFunc) {
			return context.WithTimeoutCause(ctx, time.Second/2, cause)
		}, []error{context.DeadlineExceeded, cause}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				q := oneEach(time.Second, 0)
				ctx, cancel := test.newContext(t.Context())
				defer cancel()
				start := time.Now()
				var callers sync.WaitGroup
				for range 2 { // one at the front, one behind it
					callers.Go(func() {
						_, err := q.Wait(ctx)
						for _, want := range test.want {
							assert.ErrorIs(t, err, want)
						}
					})
				}
				callers.Wait()
				assert.Equal(t, time.Second/2, time.Since(start))
				_, err := q.Wait(t.Context())
				require.NoError(t, err)
				assert.Equal(t, 3*time.Second/2, time.Since(start), "the two callers who gave up take nothing from the quota")
			})
		})
	}
}

func TestQueue_refusesCallersWhenFull(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		q := oneEach(time.Second, 1)
		var callers sync.WaitGroup
		callers.Go(func() { _, _ = q.Wait(t.Context()) })
		synctest.Wait()
		queued, err := q.Wait(t.Context())
		require.ErrorIs(t, err, queue.ErrFull)
		assert.Equal(t, 1, queued)
		callers.Wait()
		_, err = q.Wait(t.Context())
		assert.NoError(t, err)
	})
}

// TestQueue_movesCallersBackOnce has twice as many callers as the quota allows, for 20 seconds. They give up after 2
// seconds, except for one.
func TestQueue_movesCallersBackOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		q := oneEach(10*time.Millisecond, 0)
		var callers sync.WaitGroup
		var mutex sync.Mutex
		longest, patient := time.Duration(0), time.Duration(0)
		for i := range 4000 {
			callers.Go(func() {
				ctx, cancel := context.WithCancel(t.Context())
				defer cancel()
				if i != 2000 {
					time.AfterFunc(2*time.Second, cancel)
				}
				came := time.Now()
				_, err := q.Wait(ctx)
				mutex.Lock()
				defer mutex.Unlock()
				switch waited := time.Since(came); {
				case i == 2000:
					assert.NoError(t, err)
					patient = waited
				case err == nil && i > 2000 && i < 3000: // while the rush lasts
					longest = max(longest, waited)
				}
			})
			time.Sleep(5 * time.Millisecond)
		}
		callers.Wait()
		assert.InDelta(t, 1500, longest.Milliseconds(), 20, "a quarter of their patience is left")
		assert.LessOrEqual(t, patient, 4*time.Second)
	})
}

func TestQueue_returnsOtherErrors(t *testing.T) {
	broken := errors.New("broken")
	q := queue.New(func(context.Context) error { return broken }, 0)
	for range 2 {
		_, err := q.Wait(t.Context())
		assert.Equal(t, broken, err)
	}
}
