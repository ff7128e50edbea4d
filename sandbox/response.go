package sandbox

import (
	"errors"
	"net/http"
	"unicode/utf8"

	"github.com/go-json-experiment/json"

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

// refusal is the response to a request that does not reach the command. It has no ErrorDisplay.
type refusal struct {
	ActionStatus gen.ActionStatus
	ErrorCode    gen.ErrorCode
	ErrorInfo    string
}

func writeError(w http.ResponseWriter, err error) {
	failed := refusal{ActionStatus: gen.ActionStatusFail, ErrorCode: gen.CodeInternalError, ErrorInfo: err.Error()}
	if failure, ok := errors.AsType[*serviceError](err); ok {
		failed.ErrorCode, failed.ErrorInfo = failure.code, failure.text()
	}
	if !utf8.ValidString(failed.ErrorInfo) { // from the request, which a response must not repeat
		failed.ErrorInfo = ""
	}
	var response any = &failed
	if !refuses(failed.ErrorCode) {
		response = &gen.ErrorResponse{
			ActionStatus: failed.ActionStatus, ErrorCode: failed.ErrorCode, ErrorInfo: failed.ErrorInfo,
		}
	}
	body, _ := json.Marshal(response) // cannot fail
	writeJSON(w, body)
}

// refuses reports whether the code, 6xxxx or 7xxxx, is one of requests that do not reach the command.
func refuses(code gen.ErrorCode) bool { return code >= 60000 && code < 80000 }

func writeJSON(w http.ResponseWriter, body []byte) {
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(body) //nolint:gosec // JSON, and labelled as such. A client that has gone needs no response
}
