// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

// Package gen is a typed client of the friend-relationship service (v4/sns/*) of Tencent Cloud IM.
//
// A [Client] belongs to one [rest.Server], which is the region of the app, and to one signer, which holds the
// credentials of an app administrator:
//
//	sign, err := signer.New(signer.Credentials{
//		SDKAppID:   1400000000,
//		Identifier: "administrator",
//		SecretKey:  os.Getenv("TIMSNS_SECRET_KEY"),
//	})
//	…
//	client, err := gen.NewClient(gen.Singapore, sign)
//
// Each operation of the service is a method. Its error is non-nil exactly when the call failed, whatever the
// HTTP status was, and is then a *[rest.Error]. Match the service's codes with [errors.Is]:
//
//	errors.Is(err, gen.CodeAccountNotFound)
//
// Calls keep to the quota of their operation, turn to the region's standby host while the first does not answer, and
// are made again where that can help and can do no harm: see [rest.RetryPolicy].
//
// Optional fields are plain values: left at zero, they are not sent. An optional array is sent when it is not
// nil, an empty one too.
//
// The vendor's overview: https://intl.cloud.tencent.com/document/product/1047/34620
package gen

import (
	"context"

	"github.com/timsns/timsns/rest"
)

// API is every operation of the service. [Client] implements it; code that depends on API can be tested with
// a fake in the client's place.
type API interface {
	// See [Client.GroupGet].
	GroupGet(ctx context.Context, request GroupGetRequest) (*GroupGetResponse, error)
}

var _ API = (*Client)(nil)

// Client calls the operations of the service. It is safe for use by many goroutines, and meant to be shared:
// it keeps connections open for the next call.
type Client struct {
	client *rest.Client
}

// NewClient returns a client of one server that signs its requests with signer. Without options it is fit for
// production. The error names the server's or the option's fault.
func NewClient(server rest.Server, signer rest.Signer, options ...rest.Option) (*Client, error) {
	client, err := rest.NewClient(server, signer, LookupCode, options...)
	if err != nil {
		return nil, err
	}
	return &Client{client: client}, nil
}

// CloseIdleConnections closes the connections that wait for a next call. The client remains usable.
func (c *Client) CloseIdleConnections() {
	c.client.CloseIdleConnections()
}

// GroupGet pulls the friend lists of one user: their names and sizes, and on request their members.
//
// Without GroupName it answers all lists, and members when NeedFriend asks for them. By our
// reading, since the vendor's page is silent, it answers none if nothing changed since
// LastSequence. With GroupName it answers the named lists. The vendor's
// page says that NeedFriend and LastSequence count only while GroupName is empty, yet
// its own complete sample sends all three and receives members: both forms are accepted.
//
// At most 200 calls a second. Idempotent: to call it twice does what one call does.
//
// Error codes of its own, beside the public ones:
//   - [CodeInvalidParameter] (30001): a parameter of the request is wrong
//   - [CodeAccountNotFound] (30003): the account does not exist in this app
//   - [CodeAdminRequired] (30004): the command needs an app administrator
//   - [CodeInternalError] (30006): the service failed internally
//   - [CodeTimeout] (30007): the command timed out inside the service
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/40123
func (c *Client) GroupGet(ctx context.Context, request GroupGetRequest) (*GroupGetResponse, error) {
	return rest.Call[GroupGetResponse](ctx, c.client, operationGroupGet, &request)
}

// What package rest has to know of each operation.
var (
	operationGroupGet = rest.Operation{
		ID:         "GroupGet",
		Path:       "/v4/sns/group_get",
		RateLimit:  200,
		Idempotent: true,
	}
)
