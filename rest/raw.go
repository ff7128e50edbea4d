package rest

import (
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// RawResponse keeps a reply as it came, for programs that learn of operations at run time.
type RawResponse struct {
	// Body is the whole reply, a JSON object.
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
	return Envelope{&e.ActionStatus, &e.ErrorCode, &e.ErrorInfo, &e.ErrorDisplay}
}

// UnmarshalJSON keeps a copy of the reply and reads its envelope.
func (r *RawResponse) UnmarshalJSON(body []byte) error {
	r.Body = append(r.Body[:0], body...)
	return json.Unmarshal(body, &r.envelope)
}

// MarshalJSON returns the reply as it came.
func (r *RawResponse) MarshalJSON() ([]byte, error) {
	return r.Body, nil
}
