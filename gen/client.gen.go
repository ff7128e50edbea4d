// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

// Package gen is a typed client for Tencent Cloud IM friend relationships (v4/sns/*).
//
// The server-side commands with which an app administrator reads and changes the friend relationships of an app's
// users (v4/sns/*).
//
// Every command is an HTTPS POST of a JSON object. The body of the response holds the outcome; the HTTP status is
// 200 unless something between client and service failed. Names and values are case-sensitive. The service gives up
// on a command after 3 seconds. It may add fields and error codes at any time.
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
//	client, err := gen.NewClient(gen.Singapore, sign)
//
// # Calls and errors
//
// Each operation of the service is a method. It returns an error exactly when the call failed, whatever the HTTP
// status is; the error is a *[rest.Error]. [errors.Is] matches it with the service's codes:
//
//	errors.Is(err, gen.CodeInvalidParameter)
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
// Methods such as [Client.BlackListAddAll] take a batch that is larger than one call allows.
//
// # Pages
//
// Methods such as [Client.BlackListGetAll] iterate over the items of all pages, and those such as
// [Client.BlackListGetPages] over the pages.
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
// In names, Group means a friend list, never a group chat, and BlackList means a blocklist.
//
// A client does not validate requests: the service rejects one that lacks a required field. Optional fields are plain
// values, and are not sent if they are zero. An optional array is sent if it is not nil, even if it is empty. An array
// that a response lacks is nil.
//
// The vendor's overview of its server-side commands: https://intl.cloud.tencent.com/document/product/1047/34620
package gen

import (
	"context"

	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/rest/restimpl"
)

