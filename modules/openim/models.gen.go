// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

package openim

import (
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/rest/restimpl"
)

// ActionStatus is the outcome of a command: success, success in part, or failure.
type ActionStatus string

// The values of [ActionStatus] that the vendor documents.
const (
	// ActionStatusOK means that the command succeeded.
	ActionStatusOK ActionStatus = "OK"
	// ActionStatusSomeError means that some of the receivers of a batch got the message and some did not.
	ActionStatusSomeError ActionStatus = "SomeError"
	// ActionStatusFail means that the command failed.
	ActionStatusFail ActionStatus = "FAIL"
)

// AndroidInfo holds the settings of notifications for Android. Some are for one maker's devices.
type AndroidInfo struct {
	// Sound is the name of the notification's sound.
	Sound string `json:"Sound,omitzero"`

	// HuaWeiChannelID is the channel of notifications on Huawei devices.
	HuaWeiChannelID string `json:"HuaWeiChannelID,omitzero"`

	// XiaoMiChannelID is the channel of notifications on Xiaomi devices.
	XiaoMiChannelID string `json:"XiaoMiChannelID,omitzero"`

	// OPPOChannelID is the channel of notifications on OPPO devices.
	OPPOChannelID string `json:"OPPOChannelID,omitzero"`

	// GoogleChannelID is the channel of notifications on devices with Google's services.
	GoogleChannelID string `json:"GoogleChannelID,omitzero"`

	// VIVOClassification is the class of the notification on vivo devices. If it is absent, that is 1.
	VIVOClassification *VIVOClassification `json:"VIVOClassification,omitzero"`

	// HuaWeiImportance is the importance of the notification on Huawei devices. If it is absent, that is NORMAL.
	HuaWeiImportance PushImportance `json:"HuaWeiImportance,omitzero"`

	// HuaWeiCategory is the category of the notification on Huawei devices.
	HuaWeiCategory string `json:"HuaWeiCategory,omitzero"`

	// ExtAsHuaweiIntentParam is the way in which client programs on Huawei devices get Ext.
	ExtAsHuaweiIntentParam ExtAsHuaweiIntentParam `json:"ExtAsHuaweiIntentParam,omitzero"`

	// VIVOCategory is the category of the notification on vivo devices. Newer services take it.
	VIVOCategory string `json:"VIVOCategory,omitzero"`

	// HuaWeiImage is the image of the notification on Huawei devices. Newer services take it.
	HuaWeiImage string `json:"HuaWeiImage,omitzero"`

	// HonorImage is the image of the notification on Honor devices. Newer services take it.
	HonorImage string `json:"HonorImage,omitzero"`

	// HonorImportance is the importance of the notification on Honor devices. Newer services take it.
	HonorImportance PushImportance `json:"HonorImportance,omitzero"`

	// GoogleImage is the image of the notification on devices with Google's services. Newer services take it.
	GoogleImage string `json:"GoogleImage,omitzero"`
}

// ApnsInfo holds the settings of notifications for Apple's systems.
type ApnsInfo struct {
	// Sound is the name of the notification's sound.
	Sound string `json:"Sound,omitzero"`

	// BadgeMode controls whether the message counts for the number on the app's icon.
	BadgeMode BadgeMode `json:"BadgeMode,omitzero"`

	// Title is the title of the notification, in place of the one outside.
	Title string `json:"Title,omitzero"`

	// SubTitle is the subtitle of the notification.
	SubTitle string `json:"SubTitle,omitzero"`

	// Image is the URL of the notification's image.
	Image string `json:"Image,omitzero"`

	// MutableContent controls whether extensions of the app may change the notification.
	MutableContent Flag `json:"MutableContent,omitzero"`

	// InterruptionLevel is the urgency of the notification. Newer services take it.
	InterruptionLevel InterruptionLevel `json:"InterruptionLevel,omitzero"`
}

// BadgeMode controls whether a message counts for the number on the app's icon.
type BadgeMode int64

// The values of [BadgeMode] that the vendor documents.
const (
	// BadgeModeCount counts the message.
	BadgeModeCount BadgeMode = 0
	// BadgeModeIgnore leaves the message out.
	BadgeModeIgnore BadgeMode = 1
)

