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
// Commands that take a batch succeed in part: a failure for one account is no error of the call. Failures lists these, and
// Err makes one error of them, for all or nothing:
//
//	for _, failure := range reply.Failures() {
//		log.Print(failure) // or failure.Account, failure.Code, failure.Info
//	}
//	if err := reply.Err(); err != nil { … }
//
// A function such as [FriendImportSplit] splits a batch that is larger than a call takes, and one such as
// [FriendGetPages] pulls all pages. They take an [API], so that they work with a fake, too.
//
// Calls keep to the quota of their operation, turn to the region's standby host while the first does not answer, and
// are made again where that can help and can do no harm: see [rest.RetryPolicy].
//
// Group in a name means a friend list, never a group chat, and BlackList a blocklist.
//
// Requests are sent as they are: the service refuses one whose required fields are left at zero, if zero is not allowed.
// Optional fields are plain values: left at zero, they are not sent. An optional array is sent when it is not
// nil, an empty one too.
//
// Package timsns, the root of the module, has runnable examples.
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
	// See [Client.BlackListAdd].
	BlackListAdd(ctx context.Context, request BlackListAddRequest) (*BlackListAddResponse, error)
	// See [Client.BlackListCheck].
	BlackListCheck(ctx context.Context, request BlackListCheckRequest) (*BlackListCheckResponse, error)
	// See [Client.BlackListDelete].
	BlackListDelete(ctx context.Context, request BlackListDeleteRequest) (*BlackListDeleteResponse, error)
	// See [Client.BlackListGet].
	BlackListGet(ctx context.Context, request BlackListGetRequest) (*BlackListGetResponse, error)
	// See [Client.FriendAdd].
	FriendAdd(ctx context.Context, request FriendAddRequest) (*FriendAddResponse, error)
	// See [Client.FriendCheck].
	FriendCheck(ctx context.Context, request FriendCheckRequest) (*FriendCheckResponse, error)
	// See [Client.FriendDelete].
	FriendDelete(ctx context.Context, request FriendDeleteRequest) (*FriendDeleteResponse, error)
	// See [Client.FriendDeleteAll].
	FriendDeleteAll(ctx context.Context, request FriendDeleteAllRequest) (*FriendDeleteAllResponse, error)
	// See [Client.FriendGet].
	FriendGet(ctx context.Context, request FriendGetRequest) (*FriendGetResponse, error)
	// See [Client.FriendGetList].
	FriendGetList(ctx context.Context, request FriendGetListRequest) (*FriendGetListResponse, error)
	// See [Client.FriendImport].
	FriendImport(ctx context.Context, request FriendImportRequest) (*FriendImportResponse, error)
	// See [Client.FriendUpdate].
	FriendUpdate(ctx context.Context, request FriendUpdateRequest) (*FriendUpdateResponse, error)
	// See [Client.GroupAdd].
	GroupAdd(ctx context.Context, request GroupAddRequest) (*GroupAddResponse, error)
	// See [Client.GroupDelete].
	GroupDelete(ctx context.Context, request GroupDeleteRequest) (*GroupDeleteResponse, error)
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

// BlackListAdd adds accounts to the blocklist of one user, up to 1000 in a call.
//
// It ends the friendship with each of them, both ways, and neither can send the other a request
// from then on. It succeeds in part: each account has a result of its own, which is 30001 for one
// that is blocked already. The service tells the app's webhook of each.
//
// [BlackListAddResponse.Failures] tells for whom it failed. [BlackListAddSplit] takes a batch of any size.
//
// At most 200 calls a second. Not idempotent: a second call may do more, or answer something else.
//
// Error codes, beside those of every command (6xxxx and 7xxxx), for the call or for single accounts:
//   - [CodeInvalidParameter] (30001): a parameter of the request is wrong
//   - [CodeAccountMismatch] (30002): the account does not belong to this app
//   - [CodeAccountNotFound] (30003): the account does not exist in this app
//   - [CodeAdminRequired] (30004): the command needs an app administrator
//   - [CodeInternalError] (30006): the service failed internally
//   - [CodeTimeout] (30007): the command timed out inside the service
//   - [CodeWriteConflict] (30008): another write to the same user was under way
//   - [CodeBlocklistLimitExceeded] (30013): the user blocks as many accounts as are allowed
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34911
func (c *Client) BlackListAdd(ctx context.Context, request BlackListAddRequest) (*BlackListAddResponse, error) {
	return rest.Call[BlackListAddResponse](ctx, c.client, operationBlackListAdd, &request)
}

