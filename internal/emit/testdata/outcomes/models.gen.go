// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

package outcomes

import (
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/rest/restimpl"
)

// ActionStatus is the outcome of a command.
type ActionStatus string

// The values of [ActionStatus] that the vendor documents.
const (
	// ActionStatusOK means that the command succeeded.
	ActionStatusOK ActionStatus = "OK"
	// ActionStatusSomeError means that the command succeeded for some accounts.
	ActionStatusSomeError ActionStatus = "SomeError"
	// ActionStatusFail means that the command failed.
	ActionStatusFail ActionStatus = "FAIL"
)

// AddMembersRequest is a request for members.
type AddMembersRequest struct {
	// Members holds the UserIDs of the accounts, up to 2.
	Members []string `json:"Members"`
}

// AddMembersResponse is a result for each member.
type AddMembersResponse struct {
	// MemberList holds the results.
	MemberList []AddedMember `json:"MemberList,omitzero"`

	// Refused holds the refused members.
	Refused []SendError `json:"Refused,omitzero"`

	// ActionStatus is the status of a success, OK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the description of the outcome.
	ErrorInfo string `json:"ErrorInfo"`

	missing []string // the accounts that were requested and are not in the response
}

// Envelope implements [rest.Response].
func (r *AddMembersResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing.
func (r *AddMembersResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields AddMembersResponse
	return restimpl.ReadResponse(decoder, r, (*Fields)(r))
}

// UnmarshalJSON does the same for encoding/json.
func (r *AddMembersResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// AddedMember is the result for a member.
type AddedMember struct {
	// MemberAccount is the UserID of the account.
	MemberAccount string `json:"Member_Account"`

	// Result is the outcome: a number from 0 to 2.
	Result int64 `json:"Result"`

	// Text is the description of the outcome.
	Text string `json:"Text,omitzero"`
}

// UnmarshalJSONFrom reads a result. It returns an error if Result is missing.
func (i *AddedMember) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields AddedMember
	return restimpl.ReadStatus(decoder, (*Fields)(i), "Result")
}

// UnmarshalJSON does the same for encoding/json.
func (i *AddedMember) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, i)
}

func (i *AddedMember) result() restimpl.Result {
	return restimpl.StatusResult(i.MemberAccount, i.Result, i.Text, 1, 2)
}

// DeleteMembersRequest is a request for members.
type DeleteMembersRequest struct {
	// Members holds the UserIDs of the accounts, up to 2.
	Members []string `json:"Members"`
}

// DeleteMembersResponse is a result for each member.
type DeleteMembersResponse struct {
	// ResultList holds the results.
	ResultList []DeletedMember `json:"ResultList"`

	// ActionStatus is the status of a success, OK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the description of the outcome.
	ErrorInfo string `json:"ErrorInfo"`

	missing []string // the accounts that were requested and are not in the response
}

// Envelope implements [rest.Response].
func (r *DeleteMembersResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing, or ResultList of a success.
func (r *DeleteMembersResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields DeleteMembersResponse
	if err := restimpl.ReadResponse(decoder, r, (*Fields)(r)); err != nil {
		return err
	}
	return restimpl.RequireContents(r, r.ResultList != nil, "ResultList")
}

// UnmarshalJSON does the same for encoding/json.
func (r *DeleteMembersResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// DeletedMember is the result for a member.
type DeletedMember struct {
	// MemberAccount is the UserID of the account.
	MemberAccount string `json:"Member_Account"`

	// Result is the outcome.
	Result string `json:"Result"`
}

// UnmarshalJSONFrom reads a result. It returns an error if Result is missing.
func (i *DeletedMember) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields DeletedMember
	return restimpl.ReadStatus(decoder, (*Fields)(i), "Result")
}

// UnmarshalJSON does the same for encoding/json.
func (i *DeletedMember) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, i)
}

func (i *DeletedMember) result() restimpl.Result {
	return restimpl.StatusResult(i.MemberAccount, i.Result, "", "ok", "absent")
}

