// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

package chat

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
	// ActionStatusFail means that the command failed.
	ActionStatusFail ActionStatus = "FAIL"
)

// EchoRequest is a request with a message.
type EchoRequest struct {
	// Serial is the number of the message, from 0 to the largest integer of 64 bits.
	Serial uint64 `json:"Serial"`

	// MsgBody holds the elements of the message.
	MsgBody []MsgElement `json:"MsgBody"`

	// Title is an element that stands before the others.
	Title MsgElement `json:"Title,omitzero"`

	// OfflinePushInfo is the settings of the notification. An empty object asks for one with the defaults.
	OfflinePushInfo *OfflinePushInfo `json:"OfflinePushInfo,omitzero"`

	// MsgLifeTime is the number of seconds for which the message is kept. Without it, that is a week.
	MsgLifeTime *int64 `json:"MsgLifeTime,omitzero"`
}

// EchoResponse is a response with the message.
type EchoResponse struct {
	// MsgBody holds the elements of the message.
	MsgBody []MsgElement `json:"MsgBody"`

	// ActionStatus is the status of a success, OK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the code of a success, 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the description of the outcome.
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the description of the outcome for an end user.
	ErrorDisplay string `json:"ErrorDisplay"`
}

// Envelope implements [rest.Response].
func (r *EchoResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		ErrorDisplay: &r.ErrorDisplay,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing, or all contents of a success.
func (r *EchoResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields EchoResponse
	if err := restimpl.ReadResponse(decoder, r, (*Fields)(r)); err != nil {
		return err
	}
	hasContents := r.MsgBody != nil
	return restimpl.RequireContents(r, hasContents, "MsgBody")
}

// UnmarshalJSON does the same for encoding/json.
func (r *EchoResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// ErrorResponse is the response to a command that failed.
type ErrorResponse struct {
	// ActionStatus is the status of a failure, FAIL.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the number of the error.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the description of the error.
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the description of the error for an end user.
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

// Icon is a picture.
type Icon struct {
	// Width is the number of pixels in a row.
	Width int64 `json:"Width,omitzero"`
}

// LocationContent is the content of a place.
type LocationContent struct {
	// Desc is the name of the place.
	Desc string `json:"Desc,omitzero"`

	// Latitude is the latitude in degrees.
	Latitude float64 `json:"Latitude"`

	// Longitude is the longitude in degrees.
	Longitude float64 `json:"Longitude"`

	// Replies holds the elements that answer this one.
	Replies []MsgElement `json:"Replies,omitzero"`
}

// LocationElement is a place.
type LocationElement struct {
	// MsgContent is the content of the element.
	MsgContent LocationContent `json:"MsgContent"`
}

// OfflinePushInfo is the settings of a notification.
type OfflinePushInfo struct {
	// Title is the title of the notification.
	Title string `json:"Title,omitzero"`

	// Icon is the icon of the notification.
	Icon *Icon `json:"Icon,omitzero"`
}

// PingElement is an element without content.
type PingElement struct {
}

// TextContent is the content of a text.
type TextContent struct {
	// Text is the text itself.
	Text string `json:"Text"`
}

// TextElement is a text.
type TextElement struct {
	// MsgContent is the content of the element.
	MsgContent TextContent `json:"MsgContent"`
}

// MsgElement is a part of a message.
type MsgElement struct {
	// Value is of the type that MsgType names. A MsgElement without one cannot be encoded.
	Value MsgElementValue
}

// MsgElementValue is one of these types, by the value of MsgType:
//   - TIMLocationElem: [LocationElement]
//   - TIMPingElem: [PingElement]
//   - TIMTextElem: [TextElement]
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
	case "TIMLocationElem":
		u.Value, err = restimpl.ReadMember[LocationElement](decoder, object)
	case "TIMPingElem":
		u.Value, err = restimpl.ReadMember[PingElement](decoder, object)
	case "TIMTextElem":
		u.Value, err = restimpl.ReadMember[TextElement](decoder, object)
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

func (PingElement) isMsgElement() {}

// MarshalJSONTo writes the value, after MsgType, which is TIMPingElem.
func (m PingElement) MarshalJSONTo(encoder *jsontext.Encoder) error {
	type Fields PingElement
	return json.MarshalEncode(encoder, struct {
		Kind string `json:"MsgType"`
		Fields
	}{"TIMPingElem", Fields(m)})
}

// MarshalJSON does the same for encoding/json.
func (m PingElement) MarshalJSON() ([]byte, error) {
	return json.Marshal(m)
}

// UnmarshalJSONFrom reads a value. It returns an error if MsgType is not TIMPingElem.
func (m *PingElement) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields PingElement
	fields := struct {
		Kind string `json:"MsgType"`
		*Fields
	}{Fields: (*Fields)(m)}
	return restimpl.ReadKind(decoder, &fields, &fields.Kind, "MsgType", "TIMPingElem")
}

// UnmarshalJSON does the same for encoding/json.
func (m *PingElement) UnmarshalJSON(text []byte) error {
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
