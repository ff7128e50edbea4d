// Package queue lets callers wait for a quota, first come first served.
package queue

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"golang.org/x/sync/semaphore"
)

// ErrFull is returned to a caller who finds the queue full.
var ErrFull = errors.New("the queue for the quota is full")

// Queue is a queue for one quota. Only the caller at its front takes from the quota, so a caller who gives up earlier
// costs the others nothing.
type Queue struct {
	take       func(context.Context) error
	maxWaiting int // 0 for no limit
	front      *semaphore.Weighted
	waiting    atomic.Int64
	departures departures
}

// New returns a queue. The caller at its front calls take, which waits for a part of the quota and takes it. The queue
// holds up to maxWaiting callers, or any number if maxWaiting is 0.
func New(take func(context.Context) error, maxWaiting int) *Queue {
	return &Queue{take: take, maxWaiting: maxWaiting, front: semaphore.NewWeighted(1)}
}

// Len returns the number of callers in the queue, including the one at its front.
func (q *Queue) Len() int { return int(q.waiting.Load()) }

// Wait joins the queue, and calls take at its front. It returns how many callers it found in the queue, and take's
// error, [ErrFull], or an error that matches both ctx.Err and context.Cause.
func (q *Queue) Wait(ctx context.Context) (queued int, err error) {
	queued, ok := q.join()
	if !ok {
		return queued, ErrFull
	}
	defer q.waiting.Add(-1)
	came := time.Now()
	if err = q.reachFront(ctx, came); err == nil {
		err = q.take(ctx)
		q.front.Release(1)
	}
	switch {
	case err == nil:
		q.departures.served()
	case ctx.Err() != nil:
		q.departures.left(time.Since(came))
		err = ContextError(ctx)
	case queued > 0 && errors.Is(err, context.DeadlineExceeded): // take failed before the deadline, which it would miss
		q.departures.left(time.Since(came))
	}
	return queued, err
}

// join adds a caller to the queue, unless it is full, and returns how many callers were in it.
func (q *Queue) join() (queued int, ok bool) {
	for {
		waiting := q.waiting.Load()
		if q.maxWaiting > 0 && waiting >= int64(q.maxWaiting) {
			return int(waiting), false
		}
		if q.waiting.CompareAndSwap(waiting, waiting+1) {
			return int(waiting), true
		}
	}
}

// reachFront waits until the caller is at the front of the queue. A caller who has waited about as long as others do
// before they give up moves to the back: it would probably give up before it has a response, and waste its part of the
// quota. It moves only once, so that more patient callers are served as well.
func (q *Queue) reachFront(ctx context.Context, came time.Time) error {
	for movedBack := false; ; movedBack = true {
		if err := q.front.Acquire(ctx, 1); err != nil {
			return err
		}
		if movedBack || q.Len() == 1 || !q.departures.isNear(time.Since(came)) {
			return nil
		}
		q.front.Release(1)
	}
}

// ContextError returns an error for a context that is done. It matches both ctx.Err and context.Cause.
func ContextError(ctx context.Context) error {
	err, cause := ctx.Err(), context.Cause(ctx)
	if errors.Is(cause, err) {
		return cause
	}
	return fmt.Errorf("%w: %w", err, cause)
}
