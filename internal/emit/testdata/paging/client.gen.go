// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

// Package paging is a typed client for Pages (v4/pages/*).
//
// Operations that return one page at a time.
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
//	client, err := paging.NewClient(paging.China, sign)
//
// # Calls and errors
//
// Each operation of the service is a method. It returns an error exactly when the call failed, whatever the HTTP
// status is; the error is a *[rest.Error]. [errors.Is] matches it with the service's codes:
//
//	errors.Is(err, paging.CodeInvalidParameter)
//
// A [rest.CallOption] changes a setting for a single call.
//
// # Pages
//
// Methods such as [Client.CursorCompleteAll] iterate over the items of all pages, and those such as
// [Client.CursorCompletePages] over the pages.
//
// # Fakes
//
// Code that depends on [API] instead of *Client can be tested with a fake. The methods for large batches and for pages
// are not part of API; functions of the same names take an API.
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
package paging

import (
	"context"

	"github.com/timsns/timsns/rest"
)

// API has a method for each operation of the service. [Client] implements it; code that depends on API can be tested
// with a fake. API grows with each new endpoint, so a fake should embed it:
//
//	type fake struct{ paging.API }
type API interface {
	// CursorComplete is documented at [Client.CursorComplete].
	CursorComplete(
		ctx context.Context, request CursorCompleteRequest, options ...rest.CallOption,
	) (*CursorCompleteResponse, error)
	// CursorOffset is documented at [Client.CursorOffset].
	CursorOffset(
		ctx context.Context, request CursorOffsetRequest, options ...rest.CallOption,
	) (*CursorOffsetResponse, error)
	// CursorSeveral is documented at [Client.CursorSeveral].
	CursorSeveral(
		ctx context.Context, request CursorSeveralRequest, options ...rest.CallOption,
	) (*CursorSeveralResponse, error)
	// CursorString is documented at [Client.CursorString].
	CursorString(
		ctx context.Context, request CursorStringRequest, options ...rest.CallOption,
	) (*CursorStringResponse, error)
	// LastComplete is documented at [Client.LastComplete].
	LastComplete(
		ctx context.Context, request LastCompleteRequest, options ...rest.CallOption,
	) (*LastCompleteResponse, error)
	// LastStep is documented at [Client.LastStep].
	LastStep(
		ctx context.Context, request LastStepRequest, options ...rest.CallOption,
	) (*LastStepResponse, error)
	// OffsetPlain is documented at [Client.OffsetPlain].
	OffsetPlain(
		ctx context.Context, request OffsetPlainRequest, options ...rest.CallOption,
	) (*OffsetPlainResponse, error)
	// OffsetTotal is documented at [Client.OffsetTotal].
	OffsetTotal(
		ctx context.Context, request OffsetTotalRequest, options ...rest.CallOption,
	) (*OffsetTotalResponse, error)
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

// CursorComplete pulls pages named by numbers, with a mark on the last one.
//
// [Client.CursorCompleteAll] iterates over the items of all pages, [Client.CursorCompletePages] over the pages.
//
// Rate limit: 200 calls per second. Idempotent: a second call changes nothing and returns the same.
//
// Error codes, besides those of every command (6xxxx and 7xxxx):
//   - [CodeInvalidParameter] (30001): a parameter is wrong
//
// The vendor's page: https://example.com
func (c *Client) CursorComplete(
	ctx context.Context, request CursorCompleteRequest, options ...rest.CallOption,
) (*CursorCompleteResponse, error) {
	return rest.Call[CursorCompleteResponse](ctx, c.rest(), operationCursorComplete, &request, options...)
}

// CursorOffset pulls pages by a cursor, or by an offset where there is none.
//
// [Client.CursorOffsetAll] iterates over the items of all pages, [Client.CursorOffsetPages] over the pages.
//
// Rate limit: 200 calls per second. Idempotent: a second call changes nothing and returns the same.
//
// Error codes, besides those of every command (6xxxx and 7xxxx):
//   - [CodeInvalidParameter] (30001): a parameter is wrong
//
// The vendor's page: https://example.com
func (c *Client) CursorOffset(
	ctx context.Context, request CursorOffsetRequest, options ...rest.CallOption,
) (*CursorOffsetResponse, error) {
	return rest.Call[CursorOffsetResponse](ctx, c.rest(), operationCursorOffset, &request, options...)
}

// CursorSeveral pulls pages with two names.
//
// [Client.CursorSeveralAll] iterates over the items of all pages, [Client.CursorSeveralPages] over the pages.
//
// Rate limit: 200 calls per second. Idempotent: a second call changes nothing and returns the same.
//
// Error codes, besides those of every command (6xxxx and 7xxxx):
//   - [CodeInvalidParameter] (30001): a parameter is wrong
//
// The vendor's page: https://example.com
func (c *Client) CursorSeveral(
	ctx context.Context, request CursorSeveralRequest, options ...rest.CallOption,
) (*CursorSeveralResponse, error) {
	return rest.Call[CursorSeveralResponse](ctx, c.rest(), operationCursorSeveral, &request, options...)
}

// CursorString pulls pages named by texts.
//
// [Client.CursorStringAll] iterates over the items of all pages, [Client.CursorStringPages] over the pages.
//
// Rate limit: 200 calls per second. Idempotent: a second call changes nothing and returns the same.
//
// Error codes, besides those of every command (6xxxx and 7xxxx):
//   - [CodeInvalidParameter] (30001): a parameter is wrong
//
// The vendor's page: https://example.com
func (c *Client) CursorString(
	ctx context.Context, request CursorStringRequest, options ...rest.CallOption,
) (*CursorStringResponse, error) {
	return rest.Call[CursorStringResponse](ctx, c.rest(), operationCursorString, &request, options...)
}

// LastComplete pulls pages from the last item on, with a mark on the last one.
//
// [Client.LastCompleteAll] iterates over the items of all pages, [Client.LastCompletePages] over the pages.
//
// Rate limit: 200 calls per second. Idempotent: a second call changes nothing and returns the same.
//
// Error codes, besides those of every command (6xxxx and 7xxxx):
//   - [CodeInvalidParameter] (30001): a parameter is wrong
//
// The vendor's page: https://example.com
func (c *Client) LastComplete(
	ctx context.Context, request LastCompleteRequest, options ...rest.CallOption,
) (*LastCompleteResponse, error) {
	return rest.Call[LastCompleteResponse](ctx, c.rest(), operationLastComplete, &request, options...)
}

// LastStep pulls pages before the last item.
//
// [Client.LastStepAll] iterates over the items of all pages, [Client.LastStepPages] over the pages.
//
// Rate limit: 200 calls per second. Idempotent: a second call changes nothing and returns the same.
//
// Error codes, besides those of every command (6xxxx and 7xxxx):
//   - [CodeInvalidParameter] (30001): a parameter is wrong
//
// The vendor's page: https://example.com
func (c *Client) LastStep(
	ctx context.Context, request LastStepRequest, options ...rest.CallOption,
) (*LastStepResponse, error) {
	return rest.Call[LastStepResponse](ctx, c.rest(), operationLastStep, &request, options...)
}

// OffsetPlain pulls pages by an offset alone.
//
// [Client.OffsetPlainAll] iterates over the items of all pages, [Client.OffsetPlainPages] over the pages.
//
// Rate limit: 200 calls per second. Idempotent: a second call changes nothing and returns the same.
//
// Error codes, besides those of every command (6xxxx and 7xxxx):
//   - [CodeInvalidParameter] (30001): a parameter is wrong
//
// The vendor's page: https://example.com
func (c *Client) OffsetPlain(
	ctx context.Context, request OffsetPlainRequest, options ...rest.CallOption,
) (*OffsetPlainResponse, error) {
	return rest.Call[OffsetPlainResponse](ctx, c.rest(), operationOffsetPlain, &request, options...)
}

// OffsetTotal pulls pages by an offset with a size and a total.
//
// [Client.OffsetTotalAll] iterates over the items of all pages, [Client.OffsetTotalPages] over the pages.
//
// Rate limit: 200 calls per second. Idempotent: a second call changes nothing and returns the same.
//
// Error codes, besides those of every command (6xxxx and 7xxxx):
//   - [CodeInvalidParameter] (30001): a parameter is wrong
//
// The vendor's page: https://example.com
func (c *Client) OffsetTotal(
	ctx context.Context, request OffsetTotalRequest, options ...rest.CallOption,
) (*OffsetTotalResponse, error) {
	return rest.Call[OffsetTotalResponse](ctx, c.rest(), operationOffsetTotal, &request, options...)
}

// The descriptions of the operations.
var (
	operationCursorComplete = rest.Operation{
		ID:         "CursorComplete",
		Path:       "/v4/pages/cursor_complete",
		RateLimit:  200,
		Idempotent: true,
	}
	operationCursorOffset = rest.Operation{
		ID:         "CursorOffset",
		Path:       "/v4/pages/cursor_offset",
		RateLimit:  200,
		Idempotent: true,
	}
	operationCursorSeveral = rest.Operation{
		ID:         "CursorSeveral",
		Path:       "/v4/pages/cursor_several",
		RateLimit:  200,
		Idempotent: true,
	}
	operationCursorString = rest.Operation{
		ID:         "CursorString",
		Path:       "/v4/pages/cursor_string",
		RateLimit:  200,
		Idempotent: true,
	}
	operationLastComplete = rest.Operation{
		ID:         "LastComplete",
		Path:       "/v4/pages/last_complete",
		RateLimit:  200,
		Idempotent: true,
	}
	operationLastStep = rest.Operation{
		ID:         "LastStep",
		Path:       "/v4/pages/last_step",
		RateLimit:  200,
		Idempotent: true,
	}
	operationOffsetPlain = rest.Operation{
		ID:         "OffsetPlain",
		Path:       "/v4/pages/offset_plain",
		RateLimit:  200,
		Idempotent: true,
	}
	operationOffsetTotal = rest.Operation{
		ID:         "OffsetTotal",
		Path:       "/v4/pages/offset_total",
		RateLimit:  200,
		Idempotent: true,
	}
)