// API has a method for each operation of the service. [Client] implements it; code that depends on API can be tested
// with a fake. API grows with each new endpoint, so a fake should embed it:
//
//	type fake struct{ gen.API }
type API interface {
	// BlackListAdd is documented at [Client.BlackListAdd].
	BlackListAdd(
		ctx context.Context, request BlackListAddRequest, options ...rest.CallOption,
	) (*BlackListAddResponse, error)
	// BlackListCheck is documented at [Client.BlackListCheck].
	BlackListCheck(
		ctx context.Context, request BlackListCheckRequest, options ...rest.CallOption,
	) (*BlackListCheckResponse, error)
	// BlackListDelete is documented at [Client.BlackListDelete].
	BlackListDelete(
		ctx context.Context, request BlackListDeleteRequest, options ...rest.CallOption,
	) (*BlackListDeleteResponse, error)
	// BlackListGet is documented at [Client.BlackListGet].
	BlackListGet(
		ctx context.Context, request BlackListGetRequest, options ...rest.CallOption,
	) (*BlackListGetResponse, error)
	// FriendAdd is documented at [Client.FriendAdd].
	FriendAdd(
		ctx context.Context, request FriendAddRequest, options ...rest.CallOption,
	) (*FriendAddResponse, error)
	// FriendCheck is documented at [Client.FriendCheck].
	FriendCheck(
		ctx context.Context, request FriendCheckRequest, options ...rest.CallOption,
	) (*FriendCheckResponse, error)
	// FriendDelete is documented at [Client.FriendDelete].
	FriendDelete(
		ctx context.Context, request FriendDeleteRequest, options ...rest.CallOption,
	) (*FriendDeleteResponse, error)
	// FriendDeleteAll is documented at [Client.FriendDeleteAll].
	FriendDeleteAll(
		ctx context.Context, request FriendDeleteAllRequest, options ...rest.CallOption,
	) (*FriendDeleteAllResponse, error)
	// FriendGet is documented at [Client.FriendGet].
	FriendGet(
		ctx context.Context, request FriendGetRequest, options ...rest.CallOption,
	) (*FriendGetResponse, error)
	// FriendGetList is documented at [Client.FriendGetList].
	FriendGetList(
		ctx context.Context, request FriendGetListRequest, options ...rest.CallOption,
	) (*FriendGetListResponse, error)
	// FriendImport is documented at [Client.FriendImport].
	FriendImport(
		ctx context.Context, request FriendImportRequest, options ...rest.CallOption,
	) (*FriendImportResponse, error)
	// FriendUpdate is documented at [Client.FriendUpdate].
	FriendUpdate(
		ctx context.Context, request FriendUpdateRequest, options ...rest.CallOption,
	) (*FriendUpdateResponse, error)
	// GroupAdd is documented at [Client.GroupAdd].
	GroupAdd(
		ctx context.Context, request GroupAddRequest, options ...rest.CallOption,
	) (*GroupAddResponse, error)
	// GroupDelete is documented at [Client.GroupDelete].
	GroupDelete(
		ctx context.Context, request GroupDeleteRequest, options ...rest.CallOption,
	) (*GroupDeleteResponse, error)
	// GroupGet is documented at [Client.GroupGet].
	GroupGet(
		ctx context.Context, request GroupGetRequest, options ...rest.CallOption,
	) (*GroupGetResponse, error)
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

// BlackListAdd adds accounts to the blocklist of a user, up to 1000 in a call.
//
// Blocking ends the friendship between the user and each account, both ways, and from then on neither can send the
// other a friend request. The call can succeed in part: each account has a result of its own, which is 30001 for an
// account that is blocked already. The service notifies the app's webhook of each account.
//
// [BlackListAddResponse.Failures] returns the accounts for which it failed.
// [Client.BlackListAddAll] takes a batch of any size.
//
// Rate limit: 200 calls per second. Not idempotent: a second call may change more or return something else.
//
// Error codes, besides those of every command (6xxxx and 7xxxx), of the call or of single accounts:
//   - [CodeInvalidParameter] (30001): a parameter is wrong, or an account of a batch is a friend or blocked
//     already, or is no friend
//   - [CodeAccountMismatch] (30002): the account does not belong to this app
//   - [CodeAccountNotFound] (30003): the account does not exist in this app
//   - [CodeAdminRequired] (30004): the command needs an app administrator
//   - [CodeInternalError] (30006): the service failed internally
//   - [CodeTimeout] (30007): the command timed out inside the service
//   - [CodeWriteConflict] (30008): another write to the same user was under way
//   - [CodeBlocklistLimitExceeded] (30013): the user blocks as many accounts as are allowed
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34911
func (c *Client) BlackListAdd(
	ctx context.Context, request BlackListAddRequest, options ...rest.CallOption,
) (*BlackListAddResponse, error) {
	response, err := rest.Call[BlackListAddResponse](ctx, c.rest(), operationBlackListAdd, &request, options...)
	if err != nil {
		return nil, err
	}
	response.missing = restimpl.Missing(
		request.ToAccount, restimpl.UserID,
		response.ResultItem, (*ResultItem).result, response.FailAccount, response.InvalidAccount,
	)
	return response, nil
}

// BlackListCheck checks whether a user and other accounts block each other, up to 1000 in a call.
//
// The call can succeed in part: each account has a result of its own. An account that could not be checked also has
// a Relation, which is then meaningless.
//
// [BlackListCheckResponse.Failures] returns the accounts for which it failed.
// [Client.BlackListCheckAll] takes a batch of any size.
//
// Rate limit: 200 calls per second. Idempotent: a second call changes nothing and returns the same.
//
// Error codes, besides those of every command (6xxxx and 7xxxx), of the call or of single accounts:
//   - [CodeInvalidParameter] (30001): a parameter is wrong, or an account of a batch is a friend or blocked
//     already, or is no friend
//   - [CodeAccountNotFound] (30003): the account does not exist in this app
//   - [CodeAdminRequired] (30004): the command needs an app administrator
//   - [CodeInternalError] (30006): the service failed internally
//   - [CodeTimeout] (30007): the command timed out inside the service
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34913
func (c *Client) BlackListCheck(
	ctx context.Context, request BlackListCheckRequest, options ...rest.CallOption,
) (*BlackListCheckResponse, error) {
	response, err := rest.Call[BlackListCheckResponse](ctx, c.rest(), operationBlackListCheck, &request, options...)
	if err != nil {
		return nil, err
	}
	response.missing = restimpl.Missing(
		request.ToAccount, restimpl.UserID,
		response.BlackListCheckItem, (*BlackListCheckItem).result, response.FailAccount,
	)
	return response, nil
}

// BlackListDelete deletes accounts from the blocklist of a user, up to 1000 in a call.
//
// The call can succeed in part: each account has a result of its own. The service notifies the app's webhook of
// each account.
//
// Our interpretation, where the vendor's page is silent: the result is 30001 for an account that is not blocked,
// and the friendship that blocking ended is not restored.
//
// [BlackListDeleteResponse.Failures] returns the accounts for which it failed.
// [Client.BlackListDeleteAll] takes a batch of any size.
//
// Rate limit: 200 calls per second. Not idempotent: a second call may change more or return something else.
//
// Error codes, besides those of every command (6xxxx and 7xxxx), of the call or of single accounts:
//   - [CodeInvalidParameter] (30001): a parameter is wrong, or an account of a batch is a friend or blocked
//     already, or is no friend
//   - [CodeAccountNotFound] (30003): the account does not exist in this app
//   - [CodeAdminRequired] (30004): the command needs an app administrator
//   - [CodeInternalError] (30006): the service failed internally
//   - [CodeTimeout] (30007): the command timed out inside the service
//   - [CodeWriteConflict] (30008): another write to the same user was under way
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34912
func (c *Client) BlackListDelete(
	ctx context.Context, request BlackListDeleteRequest, options ...rest.CallOption,
) (*BlackListDeleteResponse, error) {
	response, err := rest.Call[BlackListDeleteResponse](ctx, c.rest(), operationBlackListDelete, &request, options...)
	if err != nil {
		return nil, err
	}
	response.missing = restimpl.Missing(
		request.ToAccount, restimpl.UserID,
		response.ResultItem, (*ResultItem).result, response.FailAccount,
	)
	return response, nil
}

// BlackListGet pulls the blocklist of a user, a page at a time.
//
// Our interpretation, where the vendor's page is silent: all pages of a pull take the LastSequence with which the
// pull started. If it is current, there is nothing to send: a response without accounts and with a CurrentSequence
// that equals LastSequence means that the blocklist has not changed. Only the first page is omitted in this way.
//
// [Client.BlackListGetAll] iterates over the items of all pages, [Client.BlackListGetPages] over the pages.
//
// Rate limit: 200 calls per second. Idempotent: a second call changes nothing and returns the same.
//
// Error codes, besides those of every command (6xxxx and 7xxxx):
//   - [CodeInvalidParameter] (30001): a parameter is wrong, or an account of a batch is a friend or blocked
//     already, or is no friend
//   - [CodeAccountNotFound] (30003): the account does not exist in this app
//   - [CodeAdminRequired] (30004): the command needs an app administrator
//   - [CodeInternalError] (30006): the service failed internally
//   - [CodeTimeout] (30007): the command timed out inside the service
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34914
func (c *Client) BlackListGet(
	ctx context.Context, request BlackListGetRequest, options ...rest.CallOption,
) (*BlackListGetResponse, error) {
	return rest.Call[BlackListGetResponse](ctx, c.rest(), operationBlackListGet, &request, options...)
}

// FriendAdd adds friends to a user, up to 1000 in a call.
//
// The call can succeed in part: each account has a result of its own. If the owner of an account has to confirm
// requests, the account is not a friend yet, and its result is 30539. This code means that the request is waiting,
// not that it failed. The service notifies the app's webhook of each new friend, but does not ask it for
// permission.
//
// An account that is a friend already fails with 30001 and the ResultInfo Err_SNS_FriendAdd_Friend_Exist, even if
// ForceAddFlags is 1. No page says so, but programs that call the service expect it. An item without AddSource does
// not fail the whole call. Our interpretation: the item alone fails, with 30001 and
// Err_SNS_FriendAdd_Source_Illegal.
//
// Our interpretation, where the vendor's page is silent: blocklists always apply. The settings of an account on who
// may add it apply unless ForceAddFlags is 1. An account that has to confirm the request is not in Fail_Account.
//
// [FriendAddResponse.Failures] returns the accounts for which it failed.
// [Client.FriendAddAll] takes a batch of any size.
//
// Rate limit: 200 calls per second. Not idempotent: a second call may change more or return something else.
//
// Error codes, besides those of every command (6xxxx and 7xxxx), of the call or of single accounts:
//   - [CodeInvalidParameter] (30001): a parameter is wrong, or an account of a batch is a friend or blocked
//     already, or is no friend
//   - [CodeAccountMismatch] (30002): the account does not belong to this app
//   - [CodeAccountNotFound] (30003): the account does not exist in this app
//   - [CodeAdminRequired] (30004): the command needs an app administrator
//   - [CodeInternalError] (30006): the service failed internally
//   - [CodeTimeout] (30007): the command timed out inside the service
//   - [CodeWriteConflict] (30008): another write to the same user was under way
//   - [CodeRequestForbidden] (30009): an administrator forbids the user to request friendships
//   - [CodeFriendLimitExceeded] (30010): the user has as many friends as are allowed
//   - [CodeListLimitExceeded] (30011): the user has as many friend lists as are allowed
//   - [CodePendingLimitExceeded] (30012): as many requests for friendship wait as are allowed
//   - [CodePeerFriendLimitExceeded] (30014): the other account has as many friends as are allowed
//   - [CodePeerBlocked] (30515): the user blocks the other account
//   - [CodePeerDeniesRequests] (30516): the other account takes no requests for friendship
//   - [CodeBlockedByPeer] (30525): the other account blocks the user
//   - [CodeConfirmationPending] (30539): the request for friendship waits for the other account to confirm it
//   - [CodeAddBlockedByPolicy] (30540): the service's security policy forbids adding the friend, usually because of
//     too many requests
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34902
func (c *Client) FriendAdd(
	ctx context.Context, request FriendAddRequest, options ...rest.CallOption,
) (*FriendAddResponse, error) {
	response, err := rest.Call[FriendAddResponse](ctx, c.rest(), operationFriendAdd, &request, options...)
	if err != nil {
		return nil, err
	}
	response.missing = restimpl.Missing(
		request.AddFriendItem, func(e *FriendAddItem) string { return e.ToAccount },
		response.ResultItem, (*ResultItem).result, response.FailAccount, response.InvalidAccount,
	)
	return response, nil
}

// FriendCheck checks whether a user and other accounts are friends, up to 1000 in a call.
//
// The call can succeed in part: each account has a result of its own. An account that could not be checked also has
// a Relation, which is then meaningless.
//
// [FriendCheckResponse.Failures] returns the accounts for which it failed.
// [Client.FriendCheckAll] takes a batch of any size.
//
// Rate limit: 200 calls per second. Idempotent: a second call changes nothing and returns the same.
//
// Error codes, besides those of every command (6xxxx and 7xxxx), of the call or of single accounts:
//   - [CodeInvalidParameter] (30001): a parameter is wrong, or an account of a batch is a friend or blocked
//     already, or is no friend
//   - [CodeAccountNotFound] (30003): the account does not exist in this app
//   - [CodeAdminRequired] (30004): the command needs an app administrator
//   - [CodeInternalError] (30006): the service failed internally
//   - [CodeTimeout] (30007): the command timed out inside the service
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34907
func (c *Client) FriendCheck(
	ctx context.Context, request FriendCheckRequest, options ...rest.CallOption,
) (*FriendCheckResponse, error) {
	response, err := rest.Call[FriendCheckResponse](ctx, c.rest(), operationFriendCheck, &request, options...)
	if err != nil {
		return nil, err
	}
	response.missing = restimpl.Missing(
		request.ToAccount, restimpl.UserID,
		response.InfoItem, (*FriendCheckInfoItem).result, response.FailAccount,
	)
	return response, nil
}

// FriendDelete deletes friends of a user, up to 1000 in a call.
//
// The call can succeed in part: each account has a result of its own. The service notifies the app's webhook of
// each friendship that ends. Unlike the responses of other batches, this one has no Fail_Account.
//
// Our interpretation, where the vendor's page is silent: without DeleteType, the friendships end one way, and a
// two-way deletion also ends a friendship that is one-way, in either direction.
//
// [FriendDeleteResponse.Failures] returns the accounts for which it failed.
// [Client.FriendDeleteMany] takes a batch of any size.
//
// Rate limit: 200 calls per second. Not idempotent: a second call may change more or return something else.
//
// Error codes, besides those of every command (6xxxx and 7xxxx), of the call or of single accounts:
//   - [CodeInvalidParameter] (30001): a parameter is wrong, or an account of a batch is a friend or blocked
//     already, or is no friend
//   - [CodeAccountMismatch] (30002): the account does not belong to this app
//   - [CodeAccountNotFound] (30003): the account does not exist in this app
//   - [CodeAdminRequired] (30004): the command needs an app administrator
//   - [CodeInternalError] (30006): the service failed internally
//   - [CodeTimeout] (30007): the command timed out inside the service
//   - [CodeWriteConflict] (30008): another write to the same user was under way
//   - [CodeNotFriends] (31704): the account to delete is no friend of the user
//   - [CodeDeleteBlockedByPolicy] (31707): the service's security policy forbids deleting the friend
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34905
func (c *Client) FriendDelete(
	ctx context.Context, request FriendDeleteRequest, options ...rest.CallOption,
) (*FriendDeleteResponse, error) {
	response, err := rest.Call[FriendDeleteResponse](ctx, c.rest(), operationFriendDelete, &request, options...)
	if err != nil {
		return nil, err
	}
	response.missing = restimpl.Missing(
		request.ToAccount, restimpl.UserID,
		response.ResultItem, (*ResultItem).result,
	)
	return response, nil
}

// FriendDeleteAll deletes all friends of a user, one way unless DeleteType says otherwise. No page says whether the
// service notifies the app's webhook.
//
// Rate limit: 200 calls per second. Not idempotent: a second call may change more or return something else.
//
// Error codes, besides those of every command (6xxxx and 7xxxx):
//   - [CodeInvalidParameter] (30001): a parameter is wrong, or an account of a batch is a friend or blocked
//     already, or is no friend
//   - [CodeAccountNotFound] (30003): the account does not exist in this app
//   - [CodeAdminRequired] (30004): the command needs an app administrator
//   - [CodeInternalError] (30006): the service failed internally
//   - [CodeTimeout] (30007): the command timed out inside the service
//   - [CodeWriteConflict] (30008): another write to the same user was under way
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34906
func (c *Client) FriendDeleteAll(
	ctx context.Context, request FriendDeleteAllRequest, options ...rest.CallOption,
) (*FriendDeleteAllResponse, error) {
	return rest.Call[FriendDeleteAllResponse](ctx, c.rest(), operationFriendDeleteAll, &request, options...)
}

// FriendGet pulls the friends of a user with what the user noted about them, a page at a time.
//
// By default a page holds up to 500 friends. Sequences save the service from sending what has not changed: given
// the StandardSequence of the previous pull, it omits standard tags, and given the CustomSequence, custom tags.
//
// Our interpretation, where the vendor's page is silent: all pages of a pull take the sequences with which the pull
// started. If both are current, there is nothing to send: a response without friends and with a FriendNum above 0
// means that no friend has changed. Only the first page is omitted in this way, because other clients send the
// sequences of the first page with the second one.
//
// [Client.FriendGetAll] iterates over the items of all pages, [Client.FriendGetPages] over the pages.
//
// Rate limit: 200 calls per second. Idempotent: a second call changes nothing and returns the same.
//
// Error codes, besides those of every command (6xxxx and 7xxxx):
//   - [CodeInvalidParameter] (30001): a parameter is wrong, or an account of a batch is a friend or blocked
//     already, or is no friend
//   - [CodeAccountNotFound] (30003): the account does not exist in this app
//   - [CodeAdminRequired] (30004): the command needs an app administrator
//   - [CodeInternalError] (30006): the service failed internally
//   - [CodeTimeout] (30007): the command timed out inside the service
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34908
func (c *Client) FriendGet(
	ctx context.Context, request FriendGetRequest, options ...rest.CallOption,
) (*FriendGetResponse, error) {
	return rest.Call[FriendGetResponse](ctx, c.rest(), operationFriendGet, &request, options...)
}

// FriendGetList pulls the requested tags of some friends of a user.
//
// The call can succeed in part: each account has a result of its own, which is 30001 for an account that is not a
// friend. The vendor's newer pages advise at most 100 accounts in a call; an older page required it. This document
// follows the newer pages and sets no limit.
//
// [FriendGetListResponse.Failures] returns the accounts for which it failed.
// [Client.FriendGetListAll] takes a batch of any size.
//
// Rate limit: 200 calls per second. Idempotent: a second call changes nothing and returns the same.
//
// Error codes, besides those of every command (6xxxx and 7xxxx), of the call or of single accounts:
//   - [CodeInvalidParameter] (30001): a parameter is wrong, or an account of a batch is a friend or blocked
//     already, or is no friend
//   - [CodeAccountNotFound] (30003): the account does not exist in this app
//   - [CodeAdminRequired] (30004): the command needs an app administrator
//   - [CodeInternalError] (30006): the service failed internally
//   - [CodeTimeout] (30007): the command timed out inside the service
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34910
func (c *Client) FriendGetList(
	ctx context.Context, request FriendGetListRequest, options ...rest.CallOption,
) (*FriendGetListResponse, error) {
	response, err := rest.Call[FriendGetListResponse](ctx, c.rest(), operationFriendGetList, &request, options...)
	if err != nil {
		return nil, err
	}
	response.missing = restimpl.Missing(
		request.ToAccount, restimpl.UserID,
		response.InfoItem, (*FriendGetListInfoItem).result, response.FailAccount,
	)
	return response, nil
}

// FriendImport imports friends of a user, up to 1000 in a call, with their lists, remarks and custom tags.
//
// The friendships are one-way: the imported accounts become friends of From_Account, but From_Account does not
// become theirs. The call can succeed in part: each account has a result of its own. The service does not notify
// the app's webhook.
//
// Our interpretation, where the vendor's page is silent: importing a friend again sets the given fields, and
// neither blocklists nor the settings of an account on who may add it apply.
//
// [FriendImportResponse.Failures] returns the accounts for which it failed.
// [Client.FriendImportAll] takes a batch of any size.
//
// Rate limit: 200 calls per second. Not idempotent: a second call may change more or return something else.
//
// Error codes, besides those of every command (6xxxx and 7xxxx), of the call or of single accounts:
//   - [CodeInvalidParameter] (30001): a parameter is wrong, or an account of a batch is a friend or blocked
//     already, or is no friend
//   - [CodeAccountMismatch] (30002): the account does not belong to this app
//   - [CodeAccountNotFound] (30003): the account does not exist in this app
//   - [CodeAdminRequired] (30004): the command needs an app administrator
//   - [CodeInternalError] (30006): the service failed internally
//   - [CodeTimeout] (30007): the command timed out inside the service
//   - [CodeWriteConflict] (30008): another write to the same user was under way
//   - [CodeFriendLimitExceeded] (30010): the user has as many friends as are allowed
//   - [CodeListLimitExceeded] (30011): the user has as many friend lists as are allowed
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34903
func (c *Client) FriendImport(
	ctx context.Context, request FriendImportRequest, options ...rest.CallOption,
) (*FriendImportResponse, error) {
	response, err := rest.Call[FriendImportResponse](ctx, c.rest(), operationFriendImport, &request, options...)
	if err != nil {
		return nil, err
	}
	response.missing = restimpl.Missing(
		request.AddFriendItem, func(e *FriendImportItem) string { return e.ToAccount },
		response.ResultItem, (*ResultItem).result, response.FailAccount, response.InvalidAccount,
	)
	return response, nil
}

// FriendUpdate updates what a user noted about friends, up to 1000 in a call: the remark, the lists that a friend
// is in, and custom tags.
//
// The call can succeed in part: each account has a result of its own.
//
// Our interpretation, where the vendor's page is silent: an account with an invalid tag is not updated at all.
// Tag_SNS_IM_Group replaces the lists that the friend is in, and creates lists that do not exist. An account that
// is not a friend fails with 30001.
//
// [FriendUpdateResponse.Failures] returns the accounts for which it failed.
// [Client.FriendUpdateAll] takes a batch of any size.
//
// Rate limit: 200 calls per second. Not idempotent: a second call may change more or return something else.
//
// Error codes, besides those of every command (6xxxx and 7xxxx), of the call or of single accounts:
//   - [CodeInvalidParameter] (30001): a parameter is wrong, or an account of a batch is a friend or blocked
//     already, or is no friend
//   - [CodeAccountMismatch] (30002): the account does not belong to this app
//   - [CodeAccountNotFound] (30003): the account does not exist in this app
//   - [CodeAdminRequired] (30004): the command needs an app administrator
//   - [CodeInternalError] (30006): the service failed internally
//   - [CodeTimeout] (30007): the command timed out inside the service
//   - [CodeWriteConflict] (30008): another write to the same user was under way
//   - [CodeListLimitExceeded] (30011): the user has as many friend lists as are allowed
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34904
func (c *Client) FriendUpdate(
	ctx context.Context, request FriendUpdateRequest, options ...rest.CallOption,
) (*FriendUpdateResponse, error) {
	response, err := rest.Call[FriendUpdateResponse](ctx, c.rest(), operationFriendUpdate, &request, options...)
	if err != nil {
		return nil, err
	}
	response.missing = restimpl.Missing(
		request.UpdateItem, func(e *FriendUpdateItem) string { return e.ToAccount },
		response.ResultItem, (*ResultItem).result, response.FailAccount, response.InvalidAccount,
	)
	return response, nil
}

// GroupAdd adds friend lists to a user, up to 32 in a call, and can put up to 1000 friends into them.
//
// The call can succeed in part: each of these friends has a result of its own.
//
// Our interpretation, where the vendor's page is silent: a list that exists already is kept, and the friends are
// put into it. Lists beyond the user's limit of 32 fail the whole call.
//
// An account that is not a friend fails with 30001 and the ResultInfo Err_SNS_GroupAdd_Friend_Not_Exist, as a test
// that others run against the service expects. The sample on the vendor's page has the code 32216 instead.
//
// [GroupAddResponse.Failures] returns the accounts for which it failed.
//
// Rate limit: 200 calls per second. Not idempotent: a second call may change more or return something else.
//
// Error codes, besides those of every command (6xxxx and 7xxxx), of the call or of single accounts:
//   - [CodeInvalidParameter] (30001): a parameter is wrong, or an account of a batch is a friend or blocked
//     already, or is no friend
//   - [CodeAccountMismatch] (30002): the account does not belong to this app
//   - [CodeAccountNotFound] (30003): the account does not exist in this app
//   - [CodeAdminRequired] (30004): the command needs an app administrator
//   - [CodeInternalError] (30006): the service failed internally
//   - [CodeTimeout] (30007): the command timed out inside the service
//   - [CodeWriteConflict] (30008): another write to the same user was under way
//   - [CodeListLimitExceeded] (30011): the user has as many friend lists as are allowed
//   - [CodeListMemberNotFriend] (32216): the account to put into a list is no friend of the user
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34950
func (c *Client) GroupAdd(
	ctx context.Context, request GroupAddRequest, options ...rest.CallOption,
) (*GroupAddResponse, error) {
	response, err := rest.Call[GroupAddResponse](ctx, c.rest(), operationGroupAdd, &request, options...)
	if err != nil {
		return nil, err
	}
	response.missing = restimpl.Missing(
		request.ToAccount, restimpl.UserID,
		response.ResultItem, (*ResultItem).result, response.FailAccount, response.InvalidAccount,
	)
	return response, nil
}

// GroupDelete deletes friend lists of a user, up to 32 in a call. The members of the lists remain friends.
//
// Our interpretation, where the vendor's page is silent: a name without a list is ignored.
//
// Rate limit: 200 calls per second. Not idempotent: a second call may change more or return something else.
//
// Error codes, besides those of every command (6xxxx and 7xxxx):
//   - [CodeInvalidParameter] (30001): a parameter is wrong, or an account of a batch is a friend or blocked
//     already, or is no friend
//   - [CodeAccountNotFound] (30003): the account does not exist in this app
//   - [CodeAdminRequired] (30004): the command needs an app administrator
//   - [CodeInternalError] (30006): the service failed internally
//   - [CodeTimeout] (30007): the command timed out inside the service
//   - [CodeWriteConflict] (30008): another write to the same user was under way
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34926
func (c *Client) GroupDelete(
	ctx context.Context, request GroupDeleteRequest, options ...rest.CallOption,
) (*GroupDeleteResponse, error) {
	return rest.Call[GroupDeleteResponse](ctx, c.rest(), operationGroupDelete, &request, options...)
}

// GroupGet pulls the friend lists of a user: their names and sizes and, on request, their members.
//
// Without GroupName, the response has all lists; with GroupName, it has the named ones. It has members if
// NeedFriend asks for them. The vendor's page says that NeedFriend and LastSequence apply only if GroupName is
// empty, but its own complete sample sends all three and receives members.
//
// Our interpretation: NeedFriend also applies with GroupName, but LastSequence does not. If LastSequence is
// current, there is nothing to send: a response without lists and with a CurrentSequence that equals LastSequence
// means that the lists have not changed.
//
// Rate limit: 200 calls per second. Idempotent: a second call changes nothing and returns the same.
//
// Error codes, besides those of every command (6xxxx and 7xxxx):
//   - [CodeInvalidParameter] (30001): a parameter is wrong, or an account of a batch is a friend or blocked
//     already, or is no friend
//   - [CodeAccountNotFound] (30003): the account does not exist in this app
//   - [CodeAdminRequired] (30004): the command needs an app administrator
//   - [CodeInternalError] (30006): the service failed internally
//   - [CodeTimeout] (30007): the command timed out inside the service
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/40123
func (c *Client) GroupGet(
	ctx context.Context, request GroupGetRequest, options ...rest.CallOption,
) (*GroupGetResponse, error) {
	return rest.Call[GroupGetResponse](ctx, c.rest(), operationGroupGet, &request, options...)
}

// The descriptions of the operations.
var (
	operationBlackListAdd = rest.Operation{
		ID:         "BlackListAdd",
		Path:       "/v4/sns/black_list_add",
		RateLimit:  200,
		Idempotent: false,
	}
	operationBlackListCheck = rest.Operation{
		ID:         "BlackListCheck",
		Path:       "/v4/sns/black_list_check",
		RateLimit:  200,
		Idempotent: true,
	}
	operationBlackListDelete = rest.Operation{
		ID:         "BlackListDelete",
		Path:       "/v4/sns/black_list_delete",
		RateLimit:  200,
		Idempotent: false,
	}
	operationBlackListGet = rest.Operation{
		ID:         "BlackListGet",
		Path:       "/v4/sns/black_list_get",
		RateLimit:  200,
		Idempotent: true,
	}
	operationFriendAdd = rest.Operation{
		ID:         "FriendAdd",
		Path:       "/v4/sns/friend_add",
		RateLimit:  200,
		Idempotent: false,
	}
	operationFriendCheck = rest.Operation{
		ID:         "FriendCheck",
		Path:       "/v4/sns/friend_check",
		RateLimit:  200,
		Idempotent: true,
	}
	operationFriendDelete = rest.Operation{
		ID:         "FriendDelete",
		Path:       "/v4/sns/friend_delete",
		RateLimit:  200,
		Idempotent: false,
	}
	operationFriendDeleteAll = rest.Operation{
		ID:         "FriendDeleteAll",
		Path:       "/v4/sns/friend_delete_all",
		RateLimit:  200,
		Idempotent: false,
	}
	operationFriendGet = rest.Operation{
		ID:         "FriendGet",
		Path:       "/v4/sns/friend_get",
		RateLimit:  200,
		Idempotent: true,
	}
	operationFriendGetList = rest.Operation{
		ID:         "FriendGetList",
		Path:       "/v4/sns/friend_get_list",
		RateLimit:  200,
		Idempotent: true,
	}
	operationFriendImport = rest.Operation{
		ID:         "FriendImport",
		Path:       "/v4/sns/friend_import",
		RateLimit:  200,
		Idempotent: false,
	}
	operationFriendUpdate = rest.Operation{
		ID:         "FriendUpdate",
		Path:       "/v4/sns/friend_update",
		RateLimit:  200,
		Idempotent: false,
	}
	operationGroupAdd = rest.Operation{
		ID:         "GroupAdd",
		Path:       "/v4/sns/group_add",
		RateLimit:  200,
		Idempotent: false,
	}
	operationGroupDelete = rest.Operation{
		ID:         "GroupDelete",
		Path:       "/v4/sns/group_delete",
		RateLimit:  200,
		Idempotent: false,
	}
	operationGroupGet = rest.Operation{
		ID:         "GroupGet",
		Path:       "/v4/sns/group_get",
		RateLimit:  200,
		Idempotent: true,
	}
)