// BatchsendmsgRequest is a message to several users.
type BatchsendmsgRequest struct {
	// SyncOtherMachine controls whether the sender's own client programs get the message. If it is absent, they only
	// get it by roaming.
	SyncOtherMachine SyncOtherMachine `json:"SyncOtherMachine,omitzero"`

	// FromAccount is the UserID of the sender, 1 to 32 bytes. If it is absent, the administrator who makes the call is
	// the sender.
	FromAccount string `json:"From_Account,omitzero"`

	// ToAccount holds the UserIDs of the receivers, at most 500, each of 1 to 32 bytes.
	ToAccount []string `json:"To_Account"`

	// OnlineOnlyFlag controls whether the message is for users who are online, and not stored for others. It is the
	// newer way to say what MsgLifeTime 0 says.
	OnlineOnlyFlag Flag `json:"OnlineOnlyFlag,omitzero"`

	// MsgLifeTime is the number of seconds for which the message is kept for users who are offline, 0 to 604800 (7
	// days). If it is absent, that is 604800. With 0, only users who are online get it, for which newer pages have
	// OnlineOnlyFlag; one page adds that the message is then not stored for roaming. More than 604800 counts as 604800,
	// according to the pages of the commands, but there is a code that refuses it, 90026.
	MsgLifeTime *int64 `json:"MsgLifeTime,omitzero"`

	// MsgSeq is the sequence of the message, from 0 to 4294967295. Client programs sort the messages of one second by
	// it, and it is part of what identifies a message. If it is absent, the service draws a random one. Our
	// interpretation: 0 counts as absent.
	MsgSeq int64 `json:"MsgSeq,omitzero"`

	// MsgRandom is the random number of the message, from 0 to 4294967295. It is part of what identifies a message:
	// draw a new one for each message, and keep it when you repeat a call.
	MsgRandom int64 `json:"MsgRandom"`

	// SendMsgControl holds the exceptions for this message: what it does not count for, and whether it respects that a
	// receiver muted notifications.
	SendMsgControl []SendMsgControl `json:"SendMsgControl,omitzero"`

	// MsgBody holds the elements of the message. Several elements form one message. At most one of them may be a custom
	// element.
	MsgBody []MsgElement `json:"MsgBody"`

	// CloudCustomData is the app's own data, stored and delivered with the message.
	CloudCustomData string `json:"CloudCustomData,omitzero"`

	// OfflinePushInfo holds the settings of notifications for users who are offline. If it is present, those in a
	// custom element are ignored.
	OfflinePushInfo *OfflinePushInfo `json:"OfflinePushInfo,omitzero"`

	// IsNeedReadReceipt controls whether the receiver's client program sends a receipt when the message has been read.
	IsNeedReadReceipt Flag `json:"IsNeedReadReceipt,omitzero"`
}

// BatchsendmsgResponse is the key of a message that at least one user got, and the accounts that did not get it.
type BatchsendmsgResponse struct {
	// MsgTime is the time at which the service took the message, in Unix seconds.
	MsgTime int64 `json:"MsgTime,omitzero"`

	// MsgKey is the key of the message, at most 50 characters, with which it can be recalled. It is opaque.
	MsgKey string `json:"MsgKey,omitzero"`

	// MsgId is the identifier that the message has in client programs. Older services do not send it.
	MsgId string `json:"MsgId,omitzero"`

	// ErrorList holds the accounts that did not get the message. If everyone got it, the array is empty, as the table
	// of the vendor's page says, or absent, as in its sample.
	ErrorList []ErrorListItem `json:"ErrorList,omitzero"`

	// ActionStatus is the status of a success, OK, or that of a success in part, SomeError.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own description of the outcome, usually empty. It may be missing, which means the
	// same.
	ErrorInfo string `json:"ErrorInfo"`

	requested int // how many accounts were requested
}

// Envelope implements [rest.Response].
func (r *BatchsendmsgResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		Success:      []string{"OK", "SomeError"},
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing.
func (r *BatchsendmsgResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields BatchsendmsgResponse
	return restimpl.ReadResponse(decoder, r, (*Fields)(r))
}

// UnmarshalJSON does the same for encoding/json.
func (r *BatchsendmsgResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// CustomContent is the content of a custom element. A message of nothing but a custom element leads to a
// notification only if Desc is set here or in OfflinePushInfo.
type CustomContent struct {
	// Data is the app's data.
	Data string `json:"Data"`

	// Desc is the text of the notification for users who are offline.
	Desc string `json:"Desc,omitzero"`

	// Ext is the data that client programs get with the notification.
	Ext string `json:"Ext,omitzero"`

	// Sound is the name of the notification's sound, for Apple's systems.
	Sound string `json:"Sound,omitzero"`
}

// CustomElement is an element that only the app understands. A message may have one of them.
type CustomElement struct {
	// MsgContent is the content of the element.
	MsgContent CustomContent `json:"MsgContent"`
}

// DownloadFlag is the way in which receivers fetch the content of an element.
type DownloadFlag int64

// The values of [DownloadFlag] that the vendor documents.
const (
	// DownloadFlagURL makes receivers fetch the content from its URL.
	DownloadFlagURL DownloadFlag = 2
)

// ErrorListItem is an account that did not get a message.
type ErrorListItem struct {
	// ToAccount is the UserID of the account.
	ToAccount string `json:"To_Account"`

	// ErrorCode is the number of the error, such as 70107 for an account that does not exist.
	ErrorCode ErrorCode `json:"ErrorCode"`
}

// UnmarshalJSONFrom reads a result. It returns an error if ErrorCode is missing.
func (i *ErrorListItem) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields ErrorListItem
	return restimpl.ReadResult(decoder, (*Fields)(i), &i.ErrorCode, "ErrorCode")
}

// UnmarshalJSON does the same for encoding/json.
func (i *ErrorListItem) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, i)
}

