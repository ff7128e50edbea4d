package rest_test

import (
	"bufio"
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strconv"
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

// forgetful serves each connection until forget returns true. Then it passes the connection to lose, without a response
// to the last request.
type forgetful struct {
	forget func() bool
	lose   func(net.Conn)

	answered, lost atomic.Int64
}

func (f *forgetful) serve(connection net.Conn) {
	defer func() { _ = connection.Close() }()
	for reader := bufio.NewReader(connection); ; {
		request, err := http.ReadRequest(reader)
		if err != nil {
			return
		}
		_, _ = reader.Discard(int(request.ContentLength))
		if f.forget() {
			f.lost.Add(1)
			f.lose(connection)
			return
		}
		f.answered.Add(1)
		_, _ = connection.Write([]byte("HTTP/1.1 200 OK\r\nContent-Length: " + strconv.Itoa(len(success)) + "\r\n\r\n" + success))
	}
}

func (f *forgetful) start(t *testing.T) string {
	t.Helper()
	return strings.Replace(accepting(t, f.serve), "https://", "http://", 1)
}

// TestClient_staysWithAHostWhoseConnectionsDie covers a middlebox that resets idle connections. The host is not to
// blame.
func TestClient_staysWithAHostWhoseConnectionsDie(t *testing.T) {
	var isForgetting atomic.Bool
	primary := &forgetful{forget: func() bool { return isForgetting.Swap(false) }, lose: func(connection net.Conn) {
		_ = connection.(*net.TCPConn).SetLinger(0) //nolint:forcetypeassert // accepting listens on TCP
	}}
	var standby atomic.Int64
	other := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		standby.Add(1)
		json(success)(w, r)
	}))
	defer other.Close()
	client := newRestClient(t, rest.Server{URL: primary.start(t), Standby: other.URL}, testutil.NewSigner(t))
	for range 3 {
		_, err := call(t.Context(), client, read)
		require.NoError(t, err)
		isForgetting.Store(true)
		trace, traced := newTrace()
		_, err = call(t.Context(), client, read, traced)
		require.NoError(t, err, "the client repeats a read on a new connection")
		assert.Len(t, trace.Attempts(), 2)
	}
	isForgetting.Store(true)
	trace, traced := newTrace()
	_, err := call(t.Context(), client, write, traced)
	require.Error(t, err, "the host may have carried out the write")
	assert.Len(t, trace.Attempts(), 1)
	_, err = call(t.Context(), client, write)
	require.NoError(t, err)
	assert.Zero(t, standby.Load())
	assert.EqualValues(t, 4, primary.lost.Load())
}

// TestClient_closesIdleConnectionsAfterATimeout covers a load balancer that silently drops all connections. One write
// is lost, not one for each connection.
func TestClient_closesIdleConnectionsAfterATimeout(t *testing.T) {
	const callers = 8
	var isForgetting atomic.Bool
	var before sync.Map // addresses of the connections that the server drops
	var arrived sync.WaitGroup
	arrived.Add(callers)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, isForgotten := before.Load(r.RemoteAddr)
		if isForgetting.Load() && isForgotten {
			untilGone(r)
			return
		}
		if !isForgetting.Load() {
			before.Store(r.RemoteAddr, true)
			arrived.Done()
			arrived.Wait() // so that each caller has a connection of its own
		}
		json(success)(w, r)
	}))
	defer server.Close()
	client := newRestClient(t, rest.Server{URL: server.URL}, testutil.NewSigner(t), rest.WithAttemptTimeout(5*time.Second))
	var done sync.WaitGroup
	for range callers {
		done.Go(func() {
			_, err := call(t.Context(), client, write)
			assert.NoError(t, err)
		})
	}
	done.Wait()
	isForgetting.Store(true)
	_, err := call(t.Context(), client, write, rest.WithAttemptTimeout(50*time.Millisecond))
	require.ErrorIs(t, err, context.DeadlineExceeded)
	for range callers {
		_, err := call(t.Context(), client, write)
		require.NoError(t, err)
	}
}

func TestClient_limitsTheResponseHeader(t *testing.T) {
	var sent atomic.Int64
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		sent.Add(1)
		for i := range 200 {
			w.Header().Set("X-"+strconv.Itoa(i), strings.Repeat("x", 1<<10))
		}
	}))
	defer server.Close()
	client := newRestClient(t, rest.Server{URL: server.URL}, testutil.NewSigner(t))
	_, err := call(t.Context(), client, read)
	require.ErrorIs(t, err, rest.ErrResponseTooLarge)
	assert.EqualValues(t, 1, sent.Load(), "a retry would fail in the same way")
}

// TestClient_sendsNoPlainHTTPToAProxy runs itself in a process whose environment names a proxy.
func TestClient_sendsNoPlainHTTPToAProxy(t *testing.T) {
	if os.Getenv("TIMSNS_TEST_PLAIN_PROXY") != "" {
		client := newRestClient(t, rest.Server{URL: "http://LocalHost:9"}, testutil.NewSigner(t), rest.WithoutRetry())
		_, err := call(t.Context(), client, read)
		require.Error(t, err)
		return
	}
	var requests atomic.Int64
	proxy := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { requests.Add(1) }))
	defer proxy.Close()
	command := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^"+t.Name()+"$")
	command.Env = append(os.Environ(), "TIMSNS_TEST_PLAIN_PROXY=1", "HTTP_PROXY="+proxy.URL, "NO_PROXY=")
	output, err := command.CombinedOutput()
	require.NoError(t, err, string(output))
	assert.Zero(t, requests.Load())
}

var errLeft = errors.New("the user left")

// TestCall_returnsTheCauseOfItsContext cancels the context in each phase of a call.
func TestCall_returnsTheCauseOfItsContext(t *testing.T) {
	slow := read
	slow.RateLimit = 1
	for name, test := range map[string]struct {
		operation rest.Operation
		handler   http.HandlerFunc
		after     time.Duration
	}{
		"before the call":             {read, json(success), 0},
		"during an attempt":           {read, func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }, time.Second},
		"during the delay of a retry": {read, withRetryAfter("20", status(503)), time.Second},
		"waiting for the quota":       {slow, withRetryAfter("0", status(503)), 500 * time.Millisecond},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ctx, cancel := context.WithCancelCause(t.Context())
				defer cancel(nil)
				if test.after == 0 {
					cancel(errLeft)
				} else {
					time.AfterFunc(test.after, func() { cancel(errLeft) })
				}
				_, err := call(ctx, newInMemoryClient(t, alone, test.handler), test.operation)
				require.ErrorIs(t, err, errLeft)
				require.ErrorIs(t, err, context.Canceled)
			})
		})
	}
}

func TestCall_repeatsWhatWasRefusedForItsRate(t *testing.T) {
	for _, throttled := range []rest.Code{gen.CodeRateLimitExceeded, 60011, 60018, 60019} {
		for name, first := range map[string]http.HandlerFunc{
			"HTTP 200": code(throttled),
			"HTTP 429": answer(429, "application/json", `{"ActionStatus":"FAIL","ErrorCode":`+strconv.Itoa(int(throttled))+`}`),
		} {
			t.Run(name+", "+throttled.Error(), func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					trace, traced := newTrace()
					_, err := call(t.Context(), newInMemoryClient(t, alone, inTurn(first, json(success))), write, traced)
					require.NoError(t, err)
					assert.Len(t, trace.Attempts(), 2)
				})
			})
		}
	}
}
