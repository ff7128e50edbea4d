package rest_test

import (
	"crypto/x509"
	"errors"
	"io"
	"math"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
)

func TestNewClientNamesTheFault(t *testing.T) {
	tests := map[string]struct {
		server rest.Server
		option rest.Option
		want   string
	}{
		"no server":               {rest.Server{}, nil, "Server.URL: want a URL such as"},
		"http to another machine": {rest.Server{URL: "http://adminapisgp.im.qcloud.com"}, nil, "want https, or http on loopback"},
		"a query":                 {rest.Server{URL: "https://localhost?usersig=x"}, nil, "query or fragment"},
		"no http.Client":          {gen.Singapore, rest.WithHTTPClient(nil), "WithHTTPClient: want an http.Client"},
		"no transport":            {gen.Singapore, rest.WithTransport(nil), "WithTransport: want an http.RoundTripper"},
		"no time":                 {gen.Singapore, rest.WithTimeout(0), "WithTimeout: want a duration above 0"},
		"no size":                 {gen.Singapore, rest.WithResponseLimit(-1), "WithResponseLimit: want a number of bytes above 0"},
		"no logger":               {gen.Singapore, rest.WithLogger(nil), "WithLogger: want a slog.Logger"},
		"an empty user agent":     {gen.Singapore, rest.WithUserAgent(""), "WithUserAgent: want printable ASCII"},
		"no observer":             {gen.Singapore, rest.WithObserver(nil), "WithObserver: want an observer"},
		"no middleware":           {gen.Singapore, rest.WithMiddleware(nil), "WithMiddleware: want a middleware"},
		"no certificates":         {gen.Singapore, rest.WithRootCAs(nil), "WithRootCAs: want an x509.CertPool"},
		"no limiter":              {gen.Singapore, rest.WithLimiter(nil), "WithLimiter: want a limiter, got nil; rest.NoLimit()"},
		"no failback":             {gen.Singapore, rest.WithFailback(0), "WithFailback: want a duration above 0"},
		"attempts below zero":     {gen.Singapore, rest.WithRetry(rest.RetryPolicy{MaxAttempts: -1}), "WithRetry: MaxAttempts: want 0 for the default, or more, got -1"},
		"a delay below zero":      {gen.Singapore, rest.WithRetry(rest.RetryPolicy{MaxBackoff: -time.Second}), "WithRetry: MaxBackoff: want 0 for the default, or more, got -1s"},
		"a budget that is none":   {gen.Singapore, rest.WithRetry(rest.RetryPolicy{BudgetRatio: math.NaN()}), "WithRetry: BudgetRatio: want 0 for the default, or more, got NaN"},
		"a middleware of nothing": {gen.Singapore, rest.WithMiddleware(func(http.RoundTripper) http.RoundTripper { return nil }), "a middleware returned no transport"},
		"a standby without https": {rest.Server{URL: "https://a", Standby: "http://b"}, nil, "Server.Standby: want https"},
		"a header in disguise":    {gen.Singapore, rest.WithUserAgent("a\r\nB: c"), "WithUserAgent: want printable ASCII"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			var options []rest.Option
			if test.option != nil {
				options = append(options, test.option)
			}
			_, err := gen.NewClient(test.server, newSigner(t), options...)
			assert.ErrorContains(t, err, test.want)
		})
	}
	_, err := gen.NewClient(gen.Singapore, nil)
	assert.ErrorContains(t, err, "want a signer, got nil")
}

func TestOneConnectionForEachConcurrentCall(t *testing.T) {
	const callers, rounds = 16, 20
	var connections atomic.Int64
	var arrived sync.WaitGroup
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		arrived.Done()
		arrived.Wait() // until all callers of the round are here, so that none can share a connection
		_, _ = w.Write([]byte(success))
	}))
	server.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateNew {
			connections.Add(1)
		}
	}
	server.Start()
	defer server.Close()
	client, err := gen.NewClient(rest.Server{URL: server.URL}, newSigner(t), rest.WithLimiter(rest.NoLimit()))
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