func (i *ErrorListItem) result() restimpl.Result {
	return restimpl.Result{Account: i.ToAccount, Code: i.ErrorCode}
}

// ErrorResponse is the response to a command that failed. After Batchsendmsg, it means that nobody got the message.
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

// ExtAsHuaweiIntentParam is the way in which client programs on Huawei devices get Ext.
type ExtAsHuaweiIntentParam int64

// The values of [ExtAsHuaweiIntentParam] that the vendor documents.
const (
	// HuaweiExtAsAction passes it as the Action of the click.
	HuaweiExtAsAction ExtAsHuaweiIntentParam = 0
	// HuaweiExtAsIntent passes it as the Intent of the click.
	HuaweiExtAsIntent ExtAsHuaweiIntentParam = 1
)

// FaceContent is the content of an emoticon. The app gives the values their meaning.
type FaceContent struct {
	// Index is the index of the emoticon.
	Index int64 `json:"Index"`

	// Data is the app's data about the emoticon.
	Data string `json:"Data,omitzero"`
}

// FaceElement is an element that is an emoticon.
type FaceElement struct {
	// MsgContent is the content of the element.
	MsgContent FaceContent `json:"MsgContent"`
}

// FileContent is the content of a file.
type FileContent struct {
	// Url is the URL from which receivers fetch the content. Always set it. Old client programs do not.
	Url string `json:"Url,omitzero"`

	// UUID is the globally unique name of the content, usually the MD5 checksum of the file.
	UUID string `json:"UUID"`

	// FileSize is the size of the file in bytes, from 0 up.
	FileSize int64 `json:"FileSize,omitzero"`

	// FileName is the name of the file.
	FileName string `json:"FileName,omitzero"`

	// DownloadFlag is the way in which receivers fetch the content, always 2. Always set it. Old client programs do
	// not.
	DownloadFlag DownloadFlag `json:"Download_Flag,omitzero"`
}

// FileElement is an element that is a file.
type FileElement struct {
	// MsgContent is the content of the element.
	MsgContent FileContent `json:"MsgContent"`
}

// Flag is a choice between no and yes.
type Flag int64

// The values of [Flag] that the vendor documents.
const (
	// FlagOff means no.
	FlagOff Flag = 0
	// FlagOn means yes.
	FlagOn Flag = 1
)

// ForbidCallbackControl is a webhook that the service does not call.
type ForbidCallbackControl string

// The values of [ForbidCallbackControl] that the vendor documents.
const (
	// ForbidCallbackBeforeSend skips the webhook that may refuse the message before it is sent.
	ForbidCallbackBeforeSend ForbidCallbackControl = "ForbidBeforeSendMsgCallback"
	// ForbidCallbackAfterSend skips the webhook that is notified after the message was sent.
	ForbidCallbackAfterSend ForbidCallbackControl = "ForbidAfterSendMsgCallback"
)

// ImageContent is the content of an image.
type ImageContent struct {
	// UUID is the globally unique name of the content, usually the MD5 checksum of the file.
	UUID string `json:"UUID"`

	// ImageFormat is the format of the image.
	ImageFormat ImageFormat `json:"ImageFormat,omitzero"`

	// ImageInfoArray holds the image in several sizes.
	ImageInfoArray []ImageInfo `json:"ImageInfoArray,omitzero"`
}

// ImageElement is an element that is an image.
type ImageElement struct {
	// MsgContent is the content of the element.
	MsgContent ImageContent `json:"MsgContent"`
}

// ImageFormat is the format of an image.
type ImageFormat int64

// The values of [ImageFormat] that the vendor documents.
const (
	// ImageFormatJPG means JPG.
	ImageFormatJPG ImageFormat = 1
	// ImageFormatGIF means GIF.
	ImageFormatGIF ImageFormat = 2
	// ImageFormatPNG means PNG.
	ImageFormatPNG ImageFormat = 3
	// ImageFormatBMP means BMP.
	ImageFormatBMP ImageFormat = 4
	// ImageFormatOther means any other format.
	ImageFormatOther ImageFormat = 255
)

// ImageInfo is an image in one size. Always set Width, Height and URL, as the prose of the vendor's page demands;
// its SDK demands nothing.
type ImageInfo struct {
	// Type is the size of the image among those of the element.
	Type ImageType `json:"Type,omitzero"`

	// Size is the size of the file in bytes, from 0 up.
	Size int64 `json:"Size,omitzero"`

	// Width is the width in pixels, from 0 up. It is 0 in some of the vendor's samples.
	Width int64 `json:"Width,omitzero"`

	// Height is the height in pixels, from 0 up. It is 0 in some of the vendor's samples.
	Height int64 `json:"Height,omitzero"`

	// URL is the URL from which receivers fetch the image.
	URL string `json:"URL,omitzero"`
}

