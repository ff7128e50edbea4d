package rest

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/cenkalti/backoff/v5"
	"github.com/go-json-experiment/json"
)

// call is a call under way: what came of it so far, on which its next attempt depends.
type call struct {
	client    *Client
	operation Operation
	body      []byte    // of the request: each attempt sends the same bytes
	start     time.Time // of the first attempt
	started   time.Time // of the last one
	host      string    // where the last attempt went to, and the next one goes
	attempts  int
	waited    time.Duration // how long the next attempt was held up by the quota
	backOff   backoff.ExponentialBackOff
	renewed   bool                 // whether the signature was renewed for this call
	notBefore map[string]time.Time // when a host may be asked again, by its own word
	last      result               // of the last attempt
	ended     error                // why no attempt follows, if it is not for what came of the last one
}

func (c *Client) newCall(operation Operation, request any) (*call, error) {
	body, err := json.Marshal(request)
	if err != nil {
		return nil, &Error{Op: operation.ID, Err: fmt.Errorf("the request cannot be encoded: %w", err)}
	}
	c.budget.deposit(time.Now())
	return &call{client: c, operation: operation, body: body, backOff: c.settings.retry.newBackOff()}, nil
}

// next waits until the next attempt may start: first for the delay of a retry, then for the quota, since waiting
// first for the quota would hold a place in it that others could use. It returns false if no attempt follows.
func (c *call) next(ctx context.Context) bool {
	if c.attempts > 0 {
		delay, again := c.again(ctx)
		if !again {
			return false
		}
		if c.ended = pause(ctx, delay); c.ended != nil {
			return false
		}
	}
	if c.ended = c.waitForQuota(ctx); c.ended != nil {
		return false
	}
	if c.attempts == 0 {
		c.start = c.started
	}
	c.host = c.nextHost()
	return true
}

func (c *call) waitForQuota(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	limited := ctx
	if c.attempts > 0 {
		var cancel context.CancelFunc
		limited, cancel = context.WithDeadlineCause(ctx, c.start.Add(c.client.settings.retry.MaxElapsedTime), errElapsed)
		defer cancel()
	}
	before := time.Now()
	_, err := c.client.settings.limiter.Wait(limited, 0, c.operation)
	c.started = time.Now()
	c.waited = c.started.Sub(before)
	if err != nil && ctx.Err() == nil && errors.Is(err, context.DeadlineExceeded) && c.deadlineIsOwn(ctx) {
		return errElapsed
	}
	return err
}

func (c *call) nextHost() string {
	switch {
	case c.attempts == 0:
		return c.client.hosts.pick(c.start, c.operation.Idempotent)
	case c.last.lost:
		return c.client.hosts.other(c.host)
	}
	return c.host
}

// try makes one attempt. It returns whether the call succeeded, with the answer in reply.
func (c *call) try(ctx context.Context, reply Reply) bool {
	c.attempts++
	c.last = c.client.attempt(ctx, c, reply)
	c.client.hosts.report(c.host, c.last.verdict(ctx), c.started, time.Now())
	c.note()
	return c.last.err == nil
}

// deadlineIsOwn tells whether the time of the call's attempts ends before that of its caller.
func (c *call) deadlineIsOwn(ctx context.Context) bool {
	deadline, limited := ctx.Deadline()
	return c.attempts > 0 && (!limited || c.start.Add(c.client.settings.retry.MaxElapsedTime).Before(deadline))
}

// note keeps in mind how long the host asks to be left alone, even if the other one is asked meanwhile.
func (c *call) note() {
	if c.last.retryAfter == 0 {
		return
	}
	if c.notBefore == nil {
		c.notBefore = map[string]time.Time{}
	}
	c.notBefore[c.host] = time.Now().Add(c.last.retryAfter)
}

// pause waits for the delay of a retry, unless ctx ends before.
func pause(ctx context.Context, delay time.Duration) error {
	if delay <= 0 {
		return ctx.Err()
	}
	timer := time.NewTimer(delay)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// failure tells what came of the last attempt, and why no other followed.
func (c *call) failure() error {
	err := c.last.err
	switch {
	case err == nil:
		err = c.ended
	case c.ended != nil && !errors.Is(err, c.ended):
		err = fmt.Errorf("%w; no further attempt: %w", err, c.ended)
	}
	info, _ := c.client.explain(c.last.failure.code)
	return &Error{
		Op: c.operation.ID, Code: c.last.failure.code, Meaning: info.Meaning, Advice: info.Advice,
		Info: c.last.failure.info, Display: c.last.failure.display, Host: c.host, HTTPStatus: c.last.status,
		Random: c.last.random, Attempts: c.attempts, RetryAfter: c.last.retryAfter, Err: err,
	}
}
