package rest

import (
	"fmt"
	"math"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// Response is the type of a response: a pointer to an emitted struct or to a [RawResponse].
type Response interface {
	// Envelope points into the response.
	Envelope() Envelope
}

// Envelope points at the four fields that all replies have in common, so that any reply can be judged.
type Envelope struct {
	ActionStatus *string // OK or FAIL
	ErrorCode    *Code   // 0 for success
	ErrorInfo    *string // the service's account of the outcome, for developers
	ErrorDisplay *string // the account that is meant for an end user's eyes
}

// codeUnset is the value of a code until the JSON's own value replaces it.
const codeUnset Code = math.MinInt64

// decode reads the JSON object in body into reply and judges its envelope. It returns what the service said of
// a failure, and an error if the body is no proper reply or reports a failure.
func decode(body []byte, reply Response) (outcome failure, err error) {
	if kind := jsontext.Value(body).Kind(); kind != jsontext.KindBeginObject {
		return failure{}, fmt.Errorf("%w: want a JSON object, got %s", ErrInvalidResponse, kindName(kind))
	}
	envelope := reply.Envelope()
	*envelope.ErrorCode = codeUnset
	if err := json.Unmarshal(body, reply, decodingOf(reply, body)); err != nil {
		return decodeFailure(body, fmt.Errorf("%w: %w", ErrInvalidResponse, err))
	}
	return judge(envelope)
}

// decodeFailure looks for a service's error in a reply of which anything else may be wrong. It never finds a success.
func decodeFailure(body []byte, cause error) (failure, error) {
	var reply struct {
		ErrorCode    Code           `json:"ErrorCode"`
		ErrorInfo    jsontext.Value `json:"ErrorInfo"`
		ErrorDisplay jsontext.Value `json:"ErrorDisplay"`
	}
	err := json.Unmarshal(body, &reply, jsontext.AllowInvalidUTF8(true), jsontext.AllowDuplicateNames(true))
	if err != nil || reply.ErrorCode == 0 {
		return failure{}, cause
	}
	outcome := failure{code: reply.ErrorCode, info: textOf(reply.ErrorInfo), display: textOf(reply.ErrorDisplay)}
	return outcome, fmt.Errorf("%w: %w", reply.ErrorCode, cause)
}

// textOf returns a string's text, and any other value as JSON.
func textOf(value jsontext.Value) string {
	var text string
	if json.Unmarshal(value, &text, jsontext.AllowInvalidUTF8(true)) == nil {
		return text
	}
	return string(value)
}

// failure is what the service said of a call that failed.
type failure struct {
	code          Code
	info, display string
}

func judge(envelope Envelope) (failure, error) {
	code, status := *envelope.ErrorCode, *envelope.ActionStatus
	outcome := failure{code: code, info: *envelope.ErrorInfo, display: *envelope.ErrorDisplay}
	switch {
	case code == codeUnset:
		return failure{}, fmt.Errorf("%w: ErrorCode is missing", ErrInvalidResponse)
	case code == 0 && status == "FAIL":
		return outcome, fmt.Errorf("%w: ActionStatus is FAIL although ErrorCode is 0", ErrInvalidResponse)
	case code == 0 && status != "OK" && status != "":
		return outcome, fmt.Errorf("%w: ActionStatus is neither OK nor FAIL", ErrInvalidResponse)
	case code != 0 && status == "OK":
		return outcome, fmt.Errorf("%w: %w: ActionStatus is OK although ErrorCode is not 0", code, ErrInvalidResponse)
	case code != 0:
		return outcome, code
	}
	return failure{}, nil
}

// kindName names what a JSON text starts with, in place of the text itself, which may repeat a secret.
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