// BlackListCheck checks whether a user and other accounts block each other, up to 1000 in a call.
//
// It succeeds in part: each account has a result of its own. One that could not be checked has a
// Relation too, which then means nothing.
//
// [BlackListCheckResponse.Failures] tells for whom it failed. [BlackListCheckSplit] takes a batch of any size.
//
// At most 200 calls a second. Idempotent: a second call does nothing more, and answers the same.
//
// Error codes, beside those of every command (6xxxx and 7xxxx), for the call or for single accounts:
//   - [CodeInvalidParameter] (30001): a parameter of the request is wrong
//   - [CodeAccountNotFound] (30003): the account does not exist in this app
//   - [CodeAdminRequired] (30004): the command needs an app administrator
//   - [CodeInternalError] (30006): the service failed internally
//   - [CodeTimeout] (30007): the command timed out inside the service
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34913
func (c *Client) BlackListCheck(ctx context.Context, request BlackListCheckRequest) (*BlackListCheckResponse, error) {
	return rest.Call[BlackListCheckResponse](ctx, c.client, operationBlackListCheck, &request)
}

// BlackListDelete deletes accounts from the blocklist of one user, up to 1000 in a call.
//
// It succeeds in part: each account has a result of its own. The service tells the app's webhook
// of each. Our reading, where the page is silent: the result is 30001 for one that is not blocked,
// and the friendship that blocking ended does not return.
//
// [BlackListDeleteResponse.Failures] tells for whom it failed. [BlackListDeleteSplit] takes a batch of any size.
//
// At most 200 calls a second. Not idempotent: a second call may do more, or answer something else.
//
// Error codes, beside those of every command (6xxxx and 7xxxx), for the call or for single accounts:
//   - [CodeInvalidParameter] (30001): a parameter of the request is wrong
//   - [CodeAccountNotFound] (30003): the account does not exist in this app
//   - [CodeAdminRequired] (30004): the command needs an app administrator
//   - [CodeInternalError] (30006): the service failed internally
//   - [CodeTimeout] (30007): the command timed out inside the service
//   - [CodeWriteConflict] (30008): another write to the same user was under way
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34912
func (c *Client) BlackListDelete(ctx context.Context, request BlackListDeleteRequest) (*BlackListDeleteResponse, error) {
	return rest.Call[BlackListDeleteResponse](ctx, c.client, operationBlackListDelete, &request)
}

// BlackListGet pulls the blocklist of one user, a page at a time.
//
// Our reading, where the page is silent: all pages of one pull take the LastSequence that the pull
// started with. With a current one there is nothing to send: no accounts, and a CurrentSequence
// that equals LastSequence, stand for a blocklist that did not change.
//
// [BlackListGetPages] pulls all pages.
//
// At most 200 calls a second. Idempotent: a second call does nothing more, and answers the same.
//
// Error codes, beside those of every command (6xxxx and 7xxxx):
//   - [CodeInvalidParameter] (30001): a parameter of the request is wrong
//   - [CodeAccountNotFound] (30003): the account does not exist in this app
//   - [CodeAdminRequired] (30004): the command needs an app administrator
//   - [CodeInternalError] (30006): the service failed internally
//   - [CodeTimeout] (30007): the command timed out inside the service
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34914
func (c *Client) BlackListGet(ctx context.Context, request BlackListGetRequest) (*BlackListGetResponse, error) {
	return rest.Call[BlackListGetResponse](ctx, c.client, operationBlackListGet, &request)
}

