package rest

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/go-json-experiment/json"
)

// Client calls operations of one server. It is safe for use by many goroutines, and meant to be shared.
type Client struct {
	server   string
	http     *http.Client
	lookup   LookupCode
	settings settings
}

// NewClient returns a client of server that signs with signer. lookup explains the service's codes in errors;
// it may be nil. The error names the server's or the option's fault.
func NewClient(server Server, signer Signer, lookup LookupCode, options ...Option) (*Client, error) {
	base, err := server.base()
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
	httpClient, err := newHTTPClient(s, signer, base)
	if err != nil {
		return nil, fmt.Errorf("rest: NewClient: %w", err)
	}
	return &Client{server: base, http: httpClient, lookup: lookup, settings: s}, nil
}

// CloseIdleConnections closes the connections that wait for a next call. The client remains usable.
func (c *Client) CloseIdleConnections() {
	c.http.CloseIdleConnections()
}

// Call calls an operation: it sends request as JSON and returns the reply. The error is non-nil exactly when the
// call failed, and is then an [*Error]. The emitted methods call it; a program that learns of operations at run
// time calls it with a [RawReply] and a request that is JSON already (jsontext.Value).
func Call[T any, R interface {
	*T
	Reply
}](ctx context.Context, client *Client, operation Operation, request any) (*T, error) {
	reply := new(T)
	if err := client.call(ctx, operation, request, R(reply)); err != nil {
		return nil, err
	}
	return reply, nil
}

// call makes the one attempt that a call has. What decides on further attempts, and when they may start, belongs
// here: the encoded body serves all of them.
func (c *Client) call(ctx context.Context, operation Operation, request any, reply Reply) error {
	body, err := json.Marshal(request)
	if err != nil {
		return &Error{Op: operation.ID, Err: fmt.Errorf("the request cannot be encoded: %w", err)}
	}
	result := c.attempt(ctx, operation, body, reply)
	if result.err == nil {
		return nil
	}
	return c.newError(operation, result, 1)
}

func (c *Client) newError(operation Operation, result result, attempts int) *Error {
	e := &Error{
		Op: operation.ID, Code: result.failure.code, Info: result.failure.info, Display: result.failure.display,
		HTTPStatus: result.status, Random: result.random, Attempts: attempts, Err: result.err,
	}
	if c.lookup != nil && e.Code != 0 {
		info, _ := c.lookup(e.Code)
		e.Meaning, e.Advice = info.Meaning, info.Advice
	}
	return e
}
