package signer_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/tencentyun/tls-sig-api-v2-golang/tencentyun"

	"github.com/timsns/timsns/internal/testutil"
	"github.com/timsns/timsns/signer"
)

// recorder is a transport that keeps its last request, and responds with status 200.
func recorder(sent **http.Request) http.RoundTripper {
	return testutil.TransportFunc(func(r *http.Request) (*http.Response, error) {
		*sent = r
		return &http.Response{StatusCode: http.StatusOK, Body: http.NoBody, Request: r}, nil
	})
}

func newRequest(t *testing.T, target string) *http.Request {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, target, strings.NewReader(`{}`))
	require.NoError(t, err)
	return request
}

// send signs one request with fresh credentials and returns what was sent.
func send(t *testing.T, credentials signer.Credentials, request *http.Request) *http.Request {
	t.Helper()
	var sent *http.Request
	response, err := newTransport(t, credentials, recorder(&sent)).RoundTrip(request)
	require.NoError(t, err)
	assert.Same(t, request, response.Request, "the response must not lead to the signed request")
	return sent
}

func newTransport(t *testing.T, credentials signer.Credentials, next http.RoundTripper) http.RoundTripper {
	t.Helper()
	sign, err := signer.New(credentials)
	require.NoError(t, err)
	transport, err := sign.Transport(next, "https://adminapisgp.im.qcloud.com", "http://127.0.0.1:8080")
	require.NoError(t, err)
	return transport
}

const target = "https://adminapisgp.im.qcloud.com/v4/sns/group_get"

func TestTransport_addsFiveQueryParameters(t *testing.T) {
	query := send(t, credentials, newRequest(t, target)).URL.Query()
	assert.Len(t, query, 5)
	assert.Equal(t, "1400000000", query.Get("sdkappid"))
	assert.Equal(t, "administrator", query.Get("identifier"))
	assert.Equal(t, "json", query.Get("contenttype"))
	random, err := strconv.ParseUint(query.Get("random"), 10, 32)
	require.NoError(t, err)
	assert.LessOrEqual(t, random, uint64(math.MaxUint32))
	assert.NoError(t, tencentyun.VerifyUserSig(1400000000, key, "administrator", query.Get("usersig"), time.Now()))
}

func TestTransport_escapesValues(t *testing.T) {
	odd := signer.Credentials{SDKAppID: math.MaxUint32, Identifier: "a b&random=1#%+/?", SecretKey: key}
	query := send(t, odd, newRequest(t, target)).URL.Query()
	assert.Equal(t, "a b&random=1#%+/?", query.Get("identifier"))
	assert.Len(t, query["random"], 1)
	assert.NoError(t, tencentyun.VerifyUserSig(math.MaxUint32, key, odd.Identifier, query.Get("usersig"), time.Now()))
}

func TestTransport_keepsTheQuery(t *testing.T) {
	query := send(t, credentials, newRequest(t, target+"?a=1&b=%20")).URL.Query()
	assert.Len(t, query, 7)
	assert.Equal(t, " ", query.Get("b"))
}

func TestTransport_doesNotChangeTheRequest(t *testing.T) {
	request := newRequest(t, target+"?a=1")
	request.Header.Set("X-Test", "1")
	before, header, address := *request, request.Header.Clone(), *request.URL
	sent := send(t, credentials, request)
	assert.Equal(t, before.URL, request.URL)
	assert.Equal(t, address, *request.URL)
	assert.Equal(t, header, request.Header)
	assert.NotSame(t, request, sent)
	assert.NotSame(t, request.URL, sent.URL)
}

func TestSigner_Sign_drawsARandomNumberForEachRequest(t *testing.T) {
	sign, err := signer.New(credentials)
	require.NoError(t, err)
	assert.EqualValues(t, 1400000000, sign.SDKAppID())
	seen, high := map[uint32]bool{}, false
	for range 100 {
		signature, err := sign.Sign(t.Context())
		require.NoError(t, err)
		seen[signature.Random] = true
		high = high || signature.Random > math.MaxInt32
	}
	assert.Greater(t, len(seen), 95, "two of 100 random 32-bit numbers are hardly ever equal")
	assert.True(t, high, "one of 100 numbers is in the upper half of the range, except in one of 2^100 runs")
}

