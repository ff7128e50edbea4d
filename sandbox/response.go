package sandbox

import (
	"errors"
	"slices"
	"unicode/utf8"

	"github.com/go-json-experiment/json"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
)

// serviceError is an error that the service reports to the caller.
type serviceError struct {
	code gen.ErrorCode
	info string // empty for the catalogue's description of the code
}

func newError(code gen.ErrorCode, info string) error { return &serviceError{code: code, info: info} }

// errorFor returns the error for a code, with the catalogue's description as its text.
func errorFor(code gen.ErrorCode) error { return newError(code, "") }

func (e *serviceError) Error() string { return e.code.Error() + ": " + e.text() }

func (e *serviceError) text() string {
	if e.info != "" {
		return e.info
	}
	info, _ := gen.LookupCode(e.code)
	return info.Meaning
}

// failure is the response to a request that failed.
type failure struct {
	ActionStatus gen.ActionStatus `json:",omitzero"`
	ErrorCode    gen.ErrorCode
	ErrorInfo    *string `json:",omitzero"`
	ErrorDisplay *string `json:",omitzero"`
}

// failureOf returns the response to a request that failed. The operation is nil if no command has the path.
func failureOf(operation *api.Operation, err error) []byte {
	code, info := gen.CodeAccountInternalError, err.Error()
	if failed, ok := errors.AsType[*serviceError](err); ok {
		code, info = failed.code, failed.text()
	}
	if !utf8.ValidString(info) { // from the request, which a response must not repeat
		info = ""
	}
	response := failure{ErrorCode: code}
	if hasProperty(operation, "ActionStatus", code) {
		response.ActionStatus = gen.ActionStatusFail
	}
	if hasProperty(operation, "ErrorInfo", code) {
		response.ErrorInfo = &info
	}
	if hasProperty(operation, errorDisplay, code) {
		response.ErrorDisplay = new(string)
	}
	body, _ := json.Marshal(response) // cannot fail
	return body
}

const errorDisplay = "ErrorDisplay"

// hasProperty reports whether the response to a failed request has a property. The refusal of a request that does not
// reach the command has no ErrorDisplay if that is optional.
func hasProperty(operation *api.Operation, name string, code gen.ErrorCode) bool {
	if operation == nil {
		return name != errorDisplay
	}
	fields := operation.FailureFields()
	index := slices.IndexFunc(fields, func(field api.Field) bool { return field.Name == name })
	return index >= 0 && (fields[index].Required || name != errorDisplay || !refuses(code))
}

// refuses reports whether the code, 6xxxx or 7xxxx, is one of requests that do not reach the command.
func refuses(code gen.ErrorCode) bool { return code >= 60000 && code < 80000 }
