package rest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/timsns/timsns/internal/attempt"
)

// result is what one attempt came to.
type result struct {
	failure failure
	status  int    // HTTP status, 0 if no reply came
	size    int    // bytes of the reply
	random  uint32 // the attempt's random query parameter
	err     error
}

// attempt sends the request once and reads the reply into reply.
func (c *Client) attempt(ctx context.Context, operation Operation, body []byte, reply Reply) result {
	start := time.Now()
	var record attempt.Record
	attemptContext, cancel := context.WithTimeout(attempt.NewContext(ctx, &record), c.settings.timeout)
	defer cancel()
	result := c.exchange(attemptContext, operation, body, reply)
	if errors.Is(result.err, context.DeadlineExceeded) && attemptContext.Err() != nil && ctx.Err() == nil {
		result.err = fmt.Errorf("no complete response within %v: %w", c.settings.timeout, result.err)
	}
	result.random = record.Random
	result.redact(record.Redact)
	c.log(ctx, operation, result, time.Since(start))
	return result
}

func (c *Client) exchange(ctx context.Context, operation Operation, body []byte, reply Reply) result {
	response, err := c.send(ctx, operation, body)
	if err != nil {
		return result{err: timedOut(err)}
	}
	defer func() { _ = response.Body.Close() }() // what could be lost by then is the connection alone
	buffer := takeBuffer()
	defer returnBuffer(buffer)
	if err := readBody(buffer, response, c.settings.responseLimit); err != nil {
		err = timedOut(err)
		if response.StatusCode != http.StatusOK {
			err = fmt.Errorf("%w: %w", unexpectedStatus(response.StatusCode, failure{}), err)
		}
		return result{status: response.StatusCode, size: buffer.Len(), err: err}
	}
	outcome, err := decode(buffer.Bytes(), reply)
	if response.StatusCode != http.StatusOK {
		err = unexpectedStatus(response.StatusCode, outcome)
	}
	return result{failure: outcome, status: response.StatusCode, size: buffer.Len(), err: err}
}

// redact keeps the signature out of what is told of a reply, which may repeat the request.
func (r *result) redact(redact func(string) string) {
	if redact == nil {
		return
	}
	r.failure.info, r.failure.display = redact(r.failure.info), redact(r.failure.display)
	r.err = attempt.RedactError(r.err, redact)
}

// timedOut lets context.DeadlineExceeded match whatever time-out it was: that of connecting or of TLS, too.
func timedOut(err error) error {
	if timeout, ok := errors.AsType[net.Error](err); ok && timeout.Timeout() && !errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("%w: %w", context.DeadlineExceeded, err)
	}
	return err
}

// unexpectedStatus keeps the service's own code, should such a reply carry one.
func unexpectedStatus(status int, outcome failure) error {
	err := fmt.Errorf("%w: %d %s", ErrUnexpectedStatus, status, http.StatusText(status))
	if outcome.code != 0 {
		err = fmt.Errorf("%w: %w", err, outcome.code)
	}
	return err
}

func (c *Client) send(ctx context.Context, operation Operation, body []byte) (*http.Response, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, c.server+operation.Path, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.Header = http.Header{
		"Accept":       {"application/json"},
		"Content-Type": {"application/json"},
		"User-Agent":   {c.settings.userAgent},
	}
	return c.http.Do(request)
}

func (c *Client) log(ctx context.Context, operation Operation, result result, duration time.Duration) {
	level, message := slog.LevelDebug, "call succeeded"
	if result.err != nil {
		level, message = slog.LevelWarn, "call failed"
	}
	if !c.settings.logger.Enabled(ctx, level) {
		return
	}
	attributes := []slog.Attr{
		slog.String("operation", operation.ID), slog.Duration("duration", duration),
		slog.Int("status", result.status), slog.Int64("code", int64(result.failure.code)),
		slog.Int("bytes", result.size), slog.Uint64("random", uint64(result.random)),
	}
	if result.err != nil {
		attributes = append(attributes, slog.String("error", shorten(result.err.Error())))
	}
	c.settings.logger.LogAttrs(ctx, level, message, attributes...)
}
