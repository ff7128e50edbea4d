// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

package gen

import (
	"cmp"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/rest/restimpl"
)

// ActionStatus tells whether a command succeeded.
type ActionStatus string

// The values of [ActionStatus] that the vendor documents.
const (
	// ActionStatusOK says that the command succeeded.
	ActionStatusOK ActionStatus = "OK"
	// ActionStatusFail says that the command failed.
	ActionStatusFail ActionStatus = "FAIL"
)

// AddType tells whether friendships are one-way or two-way.
type AddType string

// The values of [AddType] that the vendor documents.
const (
	// AddTypeBoth makes each the other's friend.
	AddTypeBoth AddType = "Add_Type_Both"
	// AddTypeSingle makes the accounts friends of the user, and not the other way round.
	AddTypeSingle AddType = "Add_Type_Single"
)

// BlackListAddRequest names the user and the accounts to block.
type BlackListAddRequest struct {
	// FromAccount is the UserID of the user whose blocklist grows, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// ToAccount holds the UserIDs of the accounts to block, at most 1000, each of 1 to 32 bytes.
	ToAccount []string `json:"To_Account"`
}

// BlackListAddResponse holds a result for each account.
type BlackListAddResponse struct {
	// ResultItem holds a result for each account, in the order of the request.
	ResultItem []ResultItem `json:"ResultItem"`

	// FailAccount holds the UserIDs of the accounts for which the command failed. It is absent (nil) if there are none.
	FailAccount []string `json:"Fail_Account,omitzero"`

	// InvalidAccount holds the UserIDs of accounts that do not belong to this app. Older services have it; newer ones name these
	// accounts in Fail_Account.
	InvalidAccount []string `json:"Invalid_Account,omitzero"`

	// ActionStatus is ActionStatusOK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own account of the outcome, as a rule empty. Some of the vendor's samples have "0".
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the account of the outcome that is meant for an end user's eyes, as a rule empty. It may be missing, which
	// means the same: the vendor's own OpenAPI document has it as optional in every response.
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

// BlackListCheckItem tells whether the user and one account block each other.
type BlackListCheckItem struct {
	// ToAccount is the UserID of the account that the result belongs to.
	ToAccount string `json:"To_Account"`

	// Relation is what was found. It means nothing if ResultCode is not 0.
	Relation BlackListRelation `json:"Relation"`

	// ResultCode is 0 if the command succeeded for this account, and the number of an error otherwise, or of a request that
	// waits.
	ResultCode ErrorCode `json:"ResultCode"`

	// ResultInfo is the vendor's symbol for the error, such as Err_SNS_FriendAdd_Friend_Exist. With code 30001 only the symbol
	// says what is wrong. For a success it is empty, or OK: tests that others run against the service expect OK of
	// friend_delete, black_list_add and black_list_delete, where the pages' samples have an empty string.
	ResultInfo string `json:"ResultInfo"`
}

// UnmarshalJSONFrom reads a result. It returns an error if ResultCode is missing.
func (i *BlackListCheckItem) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields BlackListCheckItem
	return restimpl.ReadResult(decoder, (*Fields)(i), &i.ResultCode)
}

func (i *BlackListCheckItem) result() restimpl.Result {
	return restimpl.Result{Account: i.ToAccount, Code: i.ResultCode, Info: i.ResultInfo}
}

// UnmarshalJSON does the same for encoding/json.
func (i *BlackListCheckItem) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, i)
}

// BlackListCheckRequest names the user and the accounts to check.
type BlackListCheckRequest struct {
	// FromAccount is the UserID of the user, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// ToAccount holds the UserIDs of the accounts to check, at most 1000, each of 1 to 32 bytes.
	ToAccount []string `json:"To_Account"`

	// CheckType tells whether to look at the blocklist of the user alone or at both sides.
	CheckType BlackListCheckType `json:"CheckType"`
}