// ImageType is the size of an image among several.
type ImageType int64

// The values of [ImageType] that the vendor documents.
const (
	// ImageTypeOriginal means the original.
	ImageTypeOriginal ImageType = 1
	// ImageTypeLarge means a large image.
	ImageTypeLarge ImageType = 2
	// ImageTypeThumbnail means a thumbnail.
	ImageTypeThumbnail ImageType = 3
)

// InterruptionLevel is the urgency of a notification on Apple's systems.
type InterruptionLevel string

// The values of [InterruptionLevel] that the vendor documents.
const (
	// InterruptionLevelPassive adds the notification to the list without lighting up the screen.
	InterruptionLevelPassive InterruptionLevel = "passive"
	// InterruptionLevelActive shows the notification at once.
	InterruptionLevelActive InterruptionLevel = "active"
	// InterruptionLevelTimeSensitive shows the notification at once, even if the user does not want to be disturbed by
	// most others.
	InterruptionLevelTimeSensitive InterruptionLevel = "time-sensitive"
	// InterruptionLevelCritical shows the notification at once and plays its sound even if the device is muted.
	InterruptionLevelCritical InterruptionLevel = "critical"
)

// LocationContent is the content of a place.
type LocationContent struct {
	// Desc is the description of the place.
	Desc string `json:"Desc,omitzero"`

	// Latitude is the latitude in decimal degrees.
	Latitude float64 `json:"Latitude"`

	// Longitude is the longitude in decimal degrees.
	Longitude float64 `json:"Longitude"`
}

// LocationElement is an element that is a place.
type LocationElement struct {
	// MsgContent is the content of the element.
	MsgContent LocationContent `json:"MsgContent"`
}

// OfflinePushInfo holds the settings of notifications for users who are offline. Desc and Ext together should have
// at most 3 KB; Apple's systems take 4 KB in all.
type OfflinePushInfo struct {
	// PushFlag controls whether there is a notification.
	PushFlag PushFlag `json:"PushFlag,omitzero"`

	// Title is the title of the notification.
	Title string `json:"Title,omitzero"`

	// Desc is the text of the notification, in place of the one made of the message's elements.
	Desc string `json:"Desc,omitzero"`

	// Ext is the data that client programs get with the notification. It should be JSON.
	Ext string `json:"Ext,omitzero"`

	// AndroidInfo holds the settings for Android.
	AndroidInfo *AndroidInfo `json:"AndroidInfo,omitzero"`

	// ApnsInfo holds the settings for Apple's systems.
	ApnsInfo *ApnsInfo `json:"ApnsInfo,omitzero"`
}

// PushFlag controls whether there is a notification.
type PushFlag int64

// The values of [PushFlag] that the vendor documents.
const (
	// PushFlagOn makes the service notify users who are offline.
	PushFlagOn PushFlag = 0
	// PushFlagOff keeps the service from notifying users who are offline.
	PushFlagOff PushFlag = 1
)

// PushImportance is the importance of a notification.
type PushImportance string

// The values of [PushImportance] that the vendor documents.
const (
	// PushImportanceLow means that the notification is of low importance.
	PushImportanceLow PushImportance = "LOW"
	// PushImportanceNormal means that the notification is of normal importance.
	PushImportanceNormal PushImportance = "NORMAL"
)

// SendMsgControl is an exception for a message.
type SendMsgControl string

// The values of [SendMsgControl] that the vendor documents.
const (
	// SendMsgControlNoUnread leaves the message out of the number of unread messages.
	SendMsgControlNoUnread SendMsgControl = "NoUnread"
	// SendMsgControlNoLastMsg leaves the message out of the conversation list, which shows the last message of each
	// conversation.
	SendMsgControlNoLastMsg SendMsgControl = "NoLastMsg"
	// SendMsgControlWithMuteNotifications respects that the receiver muted notifications of this conversation, which is
	// ignored otherwise.
	SendMsgControlWithMuteNotifications SendMsgControl = "WithMuteNotifications"
)

