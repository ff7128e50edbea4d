// Package testutil contains helpers for the tests of several packages. Only tests import it.
package testutil

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/signer"
)

// TransportFunc is a function that is an [http.RoundTripper].
type TransportFunc func(*http.Request) (*http.Response, error)

// RoundTrip implements [http.RoundTripper].
func (f TransportFunc) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// Transport returns an [http.RoundTripper] that passes each request to handler, without a network. As with a network,
// the request fails with the error of its context if that ends before handler returns.
func Transport(handler http.Handler) http.RoundTripper {
	return TransportFunc(func(r *http.Request) (*http.Response, error) {
		recorder := httptest.NewRecorder()
		handler.ServeHTTP(recorder, r)
		if err := r.Context().Err(); err != nil {
			return nil, err
		}
		response := recorder.Result()
		response.Request = r
		return response, nil
	})
}

// NewSigner returns a signer with made-up credentials.
func NewSigner(t testing.TB) *signer.Signer {
	t.Helper()
	sign, err := signer.New(signer.Credentials{SDKAppID: 1400000000, Identifier: "administrator", SecretKey: "key"})
	require.NoError(t, err)
	return sign
}
