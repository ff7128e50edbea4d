package rest

import (
	"context"
	"errors"
	"fmt"
	"net/http"
)

// Client calls operations of one server. It is safe for use by many goroutines and meant to be shared: all callers
// profit from its connections, its quota and what it learned about the server's hosts.
type Client struct {
	signer   Signer
	outer    http.RoundTripper // the outermost middleware, or what adds the signature
	base     http.RoundTripper // what signed requests are sent through
	lookup   LookupCode
	hosts    *hosts
	budget   *budget
	limiter  Limiter
	header   http.Header // of every request
	settings callSettings

	isTraced bool // whether the transport is known to report its connections to httptrace
}

// NewClient returns a client of server that signs with signer. lookup explains the service's codes in errors, and
// decides which of them a retry can help; it may be nil. The error names what is wrong with the server or the option.
func NewClient(server Server, signer Signer, lookup LookupCode, options ...Option) (*Client, error) {
	bases, err := server.bases()
	if err != nil {
		return nil, err
	}
	if signer == nil || signer.SDKAppID() == 0 {
		return nil, errors.New("rest: NewClient: want a signer of an app, such as signer.New returns, got none")
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
		signer: signer, lookup: lookup, hosts: newHosts(bases, s.failbackDelay), budget: newBudget(s.budgetRatio),
		limiter: s.limiter, settings: s.call,
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

// CloseIdleConnections closes the connections that wait for a next call. The client remains usable.
func (c *Client) CloseIdleConnections() {
	if c == nil {
		return
	}
	// Not through the middleware, which may lack the method.
	if closer, ok := c.base.(interface{ CloseIdleConnections() }); ok {
		closer.CloseIdleConnections()
	}
}

// Call calls an operation: it sends request as JSON and returns the response, after as many attempts as [RetryPolicy]
// allows. The error is non-nil exactly when the call failed, and is then an [*Error]. The emitted methods use it. A
// program that learns of operations at run time calls it with a [RawResponse] and a request that is JSON already
// (jsontext.Value).
func Call[T any, R interface {
	*T
	Response
}](ctx context.Context, client *Client, operation Operation, request any, options ...CallOption) (*T, error) {
	call, err := client.newCall(ctx, operation, request, options)
	if err != nil {
		return nil, err
	}
	for call.next(ctx) { // choose the host, wait for the delay of a retry, then for the quota
		response := new(T)                  // a new one for each attempt: a failed one may have set fields
		if call.attempt(ctx, R(response)) { // sign, send, read, decode and evaluate
			return response, nil
		}
	}
	return nil, call.failure()
}