// BlackListCheckResponse tells whether the user and each account block each other.
type BlackListCheckResponse struct {
	// BlackListCheckItem holds a result for each account, in the order of the request.
	BlackListCheckItem []BlackListCheckItem `json:"BlackListCheckItem"`

	// FailAccount holds the UserIDs of the accounts for which the command failed. It is absent (nil) if there are none.
	FailAccount []string `json:"Fail_Account,omitzero"`

	// ActionStatus is ActionStatusOK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own account of the outcome, as a rule empty. Some of the vendor's samples have "0".
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the account of the outcome that is meant for an end user's eyes, as a rule empty. It may be missing, which
	// means the same: the vendor's own OpenAPI document has it as optional in every response.
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

// BlackListCheckType tells whose blocklist is looked at.
type BlackListCheckType string

// The values of [BlackListCheckType] that the vendor documents.
const (
	// BlackListCheckTypeSingle looks for the account on the blocklist of the user. It answers BlackListRelationNone or BlackListRelationAWithB.
	BlackListCheckTypeSingle BlackListCheckType = "BlackCheckResult_Type_Single"
	// BlackListCheckTypeBoth looks for each on the blocklist of the other. It answers any BlackListRelation.
	BlackListCheckTypeBoth BlackListCheckType = "BlackCheckResult_Type_Both"
)

// BlackListDeleteRequest names the user and the accounts to block no longer.
type BlackListDeleteRequest struct {
	// FromAccount is the UserID of the user whose blocklist shrinks, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// ToAccount holds the UserIDs of the accounts to block no longer, at most 1000, each of 1 to 32 bytes.
	ToAccount []string `json:"To_Account"`
}

// BlackListDeleteResponse holds a result for each account.
type BlackListDeleteResponse struct {
	// ResultItem holds a result for each account, in the order of the request.
	ResultItem []ResultItem `json:"ResultItem"`

	// FailAccount holds the UserIDs of the accounts for which the command failed. It is absent (nil) if there are none.
	FailAccount []string `json:"Fail_Account,omitzero"`

	// ActionStatus is ActionStatusOK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own account of the outcome, as a rule empty. Some of the vendor's samples have "0".
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the account of the outcome that is meant for an end user's eyes, as a rule empty. It may be missing, which
	// means the same: the vendor's own OpenAPI document has it as optional in every response.
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

// BlackListGetRequest names the user whose blocklist to pull, and the page.
type BlackListGetRequest struct {
	// FromAccount is the UserID of the user whose blocklist to pull, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// StartIndex names the page, from 0 up: 0 for the first one, then the StartIndex of the page before.
	StartIndex int64 `json:"StartIndex"`

	// MaxLimited is how many accounts a page may hold, 1 to 1000. There is no default.
	MaxLimited int64 `json:"MaxLimited"`

	// LastSequence is the CurrentSequence of the previous pull, from 0 up, and 0 on the first pull. A server may always
	// send 0, to pull everything.
	LastSequence int64 `json:"LastSequence"`
}

// BlackListGetResponse is a page of the blocklist of a user.
type BlackListGetResponse struct {
	// BlackListItem holds the accounts of this page.
	BlackListItem []BlackListItem `json:"BlackListItem"`

	// StartIndex is the StartIndex of the next page, and 0 on the final page.
	StartIndex int64 `json:"StartIndex"`

	// CurrentSequence is the sequence of the blocklist as it is now, from 0 up: the LastSequence of the next pull. On the wire
	// it is misspelt, CurruentSequence; the right spelling is read, too.
	CurrentSequence int64 `json:"CurruentSequence"`

	// ActionStatus is ActionStatusOK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own account of the outcome, as a rule empty. Some of the vendor's samples have "0".
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the account of the outcome that is meant for an end user's eyes, as a rule empty. It may be missing, which
	// means the same: the vendor's own OpenAPI document has it as optional in every response.
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

	// AddBlackTimeStamp is when the account was blocked, by our reading in Unix seconds.
	AddBlackTimeStamp int64 `json:"AddBlackTimeStamp"`
}

// BlackListRelation tells who blocks whom. A is the From_Account of the request, B the account that was checked.
type BlackListRelation string

// The values of [BlackListRelation] that the vendor documents.
const (
	// BlackListRelationNone says that neither blocks the other, or, of a check of one side, that A does not block B.
	BlackListRelationNone BlackListRelation = "BlackCheckResult_Type_NO"
	// BlackListRelationAWithB says that A blocks B, and, of a check of both sides, that B does not block A.
	BlackListRelationAWithB BlackListRelation = "BlackCheckResult_Type_AWithB"
	// BlackListRelationBWithA says that B blocks A, and A does not block B.
	BlackListRelationBWithA BlackListRelation = "BlackCheckResult_Type_BWithA"
	// BlackListRelationBothWay says that each blocks the other.
	BlackListRelationBothWay BlackListRelation = "BlackCheckResult_Type_BothWay"
)

// CustomItem is a custom tag of a friend.
type CustomItem struct {
	// Tag is the name of the tag: Tag_SNS_Custom_ and the 1 to 8 letters that the vendor's console gave it. By our
	// reading an item without Tag or Value sets nothing.
	Tag Tag `json:"Tag,omitzero"`

	// Value is the value of the tag: a string of at most 500 bytes or an integer.
	Value CustomTagValue `json:"Value,omitzero"`
}

// CustomTagValue is the value of a custom tag: a string of at most 500 bytes or an integer. Make one with rest.StringValue or
// rest.IntegerValue.
type CustomTagValue = rest.Value

// DeleteType tells whether friendships end one way or both ways.
type DeleteType string

// The values of [DeleteType] that the vendor documents.
const (
	// DeleteTypeSingle removes the accounts from the friends of the user, and not the other way round.
	DeleteTypeSingle DeleteType = "Delete_Type_Single"
	// DeleteTypeBoth removes each from the friends of the other.
	DeleteTypeBoth DeleteType = "Delete_Type_Both"
)

// ErrorResponse is the reply to a command that failed. Methods turn it into a *rest.Error.
type ErrorResponse struct {
	// ActionStatus is ActionStatusFail.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the number of the error, never 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own account of the error, meant for developers.
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the account of the error that is meant for an end user's eyes, often empty. It is missing where the
	// service refuses a request before it reaches the command, with 6xxxx and 7xxxx: so in the vendor's samples
	// and in recorded responses.
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

// ForceAddFlags tells whether friends are added without being asked.
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

	// AddSource tells where the friendship comes from: AddSource_Type_ and a word of 1 to 8 letters, such as
	// AddSource_Type_Web. Always set it: by our reading an item without it fails.
	AddSource string `json:"AddSource,omitzero"`

	// Remark is what the user calls the friend, at most 96 bytes. Left empty, it is not sent, and by our reading a
	// remark that is there stays.
	Remark string `json:"Remark,omitzero"`

	// GroupName is the name of the list to put the friend into, at most 30 bytes. Left empty, it is not sent.
	GroupName string `json:"GroupName,omitzero"`

	// AddWording is the text that goes with the request for friendship, at most 256 bytes. Left empty, it is not sent.
	AddWording string `json:"AddWording,omitzero"`
}

// FriendAddRequest names the user and the friends to add.
type FriendAddRequest struct {
	// FromAccount is the UserID of the user whose friends to add, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// AddFriendItem holds the friends to add, at most 1000.
	AddFriendItem []FriendAddItem `json:"AddFriendItem"`

	// AddType tells whether the friendships are one-way or two-way. Left empty, they are two-way.
	AddType AddType `json:"AddType,omitzero"`

	// ForceAddFlags tells whether to add friends without asking them. 0 is not sent: by our reading it is the default.
	ForceAddFlags ForceAddFlags `json:"ForceAddFlags,omitzero"`
}

// FriendAddResponse holds a result for each account.
type FriendAddResponse struct {
	// ResultItem holds a result for each account, in the order of the request.
	ResultItem []ResultItem `json:"ResultItem"`

	// FailAccount holds the UserIDs of the accounts for which the command failed. It is absent (nil) if there are none.
	FailAccount []string `json:"Fail_Account,omitzero"`

	// InvalidAccount holds the UserIDs of accounts that do not belong to this app. Older services have it; newer ones name these
	// accounts in Fail_Account.
	InvalidAccount []string `json:"Invalid_Account,omitzero"`

	// ActionStatus is ActionStatusOK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own account of the outcome, as a rule empty. Some of the vendor's samples have "0".
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the account of the outcome that is meant for an end user's eyes, as a rule empty. It may be missing, which
	// means the same: the vendor's own OpenAPI document has it as optional in every response.
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

// FriendCheckInfoItem tells how the user and one account stand to each other.
type FriendCheckInfoItem struct {
	// ToAccount is the UserID of the account that the result belongs to.
	ToAccount string `json:"To_Account"`

	// Relation is what was found. It means nothing if ResultCode is not 0.
	Relation FriendRelation `json:"Relation"`

	// ResultCode is 0 if the command succeeded for this account, and the number of an error otherwise, or of a request that
	// waits.
	ResultCode ErrorCode `json:"ResultCode"`

	// ResultInfo is the vendor's symbol for the error, such as Err_SNS_FriendAdd_Friend_Exist. With code 30001 only the symbol
	// says what is wrong. For a success it is empty, or OK: tests that others run against the service expect OK of
	// friend_delete, black_list_add and black_list_delete, where the pages' samples have an empty string.
	ResultInfo string `json:"ResultInfo"`
}

// UnmarshalJSONFrom reads a result. It returns an error if ResultCode is missing.
func (i *FriendCheckInfoItem) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields FriendCheckInfoItem
	return restimpl.ReadResult(decoder, (*Fields)(i), &i.ResultCode)
}

func (i *FriendCheckInfoItem) result() restimpl.Result {
	return restimpl.Result{Account: i.ToAccount, Code: i.ResultCode, Info: i.ResultInfo}
}

// UnmarshalJSON does the same for encoding/json.
func (i *FriendCheckInfoItem) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, i)
}