// ErrorResponse is the response to a command that failed.
type ErrorResponse struct {
	// ActionStatus is the status of a failure, FAIL.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the number of the error, never 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the description of the outcome.
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

// GetGroupsRequest is a request for groups.
type GetGroupsRequest struct {
	// GroupIdList holds the UserIDs of the accounts, up to 2.
	GroupIdList []string `json:"GroupIdList"`
}

// GetGroupsResponse is the groups that were found.
type GetGroupsResponse struct {
	// GroupInfo holds the groups.
	GroupInfo []GroupInfo `json:"GroupInfo,omitzero"`

	// ActionStatus is the status of a success, OK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the description of the outcome.
	ErrorInfo string `json:"ErrorInfo"`

	missing []string // the accounts that were requested and are not in the response
}

// Envelope implements [rest.Response].
func (r *GetGroupsResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing.
func (r *GetGroupsResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields GetGroupsResponse
	return restimpl.ReadResponse(decoder, r, (*Fields)(r))
}

// UnmarshalJSON does the same for encoding/json.
func (r *GetGroupsResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// GetTimeRequest is a request for the time.
type GetTimeRequest struct {
	// Key is the key of the request.
	Key string `json:"Key,omitzero"`
}

// GetTimeResponse is the time of the service.
type GetTimeResponse struct {
	// Time is the time, in Unix seconds.
	Time int64 `json:"Time"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`
}

// Envelope implements [rest.Response].
func (r *GetTimeResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ErrorCode: &r.ErrorCode,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing.
func (r *GetTimeResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields GetTimeResponse
	return restimpl.ReadResponse(decoder, r, (*Fields)(r))
}

// UnmarshalJSON does the same for encoding/json.
func (r *GetTimeResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// GroupInfo is a group.
type GroupInfo struct {
	// GroupId is the group.
	GroupId string `json:"GroupId"`

	// ErrorCode is the outcome, 0 for a success.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the description of the outcome.
	ErrorInfo string `json:"ErrorInfo,omitzero"`

	// Name is the name of the group.
	Name string `json:"Name,omitzero"`
}

// UnmarshalJSONFrom reads a result. It returns an error if ErrorCode is missing.
func (i *GroupInfo) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields GroupInfo
	return restimpl.ReadResult(decoder, (*Fields)(i), &i.ErrorCode, "ErrorCode")
}

// UnmarshalJSON does the same for encoding/json.
func (i *GroupInfo) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, i)
}

func (i *GroupInfo) result() restimpl.Result {
	return restimpl.Result{Account: i.GroupId, Code: i.ErrorCode, Info: i.ErrorInfo}
}

// ImportAccountsRequest is a request to import accounts.
type ImportAccountsRequest struct {
	// AccountList holds the accounts, up to 2.
	AccountList []NewAccount `json:"AccountList"`
}

// ImportAccountsResponse is the accounts that were not imported.
type ImportAccountsResponse struct {
	// FailAccounts holds the UserIDs of the accounts that were not imported.
	FailAccounts []string `json:"FailAccounts,omitzero"`

	// ActionStatus is the status of a success, OK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	requested int // how many accounts were requested
}

// Envelope implements [rest.Response].
func (r *ImportAccountsResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing.
func (r *ImportAccountsResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields ImportAccountsResponse
	return restimpl.ReadResponse(decoder, r, (*Fields)(r))
}

// UnmarshalJSON does the same for encoding/json.
func (r *ImportAccountsResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// NewAccount is an account to import.
type NewAccount struct {
	// UserID is the UserID of the account.
	UserID string `json:"UserID"`
}

// PlainErrorResponse is the response to a command that failed, without a status.
type PlainErrorResponse struct {
	// ErrorCode is the number of the error, never 0.
	ErrorCode ErrorCode `json:"ErrorCode"`
}

// Envelope implements [rest.Response].
func (r *PlainErrorResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ErrorCode: &r.ErrorCode,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing.
func (r *PlainErrorResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields PlainErrorResponse
	return restimpl.ReadResponse(decoder, r, (*Fields)(r))
}

// UnmarshalJSON does the same for encoding/json.
func (r *PlainErrorResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// SendError is an account that a message did not reach.
type SendError struct {
	// ToAccount is the UserID of the account.
	ToAccount string `json:"To_Account"`

	// ErrorCode is the outcome, 0 for a success.
	ErrorCode ErrorCode `json:"ErrorCode"`
}

// UnmarshalJSONFrom reads a result. It returns an error if ErrorCode is missing.
func (i *SendError) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields SendError
	return restimpl.ReadResult(decoder, (*Fields)(i), &i.ErrorCode, "ErrorCode")
}

// UnmarshalJSON does the same for encoding/json.
func (i *SendError) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, i)
}

func (i *SendError) result() restimpl.Result {
	return restimpl.Result{Account: i.ToAccount, Code: i.ErrorCode}
}

// SendMessagesRequest is a message to accounts.
type SendMessagesRequest struct {
	// ToAccount holds the UserIDs of the accounts, up to 2.
	ToAccount []string `json:"To_Account"`

	// MsgSeq is the number of the message, from 1.
	MsgSeq int64 `json:"MsgSeq,omitzero"`

	// MsgKey is the key of the message.
	MsgKey string `json:"MsgKey,omitzero"`
}

// SendMessagesResponse is the accounts that a message did not reach.
type SendMessagesResponse struct {
	// ErrorList holds the accounts that the message did not reach.
	ErrorList []SendError `json:"ErrorList,omitzero"`

	// ActionStatus is the status of a success, OK or SomeError.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the description of the outcome.
	ErrorInfo string `json:"ErrorInfo"`

	requested int // how many accounts were requested
}

// Envelope implements [rest.Response].
func (r *SendMessagesResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		Success:      []string{"OK", "SomeError"},
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing.
func (r *SendMessagesResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields SendMessagesResponse
	return restimpl.ReadResponse(decoder, r, (*Fields)(r))
}

// UnmarshalJSON does the same for encoding/json.
func (r *SendMessagesResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// ShortErrorResponse is the response to a command that failed, without a text.
type ShortErrorResponse struct {
	// ActionStatus is the status of a failure, FAIL.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the number of the error, never 0.
	ErrorCode ErrorCode `json:"ErrorCode"`
}

// Envelope implements [rest.Response].
func (r *ShortErrorResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing.
func (r *ShortErrorResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields ShortErrorResponse
	return restimpl.ReadResponse(decoder, r, (*Fields)(r))
}

// UnmarshalJSON does the same for encoding/json.
func (r *ShortErrorResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}
