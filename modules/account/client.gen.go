// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

// Package account is a typed client for Tencent Cloud IM accounts (v4/im_open_login_svc/*).
//
// The server-side commands with which an app administrator imports an app's users, deletes and checks them, and
// ends their sessions (v4/im_open_login_svc/*).
//
// An account is a user that the service knows, named by its UserID. Other commands fail for users that were not
// imported.
//
// Every command is an HTTPS POST of a JSON object. The body of the response holds the outcome; the HTTP status is
// 200 unless something between client and service failed. Names and values are case-sensitive. The service may add
// fields and error codes at any time. Unlike those of v4/sns, the responses have no ErrorDisplay.
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
//	client, err := account.NewClient(account.Singapore, sign)
//
// # Calls and errors
//
// Each operation of the service is a method. It returns an error exactly when the call failed, whatever the HTTP
// status is; the error is a *[rest.Error]. [errors.Is] matches it with the service's codes:
//
//	errors.Is(err, account.CodeServerTimeout)
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
// Methods such as [Client.AccountCheckAll] take a batch that is larger than one call allows.
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
package account

import (
	"context"

	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/rest/restimpl"
)

// API has a method for each operation of the service. [Client] implements it; code that depends on API can be tested
// with a fake. API grows with each new endpoint, so a fake should embed it:
//
//	type fake struct{ account.API }
type API interface {
	// AccountCheck is documented at [Client.AccountCheck].
	AccountCheck(
		ctx context.Context, request AccountCheckRequest, options ...rest.CallOption,
	) (*AccountCheckResponse, error)
	// AccountDelete is documented at [Client.AccountDelete].
	AccountDelete(
		ctx context.Context, request AccountDeleteRequest, options ...rest.CallOption,
	) (*AccountDeleteResponse, error)
	// AccountImport is documented at [Client.AccountImport].
	AccountImport(
		ctx context.Context, request AccountImportRequest, options ...rest.CallOption,
	) (*AccountImportResponse, error)
	// Kick is documented at [Client.Kick].
	Kick(
		ctx context.Context, request KickRequest, options ...rest.CallOption,
	) (*KickResponse, error)
	// MultiaccountImport is documented at [Client.MultiaccountImport].
	MultiaccountImport(
		ctx context.Context, request MultiaccountImportRequest, options ...rest.CallOption,
	) (*MultiaccountImportResponse, error)
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

// AccountCheck checks whether up to 100 users have been imported.
//
// The call can succeed in part: each account has a result of its own. An account that is not imported is no
// failure: its ResultCode is 0, and its AccountStatus is NotImported.
//
// [AccountCheckResponse.Failures] returns the accounts for which it failed.
// [Client.AccountCheckAll] takes a batch of any size.
//
// Rate limit: 100 calls per second. Idempotent: a second call changes nothing and returns the same.
//
// Error codes, besides those of every command (6xxxx and 7xxxx), of the call or of single accounts:
//   - [CodeServerTimeout] (70169): the account service timed out
//   - [CodeServerTimeout70202] (70202): the account service timed out (a second number for code 70169)
//   - [CodeInvalidAccountParameter] (70402): a parameter is wrong
//   - [CodeAccountAdminRequired] (70403): the account service needs an app administrator
//   - [CodeAccountInternalError] (70500): the account service failed internally
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34956
func (c *Client) AccountCheck(
	ctx context.Context, request AccountCheckRequest, options ...rest.CallOption,
) (*AccountCheckResponse, error) {
	response, err := rest.Call[AccountCheckResponse](ctx, c.rest(), operationAccountCheck, &request, options...)
	if err != nil {
		return nil, err
	}
	response.missing = restimpl.Missing(
		request.CheckItem, func(e *AccountCheckItem) string { return e.UserID },
		response.ResultItem, (*AccountCheckResult).result,
	)
	return response, nil
}

// AccountDelete deletes up to 100 accounts with their profiles and friendships and, by the pages since 2024, their
// groups and conversations. Nothing brings them back.
//
// The call can succeed in part: each account has a result of its own, which is 70107 for an account that does not
// exist.
//
// The pages until 2023 allow only trial editions to do so; other plans fail with 71000. Those since 2024-04, which
// this document follows, allow it to paid plans after a switch in the console. A UserID that was deleted under a
// paid plan cannot be imported again for three months; that of a trial edition can be at once.
//
// [AccountDeleteResponse.Failures] returns the accounts for which it failed.
// [Client.AccountDeleteMany] takes a batch of any size.
//
// Rate limit: 100 calls per second. Not idempotent: a second call may change more or return something else.
//
// Error codes, besides those of every command (6xxxx and 7xxxx), of the call or of single accounts:
//   - [CodeInternalError] (30006): the service failed to delete friendships
//   - [CodeTimeout] (30007): the command timed out inside the service
//   - [CodeWriteConflict] (30008): another write to the same user was under way
//   - [CodeProfileInternalError] (40006): the service failed to write or delete a profile
//   - [CodeUserIDNotFound] (70107): the UserID does not exist
//   - [CodeServerTimeout] (70169): the account service timed out
//   - [CodeServerTimeout70202] (70202): the account service timed out (a second number for code 70169)
//   - [CodeInvalidAccountParameter] (70402): a parameter is wrong
//   - [CodeAccountAdminRequired] (70403): the account service needs an app administrator
//   - [CodeAccountInternalError] (70500): the account service failed internally
//   - [CodeAccountDeletionNotAllowed] (71000): the app's plan does not allow deleting accounts
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34955
func (c *Client) AccountDelete(
	ctx context.Context, request AccountDeleteRequest, options ...rest.CallOption,
) (*AccountDeleteResponse, error) {
	response, err := rest.Call[AccountDeleteResponse](ctx, c.rest(), operationAccountDelete, &request, options...)
	if err != nil {
		return nil, err
	}
	response.missing = restimpl.Missing(
		request.DeleteItem, func(e *AccountDeleteItem) string { return e.UserID },
		response.ResultItem, (*AccountDeleteResult).result,
	)
	return response, nil
}

// AccountImport imports one user, so that the service knows the account.
//
// Importing an account again is safe: a UserID belongs to one account for good. Our interpretation: the nickname
// and the avatar of an account that exists are then overwritten, as those of multiaccount_import are.
//
// Rate limit: 200 calls per second. Not idempotent: a second call may change more or return something else.
//
// Error codes, besides those of every command (6xxxx and 7xxxx):
//   - [CodeForbiddenWord] (40005): the nickname has a forbidden word (documented in 2021 only)
//   - [CodeProfileInternalError] (40006): the service failed to write or delete a profile
//   - [CodeValueTooLong] (40601): the nickname or the URL has more than 500 bytes
//   - [CodeServerTimeout] (70169): the account service timed out
//   - [CodeAccountQuotaExceeded] (70398): the app has as many accounts as its plan allows
//   - [CodeAccountRecentlyDeleted] (70399): a deleted UserID cannot be imported again for three months
//   - [CodeInvalidAccountParameter] (70402): a parameter is wrong
//   - [CodeAccountAdminRequired] (70403): the account service needs an app administrator
//   - [CodeAccountInternalError] (70500): the account service failed internally
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34953
func (c *Client) AccountImport(
	ctx context.Context, request AccountImportRequest, options ...rest.CallOption,
) (*AccountImportResponse, error) {
	return rest.Call[AccountImportResponse](ctx, c.rest(), operationAccountImport, &request, options...)
}

// Kick ends the sessions of one user: every UserSig that was issued to the user before the call becomes invalid.
// The user can sign in again with a UserSig that is issued afterwards. Older pages speak of the user's login only.
//
// A call that is repeated at once does no harm; a later one also ends the sessions that the user began since.
//
// Rate limit: 200 calls per second. Not idempotent: a second call may change more or return something else.
//
// Error codes, besides those of every command (6xxxx and 7xxxx):
//   - [CodeUserIDNotFound] (70107): the UserID does not exist
//   - [CodeServerTimeout] (70169): the account service timed out
//   - [CodeInvalidAccountParameter] (70402): a parameter is wrong
//   - [CodeAccountAdminRequired] (70403): the account service needs an app administrator
//   - [CodeAccountInternalError] (70500): the account service failed internally
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34957
func (c *Client) Kick(
	ctx context.Context, request KickRequest, options ...rest.CallOption,
) (*KickResponse, error) {
	return rest.Call[KickResponse](ctx, c.rest(), operationKick, &request, options...)
}

// MultiaccountImport imports up to 100 users, in one of two forms: AccountList, which the pages have since 2024-07
// and which may set nicknames and avatars, or Accounts, the older list of UserIDs. Our interpretation: a request
// has exactly one of them.
//
// The call can succeed in part: FailAccounts lists the accounts that failed, without a code or a reason; the
// service still reports success. Accounts that are not listed were imported.
//
// Importing an account again is safe: a UserID belongs to one account for good. The new form overwrites nickname
// and avatar with the values of the request. So send the accounts that failed again, and no others.
//
// [MultiaccountImportResponse.Failures] returns the accounts for which it failed.
// [Client.MultiaccountImportAll] takes a batch of any size.
//
// Rate limit: 100 calls per second. Not idempotent: a second call may change more or return something else.
//
// Error codes, besides those of every command (6xxxx and 7xxxx), of the call or of single accounts:
//   - [CodeProfileInternalError] (40006): the service failed to write or delete a profile
//   - [CodeValueTooLong] (40601): the nickname or the URL has more than 500 bytes
//   - [CodeServerTimeout] (70169): the account service timed out
//   - [CodeServerTimeout70202] (70202): the account service timed out (a second number for code 70169)
//   - [CodeAccountQuotaExceeded] (70398): the app has as many accounts as its plan allows
//   - [CodeAccountRecentlyDeleted] (70399): a deleted UserID cannot be imported again for three months
//   - [CodeInvalidAccountParameter] (70402): a parameter is wrong
//   - [CodeAccountAdminRequired] (70403): the account service needs an app administrator
//   - [CodeAccountInternalError] (70500): the account service failed internally
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34954
func (c *Client) MultiaccountImport(
	ctx context.Context, request MultiaccountImportRequest, options ...rest.CallOption,
) (*MultiaccountImportResponse, error) {
	response, err := rest.Call[MultiaccountImportResponse](ctx, c.rest(), operationMultiaccountImport, &request, options...)
	if err != nil {
		return nil, err
	}
	response.requested = len(request.AccountList)
	return response, nil
}

// The descriptions of the operations.
var (
	operationAccountCheck = rest.Operation{
		ID:         "AccountCheck",
		Path:       "/v4/im_open_login_svc/account_check",
		RateLimit:  100,
		Idempotent: true,
	}
	operationAccountDelete = rest.Operation{
		ID:         "AccountDelete",
		Path:       "/v4/im_open_login_svc/account_delete",
		RateLimit:  100,
		Idempotent: false,
	}
	operationAccountImport = rest.Operation{
		ID:         "AccountImport",
		Path:       "/v4/im_open_login_svc/account_import",
		RateLimit:  200,
		Idempotent: false,
	}
	operationKick = rest.Operation{
		ID:         "Kick",
		Path:       "/v4/im_open_login_svc/kick",
		RateLimit:  200,
		Idempotent: false,
	}
	operationMultiaccountImport = rest.Operation{
		ID:         "MultiaccountImport",
		Path:       "/v4/im_open_login_svc/multiaccount_import",
		RateLimit:  100,
		Idempotent: false,
	}
)