// FriendAdd adds friends to one user, up to 1000 in a call.
//
// It succeeds in part: each account has a result of its own. An account whose owner confirms
// requests first becomes no friend yet; its result is 30539, which stands for a request that
// waits, not for a failure. The service tells the app's webhook of each new friend, and asks none
// before.
//
// Our reading, where the page is silent: blocklists are always heeded, and what an account allows
// is unless ForceAddFlags is 1; adding a friend again succeeds, and sets the fields that are
// given; one who has to confirm is not in Fail_Account.
//
// [FriendAddResponse.Failures] tells for whom it failed. [FriendAddSplit] takes a batch of any size.
//
// At most 200 calls a second. Not idempotent: a second call may do more, or answer something else.
//
// Error codes, beside those of every command (6xxxx and 7xxxx), for the call or for single accounts:
//   - [CodeInvalidParameter] (30001): a parameter of the request is wrong
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
//   - [CodeAddBlockedByPolicy] (30540): the service's security policy forbids adding the friend, as a rule because of too many requests
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34902
func (c *Client) FriendAdd(ctx context.Context, request FriendAddRequest) (*FriendAddResponse, error) {
	return rest.Call[FriendAddResponse](ctx, c.client, operationFriendAdd, &request)
}

// FriendCheck checks how a user and other accounts stand to each other, up to 1000 in a call.
//
// It succeeds in part: each account has a result of its own. One that could not be checked has a
// Relation too, which then means nothing.
//
// [FriendCheckResponse.Failures] tells for whom it failed. [FriendCheckSplit] takes a batch of any size.
//
// At most 200 calls a second. Idempotent: a second call does nothing more, and answers the same.
//
// Error codes, beside those of every command (6xxxx and 7xxxx), for the call or for single accounts:
//   - [CodeInvalidParameter] (30001): a parameter of the request is wrong
//   - [CodeAccountNotFound] (30003): the account does not exist in this app
//   - [CodeAdminRequired] (30004): the command needs an app administrator
//   - [CodeInternalError] (30006): the service failed internally
//   - [CodeTimeout] (30007): the command timed out inside the service
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34907
func (c *Client) FriendCheck(ctx context.Context, request FriendCheckRequest) (*FriendCheckResponse, error) {
	return rest.Call[FriendCheckResponse](ctx, c.client, operationFriendCheck, &request)
}

// FriendDelete deletes friends of one user, up to 1000 in a call.
//
// It succeeds in part: each account has a result of its own. The service tells the app's webhook
// of each friendship that ends. Unlike the other batches, this one has no Fail_Account. Our
// reading, where the page is silent: without DeleteType it deletes one way, and both ways it
// deletes whichever way there is.
//
// [FriendDeleteResponse.Failures] tells for whom it failed. [FriendDeleteSplit] takes a batch of any size.
//
// At most 200 calls a second. Not idempotent: a second call may do more, or answer something else.
//
// Error codes, beside those of every command (6xxxx and 7xxxx), for the call or for single accounts:
//   - [CodeInvalidParameter] (30001): a parameter of the request is wrong
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
func (c *Client) FriendDelete(ctx context.Context, request FriendDeleteRequest) (*FriendDeleteResponse, error) {
	return rest.Call[FriendDeleteResponse](ctx, c.client, operationFriendDelete, &request)
}

// FriendDeleteAll deletes all friends of one user, one way unless DeleteType says otherwise. No page tells whether
// the app's webhook learns of it.
//
// At most 200 calls a second. Not idempotent: a second call may do more, or answer something else.
//
// Error codes, beside those of every command (6xxxx and 7xxxx):
//   - [CodeInvalidParameter] (30001): a parameter of the request is wrong
//   - [CodeAccountNotFound] (30003): the account does not exist in this app
//   - [CodeAdminRequired] (30004): the command needs an app administrator
//   - [CodeInternalError] (30006): the service failed internally
//   - [CodeTimeout] (30007): the command timed out inside the service
//   - [CodeWriteConflict] (30008): another write to the same user was under way
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34906
func (c *Client) FriendDeleteAll(ctx context.Context, request FriendDeleteAllRequest) (*FriendDeleteAllResponse, error) {
	return rest.Call[FriendDeleteAllResponse](ctx, c.client, operationFriendDeleteAll, &request)
}

