package rest

import (
	"context"
	"errors"
	"fmt"
	"math"
	"net/http"
	"strconv"
	"time"

	"github.com/cenkalti/backoff/v5"
)

// RetryPolicy limits the attempts of a call. A field left at zero has its default.
//
// An attempt is followed by another when that can help and can do no harm:
//
//   - no whole reply came, HTTP 429 or 5xx, or a code that stands for a passing fault ([RetryBackoff]): after a delay,
//     if the operation is idempotent, or if the request provably did not leave. If the primary host did not answer,
//     the standby is tried at once;
//   - the signature was refused ([RetryRenew]): once, with a new one, whatever the operation, since the service refused
//     it before acting;
//   - too many signatures were refused ([RetryWait]): after a minute, if the call may last that long.
//
// A Retry-After header lengthens the delay before the same host is asked again. No attempt starts that would have to
// wait beyond MaxElapsedTime or the context's deadline: the call then fails at once.
type RetryPolicy struct {
	// MaxAttempts is the most attempts of one call, the first one included. The default is 4; 1 turns retries off.
	MaxAttempts int

	// InitialBackoff is the longest delay before the first retry. A delay is random, from 0 to that, so that many
	// clients do not come back at the same moment; before each further retry the longest delay doubles. The default
	// is 200 ms.
	InitialBackoff time.Duration

	// MaxBackoff is what the longest delay does not grow beyond. The default is 5 seconds.
	MaxBackoff time.Duration

	// MaxElapsedTime is how long after the start of the first attempt a last one may start. The default is
	// 30 seconds.
	MaxElapsedTime time.Duration

	// BudgetRatio is how many retries a client makes for each call in the long run, beside a reserve of 100 that
	// fills up at one a second. It keeps an outage from being multiplied by retries. The default is 0.1.
	BudgetRatio float64
}

func defaultRetryPolicy() RetryPolicy {
	return RetryPolicy{
		MaxAttempts: 4, InitialBackoff: 200 * time.Millisecond, MaxBackoff: 5 * time.Second,
		MaxElapsedTime: 30 * time.Second, BudgetRatio: 0.1,
	}
}

// WithRetry sets when a failed attempt is followed by another.
func WithRetry(policy RetryPolicy) Option {
	return func(s *settings) error {
		if fault := policy.fault(); fault != "" {
			return fmt.Errorf("rest: WithRetry: %s", fault)
		}
		s.retry = policy.withDefaults()
		return nil
	}
}

func (p RetryPolicy) fault() string {
	for _, field := range []struct {
		name  string
		value float64
		given any
	}{
		{"MaxAttempts", float64(p.MaxAttempts), p.MaxAttempts},
		{"InitialBackoff", float64(p.InitialBackoff), p.InitialBackoff},
		{"MaxBackoff", float64(p.MaxBackoff), p.MaxBackoff},
		{"MaxElapsedTime", float64(p.MaxElapsedTime), p.MaxElapsedTime},
		{"BudgetRatio", p.BudgetRatio, p.BudgetRatio},
	} {
		if !(field.value >= 0) { // NaN is wrong, too
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
		BudgetRatio:    orDefault(p.BudgetRatio, standard.BudgetRatio),
	}
}

func orDefault[T comparable](value, standard T) T {
	var zero T
	if value == zero {
		return standard
	}
	return value
}

// newBackOff spreads delays over the whole of 0 to the longest one: half of it, plus or minus all of that half.
func (p RetryPolicy) newBackOff() backoff.ExponentialBackOff {
	return backoff.ExponentialBackOff{
		InitialInterval: min(p.InitialBackoff, p.MaxBackoff) / 2, MaxInterval: p.MaxBackoff / 2, Multiplier: 2, RandomizationFactor: 1,
	}
}

// Why no further attempt is made, beside what the last one came to.
var (
	errElapsed = errors.New("it would start after MaxElapsedTime")
	errBudget  = errors.New("the retry budget is spent")
)

// again decides whether another attempt follows the last one, and after which delay.
func (c *call) again(ctx context.Context) (delay time.Duration, ok bool) {
	remedy := c.remedy()
	if remedy == RetryNever || c.attempts >= c.client.settings.retry.MaxAttempts || remedy == RetryRenew && c.renewed {
		return 0, false
	}
	isFree := c.last.lost && c.attempts == 1 && c.client.hosts.canLeave(c.host)
	switch {
	case remedy == RetryRenew:
		c.renewed = true
	case !isFree:
		delay = c.hostDelay() + c.backOff.NextBackOff()
	}
	if c.ended = c.isInTime(ctx, delay); c.ended != nil {
		return 0, false
	}
	if !isFree && !c.client.budget.withdraw(time.Now()) {
		c.ended = errBudget
		return 0, false
	}
	return delay, true
}

// hostDelay is how long the host of the next attempt still asks to be left alone.
func (c *call) hostDelay() time.Duration {
	return max(0, time.Until(c.notBefore[c.nextHost()]))
}

// remedy tells what can help after the last attempt and can do no harm. What the service itself answered goes before
// the HTTP status.
func (c *call) remedy() Retry {
	isHarmless := c.operation.Idempotent || c.last.unsent
	if !isHarmless && errors.Is(c.last.err, ErrInvalidResponse) {
		return RetryNever // who contradicts itself may have acted, whatever the code says
	}
	if info, known := c.client.explain(c.last.failure.code); known {
		if info.Retry == RetryBackoff && !isHarmless {
			return RetryNever
		}
		return info.Retry
	}
	mayPass := c.last.lost || c.last.status == http.StatusTooManyRequests || c.last.status >= http.StatusInternalServerError
	if mayPass && isHarmless {
		return RetryBackoff
	}
	return RetryNever
}

// isInTime returns why an attempt that starts after delay is not within the call's time, and nil if it is.
func (c *call) isInTime(ctx context.Context, delay time.Duration) error {
	start := time.Now().Add(delay)
	if deadline, limited := ctx.Deadline(); limited && !start.Before(deadline) {
		return fmt.Errorf("it would start after the deadline: %w", context.DeadlineExceeded)
	}
	if start.Sub(c.start) > c.client.settings.retry.MaxElapsedTime {
		return errElapsed
	}
	return nil
}

// refusedFor is how long the service goes on refusing once it has refused too many signatures.
const refusedFor = time.Minute

// retryAfter returns what the Retry-After header asks for, in seconds or as a date, and 0 if it asks for nothing.
func retryAfter(header http.Header) time.Duration {
	value := header.Get("Retry-After")
	if value == "" { // as a rule; to find out by parsing costs four allocations
		return 0
	}
	if seconds, err := strconv.ParseUint(value, 10, 31); err == nil {
		return time.Duration(seconds) * time.Second
	}
	if date, err := http.ParseTime(value); err == nil {
		return min(max(0, time.Until(date)), longestRetryAfter)
	}
	return 0
}

// longestRetryAfter leaves room to add to it. Nobody waits that long.
const longestRetryAfter = math.MaxInt32 * time.Second
