package signature_test

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/internal/origin"
	"github.com/timsns/timsns/internal/signature"
)

const userSig = "eAEArwBQ-3siV*xU*abc"

var drawn = signature.Signature{Query: "sdkappid=1&usersig=" + userSig, UserSig: userSig, Random: 7}

type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func newRequest(t *testing.T, address string) *http.Request {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, address, strings.NewReader("{}"))
	require.NoError(t, err)
	return request
}

func newTransport(t *testing.T, next roundTrip) *signature.Transport {
	t.Helper()
	origins, err := origin.NewSet("http://127.0.0.1")
	require.NoError(t, err)
	return &signature.Transport{Next: next, Origins: origins}
}

func TestSignature_printsAsRedacted(t *testing.T) {
	for _, value := range []any{drawn, &drawn, struct{ Signature *signature.Signature }{&drawn}} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%x"} {
			assert.NotContains(t, fmt.Sprintf(verb, value), userSig, verb)
		}
	}
	request := newRequest(t, "http://127.0.0.1/")
	request = request.WithContext(signature.NewContext(request.Context(), &drawn))
	assert.NotContains(t, fmt.Sprintf("%v %+v %s", request, request.Context(), request.Context()), userSig)
}

func TestTransport_signsWithTheSignatureOfTheContext(t *testing.T) {
	var sent *http.Request
	transport := newTransport(t, func(r *http.Request) (*http.Response, error) {
		sent = r
		return &http.Response{StatusCode: http.StatusOK, Body: http.NoBody, Request: r}, nil
	})
	request := newRequest(t, "http://127.0.0.1/a?b=1")
	request = request.WithContext(signature.NewContext(request.Context(), &drawn))
	response, err := transport.RoundTrip(request)
	require.NoError(t, err)
	assert.Equal(t, "b=1&sdkappid=1&usersig="+userSig+"&random=7", sent.URL.RawQuery)
	assert.Equal(t, "b=1", request.URL.RawQuery)
	assert.Same(t, request, response.Request)
}

func TestTransport_refusesToSign(t *testing.T) {
	for name, test := range map[string]struct {
		address string
		sign    bool
		want    string
	}{
		"without a signature in the context": {"http://127.0.0.1/", false, "its context is not the one of the call"},
		"for another server":                 {"http://127.0.0.2/", true, "want one of the servers http://127.0.0.1:80"},
		"a request that is signed already":   {"http://127.0.0.1/?random=1", true, "the query parameter random already"},
	} {
		t.Run(name, func(t *testing.T) {
			transport := newTransport(t, func(*http.Request) (*http.Response, error) { panic("sent") })
			request := newRequest(t, test.address)
			if test.sign {
				request = request.WithContext(signature.NewContext(request.Context(), &drawn))
			}
			_, err := transport.RoundTrip(request)
			require.ErrorContains(t, err, test.want)
			_, sent := errors.AsType[*signature.SendError](err)
			assert.False(t, sent)
		})
	}
}

func TestTransport_returnsErrorsFromBelowWithoutSecretsOrControlCharacters(t *testing.T) {
	transport := newTransport(t, func(r *http.Request) (*http.Response, error) {
		return nil, fmt.Errorf("\x1b[31m%s\r\n%w", r.URL, io.ErrUnexpectedEOF)
	})
	request := newRequest(t, "http://127.0.0.1/")
	_, err := transport.RoundTrip(request.WithContext(signature.NewContext(request.Context(), &drawn)))
	sent, ok := errors.AsType[*signature.SendError](err)
	require.True(t, ok)
	require.ErrorIs(t, sent, io.ErrUnexpectedEOF)
	assert.Equal(t, `\x1b[31mhttp://127.0.0.1/?sdkappid=1&usersig=REDACTED&random=7\x0d\x0aunexpected EOF`, err.Error())
}
