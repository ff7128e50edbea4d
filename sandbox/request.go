package sandbox

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
)

// maxBodyBytes is the largest request body that the sandbox accepts. No operation needs as much.
const maxBodyBytes = 4 << 20

func (s *Sandbox) route(r *http.Request) (*api.Operation, error) {
	operation, known := s.document.OperationAt(r.URL.EscapedPath()) // escaped, since %2F is not a slash
	switch {
	case !known:
		return nil, newError(gen.CodeInvalidResource, "no command has the path "+r.URL.Path)
	case r.Method != http.MethodPost:
		return operation, newError(gen.CodeMalformedURL, "want the method POST, got "+r.Method)
	}
	return operation, nil
}

// parameterCodes maps invalid query parameters to the most specific documented code. This is our interpretation: the
// vendor's pages do not say which code the service returns.
var parameterCodes = map[string]gen.ErrorCode{
	"sdkappid":    gen.CodeInvalidSDKAppID,
	"identifier":  gen.CodeInvalidCredentials,
	"usersig":     gen.CodeUserSigEmpty,
	"contenttype": gen.CodeInvalidQueryParameter,
}

// validateQuery accepts a query without random, although the document requires it: the vendor's own PHP SDK does not
// send it.
func (s *Sandbox) validateQuery(query url.Values) error {
	err := s.document.ValidateQuery(query)
	if err == nil {
		return nil
	}
	var found api.Violations
	if !errors.As(err, &found) {
		return newError(gen.CodeMalformedURL, err.Error())
	}
	found = slices.DeleteFunc(found, func(violation api.Violation) bool {
		return violation.Path == "query.random" && !query.Has("random")
	})
	if len(found) == 0 {
		return nil
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
	return newError(code, found.Error())
}

// validateContentType accepts application/json, as the document does, with any parameters: a charset has no effect on
// JSON. It also accepts a missing header, and that of a form, which curl and PHP send unless told otherwise. This is
// our interpretation: the vendor's pages say only that the query parameter contenttype names the format of the body.
func validateContentType(header http.Header) error {
	values := header.Values("Content-Type")
	if len(values) == 0 {
		return nil
	}
	mediaType, _, err := mime.ParseMediaType(values[0])
	isAccepted := mediaType == "application/json" || mediaType == "application/x-www-form-urlencoded"
	if err != nil || !isAccepted || len(values) > 1 {
		return newError(gen.CodeMalformedURL, "want the Content-Type application/json, got another one")
	}
	return nil
}

// readBody returns the body of a request, which is valid for the operation.
func readBody(r *http.Request, operation *api.Operation) ([]byte, error) {
	if err := validateContentType(r.Header); err != nil {
		return nil, err
	}
	body, err := io.ReadAll(io.LimitReader(r.Body, maxBodyBytes+1))
	if err != nil {
		return nil, newError(gen.CodeMalformedURL, "the body could not be read")
	}
	if len(body) > maxBodyBytes {
		return nil, newError(gen.CodeMalformedURL, fmt.Sprintf("want a body of at most %d bytes", maxBodyBytes))
	}
	if !json.Valid(body) {
		return nil, newError(gen.CodeMalformedJSON, fmt.Sprintf("the body of %d bytes is not valid JSON", len(body)))
	}
	if err := operation.ValidateRequest(body); err != nil {
		// Every service has the code for malformed JSON, even if its document does not say which code a bad body has.
		code := cmp.Or(gen.ErrorCode(operation.InvalidRequest()), gen.CodeMalformedJSON)
		return nil, newError(code, err.Error())
	}
	return body, nil
}
