package signature

import (
	"errors"
	"fmt"
	"net/http"

	"github.com/timsns/timsns/internal/origin"
	"github.com/timsns/timsns/internal/printable"
	"github.com/timsns/timsns/internal/redaction"
)

// Transport adds the signature in a request's context to the URL of a copy of the request, and sends the copy through
// Next. It refuses requests to servers that are not in Origins. Next sees the signed URL, but the caller does not: the
// Request of the response is the caller's own, and neither errors nor a Location header repeat the UserSig.
type Transport struct {
	Next    http.RoundTripper
	Origins origin.Set
}

// SendError is the error of a request that was passed to Next.
type SendError struct{ Err error }

// Error returns the text of the error from Next, with unsafe characters escaped: a server may have chosen them.
func (e *SendError) Error() string { return printable.Text(e.Err.Error()) }

// Unwrap returns the error from Next.
func (e *SendError) Unwrap() error { return e.Err }

// RoundTrip implements http.RoundTripper. The error is a [*SendError] unless the request was refused.
func (t *Transport) RoundTrip(request *http.Request) (*http.Response, error) {
	signature := FromContext(request.Context())
	signed, err := t.sign(request, signature)
	if err != nil {
		if request.Body != nil {
			_ = request.Body.Close() // a RoundTripper must close it, even on errors
		}
		return nil, err
	}
	response, err := t.Next.RoundTrip(signed)
	if response != nil {
		response.Request = request
		hideUserSig(response.Header)
	}
	if err != nil {
		return response, &SendError{redaction.Error(err, signature.UserSig)}
	}
	return response, nil
}

// hideUserSig removes the UserSig from the URL of a redirect, which http.Client repeats in its errors.
func hideUserSig(header http.Header) {
	if location := header.Get("Location"); location != "" {
		header.Set("Location", redaction.URL(location))
	}
}

func (t *Transport) sign(request *http.Request, signature *Signature) (*http.Request, error) {
	if signature == nil {
		return nil, errors.New("the request was not signed and not sent: its context is not the one of the call")
	}
	if err := t.Origins.Check(request.URL); err != nil {
		return nil, fmt.Errorf("the request was not signed and not sent: %w", err)
	}
	return signature.AddTo(request)
}

// CloseIdleConnections closes the idle connections of Next.
func (t *Transport) CloseIdleConnections() {
	if closer, ok := t.Next.(interface{ CloseIdleConnections() }); ok {
		closer.CloseIdleConnections()
	}
}
