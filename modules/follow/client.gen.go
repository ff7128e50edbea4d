// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

// Package follow is a typed client for Tencent Cloud IM follows (v4/follow/*).
//
// The server-side commands with which an app administrator reads and changes which users follow which
// (v4/follow/*).
//
// The commands need a paid plan and a switch in the vendor's console; without them, they fail with 30005. A user
// follows up to 5000 others, may have any number of followers, and cannot follow itself. Only the vendor's guides
// for client programs state these limits.
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
//	client, err := follow.NewClient(follow.Singapore, sign)
//
// # Calls and errors
//
// Each operation of the service is a method. It returns an error exactly when the call failed, whatever the HTTP
// status is; the error is a *[rest.Error]. [errors.Is] matches it with the service's codes:
//
//	errors.Is(err, follow.CodeInvalidParameter)
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
// Methods such as [Client.FollowAddAll] take a batch that is larger than one call allows.
//
// # Pages
//
// Methods such as [Client.FollowGetAll] iterate over the items of all pages, and those such as
// [Client.FollowGetPages] over the pages.
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
package follow

import (
	"context"

	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/rest/restimpl"
)

// API has a method for each operation of the service. [Client] implements it; code that depends on API can be tested
// with a fake. API grows with each new endpoint, so a fake should embed it:
//
//	type fake struct{ follow.API }
type API interface {
	// FollowAdd is documented at [Client.FollowAdd].
	FollowAdd(
		ctx context.Context, request FollowAddRequest, options ...rest.CallOption,
	) (*FollowAddResponse, error)
	// FollowCheck is documented at [Client.FollowCheck].
	FollowCheck(
		ctx context.Context, request FollowCheckRequest, options ...rest.CallOption,
	) (*FollowCheckResponse, error)
	// FollowDelete is documented at [Client.FollowDelete].
	FollowDelete(
		ctx context.Context, request FollowDeleteRequest, options ...rest.CallOption,
	) (*FollowDeleteResponse, error)
	// FollowGet is documented at [Client.FollowGet].
	FollowGet(
		ctx context.Context, request FollowGetRequest, options ...rest.CallOption,
	) (*FollowGetResponse, error)
	// FollowGetInfo is documented at [Client.FollowGetInfo].
	FollowGetInfo(
		ctx context.Context, request FollowGetInfoRequest, options ...rest.CallOption,
	) (*FollowGetInfoResponse, error)
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

// FollowAdd makes a user follow accounts, up to 20 in a call.
//
// The call can succeed in part: each account has a result of its own.
//
// Our interpretation, where the vendor's page is silent: accounts that fail do not make the whole call fail, and
// following an account again changes nothing. No page says what the result is in that case.
//
// [FollowAddResponse.Failures] returns the accounts for which it failed.
// [Client.FollowAddAll] takes a batch of any size.
//
// Rate limit: 200 calls per second. Not idempotent: a second call may change more or return something else.
//
// Error codes, besides those of every command (6xxxx and 7xxxx), of the call or of single accounts:
//   - [CodeInvalidParameter] (30001): a parameter is wrong
//   - [CodeAccountMismatch] (30002): the account does not belong to this app
//   - [CodeAccountNotFound] (30003): the account does not exist in this app
//   - [CodeAdminRequired] (30004): the command needs an app administrator
//   - [CodeFollowNotEnabled] (30005): following is not enabled for this app
//   - [CodeInternalError] (30006): the service failed internally
//   - [CodeTimeout] (30007): the command timed out inside the service
//   - [CodeFollowingLimitExceeded] (32100): the user follows as many accounts as are allowed
//   - [CodePeerFollowerLimitExceeded] (32101): the other account has as many followers as are allowed
//   - [CodeMutualLimitExceeded] (32102): the user has as many mutual followers as are allowed
//   - [CodePeerMutualLimitExceeded] (32103): the other account has as many mutual followers as are allowed
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/70345
func (c *Client) FollowAdd(
	ctx context.Context, request FollowAddRequest, options ...rest.CallOption,
) (*FollowAddResponse, error) {
	response, err := rest.Call[FollowAddResponse](ctx, c.rest(), operationFollowAdd, &request, options...)
	if err != nil {
		return nil, err
	}
	response.missing = restimpl.Missing(
		request.FollowItem, func(e *FollowAddItem) string { return e.ToAccount },
		response.ResultItem, (*ResultItem).result,
	)
	return response, nil
}

// FollowCheck checks whether a user and other accounts follow each other, up to 100 in a call. The other commands
// on follows take at most 20.
//
// The call can succeed in part: each account has a result of its own.
//
// [FollowCheckResponse.Failures] returns the accounts for which it failed.
// [Client.FollowCheckAll] takes a batch of any size.
//
// Rate limit: 200 calls per second. Idempotent: a second call changes nothing and returns the same.
//
// Error codes, besides those of every command (6xxxx and 7xxxx), of the call or of single accounts:
//   - [CodeInvalidParameter] (30001): a parameter is wrong
//   - [CodeAccountMismatch] (30002): the account does not belong to this app
//   - [CodeAccountNotFound] (30003): the account does not exist in this app
//   - [CodeAdminRequired] (30004): the command needs an app administrator
//   - [CodeFollowNotEnabled] (30005): following is not enabled for this app
//   - [CodeInternalError] (30006): the service failed internally
//   - [CodeTimeout] (30007): the command timed out inside the service
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/70349
func (c *Client) FollowCheck(
	ctx context.Context, request FollowCheckRequest, options ...rest.CallOption,
) (*FollowCheckResponse, error) {
	response, err := rest.Call[FollowCheckResponse](ctx, c.rest(), operationFollowCheck, &request, options...)
	if err != nil {
		return nil, err
	}
	response.missing = restimpl.Missing(
		request.ToAccount, restimpl.UserID,
		response.ResultItem, (*FollowCheckItem).result,
	)
	return response, nil
}

// FollowDelete makes a user no longer follow accounts, up to 20 in a call.
//
// The call can succeed in part: each account has a result of its own. The service may notify the app's webhook.
// Unlike follow_add, the command takes a plain list of accounts.
//
// Our interpretation, where the vendor's page is silent: unfollowing an account again changes nothing. No page says
// what the result of an account is that the user does not follow.
//
// [FollowDeleteResponse.Failures] returns the accounts for which it failed.
// [Client.FollowDeleteMany] takes a batch of any size.
//
// Rate limit: 200 calls per second. Not idempotent: a second call may change more or return something else.
//
// Error codes, besides those of every command (6xxxx and 7xxxx), of the call or of single accounts:
//   - [CodeInvalidParameter] (30001): a parameter is wrong
//   - [CodeAccountMismatch] (30002): the account does not belong to this app
//   - [CodeAccountNotFound] (30003): the account does not exist in this app
//   - [CodeAdminRequired] (30004): the command needs an app administrator
//   - [CodeFollowNotEnabled] (30005): following is not enabled for this app
//   - [CodeInternalError] (30006): the service failed internally
//   - [CodeTimeout] (30007): the command timed out inside the service
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/70346
func (c *Client) FollowDelete(
	ctx context.Context, request FollowDeleteRequest, options ...rest.CallOption,
) (*FollowDeleteResponse, error) {
	response, err := rest.Call[FollowDeleteResponse](ctx, c.rest(), operationFollowDelete, &request, options...)
	if err != nil {
		return nil, err
	}
	response.missing = restimpl.Missing(
		request.ToAccount, restimpl.UserID,
		response.ResultItem, (*ResultItem).result,
	)
	return response, nil
}

// FollowGet pulls the followers of a user, the accounts that the user follows, or the mutual followers, a page at a
// time. Each account comes with its profile.
//
// The cursor is a string without a meaning of its own: send an empty one for the first page, and then the
// NextCursor of the previous page. NextCursor is empty on the final page.
//
// [Client.FollowGetAll] iterates over the items of all pages, [Client.FollowGetPages] over the pages.
//
// Rate limit: 200 calls per second. Idempotent: a second call changes nothing and returns the same.
//
// Error codes, besides those of every command (6xxxx and 7xxxx):
//   - [CodeInvalidParameter] (30001): a parameter is wrong
//   - [CodeAccountMismatch] (30002): the account does not belong to this app
//   - [CodeAccountNotFound] (30003): the account does not exist in this app
//   - [CodeAdminRequired] (30004): the command needs an app administrator
//   - [CodeFollowNotEnabled] (30005): following is not enabled for this app
//   - [CodeInternalError] (30006): the service failed internally
//   - [CodeTimeout] (30007): the command timed out inside the service
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/70347
func (c *Client) FollowGet(
	ctx context.Context, request FollowGetRequest, options ...rest.CallOption,
) (*FollowGetResponse, error) {
	return rest.Call[FollowGetResponse](ctx, c.rest(), operationFollowGet, &request, options...)
}

// FollowGetInfo counts the followers of accounts, the accounts that they follow, and their mutual followers, for up
// to 20 accounts in a call.
//
// The call can succeed in part: each account has a result of its own. The results are in FollowInfo, whereas those
// of the other commands are in ResultItem.
//
// [FollowGetInfoResponse.Failures] returns the accounts for which it failed.
// [Client.FollowGetInfoAll] takes a batch of any size.
//
// Rate limit: 200 calls per second. Idempotent: a second call changes nothing and returns the same.
//
// Error codes, besides those of every command (6xxxx and 7xxxx), of the call or of single accounts:
//   - [CodeInvalidParameter] (30001): a parameter is wrong
//   - [CodeAccountMismatch] (30002): the account does not belong to this app
//   - [CodeAccountNotFound] (30003): the account does not exist in this app
//   - [CodeAdminRequired] (30004): the command needs an app administrator
//   - [CodeFollowNotEnabled] (30005): following is not enabled for this app
//   - [CodeInternalError] (30006): the service failed internally
//   - [CodeTimeout] (30007): the command timed out inside the service
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/70350
func (c *Client) FollowGetInfo(
	ctx context.Context, request FollowGetInfoRequest, options ...rest.CallOption,
) (*FollowGetInfoResponse, error) {
	response, err := rest.Call[FollowGetInfoResponse](ctx, c.rest(), operationFollowGetInfo, &request, options...)
	if err != nil {
		return nil, err
	}
	response.missing = restimpl.Missing(
		request.ToAccount, restimpl.UserID,
		response.FollowInfo, (*FollowInfo).result,
	)
	return response, nil
}

// The descriptions of the operations.
var (
	operationFollowAdd = rest.Operation{
		ID:         "FollowAdd",
		Path:       "/v4/follow/follow_add",
		RateLimit:  200,
		Idempotent: false,
	}
	operationFollowCheck = rest.Operation{
		ID:         "FollowCheck",
		Path:       "/v4/follow/follow_check",
		RateLimit:  200,
		Idempotent: true,
	}
	operationFollowDelete = rest.Operation{
		ID:         "FollowDelete",
		Path:       "/v4/follow/follow_delete",
		RateLimit:  200,
		Idempotent: false,
	}
	operationFollowGet = rest.Operation{
		ID:         "FollowGet",
		Path:       "/v4/follow/follow_get",
		RateLimit:  200,
		Idempotent: true,
	}
	operationFollowGetInfo = rest.Operation{
		ID:         "FollowGetInfo",
		Path:       "/v4/follow/follow_get_info",
		RateLimit:  200,
		Idempotent: true,
	}
)
