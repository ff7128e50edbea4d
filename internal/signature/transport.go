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
// Next. It refuses requests to other servers than Origins. Next sees the signed URL; the caller does not: the
// response's Request is the caller's own, and neither errors nor a Location repeat the UserSig.
type Transport struct {
	Next    http.RoundTripper
	Origins origin.Set
}

// SendError is the error of a request that was handed to the transport below.
type SendError struct{ Err error }

// Error returns the text of the error from below, with unsafe characters escaped: a server may choose them.
func (e *SendError) Error() string { return printable.Text(e.Err.Error()) }

// Unwrap returns the error from below.
func (e *SendError) Unwrap() error { return e.Err }

// RoundTrip implements http.RoundTripper. The error is a [*SendError] unless the request was refused.
func (t *Transport) RoundTrip(request *http.Request) (*http.Response, error) {
	signature := FromContext(request.Context())
	signed, err := t.sign(request, signature)
	if err != nil {
		if request.Body != nil {
			_ = request.Body.Close() // a RoundTripper closes it, on errors too
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

// hideUserSig keeps the UserSig out of the URL of a redirect, which http.Client repeats in its errors.
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

// CloseIdleConnections closes the idle connections of the transport below.
func (t *Transport) CloseIdleConnections() {
	if closer, ok := t.Next.(interface{ CloseIdleConnections() }); ok {
		closer.CloseIdleConnections()
	}
}
