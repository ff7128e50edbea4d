package rest_test

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
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

// TestCall_repeatsNoWriteAfterACorruptRecord has a response of which TLS cannot read a record: the write was received.
func TestCall_repeatsNoWriteAfterACorruptRecord(t *testing.T) {
	var received atomic.Int64
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		received.Add(1)
		connection, _, err := http.NewResponseController(w).Hijack()
		if assert.NoError(t, err) {
			plain := connection.(*tls.Conn).NetConn() //nolint:forcetypeassert // the server speaks TLS
			_, _ = plain.Write([]byte("HTTP/1.1 200 OK\r\n\r\n"))
			_ = plain.Close()
		}
	}))
	server.StartTLS()
	defer server.Close()
	client := newRestClient(t, rest.Server{URL: server.URL, Standby: server.URL}, testutil.NewSigner(t), rest.WithRootCAs(poolOf(server)))
	_, err := call(t.Context(), client, write)
	require.Error(t, err)
	assert.EqualValues(t, 1, received.Load())
}

func TestCall_toleratesOddTransports(t *testing.T) {
	for name, test := range map[string]struct {
		response *http.Response
		want     string
	}{
		"nothing at all":          {nil, "the transport returned neither a response nor an error"},
		"a response without body": {&http.Response{StatusCode: http.StatusOK}, "want a JSON object, got no JSON"},
	} {
		t.Run(name, func(t *testing.T) {
			odd := testutil.TransportFunc(func(*http.Request) (*http.Response, error) { return test.response, nil })
			_, err := call(t.Context(), newRestClient(t, alone, testutil.NewSigner(t), rest.WithTransport(odd)), read)
			assert.ErrorContains(t, err, test.want)
		})
	}
}

// TestCall_repeatsNoContradictoryWrite has a response whose code says that nothing was done, and whose status says OK.
func TestCall_repeatsNoContradictoryWrite(t *testing.T) {
	for _, status := range []int{200, 429, 500} {
		trace, traced := newTrace()
		client := newInMemoryClient(t, alone, answer(status, "application/json", `{"ActionStatus":"OK","ErrorCode":60007}`))
		_, err := call(t.Context(), client, write, traced)
		require.ErrorIs(t, err, rest.ErrInvalidResponse)
		assert.Len(t, trace.Attempts(), 1, "HTTP %d", status)
	}
}

// busyLimiter fails from the second attempt on.
type busyLimiter struct{ calls int }

func (l *busyLimiter) Wait(context.Context, uint32, rest.Operation) (int, error) {
	if l.calls++; l.calls > 1 {
		return 0, errors.New("no turn")
	}
	return 0, nil
}

func TestError_namesTheHostOfTheLastAttempt(t *testing.T) {
	client := newInMemoryClient(t, pair, status(503), rest.WithLimiter(&busyLimiter{}))
	_, err := call(t.Context(), client, read)
	failure, ok := errors.AsType[*rest.Error](err)
	require.True(t, ok)
	assert.Equal(t, pair.URL, failure.Host)
	assert.ErrorContains(t, err, "no turn")
}

func TestCall_heedsRetryAfterOfARefusedSignature(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		client := newInMemoryClient(t, alone, inTurn(withRetryAfter("2", code(gen.CodeUserSigExpired)), json(success)))
		_, err := call(t.Context(), client, read)
		require.NoError(t, err)
		assert.Equal(t, 2*time.Second, time.Since(start))
	})
}

func TestFailover_ignoresFailuresOfEarlierAttempts(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		slowFailure := func(w http.ResponseWriter, r *http.Request) {
			time.Sleep(4 * time.Second)
			status(502)(w, r)
		}
		hosts := &twoHosts{primary: inTurn(slowFailure, status(502), json(success)), standby: json(success)}
		client := newInMemoryClient(t, pair, hosts.ServeHTTP, rest.WithFailbackDelay(time.Second))
		go func() { _, _ = call(t.Context(), client, write) }() // it fails after the primary has recovered
		time.Sleep(time.Second)
		_, err := call(t.Context(), client, read) // the primary fails
		require.NoError(t, err)
		time.Sleep(1500 * time.Millisecond)
		_, err = call(t.Context(), client, read) // the primary is well again
		require.NoError(t, err)
		time.Sleep(3 * time.Second)
		hosts.take()
		_, err = call(t.Context(), client, write)
		require.NoError(t, err)
		assert.Equal(t, "primary", hosts.take())
	})
}

func TestFailover_probesAgainAfterAProbeThatWasCancelled(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hang := func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }
		hosts := &twoHosts{primary: inTurn(status(502), hang, json(success)), standby: json(success)}
		client := newInMemoryClient(t, pair, hosts.ServeHTTP)
		_, err := call(t.Context(), client, read)
		require.NoError(t, err)
		time.Sleep(31 * time.Second)
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(10*time.Millisecond, cancel)
		_, err = call(ctx, client, read)
		require.ErrorIs(t, err, context.Canceled)
		hosts.take()
		_, err = call(t.Context(), client, read)
		require.NoError(t, err)
		assert.Equal(t, "primary", hosts.take())
	})
}

func TestError_boundsWhatItRepeats(t *testing.T) {
	for name, body := range map[string]string{
		"a long number":      `{"CurrentSequence":` + strings.Repeat("9", 7<<20) + `,` + success[1:],
		"a long name, twice": `{"` + strings.Repeat("x", 3<<20) + `":1,"` + strings.Repeat("x", 3<<20) + `":1,` + success[1:],
	} {
		t.Run(name, func(t *testing.T) {
			_, err := newClient(t, json(body)).GroupGet(t.Context(), request)
			require.ErrorIs(t, err, rest.ErrInvalidResponse)
			for ; err != nil; err = errors.Unwrap(err) {
				assert.Less(t, len(err.Error()), 3<<10)
			}
		})
	}
	long := `{"ActionStatus":"FAIL","ErrorCode":30001,"ErrorInfo":"` + strings.Repeat("好", 30_000) + `"}`
	_, err := newClient(t, json(long)).GroupGet(t.Context(), request)
	failure, _ := errors.AsType[*rest.Error](err)
	assert.Equal(t, strings.Repeat("好", 64<<10/3), failure.Info, "cut between characters")
}

func TestCall_rejectsNullInAnArrayOfStrings(t *testing.T) {
	_, err := newClient(t, json(strings.Replace(success, "[]", `[{"GroupName":"a","FriendNumber":1,"To_Account":["bob",null]}]`, 1))).
		GroupGet(t.Context(), request)
	require.ErrorIs(t, err, rest.ErrInvalidResponse)
	assert.ErrorContains(t, err, "want a string, got null")
}

// TestCall_knowsATimeoutThatRepeatsTheUserSig has a transport whose time-outs show the signed URL.
func TestCall_knowsATimeoutThatRepeatsTheUserSig(t *testing.T) {
	telling := testutil.TransportFunc(func(r *http.Request) (*http.Response, error) {
		return nil, &net.OpError{Op: "post " + r.URL.String(), Err: &net.DNSError{Err: "no answer", IsTimeout: true}}
	})
	_, err := call(t.Context(), newRestClient(t, alone, testutil.NewSigner(t), rest.WithTransport(telling), rest.WithoutRetry()), read)
	require.ErrorIs(t, err, context.DeadlineExceeded)
	assert.NotContains(t, err.Error(), "eAE")
}

func TestNewLocalLimiter_refusesANilOption(t *testing.T) {
	_, err := rest.NewLocalLimiter(1, nil)
	assert.ErrorContains(t, err, "want an option, got nil as option 1")
}
