// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

package gen

import (
	"cmp"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/rest/restimpl"
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

// AddType is the direction of friendships: one-way or two-way.
type AddType string

// The values of [AddType] that the vendor documents.
const (
	// AddTypeBoth makes the user and each account friends of each other.
	AddTypeBoth AddType = "Add_Type_Both"
	// AddTypeSingle makes the accounts friends of the user, but not the user a friend of theirs.
	AddTypeSingle AddType = "Add_Type_Single"
)

// BlackListAddRequest is a request to block accounts.
type BlackListAddRequest struct {
	// FromAccount is the UserID of the user whose blocklist the accounts are added to, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// ToAccount holds the UserIDs of the accounts to block, at most 1000, each of 1 to 32 bytes.
	ToAccount []string `json:"To_Account"`
}

// BlackListAddResponse is a response with a result for each account.
type BlackListAddResponse struct {
	// ResultItem holds a result for each account, in the order of the request.
	ResultItem []ResultItem `json:"ResultItem"`

	// FailAccount holds the UserIDs of the accounts for which the command failed. The array is absent if there are
	// none.
	FailAccount []string `json:"Fail_Account,omitzero"`

	// InvalidAccount holds the UserIDs of the accounts that do not belong to this app. Older services send it; newer
	// ones list these accounts in Fail_Account.
	InvalidAccount []string `json:"Invalid_Account,omitzero"`

	// ActionStatus is the status of a success, OK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own description of the outcome, usually empty. Some of the vendor's samples have "0".
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the description of the outcome for an end user, usually empty. It may be missing, which means the
	// same: in the vendor's own OpenAPI document it is optional in every response.
	ErrorDisplay string `json:"ErrorDisplay"`

	missing []string // the accounts that were requested and are not in the response
}

// Envelope implements [rest.Response].
func (r *BlackListAddResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		ErrorDisplay: &r.ErrorDisplay,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing, or ResultItem of a success.
func (r *BlackListAddResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields BlackListAddResponse
	if err := restimpl.ReadResponse(decoder, r, (*Fields)(r)); err != nil {
		return err
	}
	return restimpl.RequireContents(r, r.ResultItem != nil, "ResultItem")
}

// UnmarshalJSON does the same for encoding/json.
func (r *BlackListAddResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// BlackListCheckItem is the result of a check whether the user and one account block each other.
type BlackListCheckItem struct {
	// ToAccount is the UserID of the account to which the result belongs.
	ToAccount string `json:"To_Account"`

	// Relation is the relation that was found. It is meaningless if ResultCode is not 0.
	Relation BlackListRelation `json:"Relation"`

	// ResultCode is the outcome for this account: 0 if the command succeeded, or the number of an error or of a request
	// that waits.
	ResultCode ErrorCode `json:"ResultCode"`

	// ResultInfo is the vendor's symbol for the error, such as Err_SNS_FriendAdd_Friend_Exist. With code 30001, only
	// the symbol says what is wrong. In a success it is empty or OK: tests that others run against the service expect
	// OK from friend_delete, black_list_add and black_list_delete, whereas the samples on the vendor's pages have an
	// empty string.
	ResultInfo string `json:"ResultInfo"`
}

// UnmarshalJSONFrom reads a result. It returns an error if ResultCode is missing.
func (i *BlackListCheckItem) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields BlackListCheckItem
	return restimpl.ReadResult(decoder, (*Fields)(i), &i.ResultCode, "ResultCode")
}

// UnmarshalJSON does the same for encoding/json.
func (i *BlackListCheckItem) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, i)
}

func (i *BlackListCheckItem) result() restimpl.Result {
	return restimpl.Result{Account: i.ToAccount, Code: i.ResultCode, Info: i.ResultInfo}
}

// BlackListCheckRequest is a request to check a user and accounts.
type BlackListCheckRequest struct {
	// FromAccount is the UserID of the user, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// ToAccount holds the UserIDs of the accounts to check, at most 1000, each of 1 to 32 bytes.
	ToAccount []string `json:"To_Account"`

	// CheckType is the scope of the check: only the blocklist of the user, or those of both sides.
	CheckType BlackListCheckType `json:"CheckType"`
}

// BlackListCheckResponse is a response that says whether the user and each account block each other.
type BlackListCheckResponse struct {
	// BlackListCheckItem holds a result for each account, in the order of the request.
	BlackListCheckItem []BlackListCheckItem `json:"BlackListCheckItem"`

	// FailAccount holds the UserIDs of the accounts for which the command failed. The array is absent if there are
	// none.
	FailAccount []string `json:"Fail_Account,omitzero"`

	// ActionStatus is the status of a success, OK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own description of the outcome, usually empty. Some of the vendor's samples have "0".
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the description of the outcome for an end user, usually empty. It may be missing, which means the
	// same: in the vendor's own OpenAPI document it is optional in every response.
	ErrorDisplay string `json:"ErrorDisplay"`

	missing []string // the accounts that were requested and are not in the response
}

