// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

// Package group is a typed client for Tencent Cloud IM groups (v4/group_open_http_svc/*).
//
// The server-side commands with which an app administrator reads the groups of an app and their members
// (v4/group_open_http_svc/*).
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
//	client, err := group.NewClient(group.Singapore, sign)
//
// # Calls and errors
//
// Each operation of the service is a method. It returns an error exactly when the call failed, whatever the HTTP
// status is; the error is a *[rest.Error]. [errors.Is] matches it with the service's codes:
//
//	errors.Is(err, group.CodeInternalError)
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
// Methods such as [Client.GetGroupInfoAll] take a batch that is larger than one call allows.
//
// # Pages
//
// Methods such as [Client.GetGroupMemberInfoAll] iterate over the items of all pages, and those such as
// [Client.GetGroupMemberInfoPages] over the pages.
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
// The vendor's page on the data of groups: https://intl.cloud.tencent.com/document/product/1047/33529
package group

import (
	"context"

	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/rest/restimpl"
)

// API has a method for each operation of the service. [Client] implements it; code that depends on API can be tested
// with a fake. API grows with each new endpoint, so a fake should embed it:
//
//	type fake struct{ group.API }
type API interface {
	// GetGroupInfo is documented at [Client.GetGroupInfo].
	GetGroupInfo(
		ctx context.Context, request GetGroupInfoRequest, options ...rest.CallOption,
	) (*GetGroupInfoResponse, error)
	// GetGroupMemberInfo is documented at [Client.GetGroupMemberInfo].
	GetGroupMemberInfo(
		ctx context.Context, request GetGroupMemberInfoRequest, options ...rest.CallOption,
	) (*GetGroupMemberInfoResponse, error)
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

// GetGroupInfo pulls the details of up to 50 groups, with their members.
//
// The call can succeed in part: each group has an ErrorCode and an ErrorInfo of its own. Those of the response as a
// whole have no meaning for the groups. Our interpretation: a group that could not be read has no other fields.
//
// There are no pages, and a response has at most 1 MB: if it would have more, the call fails with 10018. Ask for
// fewer groups then, or leave the members out with ResponseFilter. For a group of type AVChatRoom, newer pages
// promise neither the number of members nor their list; older ones make no exception.
//
// [GetGroupInfoResponse.Failures] returns the accounts for which it failed.
// [Client.GetGroupInfoAll] takes a batch of any size.
//
// Rate limit: 200 calls per second. Idempotent: a second call changes nothing and returns the same.
//
// Error codes, besides those of every command (6xxxx and 7xxxx), of the call or of single accounts:
//   - [CodeInternalError] (10002): the service failed internally
//   - [CodeUnknownCommand] (10003): no command of groups has this name
//   - [CodeInvalidParameter] (10004): a parameter is wrong
//   - [CodePermissionDenied] (10007): the caller is no app administrator, or may not read a field
//   - [CodeGroupNotFound] (10010): the group does not exist, or no longer
//   - [CodeInvalidGroupID] (10015): the ID of the group is malformed
//   - [CodeResponseTooLarge] (10018): the response would have more than 1 MB
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34961
func (c *Client) GetGroupInfo(
	ctx context.Context, request GetGroupInfoRequest, options ...rest.CallOption,
) (*GetGroupInfoResponse, error) {
	response, err := rest.Call[GetGroupInfoResponse](ctx, c.rest(), operationGetGroupInfo, &request, options...)
	if err != nil {
		return nil, err
	}
	response.missing = restimpl.Missing(
		request.GroupIdList, restimpl.UserID,
		response.GroupInfo, (*Group).result,
	)
	return response, nil
}

// GetGroupMemberInfo pulls the members of a group, of any type but AVChatRoom, a page at a time. Older pages
// promise the first 300 members of an AVChatRoom.
//
// There are two ways to name a page. For a community, send an empty Next first and then the Next of the previous
// page, until it is empty. For other groups, send no Next and an Offset, the number of the members before this
// page. Our interpretation: there, the last page is one that has fewer members than Limit, or that reaches
// MemberNum. While people join or leave, a page named by Offset may skip or repeat members.
//
// A response has at most 1 MB: if it would have more, the call fails with 10018. Send a smaller Limit then.
//
// [Client.GetGroupMemberInfoAll] iterates over the items of all pages, [Client.GetGroupMemberInfoPages] over the pages.
//
// Rate limit: 200 calls per second. Idempotent: a second call changes nothing and returns the same.
//
// Error codes, besides those of every command (6xxxx and 7xxxx):
//   - [CodeInternalError] (10002): the service failed internally
//   - [CodeUnknownCommand] (10003): no command of groups has this name
//   - [CodeInvalidParameter] (10004): a parameter is wrong
//   - [CodePermissionDenied] (10007): the caller is no app administrator, or may not read a field
//   - [CodeGroupNotFound] (10010): the group does not exist, or no longer
//   - [CodeInvalidGroupID] (10015): the ID of the group is malformed
//   - [CodeResponseTooLarge] (10018): the response would have more than 1 MB
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34948
func (c *Client) GetGroupMemberInfo(
	ctx context.Context, request GetGroupMemberInfoRequest, options ...rest.CallOption,
) (*GetGroupMemberInfoResponse, error) {
	return rest.Call[GetGroupMemberInfoResponse](ctx, c.rest(), operationGetGroupMemberInfo, &request, options...)
}

// The descriptions of the operations.
var (
	operationGetGroupInfo = rest.Operation{
		ID:         "GetGroupInfo",
		Path:       "/v4/group_open_http_svc/get_group_info",
		RateLimit:  200,
		Idempotent: true,
	}
	operationGetGroupMemberInfo = rest.Operation{
		ID:         "GetGroupMemberInfo",
		Path:       "/v4/group_open_http_svc/get_group_member_info",
		RateLimit:  200,
		Idempotent: true,
	}
)
