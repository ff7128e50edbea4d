// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

package paging

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

// CursorCompleteRequest is a request for a page.
type CursorCompleteRequest struct {
	// Start is a number.
	Start int64 `json:"Start,omitzero"`
}

// CursorCompleteResponse is a page.
type CursorCompleteResponse struct {
	// Next is a number.
	Next int64 `json:"Next"`

	// CompleteFlag is a number.
	CompleteFlag int64 `json:"CompleteFlag"`

	// Items holds the items.
	Items []Item `json:"Items,omitzero"`

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
func (r *CursorCompleteResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		ErrorDisplay: &r.ErrorDisplay,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing.
func (r *CursorCompleteResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields CursorCompleteResponse
	return restimpl.ReadResponse(decoder, r, (*Fields)(r))
}

// UnmarshalJSON does the same for encoding/json.
func (r *CursorCompleteResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// CursorOffsetRequest is a request for a page.
type CursorOffsetRequest struct {
	// Next is a text.
	Next *string `json:"Next,omitzero"`

	// Offset is a number.
	Offset int64 `json:"Offset,omitzero"`

	// Limit is a number.
	Limit int64 `json:"Limit,omitzero"`
}

// CursorOffsetResponse is a page.
type CursorOffsetResponse struct {
	// Next is a text.
	Next string `json:"Next"`

	// Total is a number.
	Total int64 `json:"Total"`

	// CompleteFlag is a number.
	CompleteFlag int64 `json:"CompleteFlag"`

	// Items holds the items.
	Items []Item `json:"Items,omitzero"`

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
func (r *CursorOffsetResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		ErrorDisplay: &r.ErrorDisplay,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing, or all contents of a success.
func (r *CursorOffsetResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields CursorOffsetResponse
	if err := restimpl.ReadResponse(decoder, r, (*Fields)(r)); err != nil {
		return err
	}
	hasContents := r.Total != 0 ||
		r.Items != nil
	return restimpl.RequireContents(r, hasContents, "Total")
}

// UnmarshalJSON does the same for encoding/json.
func (r *CursorOffsetResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// CursorSeveralRequest is a request for a page.
type CursorSeveralRequest struct {
	// MaxTime is a time, in Unix seconds.
	MaxTime int64 `json:"MaxTime,omitzero"`

	// Key is a text.
	Key string `json:"Key,omitzero"`
}

// CursorSeveralResponse is a page.
type CursorSeveralResponse struct {
	// LastTime is a time, in Unix seconds.
	LastTime int64 `json:"LastTime"`

	// NextKey is a text.
	NextKey string `json:"NextKey"`

	// Items holds the items.
	Items []Item `json:"Items,omitzero"`

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
func (r *CursorSeveralResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		ErrorDisplay: &r.ErrorDisplay,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing.
func (r *CursorSeveralResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields CursorSeveralResponse
	return restimpl.ReadResponse(decoder, r, (*Fields)(r))
}

// UnmarshalJSON does the same for encoding/json.
func (r *CursorSeveralResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// CursorStringRequest is a request for a page.
type CursorStringRequest struct {
	// Cursor is a text.
	Cursor string `json:"StartCursor,omitzero"`
}

// CursorStringResponse is a page.
type CursorStringResponse struct {
	// NextCursor is a text.
	NextCursor string `json:"NextCursor"`

	// Items holds the items.
	Items []Item `json:"Items,omitzero"`

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
func (r *CursorStringResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		ErrorDisplay: &r.ErrorDisplay,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing.
func (r *CursorStringResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields CursorStringResponse
	return restimpl.ReadResponse(decoder, r, (*Fields)(r))
}

// UnmarshalJSON does the same for encoding/json.
func (r *CursorStringResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// ErrorResponse is the response to a command that failed.
type ErrorResponse struct {
	// ActionStatus is the status of a failure, FAIL.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the number of the error, never 0.
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

// Item is an item of a page.
type Item struct {
	// Name is the name of the item.
	Name string `json:"Name"`

	// Seq is the place of the item, from 1 up.
	Seq int64 `json:"Seq"`

	// Serial is the number of the item, from 0 up.
	Serial uint64 `json:"Serial"`
}

// LastCompleteRequest is a request for a page.
type LastCompleteRequest struct {
	// MinSeq is a number.
	MinSeq uint64 `json:"MinSeq,omitzero"`
}

// LastCompleteResponse is a page.
type LastCompleteResponse struct {
	// CompleteFlag is a number.
	CompleteFlag int64 `json:"CompleteFlag"`

	// Items holds the items.
	Items []Item `json:"Items,omitzero"`

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
func (r *LastCompleteResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		ErrorDisplay: &r.ErrorDisplay,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing.
func (r *LastCompleteResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields LastCompleteResponse
	return restimpl.ReadResponse(decoder, r, (*Fields)(r))
}

// UnmarshalJSON does the same for encoding/json.
func (r *LastCompleteResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// LastStepRequest is a request for a page.
type LastStepRequest struct {
	// MaxSeq is a number.
	MaxSeq int64 `json:"MaxSeq,omitzero"`
}

// LastStepResponse is a page.
type LastStepResponse struct {
	// CompleteFlag is a number.
	CompleteFlag int64 `json:"CompleteFlag"`

	// Items holds the items.
	Items []Item `json:"Items,omitzero"`

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
func (r *LastStepResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		ErrorDisplay: &r.ErrorDisplay,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing.
func (r *LastStepResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields LastStepResponse
	return restimpl.ReadResponse(decoder, r, (*Fields)(r))
}

// UnmarshalJSON does the same for encoding/json.
func (r *LastStepResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// OffsetPlainRequest is a request for a page.
type OffsetPlainRequest struct {
	// Offset is a number.
	Offset int64 `json:"Offset,omitzero"`
}

// OffsetPlainResponse is a page.
type OffsetPlainResponse struct {
	// Names holds the names.
	Names []string `json:"Names,omitzero"`

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
func (r *OffsetPlainResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		ErrorDisplay: &r.ErrorDisplay,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing.
func (r *OffsetPlainResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields OffsetPlainResponse
	return restimpl.ReadResponse(decoder, r, (*Fields)(r))
}

// UnmarshalJSON does the same for encoding/json.
func (r *OffsetPlainResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}

// OffsetTotalRequest is a request for a page.
type OffsetTotalRequest struct {
	// Offset is a number.
	Offset int64 `json:"Offset,omitzero"`

	// Limit is a number.
	Limit int64 `json:"Limit,omitzero"`
}

// OffsetTotalResponse is a page.
type OffsetTotalResponse struct {
	// Total is a number.
	Total int64 `json:"Total"`

	// CompleteFlag is a number.
	CompleteFlag int64 `json:"CompleteFlag"`

	// Items holds the items.
	Items []Item `json:"Items,omitzero"`

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
func (r *OffsetTotalResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		ErrorDisplay: &r.ErrorDisplay,
	}
}

// UnmarshalJSONFrom reads a response. It returns an error if ErrorCode is missing.
func (r *OffsetTotalResponse) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	type Fields OffsetTotalResponse
	return restimpl.ReadResponse(decoder, r, (*Fields)(r))
}

// UnmarshalJSON does the same for encoding/json.
func (r *OffsetTotalResponse) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, r)
}