// FriendCheckRequest names the user and the accounts to check.
type FriendCheckRequest struct {
	// FromAccount is the UserID of the user, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// ToAccount holds the UserIDs of the accounts to check, at most 1000, each of 1 to 32 bytes.
	ToAccount []string `json:"To_Account"`

	// CheckType tells whether to look at the friends of the user alone or at both sides.
	CheckType FriendCheckType `json:"CheckType"`
}

// FriendCheckResponse tells how the user and each account stand to each other.
type FriendCheckResponse struct {
	// InfoItem holds a result for each account, in the order of the request.
	InfoItem []FriendCheckInfoItem `json:"InfoItem"`

	// FailAccount holds the UserIDs of the accounts for which the command failed. It is absent (nil) if there are none.
	FailAccount []string `json:"Fail_Account,omitzero"`

	// ActionStatus is ActionStatusOK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own account of the outcome, as a rule empty. Some of the vendor's samples have "0".
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the account of the outcome that is meant for an end user's eyes, as a rule empty. It may be missing, which
	// means the same: the vendor's own OpenAPI document has it as optional in every response.
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

// FriendCheckType tells whose friends are looked at.
type FriendCheckType string

// The values of [FriendCheckType] that the vendor documents.
const (
	// FriendCheckTypeSingle looks for the account among the friends of the user. It answers FriendRelationNone or FriendRelationAWithB.
	FriendCheckTypeSingle FriendCheckType = "CheckResult_Type_Single"
	// FriendCheckTypeBoth looks for each among the friends of the other. It answers any FriendRelation.
	FriendCheckTypeBoth FriendCheckType = "CheckResult_Type_Both"
)

// FriendDeleteAllRequest names the user whose friends to delete.
type FriendDeleteAllRequest struct {
	// FromAccount is the UserID of the user whose friends to delete, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// DeleteType tells whether to end the friendships one way or both. Left empty, one way.
	DeleteType DeleteType `json:"DeleteType,omitzero"`
}

// FriendDeleteAllResponse says that all friends were deleted.
type FriendDeleteAllResponse struct {
	// ActionStatus is ActionStatusOK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own account of the outcome, as a rule empty. Some of the vendor's samples have "0".
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the account of the outcome that is meant for an end user's eyes, as a rule empty. It may be missing, which
	// means the same: the vendor's own OpenAPI document has it as optional in every response.
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

// FriendDeleteRequest names the user and the friends to delete.
type FriendDeleteRequest struct {
	// FromAccount is the UserID of the user whose friends to delete, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// ToAccount holds the UserIDs of the friends, at most 1000, each of 1 to 32 bytes.
	ToAccount []string `json:"To_Account"`

	// DeleteType tells whether to end the friendships one way or both. Left empty, one way: the vendor's page is
	// silent, and this is the default of FriendDeleteAll.
	DeleteType DeleteType `json:"DeleteType,omitzero"`
}

// FriendDeleteResponse holds a result for each account.
type FriendDeleteResponse struct {
	// ResultItem holds a result for each account, in the order of the request.
	ResultItem []ResultItem `json:"ResultItem"`

	// ActionStatus is ActionStatusOK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own account of the outcome, as a rule empty. Some of the vendor's samples have "0".
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the account of the outcome that is meant for an end user's eyes, as a rule empty. It may be missing, which
	// means the same: the vendor's own OpenAPI document has it as optional in every response.
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

// FriendGetListInfoItem holds the tags of one friend.
type FriendGetListInfoItem struct {
	// ToAccount is the UserID of the account that the result belongs to.
	ToAccount string `json:"To_Account"`

	// SnsProfileItem holds the tags. It is absent (nil) if ResultCode is not 0; tags without a value are missing. A nickname is
	// not: a test that others run against the service expects Tag_Profile_IM_Nick with an empty string.
	SnsProfileItem []TagItem `json:"SnsProfileItem,omitzero"`

	// ResultCode is 0 if the command succeeded for this account, and the number of an error otherwise, or of a request that
	// waits.
	ResultCode ErrorCode `json:"ResultCode"`

	// ResultInfo is the vendor's symbol for the error, such as Err_SNS_FriendAdd_Friend_Exist. With code 30001 only the symbol
	// says what is wrong. For a success it is empty, or OK: tests that others run against the service expect OK of
	// friend_delete, black_list_add and black_list_delete, where the pages' samples have an empty string.
	ResultInfo string `json:"ResultInfo"`
}

// UnmarshalJSONFrom reads a result. It returns an error if ResultCode is missing.
func (i *FriendGetListInfoItem) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields FriendGetListInfoItem
	return restimpl.ReadResult(decoder, (*Fields)(i), &i.ResultCode)
}

func (i *FriendGetListInfoItem) result() restimpl.Result {
	return restimpl.Result{Account: i.ToAccount, Code: i.ResultCode, Info: i.ResultInfo}
}

// UnmarshalJSON does the same for encoding/json.
func (i *FriendGetListInfoItem) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, i)
}

