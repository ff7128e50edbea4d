package rest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/timsns/timsns/internal/queue"
	"github.com/timsns/timsns/internal/redaction"
	"github.com/timsns/timsns/internal/signature"
)

// result describes an attempt that has ended.
type result struct {
	outcome    outcome
	host       string // the base URL that the request was sent to
	failure    serviceError
	info       CodeInfo      // what the catalogue says about the service's code
	isKnown    bool          // whether the catalogue has the code
	status     int           // HTTP status, 0 without a response
	size       int           // bytes of the response
	random     uint32        // query parameter random
	retryAfter time.Duration // how long the service asks to wait
	clockLag   time.Duration // how far the local clock is behind the service's, 0 if unknown
	duration   time.Duration // to the last byte of the response
	err        error         // nil after a success
}

// outcome is how far an attempt got.
type outcome int

const (
	undecided  outcome = iota
	answered           // a response of the service, or another one with an HTTP status below 500
	rejected           // the signer refused the request, or a middleware failed by itself: no retry helps
	notSent            // no connection was made, so nothing was sent
	unusable           // no retry can make a connection: certificate, protocol or host name are wrong
	stale              // a connection of an earlier attempt failed before the first byte of the response
	noResponse         // no complete response, or HTTP 5xx without a code of the service
	timedOut           // the attempt took too long
)

// isHostFault reports whether another host may answer the same request.
func (o outcome) isHostFault() bool {
	return o == notSent || o == unusable || o == noResponse || o == timedOut
}

// isUnknown reports whether the request may have been carried out although the attempt failed.
func (r *result) isUnknown() bool {
	switch r.outcome {
	case stale, noResponse, timedOut:
		return r.failure.code == 0
	case answered:
		return r.failure.code == 0 && r.err != nil && r.status == http.StatusOK
	case undecided, rejected, notSent, unusable:
	}
	return false
}

// attempt signs and sends the request, reads the response, and reports whether the call succeeded.
func (c *call) attempt(ctx context.Context, response Response) bool {
	c.attempts++
	c.last = c.exchange(ctx, response)
	c.last.host = c.host
	c.isUnknown = c.isUnknown || c.last.isUnknown()
	if c.last.duration == 0 {
		c.last.duration = time.Since(c.started)
	}
	if c.last.retryAfter > 0 {
		c.heed(c.last.retryAfter)
	}
	c.client.hosts.report(c.host, c.last.health(ctx), c.started, time.Now())
	c.observe(ctx)
	return c.last.err == nil
}

// heed records that the host asks for no further request before the delay is over.
func (c *call) heed(delay time.Duration) {
	if c.notBefore == nil {
		c.notBefore = map[string]time.Time{}
	}
	c.notBefore[c.host] = time.Now().Add(delay)
}

// exchange gets a signature for the attempt, and sends the request with it.
func (c *call) exchange(ctx context.Context, response Response) result {
	drawn, err := c.client.signer.Sign(ctx)
	if err != nil {
		return result{outcome: rejected, err: err}
	}
	result := c.roundTrip(ctx, &drawn, response)
	result.random = drawn.Random
	if c.client.lookup != nil && result.failure.code != 0 {
		result.info, result.isKnown = c.client.lookup(result.failure.code)
	}
	switch result.info.Retry {
	case RetryRenew:
		if drawn.Discard != nil {
			drawn.Discard()
		}
	case RetryWait:
		result.retryAfter = max(result.retryAfter, lockout)
	case RetryNever, RetryBackoff, RetryThrottled:
	}
	return result
}

// roundTrip sends the request once, within the time of an attempt, and reads the response.
func (c *call) roundTrip(caller context.Context, drawn *Signature, response Response) result {
	ctx, cancel := context.WithTimeout(caller, c.settings.attemptTimeout)
	defer cancel()
	connection := &connection{}
	sending := signature.NewContext(ctx, drawn)
	if c.client.isTraced {
		sending = connection.trace(sending)
	}
	httpResponse, err := c.send(sending)
	var result result
	if err != nil {
		result.err = transportError(err)
		result.outcome = connection.outcomeOf(result.err)
	} else {
		result = c.receive(httpResponse, drawn, response)
	}
	if result.outcome == stale || connection.isDeadReuse() && errors.Is(ctx.Err(), context.DeadlineExceeded) {
		c.client.CloseIdleConnections() // the others may be dead as well
	}
	if result.err != nil && ctx.Err() != nil {
		result.explainTimeout(ctx, caller, c.settings.attemptTimeout)
	}
	return result
}

func (c *call) send(ctx context.Context) (*http.Response, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, c.host+c.operation.Path, bytes.NewReader(c.body))
	if err != nil {
		return nil, err
	}
	request.Header = c.client.header.Clone()
	// With a GetBody, net/http would send the request again by itself. Only this package decides on retries.
	request.GetBody = nil
	response, err := c.client.outer.RoundTrip(request)
	switch {
	case err != nil:
		return nil, err
	case response == nil:
		return nil, errNoHTTPResponse
	case response.Body == nil:
		response.Body = http.NoBody
	}
	return response, nil
}

var errNoHTTPResponse = errors.New("the transport returned neither a response nor an error")

// explainTimeout records which context ended while the attempt failed: that of the attempt, or the caller's.
func (r *result) explainTimeout(ctx, caller context.Context, timeout time.Duration) {
	if r.outcome == rejected || r.failure.code != 0 {
		return // the context is not the cause
	}
	if r.outcome == stale || errors.Is(r.err, ErrInvalidResponse) {
		r.outcome = noResponse // a server that notices the end of the context may end its response early, without an error
	}
	if !errors.Is(r.err, ctx.Err()) || !errors.Is(r.err, context.Cause(ctx)) {
		r.err = fmt.Errorf("%w: %w", queue.ContextError(ctx), r.err)
	}
	if caller.Err() == nil {
		r.outcome, r.err = timedOut, fmt.Errorf("no complete response within %v: %w", timeout, r.err)
	}
}

// receive reads the response, decodes it into response and evaluates it.
func (c *call) receive(httpResponse *http.Response, drawn *Signature, response Response) result {
	defer func() { _ = httpResponse.Body.Close() }() // the response is complete by then, or the error is known
	result := result{
		outcome: answered, status: httpResponse.StatusCode, retryAfter: retryAfter(httpResponse.Header),
	}
	buffer := takeBuffer()
	defer returnBuffer(buffer)
	body, err := readBody(buffer, httpResponse, c.settings.responseLimit)
	result.size, result.duration = len(body), time.Since(c.started)
	if err != nil {
		result.err = timedOutError(redaction.Error(err, drawn.UserSig))
	} else if result.failure, result.err = decode(redaction.Body(body, drawn.UserSig), response); result.failure.code != 0 {
		result.clockLag = clockLag(httpResponse.Header)
	}
	isTooLarge := errors.Is(err, ErrResponseTooLarge)
	if !isTooLarge && (err != nil || result.status >= http.StatusInternalServerError && result.failure.code == 0) {
		result.outcome = noResponse
	}
	if result.status != http.StatusOK {
		result.err = unexpectedStatus(result.status, err != nil || result.failure.code != 0, result.err)
	}
	return result
}

// unexpectedStatus returns the error of a status other than 200. It wraps err if that says more: the service's code, or
// why the response could not be read.
func unexpectedStatus(status int, saysMore bool, err error) error {
	if !saysMore {
		return fmt.Errorf("%w: %d %s", ErrUnexpectedStatus, status, http.StatusText(status))
	}
	return fmt.Errorf("%w: %d %s: %w", ErrUnexpectedStatus, status, http.StatusText(status), err)
}