// FriendGet pulls the friends of one user with what the user noted about them, a page at a time.
//
// The service decides how large a page is. Sequences spare it what did not change: with the
// StandardSequence of the previous pull it leaves out standard tags, with its CustomSequence
// custom ones.
//
// Our reading, where the page is silent: all pages of one pull take the sequences that the pull
// started with. With both of them current there is nothing to send: no friends, and a FriendNum
// above 0, stand for friends of whom nothing changed.
//
// [FriendGetPages] pulls all pages.
//
// At most 200 calls a second. Idempotent: a second call does nothing more, and answers the same.
//
// Error codes, beside those of every command (6xxxx and 7xxxx):
//   - [CodeInvalidParameter] (30001): a parameter of the request is wrong
//   - [CodeAccountNotFound] (30003): the account does not exist in this app
//   - [CodeAdminRequired] (30004): the command needs an app administrator
//   - [CodeInternalError] (30006): the service failed internally
//   - [CodeTimeout] (30007): the command timed out inside the service
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34908
func (c *Client) FriendGet(ctx context.Context, request FriendGetRequest) (*FriendGetResponse, error) {
	return rest.Call[FriendGetResponse](ctx, c.client, operationFriendGet, &request)
}

// FriendGetList pulls named friends of one user with the tags that are asked for.
//
// It succeeds in part: each account has a result of its own, which is 30001 for one that is no
// friend. The vendor's newer pages advise at most 100 accounts in a call, which an older one
// demanded; the newer ones are followed, and no limit is set.
//
// [FriendGetListResponse.Failures] tells for whom it failed. [FriendGetListSplit] takes a batch of any size.
//
// At most 200 calls a second. Idempotent: a second call does nothing more, and answers the same.
//
// Error codes, beside those of every command (6xxxx and 7xxxx), for the call or for single accounts:
//   - [CodeInvalidParameter] (30001): a parameter of the request is wrong
//   - [CodeAccountNotFound] (30003): the account does not exist in this app
//   - [CodeAdminRequired] (30004): the command needs an app administrator
//   - [CodeInternalError] (30006): the service failed internally
//   - [CodeTimeout] (30007): the command timed out inside the service
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34910
func (c *Client) FriendGetList(ctx context.Context, request FriendGetListRequest) (*FriendGetListResponse, error) {
	return rest.Call[FriendGetListResponse](ctx, c.client, operationFriendGetList, &request)
}

// FriendImport imports friends of one user, up to 1000 in a call, with lists, remarks and custom tags.
//
// Friendship is one-way: the imported accounts are friends of From_Account, and not the other way
// round. It succeeds in part: each account has a result of its own. No webhook is told. Our
// reading, where the page is silent: importing a friend again sets the fields that are given, and
// neither blocklists nor what an account allows are heeded.
//
// [FriendImportResponse.Failures] tells for whom it failed. [FriendImportSplit] takes a batch of any size.
//
// At most 200 calls a second. Not idempotent: a second call may do more, or answer something else.
//
// Error codes, beside those of every command (6xxxx and 7xxxx), for the call or for single accounts:
//   - [CodeInvalidParameter] (30001): a parameter of the request is wrong
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
func (c *Client) FriendImport(ctx context.Context, request FriendImportRequest) (*FriendImportResponse, error) {
	return rest.Call[FriendImportResponse](ctx, c.client, operationFriendImport, &request)
}

