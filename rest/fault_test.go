package rest_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
)

// outcome is the outcome of a call: how many attempts it made, how often the sandbox carried it out, and its error.
type outcome struct {
	attempts, carriedOut int
	err                  error
}

// TestCall_survivesFaults states for each fault what is lost. A write is lost if its caller cannot know whether it was
// carried out. It is never carried out twice.
func TestCall_survivesFaults(t *testing.T) {
	tests := map[string]struct {
		faults      []fault
		read, write outcome
		lost        string
	}{
		"reset before the request was carried out": {
			[]fault{resetAtOnce},
			outcome{2, 1, nil},
			outcome{1, 0, syscall.ECONNRESET},
			"the write: not carried out, which its caller cannot know",
		},
		"reset before the response": {
			[]fault{reset(nothing)},
			outcome{2, 2, nil},
			outcome{1, 1, syscall.ECONNRESET},
			"the outcome of the write: carried out once",
		},
		"reset during the response": {
			[]fault{reset(half)},
			outcome{2, 2, nil},
			outcome{1, 1, syscall.ECONNRESET},
			"the outcome of the write: carried out once",
		},
		"reset before the last byte of the response": {
			[]fault{reset(allButOne)},
			outcome{2, 2, nil},
			outcome{1, 1, syscall.ECONNRESET},
			"the outcome of the write: carried out once",
		},
		"half a response": {
			[]fault{truncatedResponse},
			outcome{2, 2, nil},
			outcome{1, 1, io.ErrUnexpectedEOF},
			"the outcome of the write: carried out once",
		},
		"a slow response": {
			[]fault{late},
			outcome{2, 2, nil},
			outcome{1, 1, context.DeadlineExceeded},
			"the outcome of the write: carried out once",
		},
		"an endless response": {
			[]fault{instead(endless)},
			outcome{1, 0, rest.ErrResponseTooLarge},
			outcome{1, 0, rest.ErrResponseTooLarge},
			"both calls: a server that sends such a response should not get another request",
		},
		"HTTP 502": {
			[]fault{instead(status(502))},
			outcome{2, 1, nil},
			outcome{1, 0, rest.ErrUnexpectedStatus},
			"the write: not carried out, which its caller cannot know",
		},
		"HTTP 503, twice": {
			[]fault{instead(status(503)), instead(status(503))},
			outcome{3, 1, nil},
			outcome{1, 0, rest.ErrUnexpectedStatus},
			"the write",
		},
		"HTTP 429": {
			[]fault{instead(status(429))},
			outcome{2, 1, nil},
			outcome{1, 0, rest.ErrUnexpectedStatus},
			"the write",
		},
		"three transient codes": {
			[]fault{instead(code(60007)), instead(code(30006)), instead(code(70500))},
			outcome{4, 1, nil},
			outcome{2, 0, gen.CodeInternalError},
			"the write: repeated after the code for its rate, not after the next",
		},
		"four transient codes": {
			[]fault{instead(code(60007)), instead(code(30006)), instead(code(70500)), instead(code(60008))},
			outcome{4, 0, gen.CodeServiceTimeout},
			outcome{2, 0, gen.CodeInternalError},
			"both calls",
		},
		"an expired signature": {
			[]fault{instead(code(70001))},
			outcome{2, 1, nil},
			outcome{2, 1, nil},
			"nothing",
		},
		"a signature that remains illegal": {
			[]fault{instead(code(70003)), instead(code(70003))},
			outcome{2, 0, gen.CodeUserSigInvalid},
			outcome{2, 0, gen.CodeUserSigInvalid},
			"both calls",
		},
	}
	for name, test := range tests {
		for operation, want := range map[rest.Operation]outcome{read: test.read, write: test.write} {
			t.Run(name+", "+operation.ID, func(t *testing.T) {
				service, sign := newSandbox(t)
				base, transport := serve(t, spoil(service, test.faults...))
				timeout := 5 * time.Second
				if errors.Is(test.write.err, context.DeadlineExceeded) {
					timeout = 300 * time.Millisecond
				}
				client := newRestClient(t, rest.Server{URL: base}, sign, rest.WithTransport(transport),
					rest.WithAttemptTimeout(timeout), rest.WithRetryPolicy(rest.RetryPolicy{MaxBackoff: time.Millisecond}))
				trace, traced := newTrace()
				lists, err := call(t.Context(), client, operation, traced)
				assert.Len(t, trace.Attempts(), want.attempts, "attempts; lost: %s", test.lost)
				assert.Equal(t, want.carriedOut, service.Calls("group_get"), "carried out; lost: %s", test.lost)
				if want.err == nil {
					require.NoError(t, err)
					assert.Len(t, lists.ResultItem, 3)
					return
				}
				assert.ErrorIs(t, err, want.err)
			})
		}
	}
}

// abort resets the HTTP/2 stream of the request.
func abort(before func(service http.Handler, w http.ResponseWriter, r *http.Request)) fault {
	return func(service http.Handler, w http.ResponseWriter, r *http.Request) {
		before(service, w, r)
		panic(http.ErrAbortHandler)
	}
}

func TestCall_survivesFaultsOverHTTP2(t *testing.T) {
	ignore := func(http.Handler, http.ResponseWriter, *http.Request) {}
	carryOut := func(service http.Handler, _ http.ResponseWriter, r *http.Request) { rawResponse(service, r) }
	halfway := func(service http.Handler, w http.ResponseWriter, r *http.Request) {
		rawResponse(service, r)
		_, _ = w.Write([]byte(success[:50]))
		_ = http.NewResponseController(w).Flush()
	}
	tests := map[string]struct {
		fault                     fault
		readCarried, writeCarried int
	}{
		"reset before the request was carried out": {abort(ignore), 1, 0},
		"reset before the response":                {abort(carryOut), 2, 1},
		"reset during the response":                {abort(halfway), 2, 1},
	}
	for name, test := range tests {
		for operation, carriedOut := range map[rest.Operation]int{read: test.readCarried, write: test.writeCarried} {
			t.Run(name+", "+operation.ID, func(t *testing.T) {
				service, sign := newSandbox(t)
				server := httptest.NewUnstartedServer(spoil(service, test.fault))
				server.EnableHTTP2 = true
				server.StartTLS()
				defer server.Close()
				client := newRestClient(t, rest.Server{URL: server.URL}, sign, rest.WithRootCAs(poolOf(server)))
				_, err := call(t.Context(), client, operation)
				assert.Equal(t, operation.Idempotent, err == nil, "a read succeeds the second time: %v", err)
				assert.Equal(t, carriedOut, service.Calls("group_get"))
			})
		}
	}
}
