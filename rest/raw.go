package rest

import (
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// RawResponse holds a response as it was received, for programs that learn about operations at run time. It is a
// success if its ErrorCode is 0 and its ActionStatus is not FAIL.
type RawResponse struct {
	// Body is the whole response, a JSON object.
	Body jsontext.Value

	envelope struct {
		ActionStatus string
		ErrorCode    Code
		ErrorInfo    string
		ErrorDisplay string
	}
}

// Envelope implements [Response].
func (r *RawResponse) Envelope() Envelope {
	e := &r.envelope
	return Envelope{
		ActionStatus: &e.ActionStatus, ErrorCode: &e.ErrorCode, ErrorInfo: &e.ErrorInfo, ErrorDisplay: &e.ErrorDisplay,
		isOpen: true,
	}
}

// UnmarshalJSON copies the response and reads its envelope.
func (r *RawResponse) UnmarshalJSON(body []byte) error {
	r.Body = append(r.Body[:0], body...)
	return json.Unmarshal(body, &r.envelope)
}

// MarshalJSON returns the response as it was received.
func (r *RawResponse) MarshalJSON() ([]byte, error) {
	return r.Body, nil
}
