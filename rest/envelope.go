package rest

import (
	"fmt"
	"math"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// Response is a pointer to a generated struct, or to a [RawResponse], that holds a response.
type Response interface {
	// Envelope returns pointers to fields of the response.
	Envelope() Envelope
}

// Envelope points to the fields that all responses have in common and that decide whether a call succeeded.
type Envelope struct {
	ActionStatus *string // OK or FAIL
	ErrorCode    *Code   // 0 for success
	ErrorInfo    *string // the error, in words for developers
	ErrorDisplay *string // the error, in words for end users
}

// codeUnset is the value of a code until a value in the JSON replaces it.
const codeUnset Code = math.MinInt64

// decode reads the JSON object in body into response and evaluates its envelope. It returns the service's error if
// there is one. The error result is nil only for a success.
func decode(body []byte, response Response) (failure, error) {
	if kind := jsontext.Value(body).Kind(); kind != jsontext.KindBeginObject {
		return failure{}, fmt.Errorf("%w: want a JSON object, got %s", ErrInvalidResponse, kindName(kind))
	}
	envelope := response.Envelope()
	*envelope.ErrorCode = codeUnset
	if err := json.Unmarshal(body, response, decodingOf(response, body)); err != nil {
		return decodeFailure(body, fmt.Errorf("%w: %w", ErrInvalidResponse, err))
	}
	return envelope.evaluate()
}

// decodeFailure extracts the service's error from a response that is otherwise malformed. It never reports success.
func decodeFailure(body []byte, cause error) (failure, error) {
	var response struct {
		ErrorCode    Code           `json:"ErrorCode"`
		ErrorInfo    jsontext.Value `json:"ErrorInfo"`
		ErrorDisplay jsontext.Value `json:"ErrorDisplay"`
	}
	err := json.Unmarshal(body, &response, jsontext.AllowInvalidUTF8(true), jsontext.AllowDuplicateNames(true))
	if err != nil || response.ErrorCode == 0 {
		return failure{}, cause
	}
	outcome := newFailure(response.ErrorCode, textOf(response.ErrorInfo), textOf(response.ErrorDisplay))
	return outcome, fmt.Errorf("%w: %w", response.ErrorCode, cause)
}

// textOf returns the text of a JSON string, and any other value as JSON.
func textOf(value jsontext.Value) string {
	var text string
	if json.Unmarshal(value, &text, jsontext.AllowInvalidUTF8(true)) == nil {
		return text
	}
	return string(value)
}

// failure is an error that the service reports.
type failure struct {
	code          Code
	info, display string
}

// maxText is the largest number of bytes that an [Error] keeps of ErrorInfo, and of ErrorDisplay.
const maxText = 64 << 10

func newFailure(code Code, info, display string) failure {
	return failure{code, info[:min(len(info), maxText)], display[:min(len(display), maxText)]}
}

// evaluate returns the error of an envelope, or nil for a success.
func (e Envelope) evaluate() (failure, error) {
	code, status := *e.ErrorCode, *e.ActionStatus
	switch {
	case code == codeUnset:
		return failure{}, fmt.Errorf("%w: ErrorCode is missing", ErrInvalidResponse)
	case code == 0 && (status == "OK" || status == ""):
		return failure{}, nil
	}
	failure := newFailure(code, *e.ErrorInfo, *e.ErrorDisplay)
	switch {
	case code == 0 && status == "FAIL":
		return failure, fmt.Errorf("%w: ActionStatus is FAIL although ErrorCode is 0", ErrInvalidResponse)
	case code == 0:
		return failure, fmt.Errorf("%w: ActionStatus is neither OK nor FAIL", ErrInvalidResponse)
	case status == "OK":
		return failure, fmt.Errorf("%w: %w: ActionStatus is OK although ErrorCode is not 0", code, ErrInvalidResponse)
	}
	return failure, code
}

// kindName names the kind of a JSON value without its text, which may repeat a secret.
func kindName(kind jsontext.Kind) string {
	names := map[jsontext.Kind]string{
		jsontext.KindNull: "null", jsontext.KindFalse: "false", jsontext.KindTrue: "true",
		jsontext.KindString: "a string", jsontext.KindNumber: "a number",
		jsontext.KindBeginObject: "an object", jsontext.KindBeginArray: "an array",
	}
	if name, ok := names[kind]; ok {
		return name
	}
	return "no JSON"
}
