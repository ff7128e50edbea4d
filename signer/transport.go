package signer

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/timsns/timsns/internal/origin"
	"github.com/timsns/timsns/internal/signature"
)

// Transport returns a transport for any http.Client. It signs requests to servers, refuses all others, and sends the
// signed ones through next, or through http.DefaultTransport if next is nil. Each server is a base URL with https, or
// with http on loopback; its path has no effect. The error gives the number of the server that is invalid.
//
// The transport next sees the signed URL, but the caller does not: the Request of the response is the caller's own, and
// neither errors nor a Location header repeat the UserSig.
func (s *Signer) Transport(next http.RoundTripper, servers ...string) (http.RoundTripper, error) {
	origins, err := s.originsOf("Transport", servers)
	if err != nil {
		return nil, err
	}
	if next == nil {
		next = http.DefaultTransport
	}
	return &transport{signer: s, below: &signature.Transport{Next: next, Origins: origins}}, nil
}

func (s *Signer) originsOf(function string, servers []string) (origin.Set, error) {
	if err := s.check(function); err != nil {
		return nil, err
	}
	origins, err := origin.NewSet(servers...)
	if err != nil {
		return nil, fmt.Errorf("signer: %s: %w", function, err)
	}
	return origins, nil
}

type transport struct {
	signer *Signer
	below  *signature.Transport
}

// RoundTrip signs a copy of the request and sends it.
func (t *transport) RoundTrip(request *http.Request) (*http.Response, error) {
	drawn, err := t.signer.Sign(request.Context())
	if err != nil {
		if request.Body != nil {
			_ = request.Body.Close() // a RoundTripper must close it, even on errors
		}
		return nil, err
	}
	response, err := t.below.RoundTrip(request.WithContext(signature.NewContext(request.Context(), &drawn)))
	if response != nil {
		response.Request = request
	}
	if _, sent := errors.AsType[*signature.SendError](err); sent {
		return response, err
	}
	if err != nil {
		return response, fmt.Errorf("signer: %w", err)
	}
	return response, nil
}

// CloseIdleConnections closes the idle connections of the transport below.
func (t *transport) CloseIdleConnections() { t.below.CloseIdleConnections() }

// RequestEditor returns a function that signs a request to one of servers in place, and refuses any other. It is a
// RequestEditorFn for clients that oapi-codegen generates. Unlike with [Signer.Transport], the caller then has a signed
// URL, which the errors of http.Client repeat: keep them out of logs.
func (s *Signer) RequestEditor(servers ...string) (func(ctx context.Context, request *http.Request) error, error) {
	origins, err := s.originsOf("RequestEditor", servers)
	if err != nil {
		return nil, err
	}
	return func(ctx context.Context, request *http.Request) error {
		if err := origins.Check(request.URL); err != nil {
			return fmt.Errorf("signer: the request was not signed: %w", err)
		}
		drawn, err := s.Sign(ctx)
		if err != nil {
			return err
		}
		signed, err := drawn.AddTo(request)
		if err != nil {
			return fmt.Errorf("signer: %w", err)
		}
		request.URL = signed.URL
		return nil
	}, nil
}