// SendmsgRequest is a message to one user.
type SendmsgRequest struct {
	// SyncOtherMachine controls whether the sender's own client programs get the message. If it is absent, they only
	// get it by roaming.
	SyncOtherMachine SyncOtherMachine `json:"SyncOtherMachine,omitzero"`

	// FromAccount is the UserID of the sender, 1 to 32 bytes. If it is absent, the administrator who makes the call is
	// the sender.
	FromAccount string `json:"From_Account,omitzero"`

	// ToAccount is the UserID of the receiver, 1 to 32 bytes.
	ToAccount string `json:"To_Account"`

	// OnlineOnlyFlag controls whether the message is for users who are online, and not stored for others. It is the
	// newer way to say what MsgLifeTime 0 says.
	OnlineOnlyFlag Flag `json:"OnlineOnlyFlag,omitzero"`

	// MsgLifeTime is the number of seconds for which the message is kept for users who are offline, 0 to 604800 (7
	// days). If it is absent, that is 604800. With 0, only users who are online get it, for which newer pages have
	// OnlineOnlyFlag; one page adds that the message is then not stored for roaming. More than 604800 counts as 604800,
	// according to the pages of the commands, but there is a code that refuses it, 90026.
	MsgLifeTime *int64 `json:"MsgLifeTime,omitzero"`

	// MsgSeq is the sequence of the message, from 0 to 4294967295. Client programs sort the messages of one second by
	// it, and it is part of what identifies a message. If it is absent, the service draws a random one. Our
	// interpretation: 0 counts as absent.
	MsgSeq int64 `json:"MsgSeq,omitzero"`

	// MsgRandom is the random number of the message, from 0 to 4294967295. It is part of what identifies a message:
	// draw a new one for each message, and keep it when you repeat a call.
	MsgRandom int64 `json:"MsgRandom"`

	// MsgTimeStamp is the time of the message, in Unix seconds. Do not set it: since 2023 the vendor's pages no longer
	// have it.
	MsgTimeStamp int64 `json:"MsgTimeStamp,omitzero"`

	// ForbidCallbackControl holds the webhooks that the service does not call for this message.
	ForbidCallbackControl []ForbidCallbackControl `json:"ForbidCallbackControl,omitzero"`

	// SendMsgControl holds the exceptions for this message: what it does not count for, and whether it respects that a
	// receiver muted notifications.
	SendMsgControl []SendMsgControl `json:"SendMsgControl,omitzero"`

	// MsgBody holds the elements of the message. Several elements form one message. At most one of them may be a custom
	// element.
	MsgBody []MsgElement `json:"MsgBody"`

	// CloudCustomData is the app's own data, stored and delivered with the message.
	CloudCustomData string `json:"CloudCustomData,omitzero"`

	// SupportMessageExtension controls whether client programs may attach extensions to the message. Our
	// interpretation: 0 is the default.
	SupportMessageExtension Flag `json:"SupportMessageExtension,omitzero"`

	// OfflinePushInfo holds the settings of notifications for users who are offline. If it is present, those in a
	// custom element are ignored.
	OfflinePushInfo *OfflinePushInfo `json:"OfflinePushInfo,omitzero"`

	// IsNeedReadReceipt controls whether the receiver's client program sends a receipt when the message has been read.
	IsNeedReadReceipt Flag `json:"IsNeedReadReceipt,omitzero"`
}

// SendmsgResponse is the key of a message that was sent.
type SendmsgResponse struct {
	// MsgTime is the time at which the service took the message, in Unix seconds.
	MsgTime int64 `json:"MsgTime,omitzero"`

	// MsgKey is the key of the message, at most 50 characters, with which it can be recalled. It is opaque.
	MsgKey string `json:"MsgKey,omitzero"`

	// MsgId is the identifier that the message has in client programs. Older services do not send it.
	MsgId string `json:"MsgId,omitzero"`

	// ActionStatus is the status of a success, OK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own description of the outcome, usually empty. It may be missing, which means the
	// same.
	ErrorInfo string `json:"ErrorInfo"`
}

