package rest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"github.com/timsns/timsns/internal/queue"
)

// Limiter keeps calls within the service's quota. Each operation of each app has its own quota.
//
// Implementations should serve callers in the order in which they came: callers who are overtaken time out and call
// again, which makes the queue longer. They must be safe for concurrent use.
type Limiter interface {
	// Wait waits until an attempt of the operation may start for the app. It returns an error if the attempt may not
	// start before ctx ends, or for another reason. A client calls it after the delay of a retry. operation.RateLimit
	// is the quota in calls per second, 0 if it is unknown. queued is how many callers were waiting for the same quota
	// when this one came.
	Wait(ctx context.Context, sdkAppID uint32, operation Operation) (queued int, err error)
}

// WithLimiter replaces the limiter. The default is a [LocalLimiter] for the whole quota. Clients with the same limiter
// share the quota. [NoLimit] disables rate limiting.
func WithLimiter(limiter Limiter) Option {
	return clientOption(func(s *settings) error {
		if limiter == nil {
			return errors.New("rest: WithLimiter: want a limiter, got nil; rest.NoLimit() disables rate limiting")
		}
		s.limiter = limiter
		return nil
	})
}

// NoLimit returns a limiter that never waits. The service refuses calls beyond the quota with code 60007.
func NoLimit() Limiter { return noLimit{} }

type noLimit struct{}

func (noLimit) Wait(context.Context, uint32, Operation) (queued int, err error) { return 0, nil }

// ErrQueueFull is the error of a call that finds the queue of its limiter full.
var ErrQueueFull = queue.ErrFull

// The smallest and the largest share of a quota. With the smallest, a quota of one call per second becomes about one
// call per hour.
const (
	minShare = 1.0 / 3600
	maxShare = 1000
)

// LocalLimiter keeps the calls of one process within the quota of each app and operation. It uses 95 % of the quota, so
// that the service does not refuse calls that arrive a little closer together than they started. Calls start in the
// order in which they came, with one exception: while many callers give up, a caller who has waited about as long as
// they do moves to the end of the queue, once.
//
// The zero value is a limiter for the whole quota, whose queues have no limit.
type LocalLimiter struct {
	share    float64 // 0 means 1
	maxQueue int     // 0 for no limit

	mutex   sync.RWMutex
	buckets map[quotaKey]*bucket
}

type quotaKey struct {
	sdkAppID uint32
	path     string // not the ID, which operations of different services may share
}

// LimiterOption changes a default of [NewLocalLimiter].
type LimiterOption func(*LocalLimiter) error

// WithMaxQueue limits each queue to n callers, 1 or more. Calls that find n callers waiting fail at once with
// [ErrQueueFull]. Without this option, queues have no limit.
func WithMaxQueue(n int) LimiterOption {
	return func(l *LocalLimiter) error {
		if n < 1 {
			return fmt.Errorf("rest: WithMaxQueue: want a number of callers above 0, got %d", n)
		}
		l.maxQueue = n
		return nil
	}
}

// NewLocalLimiter returns a limiter for a share of the quota, from 1/3600 to 1000: 1 is all of it, 0.25 suits each of
// four processes, and 2 an app whose quota the vendor has doubled.
func NewLocalLimiter(share float64, options ...LimiterOption) (*LocalLimiter, error) {
	if !(share >= minShare && share <= maxShare) { // also refuses NaN
		return nil, fmt.Errorf("rest: NewLocalLimiter: want a share from 1/3600 to 1000, got %v", share)
	}
	l := &LocalLimiter{share: share}
	for i, option := range options {
		if option == nil {
			return nil, fmt.Errorf("rest: NewLocalLimiter: want an option, got nil as option %d", i+1)
		}
		if err := option(l); err != nil {
			return nil, err
		}
	}
	return l, nil
}

// Wait implements [Limiter]. It fails at once if no call may start before the deadline of ctx, even if all callers in
// the queue gave up. The error then matches [context.DeadlineExceeded]. If ctx ends while the call waits, the error
// matches both ctx.Err and [context.Cause].
func (l *LocalLimiter) Wait(ctx context.Context, sdkAppID uint32, operation Operation) (queued int, err error) {
	if operation.RateLimit <= 0 {
		return 0, nil
	}
	bucket := l.bucketFor(quotaKey{sdkAppID, operation.Path}, operation.RateLimit)
	if deadline, ok := ctx.Deadline(); ok && ctx.Err() == nil && deadline.Before(bucket.next()) {
		return bucket.queue.Len(), deadlineError(operation)
	}
	queued, err = bucket.queue.Wait(ctx)
	if errors.Is(err, errTooLate) {
		err = deadlineError(operation)
	}
	return queued, err
}

func deadlineError(operation Operation) error {
	return fmt.Errorf("%w: the quota of %d calls per second allows no call before the deadline",
		context.DeadlineExceeded, operation.RateLimit)
}

func (l *LocalLimiter) bucketFor(key quotaKey, rateLimit int) *bucket {
	l.mutex.RLock()
	found := l.buckets[key]
	l.mutex.RUnlock()
	if found != nil {
		return found
	}
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if l.buckets == nil {
		l.buckets = map[quotaKey]*bucket{}
	}
	if l.buckets[key] == nil {
		share := l.share
		if share == 0 {
			share = 1
		}
		l.buckets[key] = newBucket(float64(rateLimit)*share, l.maxQueue)
	}
	return l.buckets[key]
}

// errTooLate is the error of a caller at the front of the queue whose deadline is before the next token.
var errTooLate = fmt.Errorf("%w: the next token comes later", context.DeadlineExceeded)

// bucket is a token bucket with a queue in front of it.
type bucket struct {
	tokens *rate.Limiter
	queue  *queue.Queue
}

// newBucket returns a bucket that uses 95 % of the quota, in calls per second. It holds another 2 %, so that a process
// that was delayed for a moment can catch up. Together, the calls of any second are within the quota.
func newBucket(quota float64, maxQueue int) *bucket {
	b := &bucket{tokens: rate.NewLimiter(rate.Limit(quota*0.95), max(1, int(quota*0.02)))}
	b.queue = queue.New(b.take, maxQueue)
	return b
}

// take waits for a token and takes it.
func (b *bucket) take(ctx context.Context) error {
	err := b.tokens.Wait(ctx)
	if err != nil && ctx.Err() == nil {
		return errTooLate
	}
	return err
}

// next returns the earliest time at which a caller who comes now may get a token. The next token may be reserved for
// the caller at the front; if that caller gives up, a caller who comes now may get it.
func (b *bucket) next() time.Time {
	now := time.Now()
	missing := -b.tokens.TokensAt(now)
	if missing <= 0 {
		return now
	}
	return now.Add(time.Duration(missing / float64(b.tokens.Limit()) * float64(time.Second)))
}
