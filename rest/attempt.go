package rest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/timsns/timsns/internal/attempt"
)

// result is what one attempt came to.
type result struct {
	failure    failure
	status     int           // HTTP status, 0 if no reply came
	size       int           // bytes of the reply
	random     uint32        // the attempt's random query parameter
	retryAfter time.Duration // how long the service asks to wait
	refused    bool          // the request did not get past the middleware and the signer
	unsent     bool          // the request provably was not sent
	lost       bool          // no whole reply came, or none of the service's own: it is the host that failed
	late       bool          // the attempt's own time ran out
	duration   time.Duration // from its start to the last byte of the reply
	err        error
}

// attempt sends the request once and reads the reply into reply.
func (c *Client) attempt(ctx context.Context, call *call, reply Response) result {
	flight := newFlight(ctx, call.host)
	result := c.fly(flight, call, reply) //nolint:contextcheck // flight is the context
	result.duration = time.Since(call.started)
	switch info, _ := c.explain(result.failure.code); info.Retry {
	case RetryRenew:
		flight.Record.Discard()
	case RetryWait:
		result.retryAfter = max(result.retryAfter, refusedFor)
	case RetryNever, RetryBackoff:
	}
	c.observe(ctx, Attempt{
		Op: call.operation.ID, Number: call.attempts, Host: call.host, Waited: call.waited, Duration: result.duration,
		HTTPStatus: result.status, Code: result.failure.code, Bytes: result.size, Random: result.random, Err: result.err,
	})
	return result
}

func (c *Client) fly(flight *flight, call *call, reply Response) (result result) {
	c.dialer.begin(flight)
	defer func() { c.dialer.end(flight, result.lost) }() // if a middleware panics, too
	result = c.exchange(flight, call, reply)
	result.settle(flight)
	return result
}

// settle takes over what the signer recorded, and keeps the signature out of what is told of a reply, which may
// repeat the request.
func (r *result) settle(flight *flight) {
	record := &flight.Record
	r.random = record.Random
	if r.err != nil && (record.Refused || !flight.passed.Load()) {
		r.refused, r.lost = true, false
	}
	if record.Redact == nil || r.err == nil {
		return
	}
	r.failure.info = attempt.RedactText(r.failure.info, record.Redact)
	r.failure.display = attempt.RedactText(r.failure.display, record.Redact)
	r.err = attempt.RedactError(r.err, record.Redact)
}

// patience is how long a caller has to wait before the end of its time tells anything of the host.
const patience = time.Second

// verdict is what the attempt tells of the host. That the caller gave up tells nothing, unless time ran out.
func (r *result) verdict(ctx context.Context) verdict {
	switch {
	case r.refused:
		return hostUnknown
	case !r.lost:
		return hostAnswered
	case r.late, errors.Is(ctx.Err(), context.DeadlineExceeded) && r.duration >= patience:
		return hostTooSlow
	case ctx.Err() != nil:
		return hostUnknown
	}
	return hostSilent
}

// exchange limits the time of the attempt. Which time it is that ran out, its own or the caller's, is told in its error.
func (c *Client) exchange(flight *flight, call *call, reply Response) result {
	ctx, cancel := context.WithTimeout(flight, c.settings.timeout)
	defer cancel()
	result := c.roundTrip(ctx, flight, call, reply)
	if errors.Is(result.err, ErrInvalidResponse) && result.failure.code == 0 && ctx.Err() != nil {
		// A server that notices that the client hangs up may end its reply in good order, before its end.
		result.err, result.lost = fmt.Errorf("%w: %w", ctx.Err(), result.err), true
	}
	if errors.Is(result.err, context.DeadlineExceeded) && ctx.Err() != nil && flight.Err() == nil {
		result.err, result.late = fmt.Errorf("no complete response within %v: %w", c.settings.timeout, result.err), true
	}
	return result
}

func (c *Client) roundTrip(ctx context.Context, flight *flight, call *call, reply Response) result {
	var connection *connection
	if c.tellsConnections && !call.operation.Idempotent { // an idempotent operation may be sent again anyway
		ctx, connection = traceConnection(ctx)
	}
	response, err := c.send(ctx, call)
	if err != nil {
		return result{lost: true, unsent: connection.isMissing(), err: timedOut(err)}
	}
	defer func() { _ = response.Body.Close() }() // what could be lost by then is the connection alone
	return c.receive(response, flight, reply)
}

func (c *Client) send(ctx context.Context, call *call) (*http.Response, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, call.host+call.operation.Path, bytes.NewReader(call.body))
	if err != nil {
		return nil, err
	}
	values := [...]string{"application/json", "application/json", c.settings.userAgent} // one allocation for all
	request.Header = http.Header{"Accept": values[0:1:1], "Content-Type": values[1:2:2], "User-Agent": values[2:3:3]}
	// With a GetBody, net/http sends a request again by itself: over HTTP/2 even one that the server had received, without
	// end if the server resets each. Whether to send again is decided here, and counted.
	request.GetBody = nil
	return c.http.Do(request)
}

// receive reads the response into reply and judges it.
func (c *Client) receive(response *http.Response, flight *flight, reply Response) result {
	result := result{status: response.StatusCode, retryAfter: retryAfter(response.Header)}
	buffer := takeBuffer()
	defer returnBuffer(buffer)
	body, err := readBody(buffer, response, c.settings.responseLimit, flight.Record.Redact)
	result.size = len(body)
	if err == nil {
		result.failure, result.err = decode(flight.clean(body), reply)
	} else {
		result.err, result.lost = timedOut(err), !errors.Is(err, ErrResponseTooLarge)
	}
	if response.StatusCode != http.StatusOK {
		result.err = unexpectedStatus(response.StatusCode, result.failure, err)
	}
	if response.StatusCode >= http.StatusInternalServerError && result.failure.code == 0 {
		result.lost = true
	}
	return result
}

// unexpectedStatus keeps the service's own code, should such a reply carry one, and why it could not be read.
func unexpectedStatus(status int, outcome failure, unread error) error {
	err := fmt.Errorf("%w: %d %s", ErrUnexpectedStatus, status, http.StatusText(status))
	switch {
	case unread != nil:
		return fmt.Errorf("%w: %w", err, timedOut(unread))
	case outcome.code != 0:
		return fmt.Errorf("%w: %w", err, outcome.code)
	}
	return err
}

// timedOut lets context.DeadlineExceeded match whatever time-out it was: that of connecting or of TLS, too.
func timedOut(err error) error {
	if timeout, ok := errors.AsType[net.Error](err); ok && timeout.Timeout() && !errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("%w: %w", context.DeadlineExceeded, err)
	}
	return err
}
