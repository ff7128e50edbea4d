// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

// Package outcomes is a typed client for Outcomes (v4/outcomes/*).
//
// Operations with other envelopes and results.
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
//	client, err := outcomes.NewClient(outcomes.China, sign)
//
// # Calls and errors
//
// Each operation of the service is a method. It returns an error exactly when the call failed, whatever the HTTP
// status is; the error is a *[rest.Error]. [errors.Is] matches it with the service's codes:
//
//	errors.Is(err, outcomes.CodeInvalidParameter)
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
// Methods such as [Client.DeleteMembersAll] take a batch that is larger than one call allows.
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
package outcomes

import (
	"context"
	"time"

	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/rest/restimpl"
)

// API has a method for each operation of the service. [Client] implements it; code that depends on API can be tested
// with a fake. API grows with each new endpoint, so a fake should embed it:
//
//	type fake struct{ outcomes.API }
type API interface {
	// AddMembers is documented at [Client.AddMembers].
	AddMembers(
		ctx context.Context, request AddMembersRequest, options ...rest.CallOption,
	) (*AddMembersResponse, error)
	// DeleteMembers is documented at [Client.DeleteMembers].
	DeleteMembers(
		ctx context.Context, request DeleteMembersRequest, options ...rest.CallOption,
	) (*DeleteMembersResponse, error)
	// GetGroups is documented at [Client.GetGroups].
	GetGroups(
		ctx context.Context, request GetGroupsRequest, options ...rest.CallOption,
	) (*GetGroupsResponse, error)
	// GetTime is documented at [Client.GetTime].
	GetTime(
		ctx context.Context, request GetTimeRequest, options ...rest.CallOption,
	) (*GetTimeResponse, error)
	// ImportAccounts is documented at [Client.ImportAccounts].
	ImportAccounts(
		ctx context.Context, request ImportAccountsRequest, options ...rest.CallOption,
	) (*ImportAccountsResponse, error)
	// SendMessages is documented at [Client.SendMessages].
	SendMessages(
		ctx context.Context, request SendMessagesRequest, options ...rest.CallOption,
	) (*SendMessagesResponse, error)
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

// AddMembers adds members.
//
// [AddMembersResponse.Failures] returns the accounts for which it failed.
//
// Rate limit: 200 calls per second. Not idempotent: a second call may change more or return something else.
//
// Error codes, besides those of every command (6xxxx and 7xxxx), of the call or of single accounts:
//   - [CodeInvalidParameter] (40001): a parameter is wrong
//
// The vendor's page: https://example.com
func (c *Client) AddMembers(
	ctx context.Context, request AddMembersRequest, options ...rest.CallOption,
) (*AddMembersResponse, error) {
	response, err := rest.Call[AddMembersResponse](ctx, c.rest(), operationAddMembers, &request, options...)
	if err != nil {
		return nil, err
	}
	response.missing = restimpl.Missing(
		request.Members, restimpl.UserID,
		response.MemberList, (*AddedMember).result, restimpl.Accounts(response.Refused, (*SendError).result),
	)
	return response, nil
}

// DeleteMembers deletes members.
//
// [DeleteMembersResponse.Failures] returns the accounts for which it failed.
// [Client.DeleteMembersAll] takes a batch of any size.
//
// Rate limit: 200 calls per second. Not idempotent: a second call may change more or return something else.
//
// Error codes, besides those of every command (6xxxx and 7xxxx), of the call or of single accounts:
//   - [CodeInvalidParameter] (40001): a parameter is wrong
//
// The vendor's page: https://example.com
func (c *Client) DeleteMembers(
	ctx context.Context, request DeleteMembersRequest, options ...rest.CallOption,
) (*DeleteMembersResponse, error) {
	response, err := rest.Call[DeleteMembersResponse](ctx, c.rest(), operationDeleteMembers, &request, options...)
	if err != nil {
		return nil, err
	}
	response.missing = restimpl.Missing(
		request.Members, restimpl.UserID,
		response.ResultList, (*DeletedMember).result,
	)
	return response, nil
}

// GetGroups pulls groups.
//
// [GetGroupsResponse.Failures] returns the accounts for which it failed.
// [Client.GetGroupsAll] takes a batch of any size.
//
// Rate limit: 200 calls per second. Idempotent: a second call changes nothing and returns the same.
//
// Error codes, besides those of every command (6xxxx and 7xxxx), of the call or of single accounts:
//   - [CodeInvalidParameter] (40001): a parameter is wrong
//
// The vendor's page: https://example.com
func (c *Client) GetGroups(
	ctx context.Context, request GetGroupsRequest, options ...rest.CallOption,
) (*GetGroupsResponse, error) {
	response, err := rest.Call[GetGroupsResponse](ctx, c.rest(), operationGetGroups, &request, options...)
	if err != nil {
		return nil, err
	}
	response.missing = restimpl.Missing(
		request.GroupIdList, restimpl.UserID,
		response.GroupInfo, (*GroupInfo).result,
	)
	return response, nil
}

// GetTime pulls the time.
//
// Rate limit: 200 calls per second.
//
// Idempotent by Key: a call that sets it is repeated after a failure, since the service recognizes a second one.
//
// Error codes, besides those of every command (6xxxx and 7xxxx):
//   - [CodeInvalidParameter] (40001): a parameter is wrong
//
// The vendor's page: https://example.com
func (c *Client) GetTime(
	ctx context.Context, request GetTimeRequest, options ...rest.CallOption,
) (*GetTimeResponse, error) {
	operation := operationGetTime
	operation.Idempotent = request.Key != ""
	return rest.Call[GetTimeResponse](ctx, c.rest(), operation, &request, options...)
}

// ImportAccounts imports accounts.
//
// [ImportAccountsResponse.Failures] returns the accounts for which it failed.
// [Client.ImportAccountsAll] takes a batch of any size.
//
// Rate limit: 200 calls per second. Not idempotent: a second call may change more or return something else.
//
// Error codes, besides those of every command (6xxxx and 7xxxx), of the call or of single accounts:
//   - [CodeInvalidParameter] (40001): a parameter is wrong
//
// The vendor's page: https://example.com
func (c *Client) ImportAccounts(
	ctx context.Context, request ImportAccountsRequest, options ...rest.CallOption,
) (*ImportAccountsResponse, error) {
	response, err := rest.Call[ImportAccountsResponse](ctx, c.rest(), operationImportAccounts, &request, options...)
	if err != nil {
		return nil, err
	}
	response.requested = len(request.AccountList)
	return response, nil
}

// SendMessages sends a message to accounts.
//
// [SendMessagesResponse.Failures] returns the accounts for which it failed.
//
// Rate limit: 200 calls per second.
//
// Idempotent by MsgSeq and MsgKey: a call that sets both is repeated after a failure, since the service recognizes
// a second one for 20 seconds.
//
// Error codes, besides those of every command (6xxxx and 7xxxx), of the call or of single accounts:
//   - [CodeInvalidParameter] (40001): a parameter is wrong
//
// The vendor's page: https://example.com
func (c *Client) SendMessages(
	ctx context.Context, request SendMessagesRequest, options ...rest.CallOption,
) (*SendMessagesResponse, error) {
	operation := operationSendMessages
	operation.Idempotent = request.MsgSeq != 0 && request.MsgKey != ""
	response, err := rest.Call[SendMessagesResponse](ctx, c.rest(), operation, &request, options...)
	if err != nil {
		return nil, err
	}
	response.requested = len(request.ToAccount)
	return response, nil
}

// The descriptions of the operations.
var (
	operationAddMembers = rest.Operation{
		ID:         "AddMembers",
		Path:       "/v4/outcomes/add_members",
		RateLimit:  200,
		Idempotent: false,
	}
	operationDeleteMembers = rest.Operation{
		ID:         "DeleteMembers",
		Path:       "/v4/outcomes/delete_members",
		RateLimit:  200,
		Idempotent: false,
	}
	operationGetGroups = rest.Operation{
		ID:         "GetGroups",
		Path:       "/v4/outcomes/get_groups",
		RateLimit:  200,
		Idempotent: true,
	}
	operationGetTime = rest.Operation{
		ID:        "GetTime",
		Path:      "/v4/outcomes/get_time",
		RateLimit: 200,
	}
	operationImportAccounts = rest.Operation{
		ID:         "ImportAccounts",
		Path:       "/v4/outcomes/import_accounts",
		RateLimit:  200,
		Idempotent: false,
	}
	operationSendMessages = rest.Operation{
		ID:           "SendMessages",
		Path:         "/v4/outcomes/send_messages",
		RateLimit:    200,
		RepeatWithin: 20 * time.Second,
	}
)
