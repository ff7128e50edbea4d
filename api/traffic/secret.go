package traffic

import (
	"net/http"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/redaction"
	"github.com/timsns/timsns/internal/signature"
)

// secret is the UserSig of one request.
type secret struct {
	userSig string
	isBelow bool // whether a transport below the recorder adds the UserSig
}

// secretOf returns the UserSig of the request: the one that is added below the recorder, or that of its URL.
func secretOf(request *http.Request) secret {
	inURL := redaction.UserSig(request.URL.String())
	if below := signature.FromContext(request.Context()); below != nil && inURL == "" {
		return secret{below.UserSig, true}
	}
	return secret{inURL, false}
}

func (s secret) redact(text string) string { return redaction.Text(text, s.userSig) }

func (s secret) redactExchange(e *Exchange) {
	e.URL = s.redact(redaction.URL(e.URL)) // which also finds a UserSig that is too short for redact
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