func TestSigner_RequestEditor(t *testing.T) {
	sign, err := signer.New(credentials)
	require.NoError(t, err)
	edit, err := sign.RequestEditor("https://adminapisgp.im.qcloud.com")
	require.NoError(t, err)
	request := newRequest(t, target)
	require.NoError(t, edit(t.Context(), request))
	query := request.URL.Query()
	assert.Len(t, query, 5)
	require.NoError(t, tencentyun.VerifyUserSig(1400000000, key, "administrator", query.Get("usersig"), time.Now()))
	require.ErrorContains(t, edit(t.Context(), request), "query parameter")
	require.ErrorContains(t, edit(t.Context(), newRequest(t, "https://example.com/")), "want one of the servers")
	_, err = sign.RequestEditor("http://example.com")
	require.ErrorContains(t, err, "RequestEditor: server 1: want https, or http on loopback")
	_, err = (*signer.Signer)(nil).RequestEditor("https://example.com")
	assert.ErrorContains(t, err, "RequestEditor: want a signer that New returned")
}

func TestNew_refusesANilOption(t *testing.T) {
	_, err := signer.New(credentials, nil)
	assert.ErrorContains(t, err, "want an option, got nil as option 1")
}

func TestTransport_refusesOtherServers(t *testing.T) {
	tests := map[string]struct{ target, want string }{
		"another host":                  {"https://example.com/v4/sns/group_get", "https://example.com: want one of the servers"},
		"the host without encryption":   {"http://adminapisgp.im.qcloud.com/", "want https, or http on loopback"},
		"another port":                  {"https://adminapisgp.im.qcloud.com:444/", "want one of the servers"},
		"another port of loopback":      {"http://127.0.0.1:8081/", "want one of the servers"},
		"a host that starts the same":   {"https://adminapisgp.im.qcloud.com.example.com/", "want one of the servers"},
		"a host in the user's name":     {"https://adminapisgp.im.qcloud.com@example.com/", "want one of the servers"},
		"a query that is signed":        {target + "?usersig=mine", "query parameter usersig already"},
		"a query with random":           {target + "?random=1", "query parameter random already"},
		"another scheme":                {"ftp://adminapisgp.im.qcloud.com/", "want https, or http on loopback"},
		"a query secret, another host":  {"https://example.com/?secret=1", "https://example.com: want"},
		"a path secret, without https:": {"http://example.com/secret", "http://example.com: want"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			never := testutil.TransportFunc(func(*http.Request) (*http.Response, error) {
				t.Error("the request was sent")
				return nil, errors.New("sent")
			})
			body := &closeCounter{Reader: strings.NewReader(`{}`)}
			request := newRequest(t, test.target)
			request.Body = body
			_, err := newTransport(t, credentials, never).RoundTrip(request)
			require.ErrorContains(t, err, test.want)
			assert.NotContains(t, err.Error(), "secret")
			assert.Equal(t, 1, body.closed)
		})
	}
}

type closeCounter struct {
	io.Reader
	closed int
}

func (c *closeCounter) Close() error {
	c.closed++
	return nil
}

func TestTransport_acceptsAServerInSeveralSpellings(t *testing.T) {
	for _, spelling := range []string{"https://ADMINAPISGP.im.qcloud.com/", "https://adminapisgp.im.qcloud.com:443/a"} {
		assert.NotEmpty(t, send(t, credentials, newRequest(t, spelling)).URL.RawQuery, spelling)
	}
}

