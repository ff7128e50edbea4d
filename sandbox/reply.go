package sandbox

import (
	"errors"
	"net/http"

	"github.com/go-json-experiment/json"

	"github.com/timsns/timsns/gen"
)

// failed is the error of a command, as the service would report it.
type failed struct {
	code gen.ErrorCode
	info string
}

func fail(code gen.ErrorCode, info string) error { return &failed{code: code, info: info} }

func (f *failed) Error() string { return f.code.Error() + ": " + f.info }

func writeFailure(w http.ResponseWriter, err error) {
	reply := gen.ErrorResponse{ActionStatus: gen.ActionStatusFail, ErrorCode: gen.CodeInternalError, ErrorInfo: err.Error()}
	if failure, ok := errors.AsType[*failed](err); ok {
		reply.ErrorCode, reply.ErrorInfo = failure.code, failure.info
	}
	body, err := json.Marshal(&reply)
	if err != nil { // text that is no UTF-8 came from the request: a reply must not repeat it
		reply.ErrorInfo = ""
		body, _ = json.Marshal(&reply)
	}
	write(w, body)
}

func write(w http.ResponseWriter, body []byte) {
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(body) //nolint:gosec // JSON, and labelled as such. A client that has gone needs no answer
}
