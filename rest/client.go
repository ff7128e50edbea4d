package rest

import (
	"context"
	"errors"
	"fmt"
	"net/http"
)

// Client calls the operations of one server. It is safe for concurrent use and meant to be shared: all callers use its
// connections, its quota and what it has learned about the server's hosts.
type Client struct {
	signer   Signer
	outer    http.RoundTripper // the outermost middleware, or the transport that adds the signature
	base     http.RoundTripper // the transport that sends signed requests
	lookup   LookupCode
	hosts    *hosts
	budget   *budget
	limiter  Limiter
	header   http.Header // of every request
	settings callSettings

	isTraced bool // whether the transport is known to report its connections to httptrace
}

// NewClient returns a client of server that signs with signer. lookup explains the service's codes in errors, and
// determines after which of them a retry can help; it may be nil. The error says what is wrong with an argument.
func NewClient(server Server, signer Signer, lookup LookupCode, options ...Option) (*Client, error) {
	bases, err := server.bases()
	if err != nil {
		return nil, err
	}
	if signer == nil || signer.SDKAppID() == 0 {
		return nil, errors.New("rest: NewClient: want a signer with an SDKAppID, such as one from signer.New, got none")
	}
	s := defaults()
	for i, option := range options {
		if option == nil {
			return nil, fmt.Errorf("rest: NewClient: want an option, got nil as option %d", i+1)
		}
		if err := option.applyClient(&s); err != nil {
			return nil, err
		}
	}
	client := &Client{
		signer: signer, lookup: lookup, limiter: s.limiter, settings: s.call,
		hosts: newHosts(bases, s.failbackDelay), budget: newBudget(s.budgetRatio),
		header: http.Header{
			"Accept": {"application/json"}, "Content-Type": {"application/json"}, "User-Agent": {s.userAgent},
		},
	}
	client.base, client.outer, err = s.transports(bases)
	if err != nil {
		return nil, fmt.Errorf("rest: NewClient: %w", err)
	}
	_, client.isTraced = client.base.(*http.Transport)
	return client, nil
}

// CloseIdleConnections closes the connections that are not in use. The client remains usable.
func (c *Client) CloseIdleConnections() {
	if c == nil {
		return
	}
	// Not through the middleware, which may lack the method.
	if closer, ok := c.base.(interface{ CloseIdleConnections() }); ok {
		closer.CloseIdleConnections()
	}
}

// Call calls an operation. It sends request as JSON and returns the response, after as many attempts as [RetryPolicy]
// allows. The error is nil if and only if the call succeeded; otherwise it is an [*Error].
//
// Generated methods use Call. Programs that learn about operations at run time use it with [RawResponse] as T, and with
// a request that is already JSON (jsontext.Value).
func Call[T any, R interface {
	*T
	Response
}](ctx context.Context, client *Client, operation Operation, request any, options ...CallOption) (*T, error) {
	call, err := client.newCall(ctx, operation, request, options)
	if err != nil {
		return nil, err
	}
	for call.next(ctx) { // choose the host, wait for the delay of a retry, then for the quota
		response := new(T)                  // a new one for each attempt, since a failed attempt may have set fields
		if call.attempt(ctx, R(response)) { // sign, send, read, decode and evaluate
			return response, nil
		}
	}
	return nil, call.failure()
}
