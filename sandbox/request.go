package sandbox

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
)

// largestBody is how many bytes of a request the sandbox reads: more than any command needs.
const largestBody = 4 << 20

func (s *Sandbox) route(r *http.Request) (*api.Operation, error) {
	operation, known := s.document.OperationAt(r.URL.EscapedPath()) // %2F is no slash
	switch {
	case !known:
		return nil, fail(gen.CodeInvalidResource, "no command has the path "+r.URL.Path)
	case r.Method != http.MethodPost:
		return nil, fail(gen.CodeMalformedURL, "want the method POST, got "+r.Method)
	}
	return operation, nil
}

// parameterCodes is our reading, since no page tells which code the service gives for a bad query parameter: the
// most specific documented one.
var parameterCodes = map[string]gen.ErrorCode{
	"sdkappid":    gen.CodeInvalidSDKAppID,
	"identifier":  gen.CodeInvalidCredentials,
	"usersig":     gen.CodeUserSigEmpty,
	"contenttype": gen.CodeInvalidQueryParameter,
}

func (s *Sandbox) checkQuery(query url.Values) error {
	err := s.document.ValidateQuery(query)
	if err == nil {
		return nil
	}
	var found api.Violations
	if !errors.As(err, &found) {
		return fail(gen.CodeMalformedURL, err.Error())
	}
	first := found[0]
	parameter := strings.TrimPrefix(first.Path, "query.")
	code, known := parameterCodes[parameter]
	switch {
	case parameter == "sdkappid" && !query.Has("sdkappid"):
		code = gen.CodeMissingSDKAppID
	case !known:
		code = gen.CodeMalformedURL
	}
	return fail(code, found.Error())
}

// checkContentType takes application/json alone, as the document does, with any parameters: a charset has no effect on
// JSON. Without the header it is our reading that the body is JSON: RFC 9110 lets a recipient look, and the query
// parameter contenttype says so.
func checkContentType(header http.Header) error {
	values := header.Values("Content-Type")
	if len(values) == 0 {
		return nil
	}
	mediaType, _, err := mime.ParseMediaType(values[0])
	if err != nil || mediaType != "application/json" || len(values) > 1 {
		return fail(gen.CodeMalformedURL, "want the Content-Type application/json, got another one")
	}
	return nil
}

// readBody reads a body that keeps the contract.
func readBody(r *http.Request, operation *api.Operation) ([]byte, error) {
	if err := checkContentType(r.Header); err != nil {
		return nil, err
	}
	body, err := io.ReadAll(io.LimitReader(r.Body, largestBody+1))
	if err != nil {
		return nil, fail(gen.CodeMalformedURL, "the body could not be read")
	}
	if len(body) > largestBody {
		return nil, fail(gen.CodeMalformedURL, fmt.Sprintf("want a body of at most %d bytes", largestBody))
	}
	if !json.Valid(body) {
		return nil, fail(gen.CodeMalformedJSON, fmt.Sprintf("the body of %d bytes is no valid JSON", len(body)))
	}
	if err := operation.ValidateRequest(body); err != nil {
		return nil, fail(gen.CodeInvalidParameter, err.Error())
	}
	return body, nil
}
