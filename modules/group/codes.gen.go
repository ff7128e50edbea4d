// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

package group

import "github.com/timsns/timsns/rest"

// ErrorCode is the number of an error, or 0 for success. The list is open: the service may send a code that no page
// documents. The codes are those of the vendor's pages on each command and of its page on errors
// (https://intl.cloud.tencent.com/document/product/1047/34348).
//
// The Code constants are errors, which [errors.Is] matches:
//
//	if errors.Is(err, group.CodeGroupNotFound) { … }
type ErrorCode = rest.Code

// The codes that the vendor documents.
const (
	// CodeInternalError means that the service failed internally.
	CodeInternalError ErrorCode = 10002
	// CodeUnknownCommand means that no command of groups has this name.
	CodeUnknownCommand ErrorCode = 10003
	// CodeInvalidParameter means that a parameter is wrong.
	CodeInvalidParameter ErrorCode = 10004
	// CodePermissionDenied means that the caller is no app administrator, or may not read a field.
	CodePermissionDenied ErrorCode = 10007
	// CodeGroupNotFound means that the group does not exist, or no longer.
	CodeGroupNotFound ErrorCode = 10010
	// CodeInvalidGroupID means that the ID of the group is malformed.
	CodeInvalidGroupID ErrorCode = 10015
	// CodeResponseTooLarge means that the response would have more than 1 MB.
	CodeResponseTooLarge ErrorCode = 10018
	// CodeMalformedURL means that the HTTP request or its URL could not be parsed.
	CodeMalformedURL ErrorCode = 60002
	// CodeMalformedJSON means that the body of the request is no valid JSON.
	CodeMalformedJSON ErrorCode = 60003
	// CodeInvalidCredentials means that identifier or usersig is wrong.
	CodeInvalidCredentials ErrorCode = 60004
	// CodeInvalidCredentials60005 means that identifier or usersig is wrong (a second number for code 60004).
	CodeInvalidCredentials60005 ErrorCode = 60005
	// CodeInvalidSDKAppID means that the sdkappid is invalid.
	CodeInvalidSDKAppID ErrorCode = 60006
	// CodeRateLimitExceeded means that the command was called too often.
	CodeRateLimitExceeded ErrorCode = 60007
	// CodeServiceTimeout means that the service timed out, or the HTTP request has a wrong format.
	CodeServiceTimeout ErrorCode = 60008
	// CodeInvalidResource means that no command has this path.
	CodeInvalidResource ErrorCode = 60009
	// CodeAdminIdentifierRequired means that server-side commands need an app administrator.
	CodeAdminIdentifierRequired ErrorCode = 60010
	// CodeAppRateLimitExceeded means that the app called commands too often.
	CodeAppRateLimitExceeded ErrorCode = 60011
	// CodeMissingSDKAppID means that the sdkappid is missing.
	CodeMissingSDKAppID ErrorCode = 60012
	// CodeMalformedResponse means that the service could not parse its own JSON response.
	CodeMalformedResponse ErrorCode = 60013
	// CodeAccountCheckTimeout means that checking the account timed out.
	CodeAccountCheckTimeout ErrorCode = 60014
	// CodeInvalidUserIDType means that a UserID in the request is no string.
	CodeInvalidUserIDType ErrorCode = 60015
	// CodeAppDisabled means that the app is disabled.
	CodeAppDisabled ErrorCode = 60016
	// CodeRequestDisabled means that the request is disabled.
	CodeRequestDisabled ErrorCode = 60017
	// CodeTooManyRequests means that there were too many requests.
	CodeTooManyRequests ErrorCode = 60018
	// CodeTooManyRequests60019 means that there were too many requests (a second number for code 60018).
	CodeTooManyRequests60019 ErrorCode = 60019
	// CodeServiceUnavailable means that the app's plan has run out or is unpaid.
	CodeServiceUnavailable ErrorCode = 60020
	// CodeSourceAddressRefused means that the caller's IP address is not allowed.
	CodeSourceAddressRefused ErrorCode = 60021
	// CodeInvalidQueryParameter means that sdkappid, identifier, usersig or contenttype in the URL is wrong.
	CodeInvalidQueryParameter ErrorCode = 60025
	// CodeWrongRegion means that the host belongs to another region than the app.
	CodeWrongRegion ErrorCode = 60026
	// CodeProductNotAllowed means that the product may not call this command.
	CodeProductNotAllowed ErrorCode = 60027
	// CodeTrialQuotaExceeded means that the trial edition's quota for 24 hours is used up.
	CodeTrialQuotaExceeded ErrorCode = 60028
	// CodeUserSigExpired means that the usersig has expired.
	CodeUserSigExpired ErrorCode = 70001
	// CodeUserSigEmpty means that the usersig is empty.
	CodeUserSigEmpty ErrorCode = 70002
	// CodeUserSigInvalid means that the usersig could not be parsed.
	CodeUserSigInvalid ErrorCode = 70003
	// CodeUserSigCheckFailed means that the usersig failed its check (documented by a sister product only).
	CodeUserSigCheckFailed ErrorCode = 70004
	// CodeUserSigInvalid70005 means that the usersig could not be parsed (a second number for code 70003).
	CodeUserSigInvalid70005 ErrorCode = 70005
	// CodeUserSigCheckFailed70006 means that the usersig failed its check (documented by a sister product only).
	CodeUserSigCheckFailed70006 ErrorCode = 70006
	// CodeUserSigCheckFailed70007 means that the usersig failed its check (documented by a sister product only).
	CodeUserSigCheckFailed70007 ErrorCode = 70007
	// CodeUserSigCheckFailed70008 means that the usersig failed its check (documented by a sister product only).
	CodeUserSigCheckFailed70008 ErrorCode = 70008
	// CodeUserSigKeyMismatch means that the usersig does not verify, usually because another app's key signed it.
	CodeUserSigKeyMismatch ErrorCode = 70009
	// CodeUserSigIdentifierMismatch means that the usersig was made for another identifier.
	CodeUserSigIdentifierMismatch ErrorCode = 70013
	// CodeUserSigSDKAppIDMismatch means that the usersig was made for another sdkappid.
	CodeUserSigSDKAppIDMismatch ErrorCode = 70014
	// CodeKeyMissing means that the service has no key of this app.
	CodeKeyMissing ErrorCode = 70016
	// CodeAppNotFound means that the sdkappid was not found.
	CodeAppNotFound ErrorCode = 70020
	// CodeTooManyFailedChecks means that too many signatures failed their check.
	CodeTooManyFailedChecks ErrorCode = 70050
	// CodeAccountBlocked means that the account is blocked.
	CodeAccountBlocked ErrorCode = 70051
	// CodeUserSigRevoked means that the usersig is no longer valid (documented by a sister product only).
	CodeUserSigRevoked ErrorCode = 70052
	// CodeTicketExpired means that the ticket has expired (documented for client programs only).
	CodeTicketExpired ErrorCode = 70101
	// CodeUserIDNotFound means that the UserID does not exist.
	CodeUserIDNotFound ErrorCode = 70107
	// CodeLoginLimited means that signing in is limited for this account.
	CodeLoginLimited ErrorCode = 70114
	// CodeServerTimeout means that the account service timed out.
	CodeServerTimeout ErrorCode = 70169
	// CodeServerTimeout70202 means that the account service timed out (a second number for code 70169).
	CodeServerTimeout70202 ErrorCode = 70202
	// CodeInvalidBatchSize means that the number of accounts in the request is wrong.
	CodeInvalidBatchSize ErrorCode = 70206
	// CodeAccountQuotaExceeded means that the app has as many accounts as its plan allows.
	CodeAccountQuotaExceeded ErrorCode = 70398
	// CodeAccountRecentlyDeleted means that a deleted UserID cannot be imported again for three months.
	CodeAccountRecentlyDeleted ErrorCode = 70399
	// CodeInvalidAccountParameter means that a parameter is wrong.
	CodeInvalidAccountParameter ErrorCode = 70402
	// CodeAccountAdminRequired means that the account service needs an app administrator.
	CodeAccountAdminRequired ErrorCode = 70403
	// CodeSDKOutdated means that the client program's SDK is too old.
	CodeSDKOutdated ErrorCode = 70404
	// CodeAccountInternalError means that the account service failed internally.
	CodeAccountInternalError ErrorCode = 70500
	// CodeAccountDeletionNotAllowed means that the app's plan does not allow deleting accounts.
	CodeAccountDeletionNotAllowed ErrorCode = 71000
	// CodeDailyActiveUsersExceeded means that the app has as many daily active users as its plan allows.
	CodeDailyActiveUsersExceeded ErrorCode = 72000
	// CodeFeatureNotEnabled means that the feature is not enabled.
	CodeFeatureNotEnabled ErrorCode = 72001
	// CodeMonthlyActiveUsersExceeded means that the app has as many monthly active users as its plan allows.
	CodeMonthlyActiveUsersExceeded ErrorCode = 72002
	// CodeUserRateLimitExceeded means that commands were called too often for one user.
	CodeUserRateLimitExceeded ErrorCode = 72010
	// CodeFeatureNotEnabled72011 means that the feature is not enabled (a second number for code 72001).
	CodeFeatureNotEnabled72011 ErrorCode = 72011
	// CodeFeatureNotEnabled72012 means that the feature is not enabled (a third number for code 72001).
	CodeFeatureNotEnabled72012 ErrorCode = 72012
)

