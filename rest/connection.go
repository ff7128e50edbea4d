package rest

import (
	"context"
	"net/http/httptrace"
	"sync/atomic"
)

// connection tells whether an attempt got as far as a connection, TLS included. Before that, nothing was sent.
type connection struct {
	wanted, got atomic.Bool
}

// traceConnection has the transport tell. A transport that tells nothing is taken to have sent the request.
func traceConnection(ctx context.Context) (context.Context, *connection) {
	c := &connection{}
	return httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		GetConn: func(string) { c.wanted.Store(true) },
		GotConn: func(httptrace.GotConnInfo) { c.got.Store(true) },
	}), c
}

// isMissing tells that the transport looked for a connection and found none.
func (c *connection) isMissing() bool {
	return c != nil && c.wanted.Load() && !c.got.Load()
}
