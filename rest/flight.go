package rest

import (
	"context"
	"net/http"
	"sync/atomic"

	"github.com/timsns/timsns/internal/attempt"
)

// flight is the context of an attempt, by which the dialer and the gate know whose connection and request they have.
type flight struct {
	attempt.Context

	host   string
	passed atomic.Bool // whether the request got past the middleware
	ended  bool
	opened *countedConnection // for this attempt, whoever uses it

	traffic *traffic // of its host; nil if the transport is not the client's own
}

type flightKey struct{}

func newFlight(ctx context.Context, host string) *flight {
	f := &flight{Context: attempt.Context{Context: ctx}, host: host}
	f.Record.Discard = func() {} // a signer of the caller's own may know nothing of it
	return f
}

// clean returns a body without the signature that it may repeat.
func (f *flight) clean(body []byte) []byte {
	if f.Record.RedactBody == nil {
		return body
	}
	return f.Record.RedactBody(body)
}

// Value implements context.Context.
func (f *flight) Value(key any) any {
	if key == (flightKey{}) {
		return f
	}
	return f.Context.Value(key)
}

// gate takes note that a request has come past the middleware.
type gate struct{ next http.RoundTripper }

// RoundTrip implements http.RoundTripper.
func (g gate) RoundTrip(request *http.Request) (*http.Response, error) {
	if f, ok := request.Context().Value(flightKey{}).(*flight); ok {
		f.passed.Store(true)
	}
	return g.next.RoundTrip(request)
}