// FriendUpdate updates what a user noted about friends, up to 1000 in a call: the remark, the lists they are
// in, and custom tags.
//
// It succeeds in part: each account has a result of its own. Our reading, where the page is
// silent: an account with a wrong tag is not updated at all, Tag_SNS_IM_Group replaces the lists
// that the friend is in, lists that are not there are made, and an account that is no friend gets
// 30001.
//
// [FriendUpdateResponse.Failures] tells for whom it failed. [FriendUpdateSplit] takes a batch of any size.
//
// At most 200 calls a second. Not idempotent: a second call may do more, or answer something else.
//
// Error codes, beside those of every command (6xxxx and 7xxxx), for the call or for single accounts:
//   - [CodeInvalidParameter] (30001): a parameter of the request is wrong
//   - [CodeAccountMismatch] (30002): the account does not belong to this app
//   - [CodeAccountNotFound] (30003): the account does not exist in this app
//   - [CodeAdminRequired] (30004): the command needs an app administrator
//   - [CodeInternalError] (30006): the service failed internally
//   - [CodeTimeout] (30007): the command timed out inside the service
//   - [CodeWriteConflict] (30008): another write to the same user was under way
//   - [CodeListLimitExceeded] (30011): the user has as many friend lists as are allowed
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34904
func (c *Client) FriendUpdate(ctx context.Context, request FriendUpdateRequest) (*FriendUpdateResponse, error) {
	return rest.Call[FriendUpdateResponse](ctx, c.client, operationFriendUpdate, &request)
}

// GroupAdd adds friend lists to one user, up to 32 in a call, and on request puts friends into them, up to
// 1000.
//
// It succeeds in part: each of these friends has a result of its own. Our reading, where the page
// is silent: a list that is there already stays as it is and takes the friends in, and lists
// beyond the user's limit of 32 fail the whole call.
//
// [GroupAddResponse.Failures] tells for whom it failed.
//
// At most 200 calls a second. Not idempotent: a second call may do more, or answer something else.
//
// Error codes, beside those of every command (6xxxx and 7xxxx), for the call or for single accounts:
//   - [CodeInvalidParameter] (30001): a parameter of the request is wrong
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
func (c *Client) GroupAdd(ctx context.Context, request GroupAddRequest) (*GroupAddResponse, error) {
	return rest.Call[GroupAddResponse](ctx, c.client, operationGroupAdd, &request)
}

// GroupDelete deletes friend lists of one user, up to 32 in a call. Their members stay friends.
//
// Our reading, where the page is silent: a name that no list bears is passed over.
//
// At most 200 calls a second. Not idempotent: a second call may do more, or answer something else.
//
// Error codes, beside those of every command (6xxxx and 7xxxx):
//   - [CodeInvalidParameter] (30001): a parameter of the request is wrong
//   - [CodeAccountNotFound] (30003): the account does not exist in this app
//   - [CodeAdminRequired] (30004): the command needs an app administrator
//   - [CodeInternalError] (30006): the service failed internally
//   - [CodeTimeout] (30007): the command timed out inside the service
//   - [CodeWriteConflict] (30008): another write to the same user was under way
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34926
func (c *Client) GroupDelete(ctx context.Context, request GroupDeleteRequest) (*GroupDeleteResponse, error) {
	return rest.Call[GroupDeleteResponse](ctx, c.client, operationGroupDelete, &request)
}

// GroupGet pulls the friend lists of one user: their names and sizes, and on request their members.
//
// Without GroupName it answers all lists, with GroupName the named ones, and members when
// NeedFriend asks for them. The vendor's page says that NeedFriend and LastSequence count only
// while GroupName is empty, yet its own complete sample sends all three and receives members.
//
// Our reading: NeedFriend counts with GroupName, too, and LastSequence does not. With a current
// LastSequence there is nothing to send: no lists, and a CurrentSequence that equals it, stand for
// lists that did not change.
//
// At most 200 calls a second. Idempotent: a second call does nothing more, and answers the same.
//
// Error codes, beside those of every command (6xxxx and 7xxxx):
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