// Envelope implements [rest.Response].
func (r *SendmsgResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing.
func (r *SendmsgResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields SendmsgResponse
	return restimpl.ReadResponse(decoder, r, (*Fields)(r))
}

// UnmarshalJSON does the same for encoding/json.
func (r *SendmsgResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// SoundContent is the content of a sound recording.
type SoundContent struct {
	// Url is the URL from which receivers fetch the content. Always set it. Old client programs do not.
	Url string `json:"Url,omitzero"`

	// UUID is the globally unique name of the content, usually the MD5 checksum of the file.
	UUID string `json:"UUID"`

	// Size is the size of the recording in bytes, from 0 up.
	Size int64 `json:"Size,omitzero"`

	// Second is the length of the recording in seconds, from 0 up.
	Second int64 `json:"Second,omitzero"`

	// DownloadFlag is the way in which receivers fetch the content, always 2. Always set it. Old client programs do
	// not.
	DownloadFlag DownloadFlag `json:"Download_Flag,omitzero"`
}

// SoundElement is an element that is a sound recording.
type SoundElement struct {
	// MsgContent is the content of the element.
	MsgContent SoundContent `json:"MsgContent"`
}

// SyncOtherMachine controls whether the sender's own client programs get a message.
type SyncOtherMachine int64

// The values of [SyncOtherMachine] that the vendor documents.
const (
	// SyncOtherMachineYes sends the message to the sender's online client programs, too, and stores it for roaming.
	SyncOtherMachineYes SyncOtherMachine = 1
	// SyncOtherMachineNo keeps the message from the sender's client programs, and from their roaming.
	SyncOtherMachineNo SyncOtherMachine = 2
)

// TextContent is the content of a text.
type TextContent struct {
	// Text is the text.
	Text string `json:"Text"`
}

// TextElement is an element that is a text.
type TextElement struct {
	// MsgContent is the content of the element.
	MsgContent TextContent `json:"MsgContent"`
}

// VIVOClassification is the class of a notification on vivo devices.
type VIVOClassification int64

// The values of [VIVOClassification] that the vendor documents.
const (
	// VIVOClassificationOperation means a notification of the operator, such as an advertisement.
	VIVOClassificationOperation VIVOClassification = 0
	// VIVOClassificationSystem means a notification of the system, such as a message.
	VIVOClassificationSystem VIVOClassification = 1
)

// VideoContent is the content of a video, and of the image that stands for it.
type VideoContent struct {
	// VideoUrl is the URL from which receivers fetch the video. Always set it. Old client programs do not.
	VideoUrl string `json:"VideoUrl,omitzero"`

	// VideoUUID is the globally unique name of the video, usually the MD5 checksum of the file.
	VideoUUID string `json:"VideoUUID"`

	// VideoSize is the size of the video in bytes, from 0 up.
	VideoSize int64 `json:"VideoSize,omitzero"`

	// VideoSecond is the length of the video in seconds, from 0 up. Client programs in browsers send 0.
	VideoSecond int64 `json:"VideoSecond,omitzero"`

	// VideoFormat is the format of the video, such as mp4.
	VideoFormat string `json:"VideoFormat,omitzero"`

	// VideoDownloadFlag is the way in which receivers fetch the content, always 2. Always set it. Old client programs
	// do not.
	VideoDownloadFlag DownloadFlag `json:"VideoDownloadFlag,omitzero"`

	// ThumbUrl is the URL from which receivers fetch the image. Always set it. Old client programs do not.
	ThumbUrl string `json:"ThumbUrl,omitzero"`

	// ThumbUUID is the globally unique name of the image, usually the MD5 checksum of the file.
	ThumbUUID string `json:"ThumbUUID"`

	// ThumbSize is the size of the image in bytes, from 0 up.
	ThumbSize int64 `json:"ThumbSize,omitzero"`

	// ThumbWidth is the width of the image in pixels, from 0 up.
	ThumbWidth int64 `json:"ThumbWidth"`

	// ThumbHeight is the height of the image in pixels, from 0 up.
	ThumbHeight int64 `json:"ThumbHeight"`

	// ThumbFormat is the format of the image, such as JPG.
	ThumbFormat string `json:"ThumbFormat,omitzero"`

	// ThumbDownloadFlag is the way in which receivers fetch the content, always 2. Always set it. Old client programs
	// do not.
	ThumbDownloadFlag DownloadFlag `json:"ThumbDownloadFlag,omitzero"`
}

// VideoElement is an element that is a video.
type VideoElement struct {
	// MsgContent is the content of the element.
	MsgContent VideoContent `json:"MsgContent"`
}

// MsgElement is an element of a message. Its MsgType says what it is and what its MsgContent contains. The service
// has further kinds of elements and may add more.
type MsgElement struct {
	// Value is of the type that MsgType names. A MsgElement without one cannot be encoded.
	Value MsgElementValue
}

// MsgElementValue is one of these types, by the value of MsgType:
//   - TIMCustomElem: [CustomElement]
//   - TIMFaceElem: [FaceElement]
//   - TIMFileElem: [FileElement]
//   - TIMImageElem: [ImageElement]
//   - TIMLocationElem: [LocationElement]
//   - TIMSoundElem: [SoundElement]
//   - TIMTextElem: [TextElement]
//   - TIMVideoFileElem: [VideoElement]
//   - any other: [UnknownMsgElement]
type MsgElementValue interface{ isMsgElement() }

// MarshalJSONTo writes the value, with its MsgType.
func (u MsgElement) MarshalJSONTo(encoder *jsontext.Encoder) error {
	return restimpl.WriteUnion(encoder, "MsgElement", u.Value)
}

// MarshalJSON does the same for encoding/json.
func (u MsgElement) MarshalJSON() ([]byte, error) {
	return json.Marshal(u)
}

// UnmarshalJSONFrom reads a value. It returns an error if MsgType is missing.
func (u *MsgElement) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	kind, object, err := restimpl.ReadUnion(decoder, "MsgType")
	if err != nil {
		return err
	}
	switch kind {
	case "TIMCustomElem":
		u.Value, err = restimpl.ReadMember[CustomElement](decoder, object)
	case "TIMFaceElem":
		u.Value, err = restimpl.ReadMember[FaceElement](decoder, object)
	case "TIMFileElem":
		u.Value, err = restimpl.ReadMember[FileElement](decoder, object)
	case "TIMImageElem":
		u.Value, err = restimpl.ReadMember[ImageElement](decoder, object)
	case "TIMLocationElem":
		u.Value, err = restimpl.ReadMember[LocationElement](decoder, object)
	case "TIMSoundElem":
		u.Value, err = restimpl.ReadMember[SoundElement](decoder, object)
	case "TIMTextElem":
		u.Value, err = restimpl.ReadMember[TextElement](decoder, object)
	case "TIMVideoFileElem":
		u.Value, err = restimpl.ReadMember[VideoElement](decoder, object)
	default:
		u.Value = UnknownMsgElement{Kind: kind, JSON: object.Clone()}
	}
	return err
}

// UnmarshalJSON does the same for encoding/json.
func (u *MsgElement) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, u)
}

