package rest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"github.com/timsns/timsns/internal/quota"
)

// Limiter holds calls to a quota. The service's quota belongs to the app: a limiter that many processes share, such as
// that of package redisquota, keeps all of them together within it.
type Limiter interface {
	// Wait returns when an attempt of the operation may start, or an error if it may not before ctx ends or for
	// another reason. operation.RateLimit is the quota in calls a second, 0 if it is unknown. Without an error, done,
	// which may be nil, is called once when the attempt is over. Many goroutines call both.
	Wait(ctx context.Context, operation Operation) (done func(), err error)
}

// WithLimiter replaces the limiter, which by default is a [LocalLimiter] of the whole quota. To share one among
// clients, give it to each; to have no limit, give them [Unlimited].
func WithLimiter(limiter Limiter) Option {
	return func(s *settings) error {
		if limiter == nil {
			return errors.New("rest: WithLimiter: want a limiter, got nil; rest.Unlimited is the one that limits nothing")
		}
		s.limiter = limiter
		return nil
	}
}

// Unlimited is the limiter that limits nothing. Calls beyond the quota fail with code 60007, and are then retried
// like any passing fault if their operation is idempotent.
var Unlimited Limiter = unlimited{}

type unlimited struct{}

func (unlimited) Wait(context.Context, Operation) (done func(), err error) { return nothing, nil }

func nothing() {}

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
func (l *LocalLimiter) Wait(ctx context.Context, operation Operation) (done func(), err error) {
	if operation.RateLimit <= 0 {
		return nothing, nil
	}
	limiter := l.of(operation)
	err = limiter.wait(ctx)
	switch {
	case err == nil:
		return limiter.done, nil
	case ctx.Err() != nil:
		return nil, err
	}
	return nil, fmt.Errorf("%w: the quota of %d calls a second leaves no turn before it", context.DeadlineExceeded, operation.RateLimit)
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

// operationLimiter gives each call a turn, which spreads calls over the second, and then a slot, which keeps them within
// the quota even if they are held up: before they start, by a busy machine or a container's share of it, or on their
// way, by connections that are slow to open.
type operationLimiter struct {
	turns *rate.Limiter
	next  chan struct{} // holds an element while a caller waits for a slot; others wait behind it
	done  func()

	mutex sync.Mutex
	slots *quota.Slots
}

func newOperationLimiter(perSecond float64) *operationLimiter {
	interval, burst := quota.Bucket(perSecond)
	l := &operationLimiter{
		turns: rate.NewLimiter(rate.Every(interval), burst), next: make(chan struct{}, 1),
		slots: quota.NewSlots(max(1, int(perSecond*0.95))),
	}
	l.done = l.over // one func for all calls
	return l
}

func (l *operationLimiter) wait(ctx context.Context) error {
	if err := l.turns.Wait(ctx); err != nil {
		return err
	}
	select {
	case l.next <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { <-l.next }()
	for {
		delay := l.take()
		if delay == 0 {
			return nil
		}
		if err := pause(ctx, delay); err != nil {
			return err
		}
	}
}

// take takes a slot, or returns how long to wait for one.
func (l *operationLimiter) take() time.Duration {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.slots.Take(time.Now())
}

func (l *operationLimiter) over() {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.slots.Over(time.Now())
}
