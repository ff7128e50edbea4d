package rest

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"golang.org/x/time/rate"
)

// Limiter holds calls to a quota. The service's quota belongs to the app: a limiter that many processes share, such as
// that of package redisquota, keeps all of them together within it.
type Limiter interface {
	// Wait returns when an attempt of the operation may start, or an error if it may not before ctx ends or for
	// another reason. operation.RateLimit is the quota in calls a second, 0 if it is unknown. Without an error, done,
	// which may be nil, is called once when the attempt is over. Many goroutines call both.
	Wait(ctx context.Context, sdkAppID uint32, operation Operation) (queued int, err error)
}

// WithLimiter replaces the limiter, which by default is a [LocalLimiter] of the whole quota. To share one among
// clients, give it to each; to have no limit, give them [Unlimited].
func WithLimiter(limiter Limiter) Option {
	return clientOption(func(s *settings) error {
		if limiter == nil {
			return errors.New("rest: WithLimiter: want a limiter, got nil; rest.Unlimited is the one that limits nothing")
		}
		s.limiter = limiter
		return nil
	})
}

// Unlimited is the limiter that limits nothing. Calls beyond the quota fail with code 60007, and are then retried
// like any passing fault if their operation is idempotent.
var Unlimited Limiter = unlimited{}

type unlimited struct{}

func (unlimited) Wait(context.Context, uint32, Operation) (int, error) { return 0, nil }

// LocalLimiter holds the calls of one process to the quota of each operation: no second of the service's has more calls,
// however they are held up on their way. It uses nine tenths of the quota, and less if replies are slow: with a quota of
// 200 and replies that take a second, 95 calls a second. Waiting calls start in the order in which they came; how long
// one waits at most is its context's to say.
type LocalLimiter struct {
	share float64

	mutex      sync.RWMutex
	operations map[string]*operationLimiter // by operation ID
}

// NewLocalLimiter returns a limiter that keeps to a share of the quota: 1 is all of it, 0.25 suits four processes
// that know nothing of each other, and 2 an app whose quota the vendor has doubled.
func NewLocalLimiter(share float64) (*LocalLimiter, error) {
	if !(share > 0 && share <= 1000) { // NaN is wrong, too
		return nil, fmt.Errorf("rest: NewLocalLimiter: want a share above 0 and up to 1000, got %v", share)
	}
	return newLocalLimiter(share), nil
}

func newLocalLimiter(share float64) *LocalLimiter {
	return &LocalLimiter{share: share, operations: map[string]*operationLimiter{}}
}

// Wait implements [Limiter]. It fails at once if the turn would come after the deadline of ctx.
func (l *LocalLimiter) Wait(ctx context.Context, _ uint32, operation Operation) (int, error) {
	if operation.RateLimit <= 0 {
		return 0, nil
	}
	limiter := l.of(operation)
	err := limiter.wait(ctx)
	switch {
	case err == nil:
		return 0, nil
	case ctx.Err() != nil:
		return 0, err
	}
	return 0, fmt.Errorf("%w: the quota of %d calls a second leaves no turn before it", context.DeadlineExceeded, operation.RateLimit)
}

func (l *LocalLimiter) of(operation Operation) *operationLimiter {
	l.mutex.RLock()
	limiter := l.operations[operation.ID]
	l.mutex.RUnlock()
	if limiter != nil {
		return limiter
	}
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if l.operations[operation.ID] == nil {
		l.operations[operation.ID] = newOperationLimiter(float64(operation.RateLimit) * l.share)
	}
	return l.operations[operation.ID]
}

type operationLimiter struct{ turns *rate.Limiter }

func newOperationLimiter(perSecond float64) *operationLimiter {
	return &operationLimiter{rate.NewLimiter(rate.Limit(perSecond*0.95), max(1, int(perSecond*0.02)))}
}

func (l *operationLimiter) wait(ctx context.Context) error { return l.turns.Wait(ctx) }
