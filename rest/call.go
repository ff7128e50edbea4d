package rest

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/go-json-experiment/json"

	"github.com/timsns/timsns/internal/queue"
)

// call is one call of an operation: the state that its attempts share.
type call struct {
	client    *Client
	operation Operation
	settings  callSettings
	body      []byte // the request as JSON: each attempt sends the same bytes

	attempts  int
	start     time.Time            // of the first attempt
	host      string               // the base URL that the last attempt was sent to, or the next one will be
	maxDelay  time.Duration        // the longest delay before the next retry
	renewed   bool                 // whether the signature was renewed for this call
	notBefore map[string]time.Time // by host: when its Retry-After ends

	queued  int           // how many callers were waiting for the quota when the next attempt joined them
	waited  time.Duration // how long the next attempt waited for the quota
	started time.Time     // when the last attempt started
	last    result        // of the last attempt
	ended   error         // why no further attempt is made, in addition to the error of the last one

	isUnknown bool // whether an attempt may have been carried out although it failed
}

var (
	errNoClient  = errors.New("want a client that NewClient returned")
	errNoContext = errors.New("want a context, got nil")
	errNoRequest = errors.New("want a request, got nil")
)

func (c *Client) newCall(ctx context.Context, operation Operation, request any, options []CallOption) (*call, error) {
	if c == nil || c.outer == nil {
		return nil, &Error{Op: operation.ID, Err: errNoClient}
	}
	if ctx == nil {
		return nil, &Error{Op: operation.ID, Err: errNoContext}
	}
	if request == nil {
		return nil, &Error{Op: operation.ID, Err: errNoRequest}
	}
	settings := c.settings
	for i, option := range options {
		if option == nil {
			return nil, &Error{Op: operation.ID, Err: fmt.Errorf("want a call option, got nil as option %d", i+1)}
		}
		if err := option.applyCall(&settings); err != nil {
			return nil, &Error{Op: operation.ID, Err: err}
		}
	}
	body, err := json.Marshal(request)
	if err != nil {
		return nil, &Error{Op: operation.ID, Err: fmt.Errorf("encoding the request: %w", err)}
	}
	c.budget.deposit(time.Now())
	return &call{
		client: c, operation: operation, settings: settings, body: body,
		maxDelay: settings.retry.InitialBackoff,
	}, nil
}

// next waits until the next attempt may start, and reports whether there is one. It waits for the delay of a retry
// before it waits for the quota: in the other order, it would take a part of the quota that others could use meanwhile.
func (c *call) next(ctx context.Context) bool {
	if c.attempts > 0 {
		retry, ok := c.planRetry(ctx)
		if !ok {
			return false
		}
		if c.ended = pause(ctx, retry.delay); c.ended != nil {
			return false
		}
		c.host = retry.host
	}
	if c.ended = c.waitForQuota(ctx); c.ended != nil {
		return false
	}
	if c.attempts == 0 {
		c.start = c.started
		c.host = c.client.hosts.pick(c.start, c.operation.Idempotent)
	}
	return true
}

func (c *call) waitForQuota(ctx context.Context) error {
	if ctx.Err() != nil {
		return queue.ContextError(ctx)
	}
	limited := ctx
	end, tooLate := c.end()
	if c.attempts > 0 {
		var cancel context.CancelFunc
		limited, cancel = context.WithDeadlineCause(ctx, end, tooLate)
		defer cancel()
	}
	before := time.Now()
	var err error
	c.queued, err = c.client.limiter.Wait(limited, c.client.signer.SDKAppID(), c.operation)
	c.started = time.Now()
	c.waited = c.started.Sub(before)
	switch {
	case err != nil && ctx.Err() != nil:
		return queue.ContextError(ctx)
	case errors.Is(err, context.DeadlineExceeded) && c.endsBefore(ctx):
		return fmt.Errorf("%w: %v", tooLate, err) //nolint:errorlint // it is not the caller's deadline
	}
	return err
}

// end returns when the last attempt may start, and why not later.
func (c *call) end() (time.Time, error) {
	within, most := c.operation.RepeatWithin, c.settings.retry.MaxElapsedTime
	if c.operation.Idempotent && within > 0 && within < most {
		return c.start.Add(within), errForgotten
	}
	return c.start.Add(most), errElapsed
}

// endsBefore reports whether the time for attempts ends before the deadline of ctx.
func (c *call) endsBefore(ctx context.Context) bool {
	deadline, limited := ctx.Deadline()
	end, _ := c.end()
	return c.attempts > 0 && (!limited || end.Before(deadline))
}

// pause waits for the delay. It returns an error if ctx ends first.
func pause(ctx context.Context, delay time.Duration) error {
	timer := time.NewTimer(delay)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return queue.ContextError(ctx)
	}
}

// failure returns the error of the call: that of the last attempt, and why no further attempt was made.
func (c *call) failure() error {
	err := c.last.err
	switch {
	case err == nil:
		err = c.ended
	case c.ended != nil && !errors.Is(err, c.ended):
		err = fmt.Errorf("%w; no further attempt: %w", err, c.ended)
	}
	return &Error{
		Op: c.operation.ID, Code: c.last.failure.code, Meaning: c.last.info.Meaning, Advice: c.advice(),
		Info: c.last.failure.info, Display: c.last.failure.display, Host: c.last.host, HTTPStatus: c.last.status,
		Random: c.last.random, Attempts: c.attempts, RetryAfter: c.last.retryAfter, Err: err,
		OutcomeUnknown: c.isUnknown,
	}
}

// advice returns what to do about the last attempt. If a new signature was refused as well, the key or the clock is
// wrong.
func (c *call) advice() string {
	if !c.renewed || c.last.info.Retry != RetryRenew {
		return c.last.info.Advice
	}
	const advice = "a new signature was refused as well: check the secret key and the machine's clock"
	switch lag := c.last.clockLag; {
	case lag > clockTolerance:
		return fmt.Sprintf("%s, which is %v behind the service's", advice, lag)
	case lag < -clockTolerance:
		return fmt.Sprintf("%s, which is %v ahead of the service's", advice, -lag)
	}
	return advice
}

// clockTolerance is how far clocks may differ without being mentioned.
const clockTolerance = 30 * time.Second

// clockLag returns how far the local clock is behind the Date header, and 0 without one.
func clockLag(header http.Header) time.Duration {
	date, err := http.ParseTime(header.Get("Date"))
	if err != nil {
		return 0
	}
	return time.Until(date).Round(time.Second)
}
