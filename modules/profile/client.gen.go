// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

// Package profile is a typed client for Tencent Cloud IM profiles (v4/profile/*).
//
// The server-side commands with which an app administrator reads and changes the profiles of an app's users
// (v4/profile/*).
//
// A profile consists of tags, such as the nickname, each of which has a name and a value. Besides the vendor's
// tags, an app may have its own, which the console sets up. The console also sets which tags can be read and
// written.
//
// Every command is an HTTPS POST of a JSON object. The body of the response holds the outcome; the HTTP status is
// 200 unless something between client and service failed. Names and values are case-sensitive. The service may add
// fields and error codes at any time.
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
//	client, err := profile.NewClient(profile.Singapore, sign)
//
// # Calls and errors
//
// Each operation of the service is a method. It returns an error exactly when the call failed, whatever the HTTP
// status is; the error is a *[rest.Error]. [errors.Is] matches it with the service's codes:
//
//	errors.Is(err, profile.CodeInvalidParameter)
//
// A [rest.CallOption] changes a setting for a single call.
//
// # Batches
//
// Commands that take a batch can fail for some accounts only, and the call then returns no error. Failures returns
// these accounts, including those that the response omits, and Err returns them as one error:
//
//	for _, failure := range response.Failures() {
//		log.Print(failure) // or failure.Account, failure.Code, failure.Info
//	}
//	if err := response.Err(); err != nil { … }
//
// Methods such as [Client.PortraitGetAll] take a batch that is larger than one call allows.
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
//
// The vendor's overview of its server-side commands: https://intl.cloud.tencent.com/document/product/1047/34620
package profile

import (
	"context"

	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/rest/restimpl"
)

// API has a method for each operation of the service. [Client] implements it; code that depends on API can be tested
// with a fake. API grows with each new endpoint, so a fake should embed it:
//
//	type fake struct{ profile.API }
type API interface {
	// PortraitGet is documented at [Client.PortraitGet].
	PortraitGet(
		ctx context.Context, request PortraitGetRequest, options ...rest.CallOption,
	) (*PortraitGetResponse, error)
	// PortraitSet is documented at [Client.PortraitSet].
	PortraitSet(
		ctx context.Context, request PortraitSetRequest, options ...rest.CallOption,
	) (*PortraitSetResponse, error)
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

// PortraitGet pulls the requested tags of the profiles of up to 100 accounts.
//
// The call can succeed in part: each account has a result of its own. All accounts have to be imported, or the
// service reports an error. The page leaves open whether the whole call fails, with 40003, or only the result of
// that account; expect both. It advises at most 100 accounts in one place and forbids more in another; this
// document follows the latter.
//
// [PortraitGetResponse.Failures] returns the accounts for which it failed.
// [Client.PortraitGetAll] takes a batch of any size.
//
// Rate limit: 200 calls per second. Idempotent: a second call changes nothing and returns the same.
//
// Error codes, besides those of every command (6xxxx and 7xxxx), of the call or of single accounts:
//   - [CodeInvalidParameter] (40001): a parameter is wrong
//   - [CodeAccountsMissing] (40002): the request has no accounts
//   - [CodeAccountNotFound] (40003): an account does not exist in this app
//   - [CodeAdminRequired] (40004): the command needs an app administrator
//   - [CodeInternalError] (40006): the service failed to read or write a profile
//   - [CodeTagNotReadable] (40007): a tag cannot be read
//   - [CodeTagNotFound] (40009): a tag does not exist
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34917
func (c *Client) PortraitGet(
	ctx context.Context, request PortraitGetRequest, options ...rest.CallOption,
) (*PortraitGetResponse, error) {
	response, err := rest.Call[PortraitGetResponse](ctx, c.rest(), operationPortraitGet, &request, options...)
	if err != nil {
		return nil, err
	}
	response.missing = restimpl.Missing(
		request.ToAccount, restimpl.UserID,
		response.UserProfileItem, (*UserProfileItem).result, response.FailAccount,
	)
	return response, nil
}

// PortraitSet sets tags of the profile of one user. The service notifies the app's webhook, and client programs of
// changes of the vendor's tags.
//
// Our interpretation, where the vendor's page is silent: tags that are not in the request keep their values, and a
// call that repeats the same values notifies webhook and client programs once more.
//
// Rate limit: 200 calls per second. Not idempotent: a second call may change more or return something else.
//
// Error codes, besides those of every command (6xxxx and 7xxxx):
//   - [CodeInvalidParameter] (40001): a parameter is wrong
//   - [CodeAccountNotFound] (40003): an account does not exist in this app
//   - [CodeAdminRequired] (40004): the command needs an app administrator
//   - [CodeForbiddenWord] (40005): a value has a forbidden word (documented in 2021 only)
//   - [CodeInternalError] (40006): the service failed to read or write a profile
//   - [CodeTagNotWritable] (40008): a tag cannot be written
//   - [CodeTagNotFound] (40009): a tag does not exist
//   - [CodeValueTooLong] (40601): a value has more than 500 bytes
//   - [CodeInvalidValue] (40605): one of the vendor's tags has a wrong value
//   - [CodeInvalidValueType] (40610): the value of a tag has a wrong type
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34916
func (c *Client) PortraitSet(
	ctx context.Context, request PortraitSetRequest, options ...rest.CallOption,
) (*PortraitSetResponse, error) {
	return rest.Call[PortraitSetResponse](ctx, c.rest(), operationPortraitSet, &request, options...)
}

// The descriptions of the operations.
var (
	operationPortraitGet = rest.Operation{
		ID:         "PortraitGet",
		Path:       "/v4/profile/portrait_get",
		RateLimit:  200,
		Idempotent: true,
	}
	operationPortraitSet = rest.Operation{
		ID:         "PortraitSet",
		Path:       "/v4/profile/portrait_set",
		RateLimit:  200,
		Idempotent: false,
	}
)