// UnknownMsgElement is a value of a kind that the document does not have.
type UnknownMsgElement struct {
	// Kind is its MsgType.
	Kind string

	// JSON is the whole object, as it was received.
	JSON jsontext.Value
}

func (UnknownMsgElement) isMsgElement() {}

// MarshalJSONTo writes the object. It returns an error if its MsgType is not Kind.
func (u UnknownMsgElement) MarshalJSONTo(encoder *jsontext.Encoder) error {
	return restimpl.WriteUnknown(encoder, "MsgType", u.Kind, u.JSON)
}

// MarshalJSON does the same for encoding/json.
func (u UnknownMsgElement) MarshalJSON() ([]byte, error) {
	return json.Marshal(u)
}

func (CustomElement) isMsgElement() {}

// MarshalJSONTo writes the value, after MsgType, which is TIMCustomElem.
func (m CustomElement) MarshalJSONTo(encoder *jsontext.Encoder) error {
	type Fields CustomElement
	return json.MarshalEncode(encoder, struct {
		Kind string `json:"MsgType"`
		Fields
	}{"TIMCustomElem", Fields(m)})
}

// MarshalJSON does the same for encoding/json.
func (m CustomElement) MarshalJSON() ([]byte, error) {
	return json.Marshal(m)
}

// UnmarshalJSONFrom reads a value. It returns an error if MsgType is not TIMCustomElem.
func (m *CustomElement) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields CustomElement
	fields := struct {
		Kind string `json:"MsgType"`
		*Fields
	}{Fields: (*Fields)(m)}
	return restimpl.ReadKind(decoder, &fields, &fields.Kind, "MsgType", "TIMCustomElem")
}

// UnmarshalJSON does the same for encoding/json.
func (m *CustomElement) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, m)
}

func (FaceElement) isMsgElement() {}

// MarshalJSONTo writes the value, after MsgType, which is TIMFaceElem.
func (m FaceElement) MarshalJSONTo(encoder *jsontext.Encoder) error {
	type Fields FaceElement
	return json.MarshalEncode(encoder, struct {
		Kind string `json:"MsgType"`
		Fields
	}{"TIMFaceElem", Fields(m)})
}

// MarshalJSON does the same for encoding/json.
func (m FaceElement) MarshalJSON() ([]byte, error) {
	return json.Marshal(m)
}

// UnmarshalJSONFrom reads a value. It returns an error if MsgType is not TIMFaceElem.
func (m *FaceElement) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields FaceElement
	fields := struct {
		Kind string `json:"MsgType"`
		*Fields
	}{Fields: (*Fields)(m)}
	return restimpl.ReadKind(decoder, &fields, &fields.Kind, "MsgType", "TIMFaceElem")
}

// UnmarshalJSON does the same for encoding/json.
func (m *FaceElement) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, m)
}

func (FileElement) isMsgElement() {}

// MarshalJSONTo writes the value, after MsgType, which is TIMFileElem.
func (m FileElement) MarshalJSONTo(encoder *jsontext.Encoder) error {
	type Fields FileElement
	return json.MarshalEncode(encoder, struct {
		Kind string `json:"MsgType"`
		Fields
	}{"TIMFileElem", Fields(m)})
}

// MarshalJSON does the same for encoding/json.
func (m FileElement) MarshalJSON() ([]byte, error) {
	return json.Marshal(m)
}

// UnmarshalJSONFrom reads a value. It returns an error if MsgType is not TIMFileElem.
func (m *FileElement) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields FileElement
	fields := struct {
		Kind string `json:"MsgType"`
		*Fields
	}{Fields: (*Fields)(m)}
	return restimpl.ReadKind(decoder, &fields, &fields.Kind, "MsgType", "TIMFileElem")
}

// UnmarshalJSON does the same for encoding/json.
func (m *FileElement) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, m)
}

func (ImageElement) isMsgElement() {}

// MarshalJSONTo writes the value, after MsgType, which is TIMImageElem.
func (m ImageElement) MarshalJSONTo(encoder *jsontext.Encoder) error {
	type Fields ImageElement
	return json.MarshalEncode(encoder, struct {
		Kind string `json:"MsgType"`
		Fields
	}{"TIMImageElem", Fields(m)})
}

