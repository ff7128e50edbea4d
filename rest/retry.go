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

// The reasons why no further attempt is made, in addition to the error of the last one.
var (
	errElapsed   = errors.New("it would start after MaxElapsedTime")
	errForgotten = errors.New("it would start after the time in which the service recognizes a repeated request")
	errBudget    = errors.New("the retry budget is spent")
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
	if end, tooLate := c.end(); start.After(end) {
		return tooLate
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
