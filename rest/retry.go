package rest

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"net/http"
	"strconv"
	"time"
)

// RetryPolicy limits the attempts of a call. A zero field stands for its default.
//
// A client repeats a request only if that can help and is safe:
//
//   - After a transient failure, it repeats a request after a delay if the operation is idempotent or nothing was sent.
//     Transient failures are an incomplete response, HTTP 408, 425, 429 and 5xx, and codes with [RetryBackoff]. There
//     is no delay if the primary host did not answer the first attempt and the standby is next, or if a connection of
//     an earlier attempt was dead.
//   - After a code with [RetryThrottled], it repeats a request of any operation after a delay: the service refused the
//     call for its rate and did not carry it out.
//   - After a refused signature ([RetryRenew]), it repeats a request of any operation once, with a new signature.
//   - After too many refused signatures ([RetryWait]), it waits for a minute, if the call may last that long.
//
// A documented error code takes precedence over the HTTP status, and no error code makes a call change hosts. A
// Retry-After header lengthens the delay before the same host is tried again. If the next attempt could only start
// after MaxElapsedTime or after the context's deadline, the call fails at once.
type RetryPolicy struct {
	// MaxAttempts is the largest number of attempts of one call, including the first. The default is 4; 1 disables
	// retries.
	MaxAttempts int

	// InitialBackoff is the longest delay before the first retry. It doubles with each retry. The delay itself is
	// random, from 0 to the longest, so that many clients do not retry at the same moment. The default is 200 ms.
	InitialBackoff time.Duration

	// MaxBackoff is the limit of the longest delay. The default is 5 seconds.
	MaxBackoff time.Duration

	// MaxElapsedTime is the longest time from the start of the first attempt to the start of the last one. The default
	// is 30 seconds.
	MaxElapsedTime time.Duration
}

func defaultRetryPolicy() RetryPolicy {
	return RetryPolicy{
		MaxAttempts: 4, InitialBackoff: 200 * time.Millisecond, MaxBackoff: 5 * time.Second,
		MaxElapsedTime: 30 * time.Second,
	}
}

// WithRetryPolicy sets the limits of retries.
func WithRetryPolicy(policy RetryPolicy) CallOption {
	return callOption(func(s *callSettings) error {
		if problem := policy.problem(); problem != "" {
			return fmt.Errorf("rest: WithRetryPolicy: %s", problem)
		}
		s.retry = policy.withDefaults()
		return nil
	})
}

// RetryFunc decides whether a failed attempt is followed by another. byDefault is what the client would do.
type RetryFunc func(ctx context.Context, attempt Attempt, byDefault bool) bool

// WithRetryFunc makes decide choose which failed attempts are followed by another, for a client or for one call. The
// limits of [RetryPolicy] still apply. decide should return false for a write that may have been carried out, unless it
// may be carried out twice. It runs in the caller's goroutine; many goroutines may call it at once.
func WithRetryFunc(decide RetryFunc) CallOption {
	return callOption(func(s *callSettings) error {
		if decide == nil {
			return errors.New("rest: WithRetryFunc: want a function, got nil")
		}
		s.decide = decide
		return nil
	})
}

// WithoutRetry limits a call to one attempt.
func WithoutRetry() CallOption {
	return callOption(func(s *callSettings) error {
		s.retry.MaxAttempts = 1
		return nil
	})
}

func (p RetryPolicy) problem() string {
	for _, field := range []struct {
		name  string
		value int64
		given any
	}{
		{"MaxAttempts", int64(p.MaxAttempts), p.MaxAttempts},
		{"InitialBackoff", int64(p.InitialBackoff), p.InitialBackoff},
		{"MaxBackoff", int64(p.MaxBackoff), p.MaxBackoff},
		{"MaxElapsedTime", int64(p.MaxElapsedTime), p.MaxElapsedTime},
	} {
		if field.value < 0 {
			return fmt.Sprintf("%s: want 0 for the default, or more, got %v", field.name, field.given)
		}
	}
	return ""
}

func (p RetryPolicy) withDefaults() RetryPolicy {
	standard := defaultRetryPolicy()
	return RetryPolicy{
		MaxAttempts:    orDefault(p.MaxAttempts, standard.MaxAttempts),
		InitialBackoff: orDefault(p.InitialBackoff, standard.InitialBackoff),
		MaxBackoff:     orDefault(p.MaxBackoff, standard.MaxBackoff),
		MaxElapsedTime: orDefault(p.MaxElapsedTime, standard.MaxElapsedTime),
	}
}

func orDefault[T comparable](value, standard T) T {
	var zero T
	if value == zero {
		return standard
	}
	return value
}

// The reasons why no further attempt is made, in addition to the error of the last one.
var (
	errElapsed = errors.New("it would start after MaxElapsedTime")
	errBudget  = errors.New("the retry budget is spent")
)