// FriendGetListRequest names the user, the friends and the tags to pull.
type FriendGetListRequest struct {
	// FromAccount is the UserID of the user whose friends to pull, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// ToAccount holds the UserIDs of the friends, each of 1 to 32 bytes. The vendor advises at most 100.
	ToAccount []string `json:"To_Account"`

	// TagList holds the names of the tags to pull: those of friends and those of profiles.
	TagList []Tag `json:"TagList"`
}

// FriendGetListResponse holds the tags of each friend.
type FriendGetListResponse struct {
	// InfoItem holds a result for each account, in the order of the request.
	InfoItem []FriendGetListInfoItem `json:"InfoItem"`

	// FailAccount holds the UserIDs of the accounts for which the command failed. It is absent (nil) if there are none.
	FailAccount []string `json:"Fail_Account,omitzero"`

	// ActionStatus is ActionStatusOK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own account of the outcome, as a rule empty. Some of the vendor's samples have "0".
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the account of the outcome that is meant for an end user's eyes, as a rule empty. It may be missing, which
	// means the same: the vendor's own OpenAPI document has it as optional in every response.
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

// FriendGetRequest names the user whose friends to pull, and the page.
type FriendGetRequest struct {
	// FromAccount is the UserID of the user whose friends to pull, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// StartIndex names the page, from 0 up: 0 for the first one, then the NextStartIndex of the page before.
	StartIndex int64 `json:"StartIndex"`

	// StandardSequence is the StandardSequence of the previous pull, from 0 up. 0, for the first pull, is not sent.
	StandardSequence int64 `json:"StandardSequence,omitzero"`

	// CustomSequence is the CustomSequence of the previous pull, from 0 up. 0, for the first pull, is not sent.
	CustomSequence int64 `json:"CustomSequence,omitzero"`
}

// FriendGetResponse is a page of the friends of a user.
type FriendGetResponse struct {
	// UserDataItem holds the friends of this page. It may be absent (nil) if the user has no friends, as a test that others run
	// against the service expects.
	UserDataItem []UserDataItem `json:"UserDataItem,omitzero"`

	// StandardSequence is the sequence of the standard tags as they are now, from 0 up: the StandardSequence of the next pull.
	StandardSequence int64 `json:"StandardSequence"`

	// CustomSequence is the sequence of the custom tags as they are now, from 0 up: the CustomSequence of the next pull. Pages for
	// mainland China no longer have it; absent, it reads as 0.
	CustomSequence int64 `json:"CustomSequence"`

	// FriendNum is the number of all friends of the user, from 0 up.
	FriendNum int64 `json:"FriendNum"`

	// CompleteFlag is 0 if more pages follow, and another number on the final page.
	CompleteFlag int64 `json:"CompleteFlag"`

	// NextStartIndex is the StartIndex of the next page, from 0 up. On the final page it means nothing: our reading.
	NextStartIndex int64 `json:"NextStartIndex"`

	// ActionStatus is ActionStatusOK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own account of the outcome, as a rule empty. Some of the vendor's samples have "0".
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the account of the outcome that is meant for an end user's eyes, as a rule empty. It may be missing, which
	// means the same: the vendor's own OpenAPI document has it as optional in every response.
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

	// AddSource tells where the friendship comes from: AddSource_Type_ and a word of 1 to 8 letters, such as
	// AddSource_Type_Web.
	AddSource string `json:"AddSource"`

	// Remark is what the user calls the friend, at most 96 bytes. Left empty, it is not sent, and by our reading a
	// remark that is there stays.
	Remark string `json:"Remark,omitzero"`

	// RemarkTime is when the remark was made, in Unix seconds. Left at 0, it is not sent, which by our reading stands for
	// the time of the call.
	RemarkTime int64 `json:"RemarkTime,omitzero"`

	// GroupName holds the names of the lists to put the friend into, at most 32, each of 1 to 30 bytes. Left nil, it is
	// put into none.
	GroupName []string `json:"GroupName,omitzero"`

	// AddWording is the text that goes with the request for friendship, at most 256 bytes. Left empty, it is not sent.
	AddWording string `json:"AddWording,omitzero"`

	// AddTime is when the friendship began, in Unix seconds. Left at 0, it is not sent, which by our reading stands for
	// the time of the call.
	AddTime int64 `json:"AddTime,omitzero"`

	// CustomItem holds custom tags of the friend. Left nil, there are none to set.
	CustomItem []CustomItem `json:"CustomItem,omitzero"`
}

// FriendImportRequest names the user and the friends to import.
type FriendImportRequest struct {
	// FromAccount is the UserID of the user whose friends to import, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// AddFriendItem holds the friends to import, at most 1000.
	AddFriendItem []FriendImportItem `json:"AddFriendItem"`
}

// FriendImportResponse holds a result for each account.
type FriendImportResponse struct {
	// ResultItem holds a result for each account, in the order of the request.
	ResultItem []ResultItem `json:"ResultItem"`

	// FailAccount holds the UserIDs of the accounts for which the command failed. It is absent (nil) if there are none.
	FailAccount []string `json:"Fail_Account,omitzero"`

	// InvalidAccount holds the UserIDs of accounts that do not belong to this app. Older services have it; newer ones name these
	// accounts in Fail_Account.
	InvalidAccount []string `json:"Invalid_Account,omitzero"`

	// ActionStatus is ActionStatusOK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own account of the outcome, as a rule empty. Some of the vendor's samples have "0".
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the account of the outcome that is meant for an end user's eyes, as a rule empty. It may be missing, which
	// means the same: the vendor's own OpenAPI document has it as optional in every response.
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

// FriendRelation tells who is whose friend. A is the From_Account of the request, B the account that was checked.
type FriendRelation string

// The values of [FriendRelation] that the vendor documents.
const (
	// FriendRelationNone says that neither is a friend of the other, or, of a check of one side, that B is no friend of A.
	FriendRelationNone FriendRelation = "CheckResult_Type_NoRelation"
	// FriendRelationAWithB says that B is a friend of A, and, of a check of both sides, that A is no friend of B.
	FriendRelationAWithB FriendRelation = "CheckResult_Type_AWithB"
	// FriendRelationBWithA says that A is a friend of B, and B is no friend of A.
	FriendRelationBWithA FriendRelation = "CheckResult_Type_BWithA"
	// FriendRelationBothWay says that each is a friend of the other.
	FriendRelationBothWay FriendRelation = "CheckResult_Type_BothWay"
)

// FriendUpdateItem tells what to update of one friend.
type FriendUpdateItem struct {
	// ToAccount is the UserID of the friend, 1 to 32 bytes.
	ToAccount string `json:"To_Account"`

	// SnsItem holds the tags to set.
	SnsItem []SnsItem `json:"SnsItem"`
}

// FriendUpdateRequest names the user and what to update of which friends.
type FriendUpdateRequest struct {
	// FromAccount is the UserID of the user whose friends to update, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// UpdateItem holds the friends to update, at most 1000.
	UpdateItem []FriendUpdateItem `json:"UpdateItem"`
}

// FriendUpdateResponse holds a result for each account.
type FriendUpdateResponse struct {
	// ResultItem holds a result for each account, in the order of the request.
	ResultItem []ResultItem `json:"ResultItem"`

	// FailAccount holds the UserIDs of the accounts for which the command failed. It is absent (nil) if there are none.
	FailAccount []string `json:"Fail_Account,omitzero"`

	// InvalidAccount holds the UserIDs of accounts that do not belong to this app. Older services have it; newer ones name these
	// accounts in Fail_Account.
	InvalidAccount []string `json:"Invalid_Account,omitzero"`

	// ActionStatus is ActionStatusOK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own account of the outcome, as a rule empty. Some of the vendor's samples have "0".
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the account of the outcome that is meant for an end user's eyes, as a rule empty. It may be missing, which
	// means the same: the vendor's own OpenAPI document has it as optional in every response.
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

// GroupAddRequest names the user, the lists to add and the friends to put into them.
type GroupAddRequest struct {
	// FromAccount is the UserID of the user whose lists to add, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// GroupName holds the names of the lists to add, at most 32, each of 1 to 30 bytes.
	GroupName []string `json:"GroupName"`

	// ToAccount holds the UserIDs of the friends to put into each of the lists, at most 1000, each of 1 to 32 bytes. Left empty, none are.
	// By our reading an empty UserID fails alone, and null, which other Go clients send, means that there are none.
	ToAccount []string `json:"To_Account,omitzero"`
}

// GroupAddResponse holds the sequence of the lists, and a result for each friend.
type GroupAddResponse struct {
	// ResultItem holds a result for each friend, in the order of the request. It is absent (nil) if none were sent.
	ResultItem []ResultItem `json:"ResultItem,omitzero"`

	// CurrentSequence is the sequence of the lists as they are now, from 0 up: the LastSequence of the next GroupGet.
	CurrentSequence int64 `json:"CurrentSequence"`

	// FailAccount holds the UserIDs of the accounts for which the command failed. It is absent (nil) if there are none.
	FailAccount []string `json:"Fail_Account,omitzero"`

	// InvalidAccount holds the UserIDs of accounts that do not belong to this app. Older services have it; newer ones name these
	// accounts in Fail_Account.
	InvalidAccount []string `json:"Invalid_Account,omitzero"`

	// ActionStatus is ActionStatusOK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own account of the outcome, as a rule empty. Some of the vendor's samples have "0".
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the account of the outcome that is meant for an end user's eyes, as a rule empty. It may be missing, which
	// means the same: the vendor's own OpenAPI document has it as optional in every response.
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

// GroupDeleteRequest names the user and the lists to delete.
type GroupDeleteRequest struct {
	// FromAccount is the UserID of the user whose lists to delete, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// GroupName holds the names of the lists to delete, at most 32, each of 1 to 30 bytes.
	GroupName []string `json:"GroupName"`
}

// GroupDeleteResponse holds the sequence of the lists.
type GroupDeleteResponse struct {
	// CurrentSequence is the sequence of the lists as they are now, from 0 up: the LastSequence of the next GroupGet.
	CurrentSequence int64 `json:"CurrentSequence"`

	// ActionStatus is ActionStatusOK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own account of the outcome, as a rule empty. Some of the vendor's samples have "0".
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the account of the outcome that is meant for an end user's eyes, as a rule empty. It may be missing, which
	// means the same: the vendor's own OpenAPI document has it as optional in every response.
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

// GroupGetRequest names the user whose friend lists to pull, and which of them.
type GroupGetRequest struct {
	// FromAccount is the UserID of the account whose friend lists to pull, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// LastSequence is the CurrentSequence of the previous pull, from 0 up, and 0 on the first pull. It counts only
	// while GroupName is empty. The vendor's pages since 2022-01-24 no longer have it, and a request without it is
	// valid. Clients made from this document always send it. By our reading an absent one means 0.
	LastSequence int64 `json:"LastSequence"`

	// NeedFriend tells whether to pull the members of the lists too. Left empty, no members are pulled. By our reading
	// Need_Friend_Type_No, which other Go clients send, means the same.
	NeedFriend NeedFriendType `json:"NeedFriend,omitzero"`

	// GroupName holds the names of the lists to pull, at most 32, each of 1 to 30 bytes. Left empty, all
	// lists are pulled.
	GroupName []string `json:"GroupName,omitzero"`
}

// GroupGetResponse holds the friend lists of a user.
type GroupGetResponse struct {
	// ResultItem holds the pulled lists. Our reading, where the vendor's page is silent: it is empty when
	// nothing changed after LastSequence, and a name that no list bears is left out.
	ResultItem []GroupGetResultItem `json:"ResultItem"`

	// CurrentSequence is the sequence of the lists as they are now, from 0 up: the LastSequence of the next pull.
	CurrentSequence int64 `json:"CurrentSequence"`

	// ActionStatus is ActionStatusOK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own account of the outcome, as a rule empty. Some of the vendor's samples have "0".
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the account of the outcome that is meant for an end user's eyes, as a rule empty. It may be missing, which
	// means the same: the vendor's own OpenAPI document has it as optional in every response.
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

// GroupGetResultItem is one friend list of a user.
type GroupGetResultItem struct {
	// GroupName is the name of the list, 1 to 30 bytes.
	GroupName string `json:"GroupName"`

	// FriendNumber tells how many friends it has, from 0 up.
	FriendNumber int64 `json:"FriendNumber"`

	// ToAccount holds the UserIDs of the friends in the list. It is absent (nil) unless members were asked for.
	ToAccount []string `json:"To_Account,omitzero"`
}

// NeedFriendType tells whether the members of a list are pulled.
type NeedFriendType string

// The values of [NeedFriendType] that the vendor documents.
const (
	// NeedFriendTypeYes pulls the members of each list.
	NeedFriendTypeYes NeedFriendType = "Need_Friend_Type_Yes"
)

// ResultItem tells what a command did for one account.
type ResultItem struct {
	// ToAccount is the UserID of the account that the result belongs to. It is empty if that of the request was.
	ToAccount string `json:"To_Account"`

	// ResultCode is 0 if the command succeeded for this account, and the number of an error otherwise, or of a request that
	// waits.
	ResultCode ErrorCode `json:"ResultCode"`

	// ResultInfo is the vendor's symbol for the error, such as Err_SNS_FriendAdd_Friend_Exist. With code 30001 only the symbol
	// says what is wrong. For a success it is empty, or OK: tests that others run against the service expect OK of
	// friend_delete, black_list_add and black_list_delete, where the pages' samples have an empty string.
	ResultInfo string `json:"ResultInfo"`
}

// UnmarshalJSONFrom reads a result. It returns an error if ResultCode is missing.
func (i *ResultItem) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields ResultItem
	return restimpl.ReadResult(decoder, (*Fields)(i), &i.ResultCode)
}

func (i *ResultItem) result() restimpl.Result {
	return restimpl.Result{Account: i.ToAccount, Code: i.ResultCode, Info: i.ResultInfo}
}

// UnmarshalJSON does the same for encoding/json.
func (i *ResultItem) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, i)
}

// SnsItem is a tag of a friend to set.
type SnsItem struct {
	// Tag is the name of the tag: Tag_SNS_IM_Remark, Tag_SNS_IM_Group, or a custom one, Tag_SNS_Custom_ and 1 to 8
	// letters.
	Tag Tag `json:"Tag"`

	// Value is the new value: a string of at most 96 bytes for a remark, an array of at most 32 names for lists, and a
	// string of at most 500 bytes or an integer for a custom tag. Our reading: an empty string removes a
	// remark, and an empty array takes the friend out of all lists.
	Value TagValue `json:"Value"`
}

// Tag names a piece of what is noted about a friend. Beside the names below there are those of the app's own
// tags, Tag_SNS_Custom_ and 1 to 8 letters, and those of profiles, which start with Tag_Profile_.
type Tag string

// The values of [Tag] that the vendor documents.
const (
	// TagGroup holds the names of the lists that the friend is in: an array of strings, at most 32, each of 1 to 30 bytes.
	TagGroup Tag = "Tag_SNS_IM_Group"
	// TagRemark is what the user calls the friend: a string of at most 96 bytes.
	TagRemark Tag = "Tag_SNS_IM_Remark"
	// TagAddSource tells where the friendship comes from: a string, AddSource_Type_ and 1 to 8 letters.
	TagAddSource Tag = "Tag_SNS_IM_AddSource"
	// TagAddWording is the text that came with the request for friendship: a string of at most 256 bytes.
	TagAddWording Tag = "Tag_SNS_IM_AddWording"
	// TagAddTime is when the friendship began: an integer, in Unix seconds.
	TagAddTime Tag = "Tag_SNS_IM_AddTime"
)

// TagItem is a tag of a friend, and its value.
type TagItem struct {
	// Tag is the name of the tag.
	Tag Tag `json:"Tag"`

	// Value is the value of the tag.
	Value TagValue `json:"Value"`
}

// TagValue is the value of a tag: a string, an integer or an array of strings. Which one it is depends on the tag.
// Make one with rest.StringValue, rest.IntegerValue or rest.StringsValue; read one with its methods Text,
// Integer, Unsigned and Strings, which tell whether they fit.
type TagValue = rest.Value

// UserDataItem is a friend of a user.
type UserDataItem struct {
	// ToAccount is the UserID of the friend.
	ToAccount string `json:"To_Account"`

	// ValueItem holds the tags of the friend. Tags without a value, and those that did not change, are missing.
	ValueItem []TagItem `json:"ValueItem,omitzero"`
}
