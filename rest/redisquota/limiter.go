package redisquota

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/go-redis/redis_rate/v10"
	"github.com/redis/go-redis/v9"

	"github.com/timsns/timsns/internal/quota"
	"github.com/timsns/timsns/rest"
)

// ErrUnavailable says that a call was not made because Redis did not answer and there is no fallback.
var ErrUnavailable = errors.New("redisquota: Redis does not answer")

// Limiter holds the calls of all processes that share a Redis and an app to the quota of each operation. It implements
// [rest.Limiter], and is safe for use by many goroutines and clients.
type Limiter struct {
	redis    *redis_rate.Limiter
	sdkAppID uint32
	share    float64
	timeout  time.Duration
	fallback rest.Limiter
	health   *health

	mutex sync.Mutex
	turns map[string]chan struct{} // by operation ID; each holds an element while a caller asks Redis
}

// New returns a limiter for the app. The client stays the caller's to close. The error names the argument or option
// that is wrong; whether Redis answers is found out by the first call.
func New(client redis.UniversalClient, sdkAppID uint32, options ...Option) (*Limiter, error) {
	switch {
	case client == nil:
		return nil, errors.New("redisquota: New: want a Redis client, got nil")
	case sdkAppID == 0:
		return nil, errors.New("redisquota: New: want the number of the app, got 0")
	}
	l := &Limiter{
		redis: redis_rate.NewLimiter(client), sdkAppID: sdkAppID, share: 1, timeout: 250 * time.Millisecond,
		health: newHealth(), turns: map[string]chan struct{}{},
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
	l.fallback, err = rest.NewLocalLimiter(l.share)
	return l, err
}

// Wait implements [rest.Limiter]. It fails at once if the next turn would come after the deadline of ctx.
func (l *Limiter) Wait(ctx context.Context, operation rest.Operation) (done func(), err error) {
	if operation.RateLimit <= 0 {
		return nothing, nil
	}
	switch err := l.waitForTurn(ctx, operation); {
	case errors.Is(err, errLost):
		return l.fallback.Wait(ctx, operation)
	case err != nil:
		return nil, err
	}
	return nothing, nil
}

// nothing is to be done at the end of an attempt: Redis counts starts.
func nothing() {}

// waitForTurn has callers ask one after the other: if all asked at once, each answer but one would be a refusal.
func (l *Limiter) waitForTurn(ctx context.Context, operation rest.Operation) error {
	if l.health.isLost() {
		return errLost
	}
	turn := l.turn(operation.ID)
	select {
	case turn <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { <-turn }()
	for {
		wait, err := l.ask(ctx, operation)
		if err != nil || wait <= 0 {
			return err
		}
		if err := pause(ctx, wait); err != nil {
			return err
		}
	}
}

func (l *Limiter) turn(operation string) chan struct{} {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if l.turns[operation] == nil {
		l.turns[operation] = make(chan struct{}, 1)
	}
	return l.turns[operation]
}

// ask takes a token, or tells how long to wait before asking again.
func (l *Limiter) ask(ctx context.Context, operation rest.Operation) (wait time.Duration, err error) {
	if !l.health.mayAsk(time.Now()) {
		return 0, errLost
	}
	result, err := l.allow(ctx, operation)
	switch {
	case err != nil && ctx.Err() != nil:
		return 0, ctx.Err() // it tells nothing of Redis
	case err != nil:
		l.health.lose(time.Now(), err)
		return 0, errLost
	}
	l.health.recover()
	if result.Allowed > 0 {
		return 0, nil
	}
	return max(result.RetryAfter, time.Millisecond), nil
}

// allow gives Redis its time and no more: a client heeds a context's deadline only if it is configured to, and has
// retries and time-outs of its own that together last for many seconds.
func (l *Limiter) allow(ctx context.Context, operation rest.Operation) (*redis_rate.Result, error) {
	ctx, cancel := context.WithTimeout(ctx, l.timeout)
	defer cancel()
	type answer struct {
		result *redis_rate.Result
		err    error
	}
	answered := make(chan answer, 1)
	go func() {
		interval, size := quota.Bucket(float64(operation.RateLimit) * l.share)
		key := fmt.Sprintf("timsns:%d:%s", l.sdkAppID, operation.ID)
		result, err := l.redis.Allow(ctx, key, redis_rate.Limit{Rate: 1, Period: interval, Burst: size})
		answered <- answer{result, err}
	}()
	select {
	case a := <-answered:
		return a.result, a.err
	case <-ctx.Done():
		return nil, fmt.Errorf("no answer within %v: %w", l.timeout, ctx.Err())
	}
}

// pause waits, unless the wait would miss the deadline of ctx.
func pause(ctx context.Context, wait time.Duration) error {
	if deadline, limited := ctx.Deadline(); limited && time.Until(deadline) <= wait {
		return fmt.Errorf("%w: the quota leaves no turn before it", context.DeadlineExceeded)
	}
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// unavailable is the fallback of those who want none.
type unavailable struct{}

func (unavailable) Wait(context.Context, rest.Operation) (done func(), err error) {
	return nil, ErrUnavailable
}
