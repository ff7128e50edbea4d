package rest_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/internal/testutil"
	"github.com/timsns/timsns/rest"
)

// twoHosts is a primary and a standby without a network. It records the order in which they are called.
type twoHosts struct {
	mutex            sync.Mutex
	primary, standby http.HandlerFunc
	visited          []string
}

func (h *twoHosts) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h.mutex.Lock()
	handler := h.primary
	name, _, _ := strings.Cut(r.URL.Host, ".")
	if name == "standby" {
		handler = h.standby
	}
	h.visited = append(h.visited, name)
	h.mutex.Unlock()
	handler(w, r)
}

// take returns the hosts that were called since the last take.
func (h *twoHosts) take() string {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	visited := strings.Join(h.visited, " ")
	h.visited = nil
	return visited
}

func TestFailover_choosesTheHost(t *testing.T) {
	ok, down := json(success), status(503)
	tests := map[string]struct {
		primary, standby http.HandlerFunc
		operation        rest.Operation
		first, second    string // the hosts of two calls, one after the other
	}{
		"the primary answers":                     {ok, ok, read, "primary", "primary"},
		"the primary answers 502":                 {status(502), ok, read, "primary standby", "standby"},
		"the primary answers 500":                 {status(500), ok, read, "primary standby", "standby"},
		"the primary answers 500 with a code":     {answer(500, "application/json", `{"ErrorCode":30003}`), ok, read, "primary", "primary"},
		"the primary answers a permanent code":    {code(30003), ok, read, "primary", "primary"},
		"the primary answers a transient code":    {inTurn(code(60008), ok), ok, read, "primary primary", "primary"},
		"the primary answers 429":                 {inTurn(status(429), ok), ok, read, "primary primary", "primary"},
		"the primary answers 404":                 {status(404), ok, read, "primary", "primary"},
		"the primary answers HTML":                {status(200), ok, read, "primary", "primary"},
		"the signature is refused":                {inTurn(code(70001), ok), ok, read, "primary primary", "primary"},
		"both are down":                           {down, down, read, "primary standby primary standby", "standby primary standby primary"},
		"the standby is down, too, once":          {down, inTurn(down, ok), read, "primary standby primary standby", "standby"},
		"a write, and the primary answers 502":    {status(502), ok, write, "primary", "standby"},
		"a write, and the standby answers 502":    {down, down, write, "primary", "standby"},
		"a write, and the primary answers a code": {code(60008), ok, write, "primary", "primary"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				hosts := &twoHosts{primary: test.primary, standby: test.standby}
				client := newInMemoryClient(t, pair, hosts.ServeHTTP)
				_, _ = call(t.Context(), client, test.operation)
				assert.Equal(t, test.first, hosts.take())
				_, _ = call(t.Context(), client, test.operation)
				assert.Equal(t, test.second, hosts.take())
			})
		})
	}
}

func TestFailover_returnsToThePrimary(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hosts := &twoHosts{primary: status(502), standby: json(success)}
		client := newInMemoryClient(t, pair, hosts.ServeHTTP, rest.WithFailbackDelay(time.Minute))
		visit := func() string {
			_, err := call(t.Context(), client, read)
			require.NoError(t, err, "no call fails")
			return hosts.take()
		}
		assert.Equal(t, "primary standby", visit())
		time.Sleep(59 * time.Second)
		assert.Equal(t, "standby", visit())
		time.Sleep(time.Second)
		assert.Equal(t, "primary standby", visit(), "one call probes the primary")
		assert.Equal(t, "standby", visit())
		time.Sleep(time.Minute)
		hosts.primary = json(success)
		assert.Equal(t, "primary", visit(), "the primary responds again")
		assert.Equal(t, "primary", visit())
	})
}

func TestFailover_probesThePrimaryWithOneCall(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hosts := &twoHosts{primary: status(502), standby: json(success)}
		client := newInMemoryClient(t, pair, hosts.ServeHTTP)
		_, err := call(t.Context(), client, read)
		require.NoError(t, err)
		time.Sleep(time.Minute)
		hosts.take()
		hosts.primary = func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }
		var callers sync.WaitGroup
		for range 64 {
			callers.Go(func() {
				_, err := call(t.Context(), client, read)
				assert.NoError(t, err)
			})
		}
		callers.Wait()
		assert.Equal(t, 1, strings.Count(hosts.take(), "primary"))
	})
}

// TestFailover_leavesAPrimaryThatIsTooSlowForItsCallers covers a host that never responds, and callers whose deadlines
// are shorter than an attempt.
func TestFailover_leavesAPrimaryThatIsTooSlowForItsCallers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hosts := &twoHosts{standby: json(success), primary: func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }}
		client := newInMemoryClient(t, pair, hosts.ServeHTTP)
		hurried := func() error {
			ctx, cancel := context.WithTimeout(t.Context(), time.Second)
			defer cancel()
			_, err := call(ctx, client, read)
			return err
		}
		for range 3 {
			require.ErrorIs(t, hurried(), context.DeadlineExceeded)
		}
		require.NoError(t, hurried(), "after three times in a row, the host counts as slow")
		assert.Equal(t, "primary primary primary standby", hosts.take())
	})
}

