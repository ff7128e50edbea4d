package redisquota

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/redis/go-redis/v9"

	"github.com/timsns/timsns/rest"
)

// ErrUnavailable is the error of a call that is not made because Redis does not respond and there is no fallback.
var ErrUnavailable = errors.New("redisquota: Redis does not respond")

// errTooLate is the error of a caller whose deadline is before the next token.
var errTooLate = fmt.Errorf("%w: the next token comes later", context.DeadlineExceeded)

// Limiter keeps the calls of all processes that share a Redis within the quota of each app and operation. It implements
// [rest.Limiter]. Several clients can share it, and it is safe for concurrent use.
type Limiter struct {
	client   redis.UniversalClient
	share    float64
	maxQueue int
	timeout  time.Duration
	fallback rest.Limiter
	health   *health

	mutex   sync.Mutex
	buckets map[string]*bucket // by key
}

// New returns a limiter, which never closes the Redis client. The error says which argument or option is invalid; New
// does not connect to Redis.
func New(client redis.UniversalClient, options ...Option) (*Limiter, error) {
	if client == nil {
		return nil, errors.New("redisquota: New: want a Redis client, got nil")
	}
	l := &Limiter{
		client: client, share: 1, timeout: 500 * time.Millisecond, health: newHealth(), buckets: map[string]*bucket{},
	}
	for _, option := range options {
		if err := option(l); err != nil {
			return nil, err
		}
	}
	if l.fallback != nil {
		return l, nil
	}
	var err error
	l.fallback, err = rest.NewLocalLimiter(l.share, l.localOptions()...)
	return l, err
}

func (l *Limiter) localOptions() []rest.LimiterOption {
	if l.maxQueue == 0 {
		return nil
	}
	return []rest.LimiterOption{rest.WithMaxQueue(l.maxQueue)}
}

// Wait implements [rest.Limiter]. Once a caller is at the front of the queue, Wait fails at once if the next token
// comes after the deadline of ctx. The error then matches [context.DeadlineExceeded].
func (l *Limiter) Wait(ctx context.Context, sdkAppID uint32, operation rest.Operation) (queued int, err error) {
	if operation.RateLimit <= 0 {
		return 0, nil
	}
	err = errLost
	if !l.health.isLost() {
		queued, err = l.bucketFor(sdkAppID, operation).queue.Wait(ctx)
	}
	switch {
	case errors.Is(err, errLost):
		return l.fallback.Wait(ctx, sdkAppID, operation)
	case errors.Is(err, errTooLate):
		err = fmt.Errorf("%w: the quota of %d calls per second allows no call before the deadline",
			context.DeadlineExceeded, operation.RateLimit)
	}
	return queued, err
}

func (l *Limiter) bucketFor(sdkAppID uint32, operation rest.Operation) *bucket {
	key := fmt.Sprintf("rate:timsns:%d:%s", sdkAppID, operation.Path)
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if l.buckets[key] == nil {
		l.buckets[key] = newBucket(l, key, float64(operation.RateLimit)*l.share)
	}
	return l.buckets[key]
}

// unavailable is the limiter that [WithoutFallback] uses as the fallback.
type unavailable struct{}

func (unavailable) Wait(context.Context, uint32, rest.Operation) (queued int, err error) {
	return 0, ErrUnavailable
}
