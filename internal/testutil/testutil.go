// Package testutil contains helpers for the tests of several packages. Only tests import it.
package testutil

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"runtime/debug"
	"slices"
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

// SkipWithRaceDetector skips a long test of one goroutine if the race detector is on, which would find nothing and make
// it ten times as long.
func SkipWithRaceDetector(t testing.TB) {
	t.Helper()
	if hasRaceDetector() {
		t.Skip("it has one goroutine: the run without the race detector has it")
	}
}

// Condition is that of scripts: [race] reports whether the race detector is on.
func Condition(name string) (bool, error) {
	if name != "race" {
		return false, fmt.Errorf("unknown condition %q", name)
	}
	return hasRaceDetector(), nil
}

func hasRaceDetector() bool {
	info, _ := debug.ReadBuildInfo()
	return info != nil && slices.Contains(info.Settings, debug.BuildSetting{Key: "-race", Value: "true"})
}

// NewSigner returns a signer with made-up credentials.
func NewSigner(t testing.TB) *signer.Signer {
	t.Helper()
	sign, err := signer.New(signer.Credentials{SDKAppID: 1400000000, Identifier: "administrator", SecretKey: "key"})
	require.NoError(t, err)
	return sign
}
