package traffic

import (
	"net/http"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/attempt"
	"github.com/timsns/timsns/internal/redaction"
)

// secret is the UserSig of one request.
type secret struct {
	redact  func(text string) string
	isBelow bool // whether a signer below the recorder adds the UserSig
}

// secretOf returns the UserSig of the request: that of its URL, and the one that a signer below the recorder adds
// later.
func secretOf(request *http.Request) secret {
	inURL := redaction.OfQuery(request.URL.String())
	record := attempt.FromContext(request.Context())
	if record == nil {
		return secret{redact: inURL}
	}
	redact := func(text string) string {
		if record.Redact == nil { // the request has not been signed yet
			return inURL(text)
		}
		return record.Redact(inURL(text))
	}
	return secret{redact, true}
}

func (s secret) redactExchange(e *Exchange) {
	e.URL = s.redact(redaction.Scrub(e.URL)) // Scrub also finds a UserSig that is too short for redact
	e.RequestType, e.ResponseType = s.redact(e.RequestType), s.redact(e.ResponseType)
	if e.Request != nil {
		e.Request = Body(s.redact(string(e.Request)))
	}
	if e.Response != nil {
		e.Response = Body(s.redact(string(e.Response)))
	}
}

// redactViolations redacts the texts of violations, which repeat names in the body.
func (s secret) redactViolations(violations api.Violations) {
	for i, v := range violations {
		v.Path, v.Pointer, v.Reason = s.redact(v.Path), s.redact(v.Pointer), s.redact(v.Reason)
		violations[i] = v
	}
}

func (s secret) redactError(err error) error { return attempt.RedactError(err, s.redact) }
