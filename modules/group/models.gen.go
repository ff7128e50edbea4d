// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

package group

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

// ApplyJoinOption is the setting of a group on applications to join.
type ApplyJoinOption string

// The values of [ApplyJoinOption] that the vendor documents.
const (
	// ApplyJoinOptionFree means that anyone may join.
	ApplyJoinOptionFree ApplyJoinOption = "FreeAccess"
	// ApplyJoinOptionNeedPermission means that the owner or an administrator has to agree.
	ApplyJoinOptionNeedPermission ApplyJoinOption = "NeedPermission"
	// ApplyJoinOptionDisabled means that nobody may apply.
	ApplyJoinOptionDisabled ApplyJoinOption = "DisableApply"
)

// CustomField is a custom field of a group or of a member.
type CustomField struct {
	// Key is the key of the field.
	Key string `json:"Key"`

	// Value is the value of the field. It may be binary.
	Value string `json:"Value"`
}

// ErrorResponse is the response to a command that failed.
//
// Methods return it as a *[rest.Error].
type ErrorResponse struct {
	// ActionStatus is the status of a failure, FAIL.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the number of the error, never 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own description of the error, meant for developers. It may be missing.
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

// Field is the name of a field of a group. The service may have others.
type Field string

// The values of [Field] that the vendor documents.
const (
	// FieldGroupID names the ID.
	FieldGroupID Field = "GroupId"
	// FieldType names the type.
	FieldType Field = "Type"
	// FieldName names the name.
	FieldName Field = "Name"
	// FieldIntroduction names the introduction.
	FieldIntroduction Field = "Introduction"
	// FieldNotification names the notification.
	FieldNotification Field = "Notification"
	// FieldFaceURL names the URL of the avatar.
	FieldFaceURL Field = "FaceUrl"
	// FieldOwner names the owner.
	FieldOwner Field = "Owner_Account"
	// FieldCreateTime names the time of creation.
	FieldCreateTime Field = "CreateTime"
	// FieldInfoSeq names the sequence of the details.
	FieldInfoSeq Field = "InfoSeq"
	// FieldLastInfoTime names the time of the last change of the details.
	FieldLastInfoTime Field = "LastInfoTime"
	// FieldLastMsgTime names the time of the last message.
	FieldLastMsgTime Field = "LastMsgTime"
	// FieldNextMsgSeq names the sequence of the next message.
	FieldNextMsgSeq Field = "NextMsgSeq"
	// FieldMemberNum names the number of members.
	FieldMemberNum Field = "MemberNum"
	// FieldMaxMemberNum names the limit of members.
	FieldMaxMemberNum Field = "MaxMemberNum"
	// FieldApplyJoinOption names the setting on applications.
	FieldApplyJoinOption Field = "ApplyJoinOption"
	// FieldInviteJoinOption names the setting on invitations.
	FieldInviteJoinOption Field = "InviteJoinOption"
	// FieldMuteAllMember names the setting that mutes all members.
	FieldMuteAllMember Field = "MuteAllMember"
)

// GetGroupInfoRequest is a request for the details of groups.
type GetGroupInfoRequest struct {
	// GroupIdList holds the IDs of the groups, at most 50.
	GroupIdList []string `json:"GroupIdList"`

	// ResponseFilter is the choice of what to pull. If it is absent, everything is pulled, the members included.
	ResponseFilter *ResponseFilter `json:"ResponseFilter,omitzero"`
}

// GetGroupInfoResponse is a response with the details of each group.
type GetGroupInfoResponse struct {
	// GroupInfo holds the details of each group, in the order of the request.
	GroupInfo []Group `json:"GroupInfo"`

	// ActionStatus is the status of a success, OK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own description of the outcome, usually empty. It may be missing, which means the
	// same.
	ErrorInfo string `json:"ErrorInfo"`

	missing []string // the accounts that were requested and are not in the response
}

// Envelope implements [rest.Response].
func (r *GetGroupInfoResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing, or GroupInfo of a success.
func (r *GetGroupInfoResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields GetGroupInfoResponse
	if err := restimpl.ReadResponse(decoder, r, (*Fields)(r)); err != nil {
		return err
	}
	return restimpl.RequireContents(r, r.GroupInfo != nil, "GroupInfo")
}

// UnmarshalJSON does the same for encoding/json.
func (r *GetGroupInfoResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// GetGroupMemberInfoRequest is a request for a page of the members of a group.
type GetGroupMemberInfoRequest struct {
	// GroupId is the ID of the group.
	GroupId string `json:"GroupId"`

	// MemberInfoFilter holds the fields of members to pull. If the array is absent, all are pulled. Member_Account
	// always is.
	MemberInfoFilter []MemberField `json:"MemberInfoFilter,omitzero"`

	// MemberRoleFilter holds the roles of members to pull. If the array is absent, members of all roles are pulled.
	MemberRoleFilter []Role `json:"MemberRoleFilter,omitzero"`

	// AppDefinedDataFilterGroupMember holds the keys of the custom fields of members to pull. Custom fields have to be
	// set up in the vendor's console. If the array is absent, all are pulled.
	AppDefinedDataFilterGroupMember []string `json:"AppDefinedDataFilter_GroupMember,omitzero"`

	// Limit is the number of members that a page may hold, 1 to 200, of which the vendor advises 100. With Next, at
	// most 100. If it is absent, all members are pulled. The limits are those of the page's prose; its table has 6000,
	// which would often make the response too large, and older pages have 6000 and 10,000.
	Limit int64 `json:"Limit,omitzero"`

	// Offset is the number of members before this page, from 0 up. Communities have Next instead.
	Offset int64 `json:"Offset,omitzero"`

	// Next is the Next of the previous page, or an empty string for the first page of a community. Communities require
	// it, and other groups do not take it.
	Next *string `json:"Next,omitzero"`
}

// GetGroupMemberInfoResponse is a page of the members of a group.
type GetGroupMemberInfoResponse struct {
	// MemberNum is the number of all members of the group, from 0 up, also of those whom MemberRoleFilter leaves out.
	MemberNum int64 `json:"MemberNum"`

	// MemberList holds the members on this page.
	MemberList []Member `json:"MemberList"`

	// Next is the Next of the next page of a community, and an empty string on the final page. It is a number of any
	// size, as a string; it may exceed 2^53.
	Next string `json:"Next"`

	// ActionStatus is the status of a success, OK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own description of the outcome, usually empty. It may be missing, which means the
	// same.
	ErrorInfo string `json:"ErrorInfo"`
}

// Envelope implements [rest.Response].
func (r *GetGroupMemberInfoResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing, or all contents of a success.
func (r *GetGroupMemberInfoResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields GetGroupMemberInfoResponse
	if err := restimpl.ReadResponse(decoder, r, (*Fields)(r)); err != nil {
		return err
	}
	hasContents := r.MemberNum != 0 ||
		r.MemberList != nil
	return restimpl.RequireContents(r, hasContents, "MemberNum")
}

// UnmarshalJSON does the same for encoding/json.
func (r *GetGroupMemberInfoResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// Group holds the details of a group, or the reason why they could not be read. Fields that were not requested are
// absent.
type Group struct {
	// GroupId is the ID of the group. Those that the service assigns begin with @TGS#, and those of communities with
	// @TGS#_. Those that an app chose have at most 48 printable ASCII characters.
	GroupId string `json:"GroupId"`

	// ErrorCode is the outcome for this group, 0 or the number of an error.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own description of the outcome for this group, empty in a success.
	ErrorInfo string `json:"ErrorInfo,omitzero"`

	// Type is the type of the group.
	Type Type `json:"Type,omitzero"`

	// Name is the name of the group.
	Name string `json:"Name,omitzero"`

	// Appid is the number of the app (SDKAppID).
	Appid int64 `json:"Appid,omitzero"`

	// Introduction is the introduction of the group.
	Introduction string `json:"Introduction,omitzero"`

	// Notification is the notification of the group.
	Notification string `json:"Notification,omitzero"`

	// FaceUrl is the URL of the group's avatar.
	FaceUrl string `json:"FaceUrl,omitzero"`

	// OwnerAccount is the UserID of the group's owner.
	OwnerAccount string `json:"Owner_Account,omitzero"`

	// CreateTime is the time at which the group was made, in Unix seconds.
	CreateTime int64 `json:"CreateTime,omitzero"`

	// InfoSeq is the sequence of the group's details, from 0 up.
	InfoSeq int64 `json:"InfoSeq,omitzero"`

	// LastInfoTime is the time of the last change of the group's details, in Unix seconds.
	LastInfoTime int64 `json:"LastInfoTime,omitzero"`

	// LastMsgTime is the time of the last message, in Unix seconds. It is 0 if there is none.
	LastMsgTime int64 `json:"LastMsgTime,omitzero"`

	// NextMsgSeq is the sequence of the next message, from 0 up.
	NextMsgSeq int64 `json:"NextMsgSeq,omitzero"`

	// MemberNum is the number of the group's members, from 0 up.
	MemberNum int64 `json:"MemberNum,omitzero"`

	// MaxMemberNum is the number of members that the group may have, from 0 up.
	MaxMemberNum int64 `json:"MaxMemberNum,omitzero"`

	// ApplyJoinOption is the setting on applications to join.
	ApplyJoinOption ApplyJoinOption `json:"ApplyJoinOption,omitzero"`

	// InviteJoinOption is the setting on invitations to join. Newer services send it.
	InviteJoinOption InviteJoinOption `json:"InviteJoinOption,omitzero"`

	// MuteAllMember is the setting that mutes all members.
	MuteAllMember MuteAllMember `json:"MuteAllMember,omitzero"`

	// ShutUpAllMember is the old name of MuteAllMember, in responses of older services.
	ShutUpAllMember MuteAllMember `json:"ShutUpAllMember,omitzero"`

	// AppDefinedData holds the custom fields of the group.
	AppDefinedData []CustomField `json:"AppDefinedData,omitzero"`

	// MemberList holds the members of the group.
	MemberList []Member `json:"MemberList,omitzero"`
}

// UnmarshalJSONFrom reads a result. It returns an error if ErrorCode is missing.
func (i *Group) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields Group
	return restimpl.ReadResult(decoder, (*Fields)(i), &i.ErrorCode, "ErrorCode")
}

// UnmarshalJSON does the same for encoding/json.
func (i *Group) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, i)
}

func (i *Group) result() restimpl.Result {
	return restimpl.Result{Account: i.GroupId, Code: i.ErrorCode, Info: i.ErrorInfo}
}

// InviteJoinOption is the setting of a group on invitations to join.
type InviteJoinOption string

// The values of [InviteJoinOption] that the vendor documents.
const (
	// InviteJoinOptionFree means that whoever is invited may join.
	InviteJoinOptionFree InviteJoinOption = "FreeAccess"
	// InviteJoinOptionNeedPermission means that the owner or an administrator has to agree.
	InviteJoinOptionNeedPermission InviteJoinOption = "NeedPermission"
	// InviteJoinOptionDisabled means that nobody may be invited.
	InviteJoinOptionDisabled InviteJoinOption = "DisableInvite"
)

// Member is a member of a group. Fields that were not requested are absent.
type Member struct {
	// MemberAccount is the UserID of the member.
	MemberAccount string `json:"Member_Account"`

	// Role is the role of the member.
	Role Role `json:"Role,omitzero"`

	// JoinTime is the time at which the member joined, in Unix seconds.
	JoinTime int64 `json:"JoinTime,omitzero"`

	// MsgSeq is the sequence of the last message that the member has read, from 0 up.
	MsgSeq int64 `json:"MsgSeq,omitzero"`

	// MsgFlag is the setting of the member on notifications.
	MsgFlag MsgFlag `json:"MsgFlag,omitzero"`

	// LastSendMsgTime is the time of the member's last message, in Unix seconds. It is 0 if there is none.
	LastSendMsgTime int64 `json:"LastSendMsgTime,omitzero"`

	// NameCard is the name of the member in the group, at most 50 bytes.
	NameCard string `json:"NameCard,omitzero"`

	// MuteUntil is the time until which the member is muted, in Unix seconds. It is 0 if the member is not muted.
	MuteUntil int64 `json:"MuteUntil,omitzero"`

	// ShutUpUntil is the old name of MuteUntil, in Unix seconds, in responses of older services.
	ShutUpUntil int64 `json:"ShutUpUntil,omitzero"`

	// OnlineStatus is the presence of the member. Newer services send it, and refresh it every 4 minutes in
	// communities.
	OnlineStatus string `json:"OnlineStatus,omitzero"`

	// AppMemberDefinedData holds the custom fields of the member.
	AppMemberDefinedData []CustomField `json:"AppMemberDefinedData,omitzero"`
}

// MemberField is the name of a field of a member. The service may have others.
type MemberField string

// The values of [MemberField] that the vendor documents.
const (
	// MemberFieldAccount names the UserID.
	MemberFieldAccount MemberField = "Member_Account"
	// MemberFieldRole names the role.
	MemberFieldRole MemberField = "Role"
	// MemberFieldJoinTime names the time of joining.
	MemberFieldJoinTime MemberField = "JoinTime"
	// MemberFieldMsgSeq names the sequence of the last message that was read.
	MemberFieldMsgSeq MemberField = "MsgSeq"
	// MemberFieldMsgFlag names the setting on notifications.
	MemberFieldMsgFlag MemberField = "MsgFlag"
	// MemberFieldLastSendMsgTime names the time of the last message that the member sent.
	MemberFieldLastSendMsgTime MemberField = "LastSendMsgTime"
	// MemberFieldMuteUntil names the end of the time for which the member is muted.
	MemberFieldMuteUntil MemberField = "MuteUntil"
	// MemberFieldNameCard names the name in the group.
	MemberFieldNameCard MemberField = "NameCard"
)

// MsgFlag is the setting of a member on notifications of the group's messages.
type MsgFlag string

// The values of [MsgFlag] that the vendor documents.
const (
	// MsgFlagAcceptAndNotify means that the member gets messages and notifications.
	MsgFlagAcceptAndNotify MsgFlag = "AcceptAndNotify"
	// MsgFlagAcceptNotNotify means that the member gets messages without notifications.
	MsgFlagAcceptNotNotify MsgFlag = "AcceptNotNotify"
	// MsgFlagDiscard means that the member gets no messages.
	MsgFlagDiscard MsgFlag = "Discard"
)

// MuteAllMember is the setting of a group that mutes all members.
type MuteAllMember string

// The values of [MuteAllMember] that the vendor documents.
const (
	// MuteAllMemberOn means that all members are muted.
	MuteAllMemberOn MuteAllMember = "On"
	// MuteAllMemberOff means that members may send messages.
	MuteAllMemberOff MuteAllMember = "Off"
)

// ResponseFilter is a choice of the fields of groups and of their members.
type ResponseFilter struct {
	// GroupBaseInfoFilter holds the fields of groups to pull.
	GroupBaseInfoFilter []Field `json:"GroupBaseInfoFilter,omitzero"`

	// MemberInfoFilter holds the fields of members to pull.
	MemberInfoFilter []MemberField `json:"MemberInfoFilter,omitzero"`

	// AppDefinedDataFilterGroup holds the keys of the custom fields of groups to pull. Custom fields have to be set up
	// in the vendor's console.
	AppDefinedDataFilterGroup []string `json:"AppDefinedDataFilter_Group,omitzero"`

	// AppDefinedDataFilterGroupMember holds the keys of the custom fields of members to pull. Custom fields have to be
	// set up in the vendor's console.
	AppDefinedDataFilterGroupMember []string `json:"AppDefinedDataFilter_GroupMember,omitzero"`
}

// Role is the role of a member.
type Role string

// The values of [Role] that the vendor documents.
const (
	// RoleOwner means the owner of the group.
	RoleOwner Role = "Owner"
	// RoleAdmin means an administrator of the group.
	RoleAdmin Role = "Admin"
	// RoleMember means an ordinary member.
	RoleMember Role = "Member"
)

// Type is the type of a group. Our interpretation: the service may use the newer names Work and Meeting for Private
// and ChatRoom.
type Type string

// The values of [Type] that the vendor documents.
const (
	// TypePublic means a public group.
	TypePublic Type = "Public"
	// TypePrivate means a private group, which newer pages call a work group.
	TypePrivate Type = "Private"
	// TypeWork means a private group, by its newer name.
	TypeWork Type = "Work"
	// TypeChatRoom means a chat room, which newer pages call a meeting.
	TypeChatRoom Type = "ChatRoom"
	// TypeMeeting means a chat room, by its newer name.
	TypeMeeting Type = "Meeting"
	// TypeAVChatRoom means an audio-video chat room.
	TypeAVChatRoom Type = "AVChatRoom"
	// TypeCommunity means a community.
	TypeCommunity Type = "Community"
	// TypeBChatRoom means a broadcasting chat room, which older apps have.
	TypeBChatRoom Type = "BChatRoom"
)