func TestFailover_forgetsSlownessAfterAnAnswer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		slow := func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }
		hosts := &twoHosts{standby: json(success), primary: inTurn(slow, slow, json(success), slow, slow, json(success))}
		client := newInMemoryClient(t, pair, hosts.ServeHTTP)
		for range 6 {
			ctx, cancel := context.WithTimeout(t.Context(), time.Second)
			_, _ = call(ctx, client, read)
			cancel()
		}
		assert.NotContains(t, hosts.take(), "standby")
	})
}

func TestFailover_ignoresCallersThatGiveUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hosts := &twoHosts{standby: json(success), primary: func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }}
		client := newInMemoryClient(t, pair, hosts.ServeHTTP)
		for range 5 {
			ctx, cancel := context.WithCancel(t.Context())
			time.AfterFunc(time.Second, cancel)
			_, err := call(ctx, client, read)
			require.ErrorIs(t, err, context.Canceled)
		}
		assert.Equal(t, "primary primary primary primary primary", hosts.take())
	})
}

func TestFailover_ignoresRequestsThatWereRefusedLocally(t *testing.T) {
	redirected := func(next http.RoundTripper) http.RoundTripper {
		return testutil.TransportFunc(func(r *http.Request) (*http.Response, error) {
			copied := r.Clone(r.Context())
			copied.URL.Host = "elsewhere.example"
			return next.RoundTrip(copied)
		})
	}
	client := newInMemoryClient(t, pair, func(http.ResponseWriter, *http.Request) { t.Error("a request was sent") },
		rest.WithMiddleware(redirected))
	for _, operation := range []rest.Operation{read, write} {
		_, err := call(t.Context(), client, operation)
		require.ErrorContains(t, err, "https://elsewhere.example: want one of the servers")
		failure, _ := errors.AsType[*rest.Error](err)
		assert.Equal(t, 1, failure.Attempts)
	}
}

func TestServers_receiveSignaturesAtTheirStandby(t *testing.T) {
	for _, server := range gen.Servers() {
		synctest.Test(t, func(t *testing.T) {
			client := newInMemoryClient(t, server, inTurn(status(502), json(success)))
			_, err := call(t.Context(), client, read)
			assert.NoError(t, err, server.Name)
		})
	}
}

func TestFailover_probesThePrimaryWithReadsFirst(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hosts := &twoHosts{primary: status(502), standby: json(success)}
		client := newInMemoryClient(t, pair, hosts.ServeHTTP)
		_, err := call(t.Context(), client, read)
		require.NoError(t, err)
		for range 600 {
			time.Sleep(time.Second)
			_, err := call(t.Context(), client, write)
			require.NoError(t, err)
			_, err = call(t.Context(), client, read)
			require.NoError(t, err)
		}
		hosts.primary = json(success)
		hosts.take()
		time.Sleep(time.Minute)
		_, err = call(t.Context(), client, write)
		require.NoError(t, err)
		assert.Equal(t, "primary", hosts.take(), "a write probes the primary if there are no reads")
	})
}

// TestFailover_ignoresLocalFaults covers requests that fail before they are signed.
func TestFailover_ignoresLocalFaults(t *testing.T) {
	refuse := func(http.RoundTripper) http.RoundTripper {
		return testutil.TransportFunc(func(*http.Request) (*http.Response, error) { return nil, errors.New("not now") })
	}
	odd := read
	odd.Path = "/%zz"
	client := newInMemoryClient(t, pair, json(success))
	for name, attempt := range map[string]func() error{
		"a middleware": func() error {
			_, err := call(t.Context(), newInMemoryClient(t, pair, json(success), rest.WithMiddleware(refuse)), read)
			return err
		},
		"a path": func() error {
			_, err := call(t.Context(), client, odd)
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			failure, ok := errors.AsType[*rest.Error](attempt())
			require.True(t, ok)
			assert.Equal(t, 1, failure.Attempts)
		})
	}
	trace, traced := newTrace()
	_, err := call(t.Context(), client, read, traced)
	require.NoError(t, err)
	assert.Equal(t, pair.URL, trace.Attempts()[0].Host)
}

func TestFailover_toleratesOneSlowResponse(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		slow := func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }
		hosts := &twoHosts{primary: inTurn(slow, json(success)), standby: json(success)}
		client := newInMemoryClient(t, pair, hosts.ServeHTTP)
		for range 2 {
			_, err := call(t.Context(), client, read)
			require.NoError(t, err)
		}
		assert.Equal(t, "primary standby primary", hosts.take())
	})
}

// TestFailover_ignoresAnswersToEarlierAttempts covers an attempt that starts before an outage and ends during it.
func TestFailover_ignoresAnswersToEarlierAttempts(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		early := func(w http.ResponseWriter, r *http.Request) {
			time.Sleep(2 * time.Second)
			json(success)(w, r)
		}
		hosts := &twoHosts{primary: inTurn(early, status(502)), standby: json(success)}
		client := newInMemoryClient(t, pair, hosts.ServeHTTP)
		go func() { _, _ = call(t.Context(), client, read) }()
		time.Sleep(time.Second)
		_, err := call(t.Context(), client, read)
		require.NoError(t, err)
		time.Sleep(2 * time.Second)
		hosts.take()
		_, err = call(t.Context(), client, write)
		require.NoError(t, err)
		assert.Equal(t, "standby", hosts.take())
	})
}
