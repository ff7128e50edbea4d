package rest

import (
	"context"
	"errors"
	"fmt"
	"net/http"
)

// Client calls operations of one server. It is safe for use by many goroutines, and meant to be shared: what it
// learns of the service (connections, quota, which host answers) serves all callers.
type Client struct {
	hosts    *hosts
	http     *http.Client
	signed   http.RoundTripper // the transport below the middleware
	dialer   *dialer           // nil if the transport is not the client's own
	lookup   LookupCode
	budget   *budget
	settings settings

	tellsConnections bool // whether the transport is known to tell of connections, by httptrace
}

// NewClient returns a client of server that signs with signer. lookup explains the service's codes in errors, and
// tells which of them a retry can help; it may be nil. The error names the server's or the option's fault.
func NewClient(server Server, signer Signer, lookup LookupCode, options ...Option) (*Client, error) {
	bases, err := server.bases()
	if err != nil {
		return nil, err
	}
	if signer == nil {
		return nil, errors.New("rest: NewClient: want a signer, got nil")
	}
	s := defaults()
	for _, option := range options {
		if err := option(&s); err != nil {
			return nil, err
		}
	}
	client := &Client{hosts: newHosts(bases, s.failback), lookup: lookup, budget: newBudget(s.retry.BudgetRatio), settings: s}
	if err := client.connect(signer, bases); err != nil {
		return nil, fmt.Errorf("rest: NewClient: %w", err)
	}
	return client, nil
}

// CloseIdleConnections closes the connections that wait for a next call. The client remains usable.
func (c *Client) CloseIdleConnections() {
	// Not through the middleware, which may know nothing of it.
	if closer, ok := c.signed.(interface{ CloseIdleConnections() }); ok {
		closer.CloseIdleConnections()
	}
}

// Call calls an operation: it sends request as JSON and returns the reply, after as many attempts as [RetryPolicy]
// allows. The error is non-nil exactly when the call failed, and is then an [*Error]. The emitted methods call it; a
// program that learns of operations at run time calls it with a [RawResponse] and a request that is JSON already
// (jsontext.Value).
func Call[T any, R interface {
	*T
	Response
}](ctx context.Context, client *Client, operation Operation, request any, _ ...CallOption) (*T, error) {
	if client == nil {
		return nil, &Error{Op: operation.ID, Err: errors.New("the client is nil: make it with NewClient")}
	}
	call, err := client.newCall(operation, request)
	if err != nil {
		return nil, err
	}
	for call.next(ctx) {
		reply := new(T) // a new one for each attempt: a failed one may have left something behind
		if call.try(ctx, R(reply)) {
			return reply, nil
		}
	}
	return nil, call.failure()
}

// explain returns what is known of a code.
func (c *Client) explain(code Code) (CodeInfo, bool) {
	if c.lookup == nil || code == 0 {
		return CodeInfo{}, false
	}
	return c.lookup(code)
}
