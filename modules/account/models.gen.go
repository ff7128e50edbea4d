// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

package account

import (
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/rest/restimpl"
)

// AccountCheckItem is an account to check.
type AccountCheckItem struct {
	// UserID is the UserID of the account, 1 to 32 bytes.
	UserID string `json:"UserID"`
}

// AccountCheckRequest is a request to check accounts.
type AccountCheckRequest struct {
	// CheckItem holds the accounts to check, at most 100.
	CheckItem []AccountCheckItem `json:"CheckItem"`
}

// AccountCheckResponse is a response with a result for each account.
type AccountCheckResponse struct {
	// ResultItem holds a result for each account, in the order of the request.
	ResultItem []AccountCheckResult `json:"ResultItem"`

	// ActionStatus is the status of a success, OK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own description of the outcome, usually empty.
	ErrorInfo string `json:"ErrorInfo"`

	missing []string // the accounts that were requested and are not in the response
}

// Envelope implements [rest.Response].
func (r *AccountCheckResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing, or ResultItem of a success.
func (r *AccountCheckResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields AccountCheckResponse
	if err := restimpl.ReadResponse(decoder, r, (*Fields)(r)); err != nil {
		return err
	}
	return restimpl.RequireContents(r, r.ResultItem != nil, "ResultItem")
}

// UnmarshalJSON does the same for encoding/json.
func (r *AccountCheckResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// AccountCheckResult is the result of a check of one account.
type AccountCheckResult struct {
	// UserID is the UserID of the account, 1 to 32 bytes.
	UserID string `json:"UserID"`

	// ResultCode is the outcome for this account, 0 if the command succeeded, or the number of an error.
	ResultCode ErrorCode `json:"ResultCode"`

	// ResultInfo is the vendor's symbol for the error, such as Err_TLS_PT_Open_Login_Account_Not_Exist, and an empty
	// string if the command succeeded.
	ResultInfo string `json:"ResultInfo"`

	// AccountStatus is the state of the account: imported or not. Our interpretation: it is absent if ResultCode is not
	// 0.
	AccountStatus AccountStatus `json:"AccountStatus,omitzero"`
}

// UnmarshalJSONFrom reads a result. It returns an error if ResultCode is missing.
func (i *AccountCheckResult) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields AccountCheckResult
	return restimpl.ReadResult(decoder, (*Fields)(i), &i.ResultCode, "ResultCode")
}

// UnmarshalJSON does the same for encoding/json.
func (i *AccountCheckResult) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, i)
}

func (i *AccountCheckResult) result() restimpl.Result {
	return restimpl.Result{Account: i.UserID, Code: i.ResultCode, Info: i.ResultInfo}
}

// AccountDeleteItem is an account to delete.
type AccountDeleteItem struct {
	// UserID is the UserID of the account, 1 to 32 bytes.
	UserID string `json:"UserID"`
}

// AccountDeleteRequest is a request to delete accounts for good.
type AccountDeleteRequest struct {
	// DeleteItem holds the accounts to delete, at most 100.
	DeleteItem []AccountDeleteItem `json:"DeleteItem"`
}

// AccountDeleteResponse is a response with a result for each account.
type AccountDeleteResponse struct {
	// ResultItem holds a result for each account, in the order of the request.
	ResultItem []AccountDeleteResult `json:"ResultItem"`

	// ActionStatus is the status of a success, OK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own description of the outcome, usually empty.
	ErrorInfo string `json:"ErrorInfo"`

	missing []string // the accounts that were requested and are not in the response
}

// Envelope implements [rest.Response].
func (r *AccountDeleteResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing, or ResultItem of a success.
func (r *AccountDeleteResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields AccountDeleteResponse
	if err := restimpl.ReadResponse(decoder, r, (*Fields)(r)); err != nil {
		return err
	}
	return restimpl.RequireContents(r, r.ResultItem != nil, "ResultItem")
}

// UnmarshalJSON does the same for encoding/json.
func (r *AccountDeleteResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// AccountDeleteResult is the result of a deletion for one account.
type AccountDeleteResult struct {
	// UserID is the UserID of the account, 1 to 32 bytes.
	UserID string `json:"UserID"`

	// ResultCode is the outcome for this account, 0 if the command succeeded, or the number of an error.
	ResultCode ErrorCode `json:"ResultCode"`

	// ResultInfo is the vendor's symbol for the error, such as Err_TLS_PT_Open_Login_Account_Not_Exist, and an empty
	// string if the command succeeded.
	ResultInfo string `json:"ResultInfo"`
}

// UnmarshalJSONFrom reads a result. It returns an error if ResultCode is missing.
func (i *AccountDeleteResult) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields AccountDeleteResult
	return restimpl.ReadResult(decoder, (*Fields)(i), &i.ResultCode, "ResultCode")
}

// UnmarshalJSON does the same for encoding/json.
func (i *AccountDeleteResult) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, i)
}

func (i *AccountDeleteResult) result() restimpl.Result {
	return restimpl.Result{Account: i.UserID, Code: i.ResultCode, Info: i.ResultInfo}
}