func TestSigner_Transport_namesTheWrongServer(t *testing.T) {
	sign, err := signer.New(credentials)
	require.NoError(t, err)
	_, err = sign.Transport(nil)
	require.ErrorContains(t, err, "want the servers to sign for, got none")
	_, err = sign.Transport(nil, "https://localhost", "http://example.com")
	assert.ErrorContains(t, err, "server 2: want https, or http on loopback")
}

func TestTransport_returnsErrorsFromBelow(t *testing.T) {
	below := errors.New("below")
	transport := newTransport(t, credentials, testutil.TransportFunc(func(*http.Request) (*http.Response, error) { return nil, below }))
	_, err := transport.RoundTrip(newRequest(t, target))
	assert.ErrorIs(t, err, below)
}

func TestTransport_keepsTheSignatureOutOfErrorsOfHTTPClient(t *testing.T) {
	below := testutil.TransportFunc(func(*http.Request) (*http.Response, error) { return nil, errors.New("below") })
	_, err := (&http.Client{Transport: newTransport(t, credentials, below)}).Do(newRequest(t, target))
	var failure *url.Error
	require.ErrorAs(t, err, &failure)
	assert.Equal(t, target, failure.URL)
}

func TestTransport_closesIdleConnectionsBelow(t *testing.T) {
	below := &closer{}
	client := &http.Client{Transport: newTransport(t, credentials, below)}
	client.CloseIdleConnections()
	assert.True(t, below.closed)
}

type closer struct {
	http.RoundTripper
	closed bool
}

func (c *closer) CloseIdleConnections() { c.closed = true }

// TestTransport_redactsWhatTheTransportBelowRepeats covers programs that use the signer without package rest.
func TestTransport_redactsWhatTheTransportBelowRepeats(t *testing.T) {
	var userSig string
	transport := newTransport(t, credentials, testutil.TransportFunc(func(r *http.Request) (*http.Response, error) {
		userSig = r.URL.Query().Get("usersig")
		return nil, &url.Error{Op: "Post", URL: r.URL.String(), Err: context.Canceled}
	}))
	_, err := transport.RoundTrip(newRequest(t, target))
	require.ErrorIs(t, err, context.Canceled)
	assert.NotContains(t, err.Error(), userSig)
	assert.NotContains(t, err.Error(), url.QueryEscape(userSig))

	transport = newTransport(t, credentials, testutil.TransportFunc(func(r *http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: http.StatusFound, Header: http.Header{"Location": {r.URL.String()}}, Body: http.NoBody}, nil
	}))
	response, err := transport.RoundTrip(newRequest(t, target))
	require.NoError(t, err)
	assert.Contains(t, response.Header.Get("Location"), "usersig=REDACTED&")
}

// TestTransport_redactsErrorsThatWrapTheUserSig covers errors with and without the UserSig in their own text.
func TestTransport_redactsErrorsThatWrapTheUserSig(t *testing.T) {
	for name, wrap := range map[string]func(secret error) error{
		"in what it wraps":         func(secret error) error { return hidingError{inner: secret} },
		"in one of several":        func(secret error) error { return errors.Join(io.EOF, hidingError{inner: secret}) },
		"in a field":               func(secret error) error { return hidingError{Detail: secret.Error()} },
		"in a field of what wraps": func(secret error) error { return &hidingError{Detail: secret.Error(), inner: io.EOF} },
	} {
		t.Run(name, func(t *testing.T) {
			var userSig string
			transport := newTransport(t, credentials, testutil.TransportFunc(func(r *http.Request) (*http.Response, error) {
				userSig = r.URL.Query().Get("usersig")
				return nil, wrap(fmt.Errorf("%s: %w", userSig, context.Canceled))
			}))
			_, err := transport.RoundTrip(newRequest(t, target))
			for ; err != nil; err = errors.Unwrap(err) {
				assert.NotContains(t, fmt.Sprintf("%v %+v %#v", err, err, err), userSig)
			}
		})
	}
}

type hidingError struct {
	Detail string
	inner  error
}

func (hidingError) Error() string   { return "nothing to see" }
func (e hidingError) Unwrap() error { return e.inner }
