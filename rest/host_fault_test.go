package rest_test

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/sandbox"
)

// TestFailover_survivesFaultsOfThePrimary checks that calls succeed while the standby responds, except for writes that
// the primary may have carried out.
func TestFailover_survivesFaultsOfThePrimary(t *testing.T) {
	tests := map[string]struct {
		primary     func(t *testing.T, service http.Handler) (base string)
		read, write outcome
	}{
		"connection refused":        {refusedAddress, outcome{2, 1, nil}, outcome{2, 1, nil}},
		"an untrusted certificate":  {untrusted, outcome{2, 1, nil}, outcome{2, 1, nil}},
		"no TLS":                    {plain, outcome{2, 1, nil}, outcome{2, 1, nil}},
		"a handshake cut off":       {closing, outcome{2, 1, nil}, outcome{2, 1, nil}},
		"an endless handshake":      {silent, outcome{2, 1, nil}, outcome{2, 1, nil}},
		"reset before the response": {faulty(reset(nothing)), outcome{2, 2, nil}, outcome{1, 1, syscall.ECONNRESET}},
		"no response":               {faulty(late), outcome{2, 2, nil}, outcome{1, 1, context.DeadlineExceeded}},
		"HTTP 502":                  {faulty(instead(status(502))), outcome{2, 1, nil}, outcome{1, 0, rest.ErrUnexpectedStatus}},
		"an error of the service":   {faulty(instead(code(30003))), outcome{1, 0, gen.CodeAccountNotFound}, outcome{1, 0, gen.CodeAccountNotFound}},
		"a refused signature":       {faulty(instead(code(70001))), outcome{2, 1, nil}, outcome{2, 1, nil}},
		"HTML":                      {faulty(instead(status(200))), outcome{1, 0, rest.ErrInvalidResponse}, outcome{1, 0, rest.ErrInvalidResponse}},
	}
	for name, test := range tests {
		for operation, want := range map[rest.Operation]outcome{read: test.read, write: test.write} {
			t.Run(name+", "+operation.ID, func(t *testing.T) {
				service, sign := newSandbox(t)
				standby, transport := serve(t, service)
				transport.TLSHandshakeTimeout = 100 * time.Millisecond
				timeout := 5 * time.Second
				if errors.Is(test.write.err, context.DeadlineExceeded) {
					timeout = 300 * time.Millisecond
				}
				client := newRestClient(t, rest.Server{URL: test.primary(t, service), Standby: standby}, sign,
					rest.WithTransport(transport), rest.WithAttemptTimeout(timeout))
				trace, traced := newTrace()
				_, err := call(t.Context(), client, operation, traced)
				assert.Len(t, trace.Attempts(), want.attempts)
				assert.Equal(t, want.carriedOut, service.Calls("group_get"))
				if want.err == nil {
					require.NoError(t, err)
					return
				}
				assert.ErrorIs(t, err, want.err)
			})
		}
	}
}

func listen(t *testing.T) net.Listener {
	t.Helper()
	listener, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	require.NoError(t, err)
	t.Cleanup(func() { _ = listener.Close() })
	return listener
}

func refusedAddress(t *testing.T, _ http.Handler) string {
	t.Helper()
	listener := listen(t)
	require.NoError(t, listener.Close())
	return "https://" + listener.Addr().String()
}

// accepting starts a server that calls do for each connection, and returns its URL.
func accepting(t *testing.T, do func(net.Conn)) string {
	t.Helper()
	listener := listen(t)
	go func() {
		for {
			connection, err := listener.Accept()
			if err != nil {
				return
			}
			do(connection)
		}
	}()
	return "https://" + listener.Addr().String()
}

func closing(t *testing.T, _ http.Handler) string {
	t.Helper()
	return accepting(t, func(connection net.Conn) { _ = connection.Close() })
}

func silent(t *testing.T, _ http.Handler) string {
	t.Helper()
	return accepting(t, func(connection net.Conn) { t.Cleanup(func() { _ = connection.Close() }) })
}

// plain starts a server that speaks HTTP at an https URL.
func plain(t *testing.T, service http.Handler) string {
	t.Helper()
	server := httptest.NewServer(service)
	t.Cleanup(server.Close)
	return "https://" + server.Listener.Addr().String()
}

// untrusted starts a server whose certificate is not valid for the host name in its URL.
func untrusted(t *testing.T, service http.Handler) string {
	t.Helper()
	base, _ := serve(t, service)
	_, port, err := net.SplitHostPort(base[len("https://"):])
	require.NoError(t, err)
	return "https://localhost:" + port
}

func faulty(first fault) func(*testing.T, http.Handler) string {
	return func(t *testing.T, service http.Handler) string {
		t.Helper()
		base, _ := serve(t, spoil(service, first))
		return base
	}
}

// TestCall_retriesWritesThatWereNotSent covers a server without a standby to which no connection can be made.
func TestCall_retriesWritesThatWereNotSent(t *testing.T) {
	for name, test := range map[string]struct {
		primary  func(*testing.T, http.Handler) string
		attempts int
	}{
		"connection refused":       {refusedAddress, 4},
		"a handshake cut off":      {closing, 4},
		"an untrusted certificate": {untrusted, 1}, // a new connection would fail in the same way
		"no TLS":                   {plain, 1},
	} {
		t.Run(name, func(t *testing.T) {
			service, sign := newSandbox(t)
			_, transport := serve(t, service)
			client := newRestClient(t, rest.Server{URL: test.primary(t, service)}, sign, rest.WithTransport(transport),
				rest.WithRetryPolicy(rest.RetryPolicy{MaxBackoff: time.Millisecond}))
			_, err := call(t.Context(), client, write)
			failure, ok := errors.AsType[*rest.Error](err)
			require.True(t, ok)
			assert.Equal(t, test.attempts, failure.Attempts)
			assert.Zero(t, failure.HTTPStatus)
			assert.Zero(t, service.Calls("group_get"))
		})
	}
}

// TestFailover_followsAPrimaryThatGoesDownAndComesBack stops a real server while calls go on, and starts it again at
// the same address.
func TestFailover_followsAPrimaryThatGoesDownAndComesBack(t *testing.T) {
	service, sign := newSandbox(t, sandbox.WithoutQuota())
	standby, transport := serve(t, service)
	primary := httptest.NewUnstartedServer(service)
	primary.StartTLS()
	address := primary.Listener.Addr().String()
	client := newRestClient(t, rest.Server{URL: primary.URL, Standby: standby}, sign, rest.WithTransport(transport),
		rest.WithLimiter(rest.NoLimit()), rest.WithFailbackDelay(50*time.Millisecond))
	hostOf := func() string {
		trace, traced := newTrace()
		_, err := call(t.Context(), client, read, traced)
		require.NoError(t, err, "no call is lost")
		attempts := trace.Attempts()
		return attempts[len(attempts)-1].Host
	}
	assert.Equal(t, primary.URL, hostOf())
	primary.CloseClientConnections()
	primary.Close()
	for range 20 {
		assert.Equal(t, standby, hostOf())
	}
	again := httptest.NewUnstartedServer(service)
	_ = again.Listener.Close()
	var err error
	again.Listener, err = new(net.ListenConfig).Listen(t.Context(), "tcp", address)
	require.NoError(t, err)
	again.StartTLS()
	defer again.Close()
	assert.Eventually(t, func() bool { return hostOf() == primary.URL }, 5*time.Second, 5*time.Millisecond)
}
