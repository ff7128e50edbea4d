package rest_test

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/internal/testutil"
	"github.com/timsns/timsns/rest"
)

// TestCall_endsWithItsContextInEachStage cancels the context once a call has reached the stage. The call must then end
// at once. It uses real sockets.
func TestCall_endsWithItsContextInEachStage(t *testing.T) {
	slow := read
	slow.RateLimit = 1
	tests := map[string]struct {
		operation rest.Operation
		prepare   func(t *testing.T, reached func()) (server rest.Server, transport *http.Transport)
		attempts  int
	}{
		"before the call": {read, func(t *testing.T, reached func()) (rest.Server, *http.Transport) {
			t.Helper()
			reached()
			return handled(t, json(success))
		}, 0},
		"waiting for the quota": {slow, func(t *testing.T, reached func()) (rest.Server, *http.Transport) {
			t.Helper()
			return handled(t, func(w http.ResponseWriter, r *http.Request) {
				time.AfterFunc(10*time.Millisecond, reached)
				code(60007)(w, r)
			})
		}, 1},
		"in the handshake": {read, func(t *testing.T, reached func()) (rest.Server, *http.Transport) {
			t.Helper()
			_, transport := serve(t, nil)
			return rest.Server{URL: accepting(t, func(net.Conn) { reached() })}, transport
		}, 1},
		"before the response": {read, func(t *testing.T, reached func()) (rest.Server, *http.Transport) {
			t.Helper()
			return handled(t, func(_ http.ResponseWriter, r *http.Request) {
				reached()
				untilGone(r)
			})
		}, 1},
		"during the response": {read, func(t *testing.T, reached func()) (rest.Server, *http.Transport) {
			t.Helper()
			return handled(t, func(w http.ResponseWriter, r *http.Request) {
				_, _ = w.Write([]byte(success[:10]))
				_ = http.NewResponseController(w).Flush()
				time.AfterFunc(10*time.Millisecond, reached)
				untilGone(r)
			})
		}, 1},
		"in the delay before a retry": {read, func(t *testing.T, reached func()) (rest.Server, *http.Transport) {
			t.Helper()
			return handled(t, func(w http.ResponseWriter, r *http.Request) {
				time.AfterFunc(10*time.Millisecond, reached)
				withRetryAfter("20", status(503))(w, r)
			})
		}, 1},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			server, transport := test.prepare(t, cancel)
			client := newRestClient(t, server, testutil.NewSigner(t), rest.WithTransport(transport))
			start := time.Now()
			_, err := call(ctx, client, test.operation)
			require.ErrorIs(t, err, context.Canceled)
			failure, ok := errors.AsType[*rest.Error](err)
			require.True(t, ok)
			assert.Equal(t, test.attempts, failure.Attempts)
			assert.Less(t, time.Since(start), 900*time.Millisecond, "before the next token of the quota and the timeout of any stage")
		})
	}
}

func handled(t *testing.T, handler http.HandlerFunc) (rest.Server, *http.Transport) {
	t.Helper()
	base, transport := serve(t, handler)
	return rest.Server{URL: base}, transport
}

// TestCall_reportsCancellationForATruncatedResponse covers servers that notice the end of the context before the client
// does, and end their response early without an error.
func TestCall_reportsCancellationForATruncatedResponse(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	transport := testutil.TransportFunc(func(*http.Request) (*http.Response, error) {
		cancel()
		return &http.Response{StatusCode: http.StatusOK, Body: io.NopCloser(strings.NewReader(success[:10]))}, nil
	})
	_, err := call(ctx, newRestClient(t, alone, testutil.NewSigner(t), rest.WithTransport(transport)), read)
	require.ErrorIs(t, err, context.Canceled)
	assert.ErrorIs(t, err, rest.ErrInvalidResponse)
}

func TestCall_reportsTheFailureAndTheCancellation(t *testing.T) {
	for name, server := range map[string]rest.Server{"alone": alone, "with a standby": pair} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			_, err := call(ctx, newInMemoryClient(t, server, func(w http.ResponseWriter, r *http.Request) {
				status(503)(w, r)
			}, rest.WithObserver(func(context.Context, rest.Attempt) { cancel() })), read)
			require.ErrorIs(t, err, context.Canceled)
			require.ErrorIs(t, err, rest.ErrUnexpectedStatus)
			failure, _ := errors.AsType[*rest.Error](err)
			assert.Equal(t, 1, failure.Attempts)
		})
	}
}
