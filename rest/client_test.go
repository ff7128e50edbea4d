package rest_test

import (
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"math"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/internal/testutil"
	"github.com/timsns/timsns/rest"
)

func TestNewClient_namesTheWrongOption(t *testing.T) {
	tests := map[string]struct {
		server rest.Server
		option rest.Option
		want   string
	}{
		"no server":               {rest.Server{}, nil, "Server.URL: want a URL such as"},
		"http to another machine": {rest.Server{URL: "http://adminapisgp.im.qcloud.com"}, nil, "want https, or http on loopback"},
		"a query":                 {rest.Server{URL: "https://localhost?usersig=x"}, nil, "query or fragment"},
		"no transport":            {gen.Singapore, rest.WithTransport(nil), "WithTransport: want an http.RoundTripper"},
		"no timeout":              {gen.Singapore, rest.WithAttemptTimeout(0), "WithAttemptTimeout: want a duration above 0"},
		"no limit":                {gen.Singapore, rest.WithResponseLimit(-1), "WithResponseLimit: want a number of bytes above 0"},
		"no logger":               {gen.Singapore, rest.WithLogger(nil), "WithLogger: want a slog.Logger"},
		"an empty user agent":     {gen.Singapore, rest.WithUserAgent(""), "WithUserAgent: want printable ASCII"},
		"no observer":             {gen.Singapore, rest.WithObserver(nil), "WithObserver: want an observer"},
		"no middleware":           {gen.Singapore, rest.WithMiddleware(nil), "WithMiddleware: want a middleware"},
		"no certificates":         {gen.Singapore, rest.WithRootCAs(nil), "WithRootCAs: want an x509.CertPool"},
		"no limiter":              {gen.Singapore, rest.WithLimiter(nil), "WithLimiter: want a limiter, got nil; rest.NoLimit()"},
		"no failback delay":       {gen.Singapore, rest.WithFailbackDelay(0), "WithFailbackDelay: want a duration above 0"},
		"negative attempts":       {gen.Singapore, rest.WithRetryPolicy(rest.RetryPolicy{MaxAttempts: -1}), "WithRetryPolicy: MaxAttempts: want 0 for the default, or more, got -1"},
		"a negative delay":        {gen.Singapore, rest.WithRetryPolicy(rest.RetryPolicy{MaxBackoff: -time.Second}), "WithRetryPolicy: MaxBackoff: want 0 for the default, or more, got -1s"},
		"a budget of NaN":         {gen.Singapore, rest.WithRetryBudget(math.NaN()), "WithRetryBudget: want a ratio from 0 to 100, got NaN"},
		"a middleware of nil":     {gen.Singapore, rest.WithMiddleware(func(http.RoundTripper) http.RoundTripper { return nil }), "a middleware returned no transport"},
		"a standby without https": {rest.Server{URL: "https://a", Standby: "http://b"}, nil, "Server.Standby: want https"},
		"a header of two lines":   {gen.Singapore, rest.WithUserAgent("a\r\nB: c"), "WithUserAgent: want printable ASCII"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			var options []rest.Option
			if test.option != nil {
				options = append(options, test.option)
			}
			_, err := gen.NewClient(test.server, testutil.NewSigner(t), options...)
			assert.ErrorContains(t, err, test.want)
		})
	}
	_, err := gen.NewClient(gen.Singapore, nil)
	assert.ErrorContains(t, err, "want a signer with an SDKAppID, such as one from signer.New")
}

func TestClient_keepsAConnectionForEachConcurrentCall(t *testing.T) {
	const callers, rounds = 16, 20
	var connections atomic.Int64
	var arrived sync.WaitGroup
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		arrived.Done()
		arrived.Wait() // until all callers of the round are here, so that no two of them share a connection
		_, _ = w.Write([]byte(success))
	}))
	server.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateNew {
			connections.Add(1)
		}
	}
	server.Start()
	defer server.Close()
	client, err := gen.NewClient(rest.Server{URL: server.URL}, testutil.NewSigner(t), rest.WithLimiter(rest.NoLimit()))
	require.NoError(t, err)
	for range rounds {
		arrived.Add(callers)
		var done sync.WaitGroup
		for range callers {
			done.Go(func() {
				_, err := client.GroupGet(t.Context(), request)
				assert.NoError(t, err)
			})
		}
		done.Wait()
	}
	assert.EqualValues(t, callers, connections.Load())
}

