// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

package follow

import (
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

	// ErrorDisplay is the description of the error for an end user, usually empty.
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

// FollowAddItem is an account to follow.
type FollowAddItem struct {
	// ToAccount is the UserID of the account, 1 to 32 bytes.
	ToAccount string `json:"To_Account"`
}

// FollowAddRequest is a request to follow accounts.
type FollowAddRequest struct {
	// FromAccount is the UserID of the user who is to follow the accounts, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// FollowItem holds the accounts to follow, at most 20.
	FollowItem []FollowAddItem `json:"FollowItem"`
}

// FollowAddResponse is a response with a result for each account.
type FollowAddResponse struct {
	// ResultItem holds a result for each account, in the order of the request.
	ResultItem []ResultItem `json:"ResultItem"`

	// ActionStatus is the status of a success, OK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own description of the outcome, usually empty.
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the description of the outcome for an end user, usually empty. If it is absent, it counts as
	// empty.
	ErrorDisplay string `json:"ErrorDisplay"`

	missing []string // the accounts that were requested and are not in the response
}

// Envelope implements [rest.Response].
func (r *FollowAddResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		ErrorDisplay: &r.ErrorDisplay,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing, or ResultItem of a success.
func (r *FollowAddResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields FollowAddResponse
	if err := restimpl.ReadResponse(decoder, r, (*Fields)(r)); err != nil {
		return err
	}
	return restimpl.RequireContents(r, r.ResultItem != nil, "ResultItem")
}

// UnmarshalJSON does the same for encoding/json.
func (r *FollowAddResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// FollowCheckItem is the relation of the user to one account.
type FollowCheckItem struct {
	// ToAccount is the UserID of the account to which the result belongs.
	ToAccount string `json:"To_Account"`

	// ResultCode is the outcome for this account, 0 if the command succeeded, or the number of an error.
	ResultCode ErrorCode `json:"ResultCode"`

	// ResultInfo is the reason why the command failed for this account, and an empty string if it succeeded.
	ResultInfo string `json:"ResultInfo"`

	// FollowType is the relation that was found. It is meaningless if ResultCode is not 0. Our interpretation: it may
	// then be absent.
	FollowType FollowRelation `json:"FollowType,omitzero"`
}

// UnmarshalJSONFrom reads a result. It returns an error if ResultCode is missing.
func (i *FollowCheckItem) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields FollowCheckItem
	return restimpl.ReadResult(decoder, (*Fields)(i), &i.ResultCode, "ResultCode")
}

// UnmarshalJSON does the same for encoding/json.
func (i *FollowCheckItem) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, i)
}

func (i *FollowCheckItem) result() restimpl.Result {
	return restimpl.Result{Account: i.ToAccount, Code: i.ResultCode, Info: i.ResultInfo}
}

// FollowCheckRequest is a request to check a user and accounts.
type FollowCheckRequest struct {
	// FromAccount is the UserID of the user, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// ToAccount holds the UserIDs of the accounts to check, at most 100, each of 1 to 32 bytes.
	ToAccount []string `json:"To_Account"`
}

// FollowCheckResponse is a response with the relation of the user to each account.
type FollowCheckResponse struct {
	// ResultItem holds a result for each account, in the order of the request.
	ResultItem []FollowCheckItem `json:"ResultItem"`

	// ActionStatus is the status of a success, OK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own description of the outcome, usually empty.
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the description of the outcome for an end user, usually empty. If it is absent, it counts as
	// empty.
	ErrorDisplay string `json:"ErrorDisplay"`

	missing []string // the accounts that were requested and are not in the response
}

