package rest

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// Response is a pointer to a generated struct, or to a [RawResponse], that holds a response.
type Response interface {
	// Envelope returns pointers to fields of the response.
	Envelope() Envelope
}

// Envelope points to the fields that responses have in common and that decide whether a call succeeded. Those that a
// response does not have are nil, except ErrorCode.
type Envelope struct {
	ActionStatus *string // OK or FAIL
	ErrorCode    *Code   // 0 for success
	ErrorInfo    *string // the error, in words for developers
	ErrorDisplay *string // the error, in words for end users

	// Success lists the values of ActionStatus that a success has. Nil means OK only.
	Success []string

	isOpen bool // whether any ActionStatus but FAIL may be that of a success, since the document is unknown
}

// codeUnset is the value of a code until a value in the JSON replaces it.
const codeUnset Code = math.MinInt64

// decode reads the JSON object in body into response and evaluates its envelope. It returns the service's error if
// there is one. The error result is nil only for a success.
func decode(body []byte, response Response) (serviceError, error) {
	if kind := jsontext.Value(body).Kind(); kind != jsontext.KindBeginObject {
		return serviceError{}, fmt.Errorf("%w: want a JSON object, got %s", ErrInvalidResponse, kindName(kind))
	}
	envelope := response.Envelope()
	*envelope.ErrorCode = codeUnset
	if err := json.Unmarshal(body, response, decodingOf(response, body)); err != nil {
		return decodeFailure(body, fmt.Errorf("%w: %w", ErrInvalidResponse, bounded(err)))
	}
	reported, err := envelope.evaluate()
	if reported.code != 0 && (envelope.ErrorInfo == nil || envelope.ErrorDisplay == nil) {
		reported = reportedIn(body) // a failure may have texts that a success does not have
	}
	return reported, err
}

// bounded returns err, or its beginning if it repeats much of the response.
func bounded(err error) error {
	if text := err.Error(); len(text) > maxErrorText {
		return errors.New(cut(text, maxErrorText) + "…")
	}
	return err
}

// decodeFailure extracts the service's error from a response that is otherwise malformed. It never reports success.
func decodeFailure(body []byte, cause error) (serviceError, error) {
	reported := reportedIn(body)
	if reported.code == 0 {
		return serviceError{}, cause
	}
	return reported, fmt.Errorf("%w: %w", reported.code, cause)
}

// reportedIn returns the error that any JSON object reports. Its code is 0 if the object has none.
func reportedIn(body []byte) serviceError {
	var response struct {
		ErrorCode    Code           `json:"ErrorCode"`
		ErrorInfo    jsontext.Value `json:"ErrorInfo"`
		ErrorDisplay jsontext.Value `json:"ErrorDisplay"`
	}
	err := json.Unmarshal(body, &response, jsontext.AllowInvalidUTF8(true), jsontext.AllowDuplicateNames(true))
	if err != nil {
		return serviceError{}
	}
	return newServiceError(response.ErrorCode, textOf(response.ErrorInfo), textOf(response.ErrorDisplay))
}

// textOf returns the text of a JSON string, and any other value as JSON.
func textOf(value jsontext.Value) string {
	var text string
	if json.Unmarshal(value, &text, jsontext.AllowInvalidUTF8(true)) == nil {
		return text
	}
	return string(value)
}

// serviceError is an error that the service reports.
type serviceError struct {
	code          Code
	info, display string
}

// maxText is the largest number of bytes that an [Error] keeps of ErrorInfo, and of ErrorDisplay.
const maxText = 64 << 10

func newServiceError(code Code, info, display string) serviceError {
	return serviceError{code, cut(info, maxText), cut(display, maxText)}
}

// cut returns the beginning of text without keeping the rest in memory.
func cut(text string, most int) string {
	if len(text) <= most {
		return text
	}
	return strings.Clone(strings.ToValidUTF8(text[:most], ""))
}

// IsSuccess reports whether ErrorCode is 0 and ActionStatus is that of a success or missing.
func (e Envelope) IsSuccess() bool {
	status := textAt(e.ActionStatus)
	return *e.ErrorCode == 0 && (status == "" || e.isOpen && status != statusFail || slices.Contains(e.successes(), status))
}

const statusFail = "FAIL"

func (e Envelope) successes() []string {
	if e.Success == nil {
		return []string{"OK"}
	}
	return e.Success
}

// textAt returns the text that a field of an envelope points to, or "" if the response does not have the field.
func textAt(field *string) string {
	if field == nil {
		return ""
	}
	return *field
}

// evaluate returns the error of an envelope, or nil for a success.
func (e Envelope) evaluate() (serviceError, error) {
	code, status := *e.ErrorCode, textAt(e.ActionStatus)
	switch {
	case code == codeUnset:
		return serviceError{}, fmt.Errorf("%w: ErrorCode is missing", ErrInvalidResponse)
	case e.IsSuccess():
		return serviceError{}, nil
	}
	reported := newServiceError(code, textAt(e.ErrorInfo), textAt(e.ErrorDisplay))
	switch {
	case code == 0 && status == statusFail:
		return reported, fmt.Errorf("%w: ActionStatus is FAIL although ErrorCode is 0", ErrInvalidResponse)
	case code == 0:
		return reported, fmt.Errorf("%w: ActionStatus is neither %s nor FAIL", ErrInvalidResponse, strings.Join(e.successes(), ", "))
	case slices.Contains(e.successes(), status):
		return reported, fmt.Errorf("%w: %w: ActionStatus is %s although ErrorCode is not 0", code, ErrInvalidResponse, status)
	}
	return reported, code
}

// kindName names the kind of a JSON value without its text, which may repeat a secret.
func kindName(kind jsontext.Kind) string {
	switch kind {
	case jsontext.KindNull:
		return "null"
	case jsontext.KindFalse, jsontext.KindTrue:
		return "a boolean"
	case jsontext.KindString:
		return "a string"
	case jsontext.KindNumber:
		return "a number"
	case jsontext.KindBeginObject:
		return "an object"
	case jsontext.KindBeginArray:
		return "an array"
	default:
		return "no JSON"
	}
}
