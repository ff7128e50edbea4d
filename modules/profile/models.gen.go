// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

package profile

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

// PortraitGetRequest is a request for tags of profiles.
type PortraitGetRequest struct {
	// ToAccount holds the UserIDs of the accounts, at most 100, each of 1 to 32 bytes.
	ToAccount []string `json:"To_Account"`

	// TagList holds the names of the tags to pull, of letters, digits and underscores.
	TagList []ProfileTag `json:"TagList"`
}

// PortraitGetResponse is a response with the tags of each account.
type PortraitGetResponse struct {
	// UserProfileItem holds a result for each account, in the order of the request.
	UserProfileItem []UserProfileItem `json:"UserProfileItem"`

	// FailAccount holds the UserIDs of the accounts for which the command failed. The array is absent if there are
	// none.
	FailAccount []string `json:"Fail_Account,omitzero"`

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
func (r *PortraitGetResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		ErrorDisplay: &r.ErrorDisplay,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing, or UserProfileItem of a success.
func (r *PortraitGetResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields PortraitGetResponse
	if err := restimpl.ReadResponse(decoder, r, (*Fields)(r)); err != nil {
		return err
	}
	return restimpl.RequireContents(r, r.UserProfileItem != nil, "UserProfileItem")
}

// UnmarshalJSON does the same for encoding/json.
func (r *PortraitGetResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// PortraitSetItem is a tag of a profile to set.
type PortraitSetItem struct {
	// Tag is the name of the tag: one of the vendor's, which start with Tag_Profile_IM_, or one of the app's own,
	// Tag_Profile_Custom_ followed by 1 to 8 letters.
	Tag ProfileTag `json:"Tag"`

	// Value is the new value: a string of at most 500 bytes or an integer, depending on the tag. The app's own tags
	// take no integers.
	Value PortraitSetValue `json:"Value"`
}

// PortraitSetRequest is a request to set tags of a profile.
type PortraitSetRequest struct {
	// FromAccount is the UserID of the user whose profile is set, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// ProfileItem holds the tags to set. Their number is not limited.
	ProfileItem []PortraitSetItem `json:"ProfileItem"`
}

// PortraitSetResponse is a response that confirms that the tags were set.
type PortraitSetResponse struct {
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
func (r *PortraitSetResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		ErrorDisplay: &r.ErrorDisplay,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing.
func (r *PortraitSetResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields PortraitSetResponse
	return restimpl.ReadResponse(decoder, r, (*Fields)(r))
}

// UnmarshalJSON does the same for encoding/json.
func (r *PortraitSetResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// PortraitSetValue is the value of a tag to set: a string of at most 500 bytes or an integer.
//
// Make one with [rest.StringValue] or [rest.IntegerValue].
type PortraitSetValue = rest.Value

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

// UserProfileItem is the tags of one account.
type UserProfileItem struct {
	// ToAccount is the UserID of the account.
	ToAccount string `json:"To_Account"`

	// ProfileItem holds the tags of the account. The array is absent if ResultCode is not 0. Our interpretation: tags
	// without a value may be missing.
	ProfileItem []ProfileItem `json:"ProfileItem,omitzero"`

	// ResultCode is the outcome for this account, 0 if the command succeeded, or the number of an error.
	ResultCode ErrorCode `json:"ResultCode"`

	// ResultInfo is the vendor's symbol for the error, such as Err_Profile_PortraitGet_Read_Custom_Data_Fail, and an
	// empty string if the command succeeded.
	ResultInfo string `json:"ResultInfo"`
}

// UnmarshalJSONFrom reads a result. It returns an error if ResultCode is missing.
func (i *UserProfileItem) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields UserProfileItem
	return restimpl.ReadResult(decoder, (*Fields)(i), &i.ResultCode, "ResultCode")
}

// UnmarshalJSON does the same for encoding/json.
func (i *UserProfileItem) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, i)
}

func (i *UserProfileItem) result() restimpl.Result {
	return restimpl.Result{Account: i.ToAccount, Code: i.ResultCode, Info: i.ResultInfo}
}
