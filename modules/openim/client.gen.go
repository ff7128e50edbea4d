// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

// Package openim is a typed client for Tencent Cloud IM one-to-one messages (v4/openim/*).
//
// The server-side commands with which an app administrator sends messages to an app's users, in the name of the
// administrator or of any user (v4/openim/*).
//
// Every command is an HTTPS POST of a JSON object. The body of the response holds the outcome; the HTTP status is
// 200 unless something between client and service failed. Names and values are case-sensitive. The service may add
// fields, kinds of message elements and error codes at any time.
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
//	client, err := openim.NewClient(openim.Singapore, sign)
//
// # Calls and errors
//
// Each operation of the service is a method. It returns an error exactly when the call failed, whatever the HTTP
// status is; the error is a *[rest.Error]. [errors.Is] matches it with the service's codes:
//
//	errors.Is(err, openim.CodeUserIDNotFound)
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
//
// The vendor's page on the format of messages: https://intl.cloud.tencent.com/document/product/1047/33527
package openim

import (
	"context"
	"time"

	"github.com/timsns/timsns/rest"
)

// API has a method for each operation of the service. [Client] implements it; code that depends on API can be tested
// with a fake. API grows with each new endpoint, so a fake should embed it:
//
//	type fake struct{ openim.API }
type API interface {
	// Batchsendmsg is documented at [Client.Batchsendmsg].
	Batchsendmsg(
		ctx context.Context, request BatchsendmsgRequest, options ...rest.CallOption,
	) (*BatchsendmsgResponse, error)
	// Sendmsg is documented at [Client.Sendmsg].
	Sendmsg(
		ctx context.Context, request SendmsgRequest, options ...rest.CallOption,
	) (*SendmsgResponse, error)
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

// Batchsendmsg sends the same message to up to 500 users, in the name of an administrator or of another user.
//
// The call can succeed in part: ActionStatus is OK if everyone got the message, SomeError if some did, and FAIL if
// nobody did. The table of the vendor's page lists OK and FAIL only; its sample has SomeError. ErrorList names
// those who did not get it. The service checks neither friendship nor blocklists and never calls the app's
// webhooks.
//
// Besides 200 calls a second, an app may send 12,000 messages a minute, counted for each receiver; the page of
// 2026-02 states both, and an earlier one only the latter. Trial and developer editions cannot raise either. The
// whole packet may have 12 KB; older pages allow 8 KB.
//
// All receivers get one MsgKey. A batch must not be split into calls with the same MsgSeq and MsgRandom: as with
// Sendmsg, the receivers are not part of what identifies a message, so that the second part may count as a
// duplicate of the first. Unlike the page of Sendmsg, the page of this command does not promise that duplicates are
// dropped. After a failure in part, send the message again only to the accounts in ErrorList.
//
// [BatchsendmsgResponse.Failures] returns the accounts for which it failed.
//
// Rate limit: 200 calls per second. Not idempotent: a second call may change more or return something else.
//
// Error codes, besides those of every command (6xxxx and 7xxxx), of the call or of single accounts:
//   - [CodeUserIDNotFound] (70107): the UserID does not exist
//   - [CodeInvalidBody] (90001): the body of the request could not be parsed
//   - [CodeInvalidMsgBody] (90002): the MsgBody does not have the format of messages, or is no array
//   - [CodeInvalidMsgSeq] (90004): the MsgSeq is missing or no integer
//   - [CodeMsgBodyNotArray] (90007): the MsgBody is no array
//   - [CodeSenderNotFound] (90008): the From_Account is missing, or has no account
//   - [CodeAdminRequired] (90009): the command needs an app administrator
//   - [CodeInvalidMsgBody90010] (90010): the MsgBody does not have the format of messages (a second number for code
//     90002)
//   - [CodeTooManyReceivers] (90011): the batch has more than 500 receivers
//   - [CodeReceiverNotFound] (90012): the To_Account has no account in this app
//   - [CodeLifeTimeTooLong] (90026): the message would be kept for more than 7 days
//   - [CodeInvalidOfflinePushInfo] (90043): the OfflinePushInfo does not have its format
//   - [CodeAccountNotFound] (90048): the account does not exist in this app
//   - [CodeBatchTooLarge] (90055): the packet of the batch is too long
//   - [CodeInternalError] (90992): the service failed internally, or the app's own webhook does again and again
//   - [CodeInternalError91000] (91000): the service failed internally (a second number for code 90992)
//   - [CodeMessageTooLong] (93000): the message has more than 12 KB
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34920
func (c *Client) Batchsendmsg(
	ctx context.Context, request BatchsendmsgRequest, options ...rest.CallOption,
) (*BatchsendmsgResponse, error) {
	response, err := rest.Call[BatchsendmsgResponse](ctx, c.rest(), operationBatchsendmsg, &request, options...)
	if err != nil {
		return nil, err
	}
	response.requested = len(request.ToAccount)
	return response, nil
}

// Sendmsg sends a message to one user, in the name of an administrator or of another user.
//
// A message consists of one or more elements, such as texts and images. The service checks neither friendship nor
// blocklists, and it ignores that a user is muted. Before and after the message is sent, it calls the app's
// webhooks for one-to-one messages, unless ForbidCallbackControl says otherwise.
//
// The whole packet may have 12 KB; older pages allow 8 KB. Trial and developer editions may send 1000 messages a
// day.
//
// The sender, MsgSeq, MsgRandom and a checksum of the content identify a message: within 120 seconds, service and
// client programs drop a second one that agrees in all four. So repeat a call only with the same values, within
// this time. The receiver is not among them: give each message a MsgRandom of its own. Older pages say that
// MsgRandom serves this purpose within one second only. Our interpretation: without MsgSeq, the service draws
// another one each time, so that a repeated call sends a second message. No page says how the service responds to a
// message that it drops.
//
// Rate limit: 200 calls per second.
//
// Idempotent by MsgSeq and MsgRandom: a call that sets both is repeated after a failure, since the service
// recognizes a second one for 120 seconds.
//
// Error codes, besides those of every command (6xxxx and 7xxxx):
//   - [CodeInvalidRequest] (20001): the request is invalid
//   - [CodeSignatureExpired] (20002): the usersig has expired, or the A2 ticket of a client program
//   - [CodeInvalidAccount] (20003): the sender or the receiver is invalid, or has not been imported
//   - [CodeNetworkError] (20004): the service's network failed
//   - [CodeServerError] (20005): the server failed internally
//   - [CodeRefusedByWebhook] (20006): the app's own webhook refused the message
//   - [CodeInvalidBody] (90001): the body of the request could not be parsed
//   - [CodeInvalidMsgBody] (90002): the MsgBody does not have the format of messages, or is no array
//   - [CodeInvalidReceiver] (90003): the To_Account is missing or no string, or, as the page on errors says, has no
//     account
//   - [CodeInvalidMsgRandom] (90005): the MsgRandom is missing or no integer
//   - [CodeInvalidMsgTimeStamp] (90006): the MsgTimeStamp is no integer (no longer documented, as the field itself)
//   - [CodeMsgBodyNotArray] (90007): the MsgBody is no array
//   - [CodeAdminRequired] (90009): the command needs an app administrator
//   - [CodeInvalidMsgBody90010] (90010): the MsgBody does not have the format of messages (a second number for code
//     90002)
//   - [CodeReceiverNotFound] (90012): the To_Account has no account in this app
//   - [CodeLifeTimeTooLong] (90026): the message would be kept for more than 7 days
//   - [CodeInvalidSyncOtherMachine] (90031): the SyncOtherMachine is no integer
//   - [CodeInvalidOfflinePushInfo] (90043): the OfflinePushInfo does not have its format
//   - [CodeInvalidMsgLifeTime] (90044): the MsgLifeTime is no integer
//   - [CodeAccountNotFound] (90048): the account does not exist in this app
//   - [CodeInternalError] (90992): the service failed internally, or the app's own webhook does again and again
//   - [CodeInternalError91000] (91000): the service failed internally (a second number for code 90992)
//   - [CodeMessageTooLong] (93000): the message has more than 12 KB
//
// The vendor's page: https://intl.cloud.tencent.com/document/product/1047/34919
func (c *Client) Sendmsg(
	ctx context.Context, request SendmsgRequest, options ...rest.CallOption,
) (*SendmsgResponse, error) {
	operation := operationSendmsg
	operation.Idempotent = request.MsgSeq != 0 && request.MsgRandom != 0
	return rest.Call[SendmsgResponse](ctx, c.rest(), operation, &request, options...)
}

// The descriptions of the operations.
var (
	operationBatchsendmsg = rest.Operation{
		ID:         "Batchsendmsg",
		Path:       "/v4/openim/batchsendmsg",
		RateLimit:  200,
		Idempotent: false,
	}
	operationSendmsg = rest.Operation{
		ID:           "Sendmsg",
		Path:         "/v4/openim/sendmsg",
		RateLimit:    200,
		RepeatWithin: 120 * time.Second,
	}
)