// AccountImportRequest is a request to import an account.
type AccountImportRequest struct {
	// UserID is the UserID of the account, 1 to 32 bytes.
	UserID string `json:"UserID"`

	// Nick is the nickname, at most 500 bytes: the tag Tag_Profile_IM_Nick of the profile. Our interpretation: an empty
	// one counts as absent.
	Nick string `json:"Nick,omitzero"`

	// FaceURL is the URL of the avatar, at most 500 bytes: the tag Tag_Profile_IM_Image of the profile. Our
	// interpretation: an empty one counts as absent.
	FaceURL string `json:"FaceUrl,omitzero"`
}

// AccountImportResponse is a response that confirms that the command was carried out.
type AccountImportResponse struct {
	// ActionStatus is the status of a success, OK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own description of the outcome, usually empty.
	ErrorInfo string `json:"ErrorInfo"`
}

// Envelope implements [rest.Response].
func (r *AccountImportResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing.
func (r *AccountImportResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields AccountImportResponse
	return restimpl.ReadResponse(decoder, r, (*Fields)(r))
}

// UnmarshalJSON does the same for encoding/json.
func (r *AccountImportResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// AccountItem is an account to import.
type AccountItem struct {
	// UserID is the UserID of the account, 1 to 32 bytes.
	UserID string `json:"UserID"`

	// Nick is the nickname, at most 500 bytes: the tag Tag_Profile_IM_Nick of the profile. Our interpretation: an empty
	// one counts as absent.
	Nick string `json:"Nick,omitzero"`

	// FaceURL is the URL of the avatar, at most 500 bytes: the tag Tag_Profile_IM_Image of the profile. Our
	// interpretation: an empty one counts as absent.
	FaceURL string `json:"FaceUrl,omitzero"`
}

// AccountStatus is the state of an account: imported or not.
type AccountStatus string

// The values of [AccountStatus] that the vendor documents.
const (
	// AccountStatusImported means that the service knows the account.
	AccountStatusImported AccountStatus = "Imported"
	// AccountStatusNotImported means that the service does not know the account.
	AccountStatusNotImported AccountStatus = "NotImported"
)

// ActionStatus is the outcome of a command: success or failure.
type ActionStatus string

// The values of [ActionStatus] that the vendor documents.
const (
	// ActionStatusOK means that the command succeeded.
	ActionStatusOK ActionStatus = "OK"
	// ActionStatusFail means that the command failed.
	ActionStatusFail ActionStatus = "FAIL"
)

// ErrorResponse is the response to a command that failed.
//
// Methods return it as a *[rest.Error].
type ErrorResponse struct {
	// ActionStatus is the status of a failure, FAIL.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the number of the error, never 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own description of the error, meant for developers.
	ErrorInfo string `json:"ErrorInfo"`
}

// Envelope implements [rest.Response].
func (r *ErrorResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing.
func (r *ErrorResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields ErrorResponse
	return restimpl.ReadResponse(decoder, r, (*Fields)(r))
}

// UnmarshalJSON does the same for encoding/json.
func (r *ErrorResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// KickRequest is a request to end the sessions of a user.
type KickRequest struct {
	// UserID is the UserID of the account, 1 to 32 bytes.
	UserID string `json:"UserID"`
}

// KickResponse is a response that confirms that the command was carried out.
type KickResponse struct {
	// ActionStatus is the status of a success, OK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own description of the outcome, usually empty.
	ErrorInfo string `json:"ErrorInfo"`
}

// Envelope implements [rest.Response].
func (r *KickResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing.
func (r *KickResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields KickResponse
	return restimpl.ReadResponse(decoder, r, (*Fields)(r))
}

// UnmarshalJSON does the same for encoding/json.
func (r *KickResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// MultiaccountImportRequest is a request to import accounts, with either AccountList or Accounts.
type MultiaccountImportRequest struct {
	// AccountList holds the accounts to import, at most 100, with nicknames and avatars.
	AccountList []AccountItem `json:"AccountList,omitzero"`

	// Accounts holds the UserIDs of the accounts to import, at most 100, each of 1 to 32 bytes: the form of older
	// pages.
	Accounts []string `json:"Accounts,omitzero"`
}

// MultiaccountImportResponse is a response with the accounts that were not imported.
type MultiaccountImportResponse struct {
	// FailAccounts holds the UserIDs of the accounts that were not imported. No page says whether the array is empty or
	// absent if there are none.
	FailAccounts []string `json:"FailAccounts,omitzero"`

	// ActionStatus is the status of a success, OK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own description of the outcome, usually empty.
	ErrorInfo string `json:"ErrorInfo"`

	requested int // how many accounts were requested
}

// Envelope implements [rest.Response].
func (r *MultiaccountImportResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing.
func (r *MultiaccountImportResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields MultiaccountImportResponse
	return restimpl.ReadResponse(decoder, r, (*Fields)(r))
}

// UnmarshalJSON does the same for encoding/json.
func (r *MultiaccountImportResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}