// Envelope implements [rest.Response].
func (r *BlackListCheckResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		ErrorDisplay: &r.ErrorDisplay,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing, or BlackListCheckItem of a success.
func (r *BlackListCheckResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields BlackListCheckResponse
	if err := restimpl.ReadResponse(decoder, r, (*Fields)(r)); err != nil {
		return err
	}
	return restimpl.RequireContents(r, r.BlackListCheckItem != nil, "BlackListCheckItem")
}

// UnmarshalJSON does the same for encoding/json.
func (r *BlackListCheckResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// BlackListCheckType is the scope of a check of blocklists.
type BlackListCheckType string

// The values of [BlackListCheckType] that the vendor documents.
const (
	// BlackListCheckTypeSingle looks for the account on the blocklist of the user. The result is
	// BlackCheckResult_Type_NO or BlackCheckResult_Type_AWithB.
	BlackListCheckTypeSingle BlackListCheckType = "BlackCheckResult_Type_Single"
	// BlackListCheckTypeBoth looks for each on the blocklist of the other. The result is any BlackListRelation.
	BlackListCheckTypeBoth BlackListCheckType = "BlackCheckResult_Type_Both"
)

// BlackListDeleteRequest is a request to unblock accounts.
type BlackListDeleteRequest struct {
	// FromAccount is the UserID of the user whose blocklist the accounts are deleted from, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// ToAccount holds the UserIDs of the accounts to unblock, at most 1000, each of 1 to 32 bytes.
	ToAccount []string `json:"To_Account"`
}

// BlackListDeleteResponse is a response with a result for each account.
type BlackListDeleteResponse struct {
	// ResultItem holds a result for each account, in the order of the request.
	ResultItem []ResultItem `json:"ResultItem"`

	// FailAccount holds the UserIDs of the accounts for which the command failed. The array is absent if there are
	// none.
	FailAccount []string `json:"Fail_Account,omitzero"`

	// ActionStatus is the status of a success, OK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own description of the outcome, usually empty. Some of the vendor's samples have "0".
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the description of the outcome for an end user, usually empty. It may be missing, which means the
	// same: in the vendor's own OpenAPI document it is optional in every response.
	ErrorDisplay string `json:"ErrorDisplay"`

	missing []string // the accounts that were requested and are not in the response
}

// Envelope implements [rest.Response].
func (r *BlackListDeleteResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		ErrorDisplay: &r.ErrorDisplay,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing, or ResultItem of a success.
func (r *BlackListDeleteResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields BlackListDeleteResponse
	if err := restimpl.ReadResponse(decoder, r, (*Fields)(r)); err != nil {
		return err
	}
	return restimpl.RequireContents(r, r.ResultItem != nil, "ResultItem")
}

// UnmarshalJSON does the same for encoding/json.
func (r *BlackListDeleteResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// BlackListGetRequest is a request for a page of the blocklist of a user.
type BlackListGetRequest struct {
	// FromAccount is the UserID of the user whose blocklist is pulled, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// StartIndex is the index of the page, from 0 up: 0 for the first page, then the StartIndex of the previous page.
	StartIndex int64 `json:"StartIndex"`

	// MaxLimited is the number of accounts that a page may hold, 1 to 1000. There is no default.
	MaxLimited int64 `json:"MaxLimited"`

	// LastSequence is the CurrentSequence of the previous pull, from 0 up, and 0 on the first pull. An app's server may
	// always send 0 to pull everything.
	LastSequence int64 `json:"LastSequence"`
}

// BlackListGetResponse is a page of the blocklist of a user.
type BlackListGetResponse struct {
	// BlackListItem holds the accounts on this page.
	BlackListItem []BlackListItem `json:"BlackListItem"`

	// StartIndex is the StartIndex of the next page, and 0 on the final page.
	StartIndex int64 `json:"StartIndex"`

	// CurrentSequence is the current sequence of the blocklist, from 0 up. Send it as the LastSequence of the next
	// pull. The service misspells its name as CurruentSequence; clients made from this document also read the correct
	// spelling.
	CurrentSequence int64 `json:"CurruentSequence"`

	// ActionStatus is the status of a success, OK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own description of the outcome, usually empty. Some of the vendor's samples have "0".
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the description of the outcome for an end user, usually empty. It may be missing, which means the
	// same: in the vendor's own OpenAPI document it is optional in every response.
	ErrorDisplay string `json:"ErrorDisplay"`
}

// Envelope implements [rest.Response].
func (r *BlackListGetResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		ErrorDisplay: &r.ErrorDisplay,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing, or all contents of a success.
// It accepts CurrentSequence for CurruentSequence.
func (r *BlackListGetResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields BlackListGetResponse
	response := struct {
		*Fields
		First  *int64 `json:"CurruentSequence"`
		Second *int64 `json:"CurrentSequence"`
	}{Fields: (*Fields)(r)}
	if err := restimpl.ReadResponse(decoder, r, &response); err != nil {
		return err
	}
	var absent int64
	r.CurrentSequence = *cmp.Or(response.First, response.Second, &absent)
	hasContents := r.BlackListItem != nil ||
		r.StartIndex != 0
	return restimpl.RequireContents(r, hasContents, "BlackListItem")
}

// UnmarshalJSON does the same for encoding/json.
func (r *BlackListGetResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// BlackListItem is an account that a user blocks.
type BlackListItem struct {
	// ToAccount is the UserID of the account.
	ToAccount string `json:"To_Account"`

	// AddBlackTimeStamp is the time at which the account was blocked. Our interpretation: in Unix seconds.
	AddBlackTimeStamp int64 `json:"AddBlackTimeStamp"`
}

// BlackListRelation is the blocking between two accounts. A is the From_Account of the request, and B is the
// account that was checked.
type BlackListRelation string

// The values of [BlackListRelation] that the vendor documents.
const (
	// BlackListRelationNone means that neither blocks the other or, if only one side was checked, that A does not block
	// B.
	BlackListRelationNone BlackListRelation = "BlackCheckResult_Type_NO"
	// BlackListRelationAWithB means that A blocks B and, if both sides were checked, that B does not block A.
	BlackListRelationAWithB BlackListRelation = "BlackCheckResult_Type_AWithB"
	// BlackListRelationBWithA means that B blocks A, but A does not block B.
	BlackListRelationBWithA BlackListRelation = "BlackCheckResult_Type_BWithA"
	// BlackListRelationBothWay means that each blocks the other.
	BlackListRelationBothWay BlackListRelation = "BlackCheckResult_Type_BothWay"
)

// CustomItem is a custom tag of a friend.
type CustomItem struct {
	// Tag is the name of the tag: Tag_SNS_Custom_ followed by the 1 to 8 letters given in the vendor's console. Our
	// interpretation: an item without Tag or Value sets nothing.
	Tag Tag `json:"Tag,omitzero"`

	// Value is the value of the tag: a string of at most 500 bytes or an integer.
	Value CustomTagValue `json:"Value,omitzero"`
}

// CustomTagValue is the value of a custom tag: a string of at most 500 bytes or an integer.
//
// Make one with [rest.StringValue] or [rest.IntegerValue].
type CustomTagValue = rest.Value

// DeleteType is the direction in which friendships end: one way or both ways.
type DeleteType string

// The values of [DeleteType] that the vendor documents.
const (
	// DeleteTypeSingle removes the accounts from the friends of the user, but not the user from theirs.
	DeleteTypeSingle DeleteType = "Delete_Type_Single"
	// DeleteTypeBoth removes the user and each account from each other's friends.
	DeleteTypeBoth DeleteType = "Delete_Type_Both"
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

	// ErrorDisplay is the description of the error for an end user, often empty. It is missing where the service
	// refuses a request before it reaches the command, with codes 6xxxx and 7xxxx, as in the vendor's samples and in
	// recorded responses.
	ErrorDisplay string `json:"ErrorDisplay"`
}

// Envelope implements [rest.Response].
func (r *ErrorResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		ErrorDisplay: &r.ErrorDisplay,
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

// ForceAddFlags controls whether friends are added without being asked.
type ForceAddFlags int64

// The values of [ForceAddFlags] that the vendor documents.
const (
	// ForceAddFlagsNormal adds friends as their accounts allow.
	ForceAddFlagsNormal ForceAddFlags = 0
	// ForceAddFlagsForced adds friends in the administrator's name, whatever their accounts allow.
	ForceAddFlagsForced ForceAddFlags = 1
)

// FriendAddItem is a friend to add.
type FriendAddItem struct {
	// ToAccount is the UserID of the friend, 1 to 32 bytes.
	ToAccount string `json:"To_Account"`

	// AddSource is the source of the friendship: AddSource_Type_ followed by 1 to 8 letters, such as
	// AddSource_Type_Web. Always set it. Our interpretation: an item without it fails.
	AddSource string `json:"AddSource,omitzero"`

	// Remark is the user's name for the friend, at most 96 bytes. An empty one counts as absent. Our interpretation: an
	// existing remark is then kept.
	Remark string `json:"Remark,omitzero"`

	// GroupName is the name of the list into which to put the friend, at most 30 bytes. An empty name counts as absent.
	GroupName string `json:"GroupName,omitzero"`

	// AddWording is the message that accompanies the friend request, at most 256 bytes. An empty message counts as
	// absent.
	AddWording string `json:"AddWording,omitzero"`
}

// FriendAddRequest is a request to add friends to a user.
type FriendAddRequest struct {
	// FromAccount is the UserID of the user to whom friends are added, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// AddFriendItem holds the friends to add, at most 1000.
	AddFriendItem []FriendAddItem `json:"AddFriendItem"`

	// AddType is the direction of the friendships: one-way or two-way. If it is empty, they are two-way.
	AddType AddType `json:"AddType,omitzero"`

	// ForceAddFlags controls whether friends are added without being asked. Our interpretation: 0 is the default.
	ForceAddFlags ForceAddFlags `json:"ForceAddFlags,omitzero"`
}

// FriendAddResponse is a response with a result for each account.
type FriendAddResponse struct {
	// ResultItem holds a result for each account, in the order of the request.
	ResultItem []ResultItem `json:"ResultItem"`

	// FailAccount holds the UserIDs of the accounts for which the command failed. The array is absent if there are
	// none.
	FailAccount []string `json:"Fail_Account,omitzero"`

	// InvalidAccount holds the UserIDs of the accounts that do not belong to this app. Older services send it; newer
	// ones list these accounts in Fail_Account.
	InvalidAccount []string `json:"Invalid_Account,omitzero"`

	// ActionStatus is the status of a success, OK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own description of the outcome, usually empty. Some of the vendor's samples have "0".
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the description of the outcome for an end user, usually empty. It may be missing, which means the
	// same: in the vendor's own OpenAPI document it is optional in every response.
	ErrorDisplay string `json:"ErrorDisplay"`

	missing []string // the accounts that were requested and are not in the response
}

// Envelope implements [rest.Response].
func (r *FriendAddResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		ErrorDisplay: &r.ErrorDisplay,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing, or ResultItem of a success.
func (r *FriendAddResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields FriendAddResponse
	if err := restimpl.ReadResponse(decoder, r, (*Fields)(r)); err != nil {
		return err
	}
	return restimpl.RequireContents(r, r.ResultItem != nil, "ResultItem")
}

// UnmarshalJSON does the same for encoding/json.
func (r *FriendAddResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// FriendCheckInfoItem is the relation of the user to one account.
type FriendCheckInfoItem struct {
	// ToAccount is the UserID of the account to which the result belongs.
	ToAccount string `json:"To_Account"`

	// Relation is the relation that was found. It is meaningless if ResultCode is not 0.
	Relation FriendRelation `json:"Relation"`

	// ResultCode is the outcome for this account: 0 if the command succeeded, or the number of an error or of a request
	// that waits.
	ResultCode ErrorCode `json:"ResultCode"`

	// ResultInfo is the vendor's symbol for the error, such as Err_SNS_FriendAdd_Friend_Exist. With code 30001, only
	// the symbol says what is wrong. In a success it is empty or OK: tests that others run against the service expect
	// OK from friend_delete, black_list_add and black_list_delete, whereas the samples on the vendor's pages have an
	// empty string.
	ResultInfo string `json:"ResultInfo"`
}

// UnmarshalJSONFrom reads a result. It returns an error if ResultCode is missing.
func (i *FriendCheckInfoItem) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields FriendCheckInfoItem
	return restimpl.ReadResult(decoder, (*Fields)(i), &i.ResultCode, "ResultCode")
}

// UnmarshalJSON does the same for encoding/json.
func (i *FriendCheckInfoItem) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, i)
}

func (i *FriendCheckInfoItem) result() restimpl.Result {
	return restimpl.Result{Account: i.ToAccount, Code: i.ResultCode, Info: i.ResultInfo}
}

// FriendCheckRequest is a request to check a user and accounts.
type FriendCheckRequest struct {
	// FromAccount is the UserID of the user, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// ToAccount holds the UserIDs of the accounts to check, at most 1000, each of 1 to 32 bytes.
	ToAccount []string `json:"To_Account"`

	// CheckType is the scope of the check: only the friends of the user, or those of both sides.
	CheckType FriendCheckType `json:"CheckType"`
}

// FriendCheckResponse is a response with the relation of the user to each account.
type FriendCheckResponse struct {
	// InfoItem holds a result for each account, in the order of the request.
	InfoItem []FriendCheckInfoItem `json:"InfoItem"`

	// FailAccount holds the UserIDs of the accounts for which the command failed. The array is absent if there are
	// none.
	FailAccount []string `json:"Fail_Account,omitzero"`

	// ActionStatus is the status of a success, OK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own description of the outcome, usually empty. Some of the vendor's samples have "0".
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the description of the outcome for an end user, usually empty. It may be missing, which means the
	// same: in the vendor's own OpenAPI document it is optional in every response.
	ErrorDisplay string `json:"ErrorDisplay"`

	missing []string // the accounts that were requested and are not in the response
}

// Envelope implements [rest.Response].
func (r *FriendCheckResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		ErrorDisplay: &r.ErrorDisplay,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing, or InfoItem of a success.
func (r *FriendCheckResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields FriendCheckResponse
	if err := restimpl.ReadResponse(decoder, r, (*Fields)(r)); err != nil {
		return err
	}
	return restimpl.RequireContents(r, r.InfoItem != nil, "InfoItem")
}

// UnmarshalJSON does the same for encoding/json.
func (r *FriendCheckResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// FriendCheckType is the scope of a check for friendships.
type FriendCheckType string

// The values of [FriendCheckType] that the vendor documents.
const (
	// FriendCheckTypeSingle looks for the account among the friends of the user. The result is
	// CheckResult_Type_NoRelation or CheckResult_Type_AWithB.
	FriendCheckTypeSingle FriendCheckType = "CheckResult_Type_Single"
	// FriendCheckTypeBoth looks for each among the friends of the other. The result is any FriendRelation.
	FriendCheckTypeBoth FriendCheckType = "CheckResult_Type_Both"
)

// FriendDeleteAllRequest is a request to delete all friends of a user.
type FriendDeleteAllRequest struct {
	// FromAccount is the UserID of the user whose friends are deleted, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// DeleteType is the direction in which friendships end: one way or both ways. If it is empty, they end one way.
	DeleteType DeleteType `json:"DeleteType,omitzero"`
}

// FriendDeleteAllResponse is a response that confirms that all friends were deleted.
type FriendDeleteAllResponse struct {
	// ActionStatus is the status of a success, OK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own description of the outcome, usually empty. Some of the vendor's samples have "0".
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the description of the outcome for an end user, usually empty. It may be missing, which means the
	// same: in the vendor's own OpenAPI document it is optional in every response.
	ErrorDisplay string `json:"ErrorDisplay"`
}

// Envelope implements [rest.Response].
func (r *FriendDeleteAllResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		ErrorDisplay: &r.ErrorDisplay,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing.
func (r *FriendDeleteAllResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields FriendDeleteAllResponse
	return restimpl.ReadResponse(decoder, r, (*Fields)(r))
}

// UnmarshalJSON does the same for encoding/json.
func (r *FriendDeleteAllResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// FriendDeleteRequest is a request to delete friends of a user.
type FriendDeleteRequest struct {
	// FromAccount is the UserID of the user whose friends are deleted, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// ToAccount holds the UserIDs of the friends, at most 1000, each of 1 to 32 bytes.
	ToAccount []string `json:"To_Account"`

	// DeleteType is the direction in which friendships end: one way or both ways. If it is empty, they end one way. Our
	// interpretation: the vendor's page is silent, and this is the default of FriendDeleteAll.
	DeleteType DeleteType `json:"DeleteType,omitzero"`
}

// FriendDeleteResponse is a response with a result for each account.
type FriendDeleteResponse struct {
	// ResultItem holds a result for each account, in the order of the request.
	ResultItem []ResultItem `json:"ResultItem"`

	// ActionStatus is the status of a success, OK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own description of the outcome, usually empty. Some of the vendor's samples have "0".
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the description of the outcome for an end user, usually empty. It may be missing, which means the
	// same: in the vendor's own OpenAPI document it is optional in every response.
	ErrorDisplay string `json:"ErrorDisplay"`

	missing []string // the accounts that were requested and are not in the response
}

// Envelope implements [rest.Response].
func (r *FriendDeleteResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		ErrorDisplay: &r.ErrorDisplay,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing, or ResultItem of a success.
func (r *FriendDeleteResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields FriendDeleteResponse
	if err := restimpl.ReadResponse(decoder, r, (*Fields)(r)); err != nil {
		return err
	}
	return restimpl.RequireContents(r, r.ResultItem != nil, "ResultItem")
}

// UnmarshalJSON does the same for encoding/json.
func (r *FriendDeleteResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// FriendGetListInfoItem is the tags of one friend.
type FriendGetListInfoItem struct {
	// ToAccount is the UserID of the account to which the result belongs.
	ToAccount string `json:"To_Account"`

	// SnsProfileItem holds the tags of the friend. The array is absent if ResultCode is not 0. Tags without a value are
	// missing, except for a nickname: a test that others run against the service expects Tag_Profile_IM_Nick with an
	// empty string.
	SnsProfileItem []TagItem `json:"SnsProfileItem,omitzero"`

	// ResultCode is the outcome for this account: 0 if the command succeeded, or the number of an error or of a request
	// that waits.
	ResultCode ErrorCode `json:"ResultCode"`

	// ResultInfo is the vendor's symbol for the error, such as Err_SNS_FriendAdd_Friend_Exist. With code 30001, only
	// the symbol says what is wrong. In a success it is empty or OK: tests that others run against the service expect
	// OK from friend_delete, black_list_add and black_list_delete, whereas the samples on the vendor's pages have an
	// empty string.
	ResultInfo string `json:"ResultInfo"`
}

// UnmarshalJSONFrom reads a result. It returns an error if ResultCode is missing.
func (i *FriendGetListInfoItem) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields FriendGetListInfoItem
	return restimpl.ReadResult(decoder, (*Fields)(i), &i.ResultCode, "ResultCode")
}

// UnmarshalJSON does the same for encoding/json.
func (i *FriendGetListInfoItem) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, i)
}

func (i *FriendGetListInfoItem) result() restimpl.Result {
	return restimpl.Result{Account: i.ToAccount, Code: i.ResultCode, Info: i.ResultInfo}
}

// FriendGetListRequest is a request for tags of some friends of a user.
type FriendGetListRequest struct {
	// FromAccount is the UserID of the user whose friends are pulled, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// ToAccount holds the UserIDs of the friends, each of 1 to 32 bytes. The vendor advises at most 100.
	ToAccount []string `json:"To_Account"`

	// TagList holds the names of the tags to pull: tags of friends and tags of profiles.
	TagList []Tag `json:"TagList"`
}

// FriendGetListResponse is a response with the tags of each friend.
type FriendGetListResponse struct {
	// InfoItem holds a result for each account, in the order of the request.
	InfoItem []FriendGetListInfoItem `json:"InfoItem"`

	// FailAccount holds the UserIDs of the accounts for which the command failed. The array is absent if there are
	// none.
	FailAccount []string `json:"Fail_Account,omitzero"`

	// ActionStatus is the status of a success, OK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own description of the outcome, usually empty. Some of the vendor's samples have "0".
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the description of the outcome for an end user, usually empty. It may be missing, which means the
	// same: in the vendor's own OpenAPI document it is optional in every response.
	ErrorDisplay string `json:"ErrorDisplay"`

	missing []string // the accounts that were requested and are not in the response
}

// Envelope implements [rest.Response].
func (r *FriendGetListResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		ErrorDisplay: &r.ErrorDisplay,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing, or InfoItem of a success.
func (r *FriendGetListResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields FriendGetListResponse
	if err := restimpl.ReadResponse(decoder, r, (*Fields)(r)); err != nil {
		return err
	}
	return restimpl.RequireContents(r, r.InfoItem != nil, "InfoItem")
}

// UnmarshalJSON does the same for encoding/json.
func (r *FriendGetListResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// FriendGetRequest is a request for a page of the friends of a user.
type FriendGetRequest struct {
	// FromAccount is the UserID of the user whose friends are pulled, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// StartIndex is the index of the page, from 0 up: 0 for the first page, then the NextStartIndex of the previous
	// page.
	StartIndex int64 `json:"StartIndex"`

	// StandardSequence is the StandardSequence of the previous pull, from 0 up. On the first pull it is 0, which counts
	// as absent.
	StandardSequence int64 `json:"StandardSequence,omitzero"`

	// CustomSequence is the CustomSequence of the previous pull, from 0 up. On the first pull it is 0, which counts as
	// absent.
	CustomSequence int64 `json:"CustomSequence,omitzero"`
}

// FriendGetResponse is a page of the friends of a user.
type FriendGetResponse struct {
	// UserDataItem holds the friends on this page. The array may be absent if the user has no friends, as a test that
	// others run against the service expects.
	UserDataItem []UserDataItem `json:"UserDataItem,omitzero"`

	// StandardSequence is the current sequence of the standard tags, from 0 up. Send it as the StandardSequence of the
	// next pull.
	StandardSequence int64 `json:"StandardSequence"`

	// CustomSequence is the current sequence of the custom tags, from 0 up. Send it as the CustomSequence of the next
	// pull. The vendor's pages for mainland China no longer have it; if it is absent, it counts as 0.
	CustomSequence int64 `json:"CustomSequence"`

	// FriendNum is the number of all friends of the user, from 0 up.
	FriendNum int64 `json:"FriendNum"`

	// CompleteFlag is the mark of the final page: 0 if more pages follow, and another number on the final page.
	CompleteFlag int64 `json:"CompleteFlag"`

	// NextStartIndex is the StartIndex of the next page, from 0 up. Our interpretation: it is meaningless on the final
	// page.
	NextStartIndex int64 `json:"NextStartIndex"`

	// ActionStatus is the status of a success, OK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own description of the outcome, usually empty. Some of the vendor's samples have "0".
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the description of the outcome for an end user, usually empty. It may be missing, which means the
	// same: in the vendor's own OpenAPI document it is optional in every response.
	ErrorDisplay string `json:"ErrorDisplay"`
}

// Envelope implements [rest.Response].
func (r *FriendGetResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		ErrorDisplay: &r.ErrorDisplay,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing, or all contents of a success.
func (r *FriendGetResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields FriendGetResponse
	if err := restimpl.ReadResponse(decoder, r, (*Fields)(r)); err != nil {
		return err
	}
	hasContents := r.UserDataItem != nil ||
		r.StandardSequence != 0 ||
		r.FriendNum != 0 ||
		r.CompleteFlag != 0 ||
		r.NextStartIndex != 0
	return restimpl.RequireContents(r, hasContents, "StandardSequence")
}

// UnmarshalJSON does the same for encoding/json.
func (r *FriendGetResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// FriendImportItem is a friend to import.
type FriendImportItem struct {
	// ToAccount is the UserID of the friend, 1 to 32 bytes.
	ToAccount string `json:"To_Account"`

	// AddSource is the source of the friendship: AddSource_Type_ followed by 1 to 8 letters, such as
	// AddSource_Type_Web.
	AddSource string `json:"AddSource"`

	// Remark is the user's name for the friend, at most 96 bytes. An empty one counts as absent. Our interpretation: an
	// existing remark is then kept.
	Remark string `json:"Remark,omitzero"`

	// RemarkTime is the time at which the remark was made, in Unix seconds. 0 counts as absent. Our interpretation: the
	// service then takes the time of the call.
	RemarkTime int64 `json:"RemarkTime,omitzero"`

	// GroupName holds the names of the lists into which to put the friend, at most 32, each of 1 to 30 bytes. If the
	// array is absent, the friend is put into no list.
	GroupName []string `json:"GroupName,omitzero"`

	// AddWording is the message that accompanies the friend request, at most 256 bytes. An empty message counts as
	// absent.
	AddWording string `json:"AddWording,omitzero"`

	// AddTime is the time at which the friendship began, in Unix seconds. 0 counts as absent. Our interpretation: the
	// service then takes the time of the call.
	AddTime int64 `json:"AddTime,omitzero"`

	// CustomItem holds the custom tags to set. If the array is absent, no tags are set.
	CustomItem []CustomItem `json:"CustomItem,omitzero"`
}

// FriendImportRequest is a request to import friends of a user.
type FriendImportRequest struct {
	// FromAccount is the UserID of the user whose friends are imported, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// AddFriendItem holds the friends to import, at most 1000.
	AddFriendItem []FriendImportItem `json:"AddFriendItem"`
}

// FriendImportResponse is a response with a result for each account.
type FriendImportResponse struct {
	// ResultItem holds a result for each account, in the order of the request.
	ResultItem []ResultItem `json:"ResultItem"`

	// FailAccount holds the UserIDs of the accounts for which the command failed. The array is absent if there are
	// none.
	FailAccount []string `json:"Fail_Account,omitzero"`

	// InvalidAccount holds the UserIDs of the accounts that do not belong to this app. Older services send it; newer
	// ones list these accounts in Fail_Account.
	InvalidAccount []string `json:"Invalid_Account,omitzero"`

	// ActionStatus is the status of a success, OK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own description of the outcome, usually empty. Some of the vendor's samples have "0".
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the description of the outcome for an end user, usually empty. It may be missing, which means the
	// same: in the vendor's own OpenAPI document it is optional in every response.
	ErrorDisplay string `json:"ErrorDisplay"`

	missing []string // the accounts that were requested and are not in the response
}

// Envelope implements [rest.Response].
func (r *FriendImportResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		ErrorDisplay: &r.ErrorDisplay,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing, or ResultItem of a success.
func (r *FriendImportResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields FriendImportResponse
	if err := restimpl.ReadResponse(decoder, r, (*Fields)(r)); err != nil {
		return err
	}
	return restimpl.RequireContents(r, r.ResultItem != nil, "ResultItem")
}

// UnmarshalJSON does the same for encoding/json.
func (r *FriendImportResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// FriendRelation is the friendship between two accounts. A is the From_Account of the request, and B is the account
// that was checked.
type FriendRelation string

// The values of [FriendRelation] that the vendor documents.
const (
	// FriendRelationNone means that neither is a friend of the other or, if only one side was checked, that B is not a
	// friend of A.
	FriendRelationNone FriendRelation = "CheckResult_Type_NoRelation"
	// FriendRelationAWithB means that B is a friend of A and, if both sides were checked, that A is not a friend of B.
	FriendRelationAWithB FriendRelation = "CheckResult_Type_AWithB"
	// FriendRelationBWithA means that A is a friend of B, but B is not a friend of A.
	FriendRelationBWithA FriendRelation = "CheckResult_Type_BWithA"
	// FriendRelationBothWay means that each is a friend of the other.
	FriendRelationBothWay FriendRelation = "CheckResult_Type_BothWay"
)

// FriendUpdateItem is an update of one friend.
type FriendUpdateItem struct {
	// ToAccount is the UserID of the friend, 1 to 32 bytes.
	ToAccount string `json:"To_Account"`

	// SnsItem holds the tags to set.
	SnsItem []SnsItem `json:"SnsItem"`
}

// FriendUpdateRequest is a request to update what a user noted about friends.
type FriendUpdateRequest struct {
	// FromAccount is the UserID of the user whose friends are updated, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// UpdateItem holds the friends to update, at most 1000.
	UpdateItem []FriendUpdateItem `json:"UpdateItem"`
}

// FriendUpdateResponse is a response with a result for each account.
type FriendUpdateResponse struct {
	// ResultItem holds a result for each account, in the order of the request.
	ResultItem []ResultItem `json:"ResultItem"`

	// FailAccount holds the UserIDs of the accounts for which the command failed. The array is absent if there are
	// none.
	FailAccount []string `json:"Fail_Account,omitzero"`

	// InvalidAccount holds the UserIDs of the accounts that do not belong to this app. Older services send it; newer
	// ones list these accounts in Fail_Account.
	InvalidAccount []string `json:"Invalid_Account,omitzero"`

	// ActionStatus is the status of a success, OK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own description of the outcome, usually empty. Some of the vendor's samples have "0".
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the description of the outcome for an end user, usually empty. It may be missing, which means the
	// same: in the vendor's own OpenAPI document it is optional in every response.
	ErrorDisplay string `json:"ErrorDisplay"`

	missing []string // the accounts that were requested and are not in the response
}

// Envelope implements [rest.Response].
func (r *FriendUpdateResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		ErrorDisplay: &r.ErrorDisplay,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing, or ResultItem of a success.
func (r *FriendUpdateResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields FriendUpdateResponse
	if err := restimpl.ReadResponse(decoder, r, (*Fields)(r)); err != nil {
		return err
	}
	return restimpl.RequireContents(r, r.ResultItem != nil, "ResultItem")
}

// UnmarshalJSON does the same for encoding/json.
func (r *FriendUpdateResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// GroupAddRequest is a request to add friend lists to a user, and friends to these lists.
type GroupAddRequest struct {
	// FromAccount is the UserID of the user to whom the lists are added, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// GroupName holds the names of the lists to add, at most 32, each of 1 to 30 bytes.
	GroupName []string `json:"GroupName"`

	// ToAccount holds the UserIDs of the friends to put into each of the lists, at most 1000, each of 1 to 32 bytes. If
	// the array is empty, no friends are put into them. Our interpretation: an empty UserID fails alone, and null,
	// which other Go clients send, means that there are no friends.
	ToAccount []string `json:"To_Account,omitzero"`
}

// GroupAddResponse is a response with the sequence of the lists and a result for each friend.
type GroupAddResponse struct {
	// ResultItem holds a result for each friend, in the order of the request. The array is absent if the request had no
	// friends.
	ResultItem []ResultItem `json:"ResultItem,omitzero"`

	// CurrentSequence is the current sequence of the lists, from 0 up. Send it as the LastSequence of the next
	// GroupGet.
	CurrentSequence int64 `json:"CurrentSequence"`

	// FailAccount holds the UserIDs of the accounts for which the command failed. The array is absent if there are
	// none.
	FailAccount []string `json:"Fail_Account,omitzero"`

	// InvalidAccount holds the UserIDs of the accounts that do not belong to this app. Older services send it; newer
	// ones list these accounts in Fail_Account.
	InvalidAccount []string `json:"Invalid_Account,omitzero"`

	// ActionStatus is the status of a success, OK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own description of the outcome, usually empty. Some of the vendor's samples have "0".
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the description of the outcome for an end user, usually empty. It may be missing, which means the
	// same: in the vendor's own OpenAPI document it is optional in every response.
	ErrorDisplay string `json:"ErrorDisplay"`

	missing []string // the accounts that were requested and are not in the response
}

// Envelope implements [rest.Response].
func (r *GroupAddResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		ErrorDisplay: &r.ErrorDisplay,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing.
func (r *GroupAddResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields GroupAddResponse
	return restimpl.ReadResponse(decoder, r, (*Fields)(r))
}

// UnmarshalJSON does the same for encoding/json.
func (r *GroupAddResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// GroupDeleteRequest is a request to delete friend lists of a user.
type GroupDeleteRequest struct {
	// FromAccount is the UserID of the user whose lists are deleted, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// GroupName holds the names of the lists to delete, at most 32, each of 1 to 30 bytes.
	GroupName []string `json:"GroupName"`
}

// GroupDeleteResponse is a response with the sequence of the lists.
type GroupDeleteResponse struct {
	// CurrentSequence is the current sequence of the lists, from 0 up. Send it as the LastSequence of the next
	// GroupGet.
	CurrentSequence int64 `json:"CurrentSequence"`

	// ActionStatus is the status of a success, OK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own description of the outcome, usually empty. Some of the vendor's samples have "0".
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the description of the outcome for an end user, usually empty. It may be missing, which means the
	// same: in the vendor's own OpenAPI document it is optional in every response.
	ErrorDisplay string `json:"ErrorDisplay"`
}

// Envelope implements [rest.Response].
func (r *GroupDeleteResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		ErrorDisplay: &r.ErrorDisplay,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing.
func (r *GroupDeleteResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields GroupDeleteResponse
	return restimpl.ReadResponse(decoder, r, (*Fields)(r))
}

// UnmarshalJSON does the same for encoding/json.
func (r *GroupDeleteResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// GroupGetRequest is a request for all or some of the friend lists of a user.
type GroupGetRequest struct {
	// FromAccount is the UserID of the account whose friend lists are pulled, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// LastSequence is the CurrentSequence of the previous pull, from 0 up, and 0 on the first pull. It applies only if
	// GroupName is empty. The vendor's pages since 2022-01-24 no longer have it, and a request without it is valid.
	// Clients made from this document always send it. Our interpretation: if it is absent, it counts as 0.
	LastSequence int64 `json:"LastSequence"`

	// NeedFriend controls whether the members of the lists are pulled, too. If it is empty, no members are pulled. Our
	// interpretation: Need_Friend_Type_No, which other Go clients send, means the same.
	NeedFriend NeedFriendType `json:"NeedFriend,omitzero"`

	// GroupName holds the names of the lists to pull, at most 32, each of 1 to 30 bytes. If the array is empty, all
	// lists are pulled.
	GroupName []string `json:"GroupName,omitzero"`
}

// GroupGetResponse is a response with the friend lists of a user.
type GroupGetResponse struct {
	// ResultItem holds the pulled lists. Our interpretation, where the vendor's page is silent: the array is empty if
	// nothing has changed since LastSequence, and a name without a list is ignored.
	ResultItem []GroupGetResultItem `json:"ResultItem"`

	// CurrentSequence is the current sequence of the lists, from 0 up. Send it as the LastSequence of the next pull.
	CurrentSequence int64 `json:"CurrentSequence"`

	// ActionStatus is the status of a success, OK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own description of the outcome, usually empty. Some of the vendor's samples have "0".
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the description of the outcome for an end user, usually empty. It may be missing, which means the
	// same: in the vendor's own OpenAPI document it is optional in every response.
	ErrorDisplay string `json:"ErrorDisplay"`
}

// Envelope implements [rest.Response].
func (r *GroupGetResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		ErrorDisplay: &r.ErrorDisplay,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing, or all contents of a success.
func (r *GroupGetResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields GroupGetResponse
	if err := restimpl.ReadResponse(decoder, r, (*Fields)(r)); err != nil {
		return err
	}
	hasContents := r.ResultItem != nil ||
		r.CurrentSequence != 0
	return restimpl.RequireContents(r, hasContents, "ResultItem")
}

// UnmarshalJSON does the same for encoding/json.
func (r *GroupGetResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// GroupGetResultItem is a friend list of a user.
type GroupGetResultItem struct {
	// GroupName is the name of the list, 1 to 30 bytes.
	GroupName string `json:"GroupName"`

	// FriendNumber is the number of friends in the list, from 0 up.
	FriendNumber int64 `json:"FriendNumber"`

	// ToAccount holds the UserIDs of the friends in the list. The array is absent unless members were requested.
	ToAccount []string `json:"To_Account,omitzero"`
}

// NeedFriendType controls whether the members of friend lists are pulled.
type NeedFriendType string

// The values of [NeedFriendType] that the vendor documents.
const (
	// NeedFriendTypeYes pulls the members of each list.
	NeedFriendTypeYes NeedFriendType = "Need_Friend_Type_Yes"
)

// ResultItem is the result of a command for one account.
type ResultItem struct {
	// ToAccount is the UserID of the account to which the result belongs. It is empty if the UserID in the request was
	// empty.
	ToAccount string `json:"To_Account"`

	// ResultCode is the outcome for this account: 0 if the command succeeded, or the number of an error or of a request
	// that waits.
	ResultCode ErrorCode `json:"ResultCode"`

	// ResultInfo is the vendor's symbol for the error, such as Err_SNS_FriendAdd_Friend_Exist. With code 30001, only
	// the symbol says what is wrong. In a success it is empty or OK: tests that others run against the service expect
	// OK from friend_delete, black_list_add and black_list_delete, whereas the samples on the vendor's pages have an
	// empty string.
	ResultInfo string `json:"ResultInfo"`
}

// UnmarshalJSONFrom reads a result. It returns an error if ResultCode is missing.
func (i *ResultItem) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields ResultItem
	return restimpl.ReadResult(decoder, (*Fields)(i), &i.ResultCode, "ResultCode")
}

// UnmarshalJSON does the same for encoding/json.
func (i *ResultItem) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, i)
}

func (i *ResultItem) result() restimpl.Result {
	return restimpl.Result{Account: i.ToAccount, Code: i.ResultCode, Info: i.ResultInfo}
}

// SnsItem is a tag of a friend to set.
type SnsItem struct {
	// Tag is the name of the tag: Tag_SNS_IM_Remark, Tag_SNS_IM_Group, or that of a custom tag, Tag_SNS_Custom_
	// followed by 1 to 8 letters.
	Tag Tag `json:"Tag"`

	// Value is the new value: a string of at most 96 bytes for a remark, an array of at most 32 names for lists, and a
	// string of at most 500 bytes or an integer for a custom tag. Our interpretation: an empty string removes a remark,
	// and an empty array removes the friend from all lists.
	Value TagValue `json:"Value"`
}

// Tag is the name of a piece of information about a friend. Besides the names below, there are those of the app's
// own tags (Tag_SNS_Custom_ followed by 1 to 8 letters) and those of profiles (which start with Tag_Profile_).
type Tag string

// The values of [Tag] that the vendor documents.
const (
	// TagGroup holds the names of the lists that the friend is in: an array of strings, at most 32, each of 1 to 30
	// bytes.
	TagGroup Tag = "Tag_SNS_IM_Group"
	// TagRemark holds the user's name for the friend: a string of at most 96 bytes.
	TagRemark Tag = "Tag_SNS_IM_Remark"
	// TagAddSource holds the source of the friendship: a string, AddSource_Type_ followed by 1 to 8 letters.
	TagAddSource Tag = "Tag_SNS_IM_AddSource"
	// TagAddWording holds the message that accompanied the friend request: a string of at most 256 bytes.
	TagAddWording Tag = "Tag_SNS_IM_AddWording"
	// TagAddTime holds the time at which the friendship began: an integer, in Unix seconds.
	TagAddTime Tag = "Tag_SNS_IM_AddTime"
)

// TagItem is a tag of a friend, with its value.
type TagItem struct {
	// Tag is the name of the tag.
	Tag Tag `json:"Tag"`

	// Value is the value of the tag.
	Value TagValue `json:"Value"`
}

// TagValue is the value of a tag: a string, an integer or an array of strings, depending on the tag.
//
// Make one with [rest.StringValue], [rest.IntegerValue] or [rest.StringsValue]. Read one with its methods Text,
// Integer, Unsigned and Strings, which report whether they fit.
type TagValue = rest.Value

// UserDataItem is a friend of a user.
type UserDataItem struct {
	// ToAccount is the UserID of the friend.
	ToAccount string `json:"To_Account"`

	// ValueItem holds the tags of the friend. Tags without a value and tags that have not changed are missing.
	ValueItem []TagItem `json:"ValueItem,omitzero"`
}