// Envelope implements [rest.Response].
func (r *FollowCheckResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		ErrorDisplay: &r.ErrorDisplay,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing, or ResultItem of a success.
func (r *FollowCheckResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields FollowCheckResponse
	if err := restimpl.ReadResponse(decoder, r, (*Fields)(r)); err != nil {
		return err
	}
	return restimpl.RequireContents(r, r.ResultItem != nil, "ResultItem")
}

// UnmarshalJSON does the same for encoding/json.
func (r *FollowCheckResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// FollowDeleteRequest is a request to unfollow accounts.
type FollowDeleteRequest struct {
	// FromAccount is the UserID of the user who is no longer to follow the accounts, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// ToAccount holds the UserIDs of the accounts, at most 20, each of 1 to 32 bytes.
	ToAccount []string `json:"To_Account"`
}

// FollowDeleteResponse is a response with a result for each account.
type FollowDeleteResponse struct {
	// ResultItem holds a result for each account, in the order of the request.
	ResultItem []ResultItem `json:"ResultItem"`

	// ActionStatus is the status of a success, OK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own description of the outcome, usually empty.
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the description of the outcome for an end user, usually empty. If it is absent, it counts as
	// empty.
	ErrorDisplay string `json:"ErrorDisplay"`

	missing []string // the accounts that were requested and are not in the response
}

// Envelope implements [rest.Response].
func (r *FollowDeleteResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		ErrorDisplay: &r.ErrorDisplay,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing, or ResultItem of a success.
func (r *FollowDeleteResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields FollowDeleteResponse
	if err := restimpl.ReadResponse(decoder, r, (*Fields)(r)); err != nil {
		return err
	}
	return restimpl.RequireContents(r, r.ResultItem != nil, "ResultItem")
}

// UnmarshalJSON does the same for encoding/json.
func (r *FollowDeleteResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// FollowGetInfoRequest is a request for the numbers of followers of accounts.
type FollowGetInfoRequest struct {
	// FromAccount is the UserID of the user who asks, 1 to 32 bytes. To_Account may have it, too.
	FromAccount string `json:"From_Account"`

	// ToAccount holds the UserIDs of the accounts, at most 20, each of 1 to 32 bytes.
	ToAccount []string `json:"To_Account"`
}

// FollowGetInfoResponse is a response with the numbers of followers of each account.
type FollowGetInfoResponse struct {
	// FollowInfo holds a result for each account, in the order of the request.
	FollowInfo []FollowInfo `json:"FollowInfo"`

	// ActionStatus is the status of a success, OK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own description of the outcome, usually empty.
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the description of the outcome for an end user, usually empty. If it is absent, it counts as
	// empty.
	ErrorDisplay string `json:"ErrorDisplay"`

	missing []string // the accounts that were requested and are not in the response
}

// Envelope implements [rest.Response].
func (r *FollowGetInfoResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		ErrorDisplay: &r.ErrorDisplay,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing, or FollowInfo of a success.
func (r *FollowGetInfoResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields FollowGetInfoResponse
	if err := restimpl.ReadResponse(decoder, r, (*Fields)(r)); err != nil {
		return err
	}
	return restimpl.RequireContents(r, r.FollowInfo != nil, "FollowInfo")
}

// UnmarshalJSON does the same for encoding/json.
func (r *FollowGetInfoResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// FollowGetItem is a follower or a followed account.
type FollowGetItem struct {
	// ToAccount is the UserID of the account.
	ToAccount string `json:"To_Account"`

	// FollowTime is the time at which the following began, in Unix seconds.
	FollowTime int64 `json:"FollowTime"`

	// ProfileItem holds the profile of the account. Our interpretation: tags without a value are missing.
	ProfileItem []ProfileItem `json:"ProfileItem,omitzero"`

	// ProfileSequence is the sequence of the profile, from 0 up. The service spells its name in lower case. No page
	// says what it counts; our interpretation: it grows when the profile changes, and 0 counts as absent.
	ProfileSequence int64 `json:"profile_sequence,omitzero"`
}

// FollowGetRequest is a request for a page of followers or followed accounts.
type FollowGetRequest struct {
	// FromAccount is the UserID of the user whose list is pulled, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// FollowType is the list to pull.
	FollowType FollowListType `json:"FollowType"`

	// StartCursor is the place at which the page starts: an empty string for the first page, then the NextCursor of the
	// previous page.
	StartCursor string `json:"StartCursor"`

	// WantNum is the number of accounts that the page may hold, 1 to 1000. If it is absent, it counts as 100.
	WantNum int64 `json:"WantNum,omitzero"`
}

// FollowGetResponse is a page of followers or followed accounts.
type FollowGetResponse struct {
	// FollowItem holds the accounts on this page. Our interpretation: the array may be absent if there are none.
	FollowItem []FollowGetItem `json:"FollowItem,omitzero"`

	// NextCursor is the StartCursor of the next page, and an empty string on the final page. Our interpretation: if it
	// is absent, the page is the final one, too.
	NextCursor string `json:"NextCursor"`

	// ActionStatus is the status of a success, OK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own description of the outcome, usually empty.
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the description of the outcome for an end user, usually empty. If it is absent, it counts as
	// empty.
	ErrorDisplay string `json:"ErrorDisplay"`
}

// Envelope implements [rest.Response].
func (r *FollowGetResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		ErrorDisplay: &r.ErrorDisplay,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing.
func (r *FollowGetResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields FollowGetResponse
	return restimpl.ReadResponse(decoder, r, (*Fields)(r))
}

// UnmarshalJSON does the same for encoding/json.
func (r *FollowGetResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// FollowInfo is the numbers of followers of one account. They are meaningless if ResultCode is not 0. Our
// interpretation: they may then be absent.
type FollowInfo struct {
	// ToAccount is the UserID of the account to which the result belongs.
	ToAccount string `json:"To_Account"`

	// ResultCode is the outcome for this account, 0 if the command succeeded, or the number of an error.
	ResultCode ErrorCode `json:"ResultCode"`

	// ResultInfo is the reason why the command failed for this account, and an empty string if it succeeded.
	ResultInfo string `json:"ResultInfo"`

	// FollowerCount is the number of accounts that follow the account, from 0 up.
	FollowerCount int64 `json:"FollowerCount,omitzero"`

	// FollowingCount is the number of accounts that the account follows, from 0 up.
	FollowingCount int64 `json:"FollowingCount,omitzero"`

	// MutualFollowingCount is the number of accounts that follow the account and that it follows, from 0 up.
	MutualFollowingCount int64 `json:"MutualFollowingCount,omitzero"`
}

// UnmarshalJSONFrom reads a result. It returns an error if ResultCode is missing.
func (i *FollowInfo) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields FollowInfo
	return restimpl.ReadResult(decoder, (*Fields)(i), &i.ResultCode, "ResultCode")
}

// UnmarshalJSON does the same for encoding/json.
func (i *FollowInfo) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, i)
}

func (i *FollowInfo) result() restimpl.Result {
	return restimpl.Result{Account: i.ToAccount, Code: i.ResultCode, Info: i.ResultInfo}
}

// FollowListType is a list of accounts.
type FollowListType int64

// The values of [FollowListType] that the vendor documents.
const (
	// FollowListTypeFollowers lists the accounts that follow the user.
	FollowListTypeFollowers FollowListType = 1
	// FollowListTypeFollowing lists the accounts that the user follows.
	FollowListTypeFollowing FollowListType = 2
	// FollowListTypeMutual lists the accounts that follow the user and that the user follows.
	FollowListTypeMutual FollowListType = 3
)

// FollowRelation is the relation between the From_Account of a request and an account that was checked.
type FollowRelation int64

// The values of [FollowRelation] that the vendor documents.
const (
	// FollowRelationNone means that neither follows the other.
	FollowRelationNone FollowRelation = 0
	// FollowRelationFollower means that the account follows From_Account, which does not follow it.
	FollowRelationFollower FollowRelation = 1
	// FollowRelationFollowing means that From_Account follows the account, which does not follow it.
	FollowRelationFollowing FollowRelation = 2
	// FollowRelationMutual means that each follows the other.
	FollowRelationMutual FollowRelation = 3
)

// ProfileItem is a tag of a profile, with its value.
type ProfileItem struct {
	// Tag is the name of the tag.
	Tag ProfileTag `json:"Tag"`

	// Value is the value of the tag.
	Value ProfileValue `json:"Value"`
}

// ProfileTag is the name of a piece of a profile. Besides the names below, there are those of the app's own tags
// (Tag_Profile_Custom_ followed by 1 to 8 letters), whose values are strings of at most 500 bytes. The vendor's
// console sets which tags can be read and written.
type ProfileTag string

// The values of [ProfileTag] that the vendor documents.
const (
	// ProfileTagNick holds the nickname: a string of at most 500 bytes.
	ProfileTagNick ProfileTag = "Tag_Profile_IM_Nick"
	// ProfileTagGender holds the gender: Gender_Type_Unknown, Gender_Type_Female or Gender_Type_Male.
	ProfileTagGender ProfileTag = "Tag_Profile_IM_Gender"
	// ProfileTagBirthday holds the date of birth: an integer of 32 bits. The vendor advises the digits of the date,
	// such as 20190419.
	ProfileTagBirthday ProfileTag = "Tag_Profile_IM_BirthDay"
	// ProfileTagLocation holds the place: a string of at most 16 bytes, by advice four integers: country, state, city
	// and district.
	ProfileTagLocation ProfileTag = "Tag_Profile_IM_Location"
	// ProfileTagSelfSignature holds the user's words about themselves: a string of at most 500 bytes.
	ProfileTagSelfSignature ProfileTag = "Tag_Profile_IM_SelfSignature"
	// ProfileTagAllowType holds who can add the user: AllowType_Type_NeedConfirm, AllowType_Type_AllowAny or
	// AllowType_Type_DenyAny.
	ProfileTagAllowType ProfileTag = "Tag_Profile_IM_AllowType"
	// ProfileTagLanguage holds the language: an integer of 32 bits, whose meaning is the app's.
	ProfileTagLanguage ProfileTag = "Tag_Profile_IM_Language"
	// ProfileTagImage holds the URL of the avatar: a string of at most 500 bytes.
	ProfileTagImage ProfileTag = "Tag_Profile_IM_Image"
	// ProfileTagAdminForbidType holds a ban on friend requests by the user: AdminForbid_Type_None, the default, or
	// AdminForbid_Type_SendOut.
	ProfileTagAdminForbidType ProfileTag = "Tag_Profile_IM_AdminForbidType"
	// ProfileTagLevel holds the level: an integer of 32 bits, whose meaning is the app's.
	ProfileTagLevel ProfileTag = "Tag_Profile_IM_Level"
	// ProfileTagRole holds the role: an integer of 32 bits, whose meaning is the app's.
	ProfileTagRole ProfileTag = "Tag_Profile_IM_Role"
)

// ProfileValue is the value of a tag of a profile: a string or an integer, depending on the tag.
//
// Read it with its methods Text and Integer, which report whether they fit.
type ProfileValue = rest.Value

// ResultItem is the result of a command for one account.
type ResultItem struct {
	// ToAccount is the UserID of the account to which the result belongs.
	ToAccount string `json:"To_Account"`

	// ResultCode is the outcome for this account, 0 if the command succeeded, or the number of an error.
	ResultCode ErrorCode `json:"ResultCode"`

	// ResultInfo is the reason why the command failed for this account, and an empty string if it succeeded.
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
