package sandbox

import (
	"errors"
	"net/http"

	"github.com/go-json-experiment/json"

	"github.com/timsns/timsns/gen"
)

// serviceError is an error that the service reports to the caller.
type serviceError struct {
	code gen.ErrorCode
	info string
}

func newError(code gen.ErrorCode, info string) error { return &serviceError{code: code, info: info} }

// errorFor returns the error for a code, with the catalogue's description as its text.
func errorFor(code gen.ErrorCode) error {
	info, _ := gen.LookupCode(code)
	return newError(code, info.Meaning)
}

func (e *serviceError) Error() string { return e.code.Error() + ": " + e.info }

func writeError(w http.ResponseWriter, err error) {
	response := gen.ErrorResponse{
		ActionStatus: gen.ActionStatusFail, ErrorCode: gen.CodeInternalError, ErrorInfo: err.Error(),
	}
	if failure, ok := errors.AsType[*serviceError](err); ok {
		response.ErrorCode, response.ErrorInfo = failure.code, failure.info
	}
	body, err := json.Marshal(&response)
	if err != nil { // invalid UTF-8 from the request, which a response must not repeat
		response.ErrorInfo = ""
		body, _ = json.Marshal(&response)
	}
	writeJSON(w, body)
}

func writeJSON(w http.ResponseWriter, body []byte) {
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(body) //nolint:gosec // JSON, and labelled as such. A client that has gone needs no response
}