func TestCall_closesTheBody(t *testing.T) {
	for name, limit := range map[string]int64{"read whole": 1 << 10, "too large": 10} {
		t.Run(name, func(t *testing.T) {
			body := &closeCounter{Reader: strings.NewReader(success)}
			transport := testutil.TransportFunc(func(*http.Request) (*http.Response, error) {
				return &http.Response{StatusCode: http.StatusOK, Body: body, ContentLength: -1}, nil
			})
			client := newClient(t, nil, rest.WithTransport(transport), rest.WithResponseLimit(limit))
			_, _ = client.GroupGet(t.Context(), request)
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

func TestError_hasWhatSupportAsksFor(t *testing.T) {
	var random string
	client := newClient(t, func(w http.ResponseWriter, r *http.Request) {
		random = r.URL.Query().Get("random")
		json(`{"ActionStatus":"FAIL","ErrorCode":30003,"ErrorInfo":"no such\naccount","ErrorDisplay":"unknown"}`)(w, r)
	})
	_, err := client.GroupGet(t.Context(), request)
	assert.EqualError(t, err, `GroupGet: error code 30003: the account does not exist in this app: the service says "no such\naccount"; `+
		`import the account first, and check its spelling (HTTP 200, random `+random+`, attempts 1)`)
	var failure *rest.Error
	require.ErrorAs(t, err, &failure)
	assert.Equal(t, "unknown", failure.Display)
	assert.Contains(t, failure.Host, "http://127.0.0.1:")
	assert.NotEmpty(t, failure.Advice)
}

func TestCall_sendsNoRequestThatCannotBeEncoded(t *testing.T) {
	client := newClient(t, func(http.ResponseWriter, *http.Request) { t.Error("a request was sent") })
	_, err := client.GroupGet(t.Context(), gen.GroupGetRequest{FromAccount: "\xff"})
	assert.ErrorContains(t, err, "GroupGet: encoding the request")
	assert.ErrorContains(t, err, "UTF-8")
}

// ownSigner is another implementation of rest.Signer.
type ownSigner struct{ signatures int }

func (*ownSigner) SDKAppID() uint32 { return 1 }

func (s *ownSigner) Sign(context.Context) (rest.Signature, error) {
	s.signatures++
	return rest.Signature{Query: "usersig=own", UserSig: "own", Random: 7}, nil
}

func TestClient_usesTheGivenSigner(t *testing.T) {
	visited := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		visited++
		assert.Equal(t, "usersig=own&random=7", r.URL.RawQuery)
		inTurn(redirect(http.StatusTemporaryRedirect))(w, r)
	}))
	defer server.Close()
	_, err := call(t.Context(), newRestClient(t, rest.Server{URL: server.URL}, &ownSigner{}), read)
	require.ErrorIs(t, err, rest.ErrUnexpectedStatus, "the redirect is not followed")
	assert.Equal(t, 1, visited)
	sign := &ownSigner{}
	client := newRestClient(t, alone, sign, rest.WithTransport(testutil.Transport(inTurn(code(70001), json(success)))))
	_, err = call(t.Context(), client, write)
	require.NoError(t, err, "the client gets a new signature after a refused one")
	assert.Equal(t, 2, sign.signatures)
}

func TestClient_sendsNothingWithoutASignature(t *testing.T) {
	client := newRestClient(t, pair, failingSigner{}, rest.WithTransport(testutil.Transport(func() http.HandlerFunc {
		return func(http.ResponseWriter, *http.Request) { t.Error("a request was sent") }
	}())))
	_, err := call(t.Context(), client, read)
	require.ErrorContains(t, err, "no key")
	failure, _ := errors.AsType[*rest.Error](err)
	assert.Equal(t, 1, failure.Attempts, "a retry would not help")
}

type failingSigner struct{}

func (failingSigner) SDKAppID() uint32 { return 1 }

func (failingSigner) Sign(context.Context) (rest.Signature, error) {
	return rest.Signature{}, errors.New("no key")
}

func TestClient_doesNotRetryErrorsOfMiddleware(t *testing.T) {
	for name, test := range map[string]struct {
		middleware rest.Middleware
		attempts   int
	}{
		"an error of its own": {func(http.RoundTripper) http.RoundTripper {
			return testutil.TransportFunc(func(*http.Request) (*http.Response, error) { return nil, errors.New("refused") })
		}, 1},
		"the transport's error, wrapped": {func(next http.RoundTripper) http.RoundTripper {
			return testutil.TransportFunc(func(r *http.Request) (*http.Response, error) {
				_, err := next.RoundTrip(r)
				return nil, fmt.Errorf("traced: %w", err)
			})
		}, 4},
		"a request to another server": {func(next http.RoundTripper) http.RoundTripper {
			return testutil.TransportFunc(func(r *http.Request) (*http.Response, error) {
				r = r.Clone(r.Context())
				r.URL.Host = "elsewhere.example"
				return next.RoundTrip(r)
			})
		}, 1},
		"a request with another context": {func(next http.RoundTripper) http.RoundTripper {
			return testutil.TransportFunc(func(r *http.Request) (*http.Response, error) {
				return next.RoundTrip(r.WithContext(context.Background()))
			})
		}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				lost := testutil.TransportFunc(func(*http.Request) (*http.Response, error) { return nil, errors.New("lost") })
				client := newRestClient(t, alone, testutil.NewSigner(t), rest.WithTransport(lost), rest.WithMiddleware(test.middleware))
				_, err := call(t.Context(), client, read)
				failure, _ := errors.AsType[*rest.Error](err)
				assert.Equal(t, test.attempts, failure.Attempts, "%v", err)
			})
		})
	}
}