func TestTheCallersHTTPClientIsNotChanged(t *testing.T) {
	jar := &http.Client{Timeout: time.Minute}
	before := *jar
	client := newClient(t, redirect(http.StatusFound), rest.WithHTTPClient(jar))
	_, err := client.GroupGet(t.Context(), request)
	require.ErrorIs(t, err, rest.ErrUnexpectedStatus)
	assert.Equal(t, before, *jar)
}

type transportFunc func(*http.Request) (*http.Response, error)

func (f transportFunc) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func TestWithTransportGoesBeforeTheHTTPClients(t *testing.T) {
	refuse := func(text string) http.RoundTripper {
		return transportFunc(func(*http.Request) (*http.Response, error) { return nil, errors.New(text) })
	}
	_, err := newClient(t, nil, rest.WithTransport(refuse("first")), rest.WithHTTPClient(&http.Client{Transport: refuse("second")})).
		GroupGet(t.Context(), request)
	assert.ErrorContains(t, err, "first")
}

func TestTheBodyIsAlwaysClosed(t *testing.T) {
	for name, limit := range map[string]int64{"read whole": 1 << 10, "too large": 10} {
		t.Run(name, func(t *testing.T) {
			body := &closeCounter{Reader: strings.NewReader(success)}
			transport := transportFunc(func(*http.Request) (*http.Response, error) {
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

func TestTheErrorTellsWhatSupportAsksFor(t *testing.T) {
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

func TestARequestThatCannotBeEncodedIsNotSent(t *testing.T) {
	client := newClient(t, func(http.ResponseWriter, *http.Request) { t.Error("a request was sent") })
	_, err := client.GroupGet(t.Context(), gen.GroupGetRequest{FromAccount: "\xff"})
	assert.ErrorContains(t, err, "GroupGet: the request cannot be encoded")
	assert.ErrorContains(t, err, "UTF-8")
}

// plainSigner is a signer of the caller's own, which knows nothing of this module.
type plainSigner struct{}

func (plainSigner) Transport(next http.RoundTripper, _ ...string) (http.RoundTripper, error) {
	return next, nil
}

func TestASignerOfTheCallersOwn(t *testing.T) {
	visited := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		visited++
		inTurn(redirect(http.StatusTemporaryRedirect))(w, r)
	}))
	defer server.Close()
	_, err := call(t.Context(), newRestClient(t, rest.Server{URL: server.URL}, plainSigner{}), read)
	require.ErrorIs(t, err, rest.ErrUnexpectedStatus, "the redirect is not followed")
	assert.Equal(t, 1, visited)
	client := newRestClient(t, alone, plainSigner{}, rest.WithTransport(inMemory(inTurn(code(70001), json(success)))))
	_, err = call(t.Context(), client, write)
	assert.NoError(t, err, "a refused signature is tried again")
}

func TestIdleConnectionsAreClosedWithMiddlewareToo(t *testing.T) {
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
	plain := func(next http.RoundTripper) http.RoundTripper { return transportFunc(next.RoundTrip) }
	client := newRestClient(t, rest.Server{URL: server.URL}, newSigner(t), rest.WithMiddleware(plain))
	_, err := call(t.Context(), client, read)
	require.NoError(t, err)
	assert.EqualValues(t, 1, open.Load())
	client.CloseIdleConnections()
	assert.Eventually(t, func() bool { return open.Load() == 0 }, 5*time.Second, time.Millisecond)
}

func TestTheTransportInsideWithHTTPClientIsUsed(t *testing.T) {
	inside := &http.Client{Transport: inMemory(json(success))}
	_, err := call(t.Context(), newRestClient(t, alone, newSigner(t), rest.WithHTTPClient(inside)), read)
	require.NoError(t, err)
	_, err = gen.NewClient(alone, newSigner(t), rest.WithHTTPClient(inside), rest.WithRootCAs(x509.NewCertPool()))
	assert.ErrorContains(t, err, "want either WithRootCAs or a transport of your own")
}
