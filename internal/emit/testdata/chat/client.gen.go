// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

// Package chat is a typed client for An echo (v4/chat/*).
//
// A command that returns the message that it was given.
//
// A [Client] needs a [rest.Server], which is the region of the app, and a signer with the credentials of an app
// administrator:
//
//	sign, err := signer.New(signer.Credentials{
//		SDKAppID:   1400000000,
//		Identifier: "administrator",
//		SecretKey:  os.Getenv("TIMSNS_SECRET_KEY"),
//	})
//	…
//	client, err := chat.NewClient(chat.China, sign)
//
// # Calls and errors
//
// Each operation of the service is a method. It returns an error exactly when the call failed, whatever the HTTP
// status is; the error is a *[rest.Error]. [errors.Is] matches it with the service's codes:
//
//	errors.Is(err, chat.CodeInvalidParameter)
//
// A [rest.CallOption] changes a setting for a single call.
//
// # Fakes
//
// Code that depends on [API] instead of *Client can be tested with a fake.
//
// # Limits and retries
//
// A client observes the rate limit of each operation, uses the region's standby host while the primary host does not
// respond, and repeats a request only where that is safe: see [rest.RetryPolicy].
//
// # Names and values
//
// A client does not validate requests: the service rejects one that lacks a required field. Optional fields are plain
// values, and are not sent if they are zero. An optional array is sent if it is not nil, even if it is empty. An array
// that a response lacks is nil.
package chat

import (
	"context"

	"github.com/timsns/timsns/rest"
)

// API has a method for each operation of the service. [Client] implements it; code that depends on API can be tested
// with a fake. API grows with each new endpoint, so a fake should embed it:
//
//	type fake struct{ chat.API }
type API interface {
	// Echo is documented at [Client.Echo].
	Echo(
		ctx context.Context, request EchoRequest, options ...rest.CallOption,
	) (*EchoResponse, error)
}

var _ API = (*Client)(nil)

// Client calls the operations of the service. It is safe for concurrent use and should be shared: it reuses
// connections, and counts calls against the service's rate limits. [NewClient] makes one.
type Client struct {
	client *rest.Client
}

// NewClient returns a client of one server that signs its requests with signer. The defaults are fit for production.
// The error names the server or the option that is invalid.
func NewClient(server rest.Server, signer rest.Signer, options ...rest.Option) (*Client, error) {
	client, err := rest.NewClient(server, signer, LookupCode, options...)
	if err != nil {
		return nil, err
	}
	return &Client{client: client}, nil
}

// CloseIdleConnections closes the connections that are not in use. The client remains usable.
func (c *Client) CloseIdleConnections() {
	if client := c.rest(); client != nil {
		client.CloseIdleConnections()
	}
}

// rest returns nil if the client was not made with NewClient; calls then return an error.
func (c *Client) rest() *rest.Client {
	if c == nil {
		return nil
	}
	return c.client
}

// Echo returns a message.
//
// Rate limit: 200 calls per second. Idempotent: a second call changes nothing and returns the same.
//
// Error codes, besides those of every command (6xxxx and 7xxxx):
//   - [CodeInvalidParameter] (30001): a parameter is wrong
//
// A page: https://example.com/echo
func (c *Client) Echo(
	ctx context.Context, request EchoRequest, options ...rest.CallOption,
) (*EchoResponse, error) {
	return rest.Call[EchoResponse](ctx, c.rest(), operationEcho, &request, options...)
}

// The descriptions of the operations.
var (
	operationEcho = rest.Operation{
		ID:         "Echo",
		Path:       "/v4/chat/echo",
		RateLimit:  200,
		Idempotent: true,
	}
)