// LookupCode returns what the vendor documents about a code, and reports whether the code is documented.
func LookupCode(code ErrorCode) (rest.CodeInfo, bool) {
	info, ok := catalogue[code]
	return info, ok
}

var catalogue = map[ErrorCode]rest.CodeInfo{
	CodeInternalError: {
		Meaning: "the service failed internally",
		Advice:  "try again",
		Retry:   rest.RetryBackoff,
	},
	CodeUnknownCommand: {
		Meaning: "no command of groups has this name",
		Advice:  "check the path of the URL",
		Retry:   rest.RetryNever,
	},
	CodeInvalidParameter: {
		Meaning: "a parameter is wrong",
		Advice:  "read ErrorInfo, which says what is wrong",
		Retry:   rest.RetryNever,
	},
	CodePermissionDenied: {
		Meaning: "the caller is no app administrator, or may not read a field",
		Advice:  "use an identifier that the console lists as an administrator, and check the filters",
		Retry:   rest.RetryNever,
	},
	CodeGroupNotFound: {
		Meaning: "the group does not exist, or no longer",
		Advice:  "check the group's ID",
		Retry:   rest.RetryNever,
	},
	CodeInvalidGroupID: {
		Meaning: "the ID of the group is malformed",
		Advice:  "check the group's ID",
		Retry:   rest.RetryNever,
	},
	CodeResponseTooLarge: {
		Meaning: "the response would have more than 1 MB",
		Advice:  "ask for less: fewer groups, members or fields",
		Retry:   rest.RetryNever,
	},
	CodeMalformedURL: {
		Meaning: "the HTTP request or its URL could not be parsed",
		Advice:  "check method and URL",
		Retry:   rest.RetryNever,
	},
	CodeMalformedJSON: {
		Meaning: "the body of the request is no valid JSON",
		Advice:  "check the body",
		Retry:   rest.RetryNever,
	},
	CodeInvalidCredentials: {
		Meaning: "identifier or usersig is wrong",
		Advice:  "check identifier, usersig and the UserIDs in the body",
		Retry:   rest.RetryNever,
	},
	CodeInvalidCredentials60005: {
		Meaning: "identifier or usersig is wrong (a second number for code 60004)",
		Advice:  "check identifier, usersig and the UserIDs in the body",
		Retry:   rest.RetryNever,
	},
	CodeInvalidSDKAppID: {
		Meaning: "the sdkappid is invalid",
		Advice:  "check the sdkappid in the console",
		Retry:   rest.RetryNever,
	},
	CodeRateLimitExceeded: {
		Meaning: "the command was called too often",
		Advice:  "call less often or have the limit raised in the console",
		Retry:   rest.RetryThrottled,
	},
	CodeServiceTimeout: {
		Meaning: "the service timed out, or the HTTP request has a wrong format",
		Advice:  "try again, and check the request if that does not help",
		Retry:   rest.RetryBackoff,
	},
	CodeInvalidResource: {
		Meaning: "no command has this path",
		Advice:  "check the path of the URL",
		Retry:   rest.RetryNever,
	},
	CodeAdminIdentifierRequired: {
		Meaning: "server-side commands need an app administrator",
		Advice:  "use an identifier that the console lists as an administrator",
		Retry:   rest.RetryNever,
	},
	CodeAppRateLimitExceeded: {
		Meaning: "the app called commands too often",
		Advice:  "call less often",
		Retry:   rest.RetryThrottled,
	},
	CodeMissingSDKAppID: {
		Meaning: "the sdkappid is missing",
		Advice:  "send the sdkappid",
		Retry:   rest.RetryNever,
	},
	CodeMalformedResponse: {
		Meaning: "the service could not parse its own JSON response",
		Advice:  "ask the vendor's support",
		Retry:   rest.RetryNever,
	},
	CodeAccountCheckTimeout: {
		Meaning: "checking the account timed out",
		Advice:  "try again",
		Retry:   rest.RetryBackoff,
	},
	CodeInvalidUserIDType: {
		Meaning: "a UserID in the request is no string",
		Advice:  "send UserIDs as JSON strings",
		Retry:   rest.RetryNever,
	},
	CodeAppDisabled: {
		Meaning: "the app is disabled",
		Advice:  "ask the vendor's support",
		Retry:   rest.RetryNever,
	},
	CodeRequestDisabled: {
		Meaning: "the request is disabled",
		Advice:  "ask the vendor's support",
		Retry:   rest.RetryNever,
	},
	CodeTooManyRequests: {
		Meaning: "there were too many requests",
		Advice:  "try again later",
		Retry:   rest.RetryThrottled,
	},
	CodeTooManyRequests60019: {
		Meaning: "there were too many requests (a second number for code 60018)",
		Advice:  "try again later",
		Retry:   rest.RetryThrottled,
	},
	CodeServiceUnavailable: {
		Meaning: "the app's plan has run out or is unpaid",
		Advice:  "check the plan in the console",
		Retry:   rest.RetryNever,
	},
	CodeSourceAddressRefused: {
		Meaning: "the caller's IP address is not allowed",
		Advice:  "allow the address in the console",
		Retry:   rest.RetryNever,
	},
	CodeInvalidQueryParameter: {
		Meaning: "sdkappid, identifier, usersig or contenttype in the URL is wrong",
		Advice:  "check the query of the URL",
		Retry:   rest.RetryNever,
	},
	CodeWrongRegion: {
		Meaning: "the host belongs to another region than the app",
		Advice:  "use the server of the app's region",
		Retry:   rest.RetryNever,
	},
	CodeProductNotAllowed: {
		Meaning: "the product may not call this command",
		Advice:  "check the product's plan",
		Retry:   rest.RetryNever,
	},
	CodeTrialQuotaExceeded: {
		Meaning: "the trial edition's quota for 24 hours is used up",
		Advice:  "wait for the next day or change the plan",
		Retry:   rest.RetryNever,
	},
	CodeUserSigExpired: {
		Meaning: "the usersig has expired",
		Advice:  "sign anew, for a day or longer",
		Retry:   rest.RetryRenew,
	},
	CodeUserSigEmpty: {
		Meaning: "the usersig is empty",
		Advice:  "send a usersig",
		Retry:   rest.RetryNever,
	},
	CodeUserSigInvalid: {
		Meaning: "the usersig could not be parsed",
		Advice:  "sign anew and check that the usersig is sent whole",
		Retry:   rest.RetryRenew,
	},
	CodeUserSigCheckFailed: {
		Meaning: "the usersig failed its check (documented by a sister product only)",
		Advice:  "check secret key and sdkappid",
		Retry:   rest.RetryNever,
	},
	CodeUserSigInvalid70005: {
		Meaning: "the usersig could not be parsed (a second number for code 70003)",
		Advice:  "sign anew and check that the usersig is sent whole",
		Retry:   rest.RetryRenew,
	},
	CodeUserSigCheckFailed70006: {
		Meaning: "the usersig failed its check (documented by a sister product only)",
		Advice:  "check secret key and sdkappid",
		Retry:   rest.RetryNever,
	},
	CodeUserSigCheckFailed70007: {
		Meaning: "the usersig failed its check (documented by a sister product only)",
		Advice:  "check secret key and sdkappid",
		Retry:   rest.RetryNever,
	},
	CodeUserSigCheckFailed70008: {
		Meaning: "the usersig failed its check (documented by a sister product only)",
		Advice:  "check secret key and sdkappid",
		Retry:   rest.RetryNever,
	},
	CodeUserSigKeyMismatch: {
		Meaning: "the usersig does not verify, usually because another app's key signed it",
		Advice:  "check that the secret key belongs to the sdkappid",
		Retry:   rest.RetryNever,
	},
	CodeUserSigIdentifierMismatch: {
		Meaning: "the usersig was made for another identifier",
		Advice:  "send the identifier that was signed",
		Retry:   rest.RetryNever,
	},
	CodeUserSigSDKAppIDMismatch: {
		Meaning: "the usersig was made for another sdkappid",
		Advice:  "send the sdkappid that was signed",
		Retry:   rest.RetryNever,
	},
	CodeKeyMissing: {
		Meaning: "the service has no key of this app",
		Advice:  "check that the server is that of the app's region",
		Retry:   rest.RetryNever,
	},
	CodeAppNotFound: {
		Meaning: "the sdkappid was not found",
		Advice:  "check the sdkappid in the console",
		Retry:   rest.RetryNever,
	},
	CodeTooManyFailedChecks: {
		Meaning: "too many signatures failed their check",
		Advice:  "wait a minute and check secret key and sdkappid",
		Retry:   rest.RetryWait,
	},
	CodeAccountBlocked: {
		Meaning: "the account is blocked",
		Advice:  "ask the vendor's support",
		Retry:   rest.RetryNever,
	},
	CodeUserSigRevoked: {
		Meaning: "the usersig is no longer valid (documented by a sister product only)",
		Advice:  "sign anew",
		Retry:   rest.RetryRenew,
	},
	CodeTicketExpired: {
		Meaning: "the ticket has expired (documented for client programs only)",
		Advice:  "sign in again",
		Retry:   rest.RetryNever,
	},
	CodeUserIDNotFound: {
		Meaning: "the UserID does not exist",
		Advice:  "import the account first, and check its spelling",
		Retry:   rest.RetryNever,
	},
	CodeLoginLimited: {
		Meaning: "signing in is limited for this account",
		Advice:  "ask the vendor's support",
		Retry:   rest.RetryNever,
	},
	CodeServerTimeout: {
		Meaning: "the account service timed out",
		Advice:  "try again",
		Retry:   rest.RetryBackoff,
	},
	CodeServerTimeout70202: {
		Meaning: "the account service timed out (a second number for code 70169)",
		Advice:  "try again",
		Retry:   rest.RetryBackoff,
	},
	CodeInvalidBatchSize: {
		Meaning: "the number of accounts in the request is wrong",
		Advice:  "send fewer accounts",
		Retry:   rest.RetryNever,
	},
	CodeAccountQuotaExceeded: {
		Meaning: "the app has as many accounts as its plan allows",
		Advice:  "delete accounts or change the plan",
		Retry:   rest.RetryNever,
	},
	CodeAccountRecentlyDeleted: {
		Meaning: "a deleted UserID cannot be imported again for three months",
		Advice:  "use another UserID",
		Retry:   rest.RetryNever,
	},
	CodeInvalidAccountParameter: {
		Meaning: "a parameter is wrong",
		Advice:  "correct the field that ErrorInfo names",
		Retry:   rest.RetryNever,
	},
	CodeAccountAdminRequired: {
		Meaning: "the account service needs an app administrator",
		Advice:  "use an identifier that the console lists as an administrator",
		Retry:   rest.RetryNever,
	},
	CodeSDKOutdated: {
		Meaning: "the client program's SDK is too old",
		Advice:  "update the SDK",
		Retry:   rest.RetryNever,
	},
	CodeAccountInternalError: {
		Meaning: "the account service failed internally",
		Advice:  "try again",
		Retry:   rest.RetryBackoff,
	},
	CodeAccountDeletionNotAllowed: {
		Meaning: "the app's plan does not allow deleting accounts",
		Advice:  "check the plan in the console",
		Retry:   rest.RetryNever,
	},
	CodeDailyActiveUsersExceeded: {
		Meaning: "the app has as many daily active users as its plan allows",
		Advice:  "change the plan",
		Retry:   rest.RetryNever,
	},
	CodeFeatureNotEnabled: {
		Meaning: "the feature is not enabled",
		Advice:  "enable the feature in the console",
		Retry:   rest.RetryNever,
	},
	CodeMonthlyActiveUsersExceeded: {
		Meaning: "the app has as many monthly active users as its plan allows",
		Advice:  "change the plan",
		Retry:   rest.RetryNever,
	},
	CodeUserRateLimitExceeded: {
		Meaning: "commands were called too often for one user",
		Advice:  "call less often for this user",
		Retry:   rest.RetryNever,
	},
	CodeFeatureNotEnabled72011: {
		Meaning: "the feature is not enabled (a second number for code 72001)",
		Advice:  "enable the feature in the console",
		Retry:   rest.RetryNever,
	},
	CodeFeatureNotEnabled72012: {
		Meaning: "the feature is not enabled (a third number for code 72001)",
		Advice:  "enable the feature in the console",
		Retry:   rest.RetryNever,
	},
}
