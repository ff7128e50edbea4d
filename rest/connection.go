package rest

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http/httptrace"
	"strings"
	"sync/atomic"

	"github.com/timsns/timsns/internal/signature"
)

// connection records what an attempt did with its connection. Only the transport of net/http is known to report all of
// it. With another transport, nothing is recorded and the request counts as sent.
type connection struct {
	wanted, got, reused, answered atomic.Bool
}

type connectionKey struct{}

// connectionOf returns the record of an attempt, or nil if its context has none.
func connectionOf(ctx context.Context) *connection {
	c, _ := ctx.Value(connectionKey{}).(*connection)
	return c
}

// trace returns a context whose attempt is recorded.
func (c *connection) trace(ctx context.Context) context.Context {
	ctx = context.WithValue(ctx, connectionKey{}, c)
	return httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		GetConn: func(string) { c.wanted.Store(true) },
		GotConn: func(info httptrace.GotConnInfo) {
			c.reused.Store(info.Reused)
			c.got.Store(true)
		},
		GotFirstResponseByte: func() { c.answered.Store(true) },
	})
}

// outcomeOf returns the outcome of an attempt that ended with err instead of a response.
func (c *connection) outcomeOf(err error) outcome {
	if _, sent := errors.AsType[*signature.SendError](err); !sent {
		return rejected
	}
	isUnconnected := c.wanted.Load() && !c.got.Load()
	switch {
	case isUnconnected && isPermanent(err):
		return unusable
	case isUnconnected:
		return notSent
	case c.isDeadReuse():
		return stale
	case errors.Is(err, ErrResponseTooLarge):
		return answered
	}
	return noResponse
}

// isDeadReuse reports whether the attempt reused a connection and received nothing on it.
func (c *connection) isDeadReuse() bool { return c.reused.Load() && !c.answered.Load() }

// isPermanent reports whether a new connection to the same host would fail in the same way.
func isPermanent(err error) bool {
	if _, wrong := errors.AsType[*tls.CertificateVerificationError](err); wrong {
		return true
	}
	if _, wrong := errors.AsType[tls.RecordHeaderError](err); wrong {
		return true
	}
	name, wrong := errors.AsType[*net.DNSError](err)
	return wrong && name.IsNotFound
}

// transportError wraps an error of the transport so that errors.Is matches the errors of this package.
func transportError(err error) error {
	if err != nil && strings.Contains(err.Error(), "server response headers exceeded") { // net/http has no value for it
		return fmt.Errorf("%w: %w", ErrResponseTooLarge, err)
	}
	return timedOutError(err)
}

// timedOutError makes every timeout match context.DeadlineExceeded, including those of connecting and of TLS.
func timedOutError(err error) error {
	timeout, ok := errors.AsType[net.Error](err)
	if ok && timeout.Timeout() && !errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("%w: %w", context.DeadlineExceeded, err)
	}
	return err
}