// MarshalJSON does the same for encoding/json.
func (m ImageElement) MarshalJSON() ([]byte, error) {
	return json.Marshal(m)
}

// UnmarshalJSONFrom reads a value. It returns an error if MsgType is not TIMImageElem.
func (m *ImageElement) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields ImageElement
	fields := struct {
		Kind string `json:"MsgType"`
		*Fields
	}{Fields: (*Fields)(m)}
	return restimpl.ReadKind(decoder, &fields, &fields.Kind, "MsgType", "TIMImageElem")
}

// UnmarshalJSON does the same for encoding/json.
func (m *ImageElement) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, m)
}

func (LocationElement) isMsgElement() {}

// MarshalJSONTo writes the value, after MsgType, which is TIMLocationElem.
func (m LocationElement) MarshalJSONTo(encoder *jsontext.Encoder) error {
	type Fields LocationElement
	return json.MarshalEncode(encoder, struct {
		Kind string `json:"MsgType"`
		Fields
	}{"TIMLocationElem", Fields(m)})
}

// MarshalJSON does the same for encoding/json.
func (m LocationElement) MarshalJSON() ([]byte, error) {
	return json.Marshal(m)
}

// UnmarshalJSONFrom reads a value. It returns an error if MsgType is not TIMLocationElem.
func (m *LocationElement) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields LocationElement
	fields := struct {
		Kind string `json:"MsgType"`
		*Fields
	}{Fields: (*Fields)(m)}
	return restimpl.ReadKind(decoder, &fields, &fields.Kind, "MsgType", "TIMLocationElem")
}

// UnmarshalJSON does the same for encoding/json.
func (m *LocationElement) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, m)
}

func (SoundElement) isMsgElement() {}

// MarshalJSONTo writes the value, after MsgType, which is TIMSoundElem.
func (m SoundElement) MarshalJSONTo(encoder *jsontext.Encoder) error {
	type Fields SoundElement
	return json.MarshalEncode(encoder, struct {
		Kind string `json:"MsgType"`
		Fields
	}{"TIMSoundElem", Fields(m)})
}

// MarshalJSON does the same for encoding/json.
func (m SoundElement) MarshalJSON() ([]byte, error) {
	return json.Marshal(m)
}

// UnmarshalJSONFrom reads a value. It returns an error if MsgType is not TIMSoundElem.
func (m *SoundElement) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields SoundElement
	fields := struct {
		Kind string `json:"MsgType"`
		*Fields
	}{Fields: (*Fields)(m)}
	return restimpl.ReadKind(decoder, &fields, &fields.Kind, "MsgType", "TIMSoundElem")
}

// UnmarshalJSON does the same for encoding/json.
func (m *SoundElement) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, m)
}

func (TextElement) isMsgElement() {}

// MarshalJSONTo writes the value, after MsgType, which is TIMTextElem.
func (m TextElement) MarshalJSONTo(encoder *jsontext.Encoder) error {
	type Fields TextElement
	return json.MarshalEncode(encoder, struct {
		Kind string `json:"MsgType"`
		Fields
	}{"TIMTextElem", Fields(m)})
}

// MarshalJSON does the same for encoding/json.
func (m TextElement) MarshalJSON() ([]byte, error) {
	return json.Marshal(m)
}

// UnmarshalJSONFrom reads a value. It returns an error if MsgType is not TIMTextElem.
func (m *TextElement) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields TextElement
	fields := struct {
		Kind string `json:"MsgType"`
		*Fields
	}{Fields: (*Fields)(m)}
	return restimpl.ReadKind(decoder, &fields, &fields.Kind, "MsgType", "TIMTextElem")
}

// UnmarshalJSON does the same for encoding/json.
func (m *TextElement) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, m)
}

func (VideoElement) isMsgElement() {}

// MarshalJSONTo writes the value, after MsgType, which is TIMVideoFileElem.
func (m VideoElement) MarshalJSONTo(encoder *jsontext.Encoder) error {
	type Fields VideoElement
	return json.MarshalEncode(encoder, struct {
		Kind string `json:"MsgType"`
		Fields
	}{"TIMVideoFileElem", Fields(m)})
}

// MarshalJSON does the same for encoding/json.
func (m VideoElement) MarshalJSON() ([]byte, error) {
	return json.Marshal(m)
}

// UnmarshalJSONFrom reads a value. It returns an error if MsgType is not TIMVideoFileElem.
func (m *VideoElement) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields VideoElement
	fields := struct {
		Kind string `json:"MsgType"`
		*Fields
	}{Fields: (*Fields)(m)}
	return restimpl.ReadKind(decoder, &fields, &fields.Kind, "MsgType", "TIMVideoFileElem")
}

// UnmarshalJSON does the same for encoding/json.
func (m *VideoElement) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, m)
}