// retry describes the next attempt.
type retry struct {
	host   string
	delay  time.Duration
	isFree bool // whether it takes nothing from the budget and has no delay
}

// planRetry returns the next attempt, and reports whether to make it.
func (c *call) planRetry(ctx context.Context) (retry, bool) {
	action := c.chooseAction(ctx)
	if action == RetryNever || c.attempts >= c.settings.retry.MaxAttempts || action == RetryRenew && c.renewed {
		return retry{}, false
	}
	c.renewed = c.renewed || action == RetryRenew
	next := c.routeRetry()
	if c.last.outcome == unusable && next.host == c.host {
		return retry{}, false
	}
	if !next.isFree {
		next.delay = max(0, time.Until(c.notBefore[next.host]))
	}
	if !next.isFree && action != RetryRenew {
		next.delay += c.backoff()
	}
	c.ended = c.allow(ctx, next)
	return next, c.ended == nil
}

// chooseAction returns what can help after the last attempt, by the policy or the caller's own decision.
func (c *call) chooseAction(ctx context.Context) Retry {
	action := c.last.action(c.operation.Idempotent)
	if c.settings.decide == nil || c.last.outcome == rejected {
		return action
	}
	switch wanted := c.settings.decide(ctx, c.record(), action != RetryNever); {
	case !wanted:
		return RetryNever
	case action == RetryNever:
		return RetryBackoff
	}
	return action
}

// routeRetry returns the host of the next attempt, and whether that attempt is free.
func (c *call) routeRetry() retry {
	if c.last.outcome == stale {
		return retry{host: c.host, isFree: true} // the idle connections are closed, so that it happens once
	}
	if !c.last.outcome.isHostFault() {
		return retry{host: c.host}
	}
	other, isStandby := c.client.hosts.other(c.host)
	// After the first attempt the standby is free: it loads another host. Later moves are not: while both hosts are down,
	// calls must not multiply.
	return retry{host: other, isFree: isStandby && c.attempts == 1}
}

// allow returns why an attempt may not be made, or nil.
func (c *call) allow(ctx context.Context, next retry) error {
	start := time.Now().Add(next.delay)
	if deadline, limited := ctx.Deadline(); limited && !start.Before(deadline) {
		return fmt.Errorf("it would start after the deadline: %w", context.DeadlineExceeded)
	}
	if start.After(c.end()) {
		return errElapsed
	}
	if !next.isFree && !c.client.budget.withdraw(time.Now()) {
		return errBudget
	}
	return nil
}

// backoff returns a random delay up to the longest one, and doubles that.
func (c *call) backoff() time.Duration {
	longest := min(c.maxDelay, c.settings.retry.MaxBackoff)
	c.maxDelay = longest + min(longest, c.settings.retry.MaxBackoff-longest)
	return rand.N(max(longest, 1))
}

// action returns which kind of retry can help after the attempt and is safe.
func (r *result) action(isIdempotent bool) Retry {
	isSafe := isIdempotent || r.outcome == notSent || r.outcome == unusable
	switch {
	case r.outcome == rejected, errors.Is(r.err, ErrResponseTooLarge):
		return RetryNever
	case !isSafe && errors.Is(r.err, ErrInvalidResponse):
		return RetryNever // an inconsistent response may mean that the request was carried out, whatever its code
	case r.isKnown:
		if r.info.Retry == RetryBackoff && !isSafe {
			return RetryNever
		}
		return r.info.Retry
	case isSafe && r.mayPass():
		return RetryBackoff
	}
	return RetryNever
}

// mayPass reports whether the same request may succeed later.
func (r *result) mayPass() bool {
	switch r.status {
	case http.StatusRequestTimeout, http.StatusTooEarly, http.StatusTooManyRequests:
		return true
	}
	return r.outcome != answered || r.status >= http.StatusInternalServerError
}

// lockout is how long the service refuses all signatures after it has refused too many.
const lockout = time.Minute

// maxRetryAfter keeps sums with a delay from overflowing.
const maxRetryAfter = math.MaxInt32 * time.Second

// retryAfter returns the delay in the Retry-After header, which holds seconds or a date. It returns 0 without one.
func retryAfter(header http.Header) time.Duration {
	value := header.Get("Retry-After")
	if value == "" {
		return 0
	}
	if date, err := http.ParseTime(value); err == nil {
		return min(max(0, time.Until(date)), maxRetryAfter)
	}
	seconds, err := strconv.ParseFloat(value, 64)
	if err != nil && !errors.Is(err, strconv.ErrRange) || !(seconds > 0) {
		return 0
	}
	return time.Duration(min(math.Ceil(seconds), maxRetryAfter.Seconds())) * time.Second
}