func TestCall_returnsErrorsForNil(t *testing.T) {
	var none context.Context
	client := newInMemoryClient(t, alone, json(success))
	for want, err := range map[string]error{
		"want a client that NewClient returned":   second(call(t.Context(), nil, read)),
		"GroupGet: want a client that NewClient":  second(call(t.Context(), &rest.Client{}, read)),
		"GroupGet: want a context, got nil":       second(call(none, client, read)),
		"want a call option, got nil as option 1": second(rest.Call[rest.RawResponse](t.Context(), client, read, request, nil)),
	} {
		assert.ErrorContains(t, err, want)
	}
	_, err := rest.NewClient(alone, testutil.NewSigner(t), nil, rest.WithoutRetry(), nil)
	require.ErrorContains(t, err, "want an option, got nil as option 2")
	(*rest.Client)(nil).CloseIdleConnections()
}

func second[T any](_ T, err error) error { return err }

func TestCallOption_appliesToItsCallOnly(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var ofClient, ofCall []int
		observer := func(numbers *[]int) rest.CallOption {
			return rest.WithObserver(func(_ context.Context, attempt rest.Attempt) { *numbers = append(*numbers, attempt.Number) })
		}
		client := newInMemoryClient(t, alone, status(503), observer(&ofClient))
		_, err := rest.Call[rest.RawResponse](t.Context(), client, read, request, rest.WithoutRetry(), observer(&ofCall))
		require.Error(t, err)
		assert.Equal(t, []int{1}, ofCall)
		_, err = rest.Call[rest.RawResponse](t.Context(), client, read, request)
		require.Error(t, err)
		assert.Equal(t, []int{1}, ofCall)
		assert.Equal(t, []int{1, 1, 2, 3, 4}, ofClient)
		_, err = rest.Call[rest.RawResponse](t.Context(), client, read, request, rest.WithAttemptTimeout(0))
		assert.ErrorContains(t, err, "WithAttemptTimeout: want a duration above 0")
	})
}

func TestClient_closesIdleConnectionsBelowMiddleware(t *testing.T) {
	var open atomic.Int64
	server := httptest.NewUnstartedServer(json(success))
	server.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		switch state {
		case http.StateNew:
			open.Add(1)
		case http.StateClosed:
			open.Add(-1)
		case http.StateActive, http.StateIdle, http.StateHijacked:
		}
	}
	server.Start()
	defer server.Close()
	plain := func(next http.RoundTripper) http.RoundTripper { return testutil.TransportFunc(next.RoundTrip) }
	client := newRestClient(t, rest.Server{URL: server.URL}, testutil.NewSigner(t), rest.WithMiddleware(plain))
	_, err := call(t.Context(), client, read)
	require.NoError(t, err)
	assert.EqualValues(t, 1, open.Load())
	client.CloseIdleConnections()
	assert.Eventually(t, func() bool { return open.Load() == 0 }, 5*time.Second, time.Millisecond)
}

func TestNewClient_refusesRootCAsForAnotherTransport(t *testing.T) {
	_, err := gen.NewClient(alone, testutil.NewSigner(t), rest.WithTransport(http.DefaultTransport), rest.WithRootCAs(x509.NewCertPool()))
	assert.ErrorContains(t, err, "want either WithRootCAs or WithTransport, got both")
}
