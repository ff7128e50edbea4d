package rest_test

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/internal/testutil"
	"github.com/timsns/timsns/rest"
)

var request = gen.GroupGetRequest{FromAccount: "id"}

// The two kinds of operations. The service executes both as a read, but the client takes the second for a write.
var (
	read  = rest.Operation{ID: "GroupGet", Path: "/v4/sns/group_get", RateLimit: 200, Idempotent: true}
	write = rest.Operation{ID: "GroupSet", Path: "/v4/sns/group_get", RateLimit: 200}
)

func call(
	ctx context.Context, client *rest.Client, operation rest.Operation, options ...rest.CallOption,
) (*gen.GroupGetResponse, error) {
	return rest.Call[gen.GroupGetResponse](ctx, client, operation, &request, options...)
}

// newRestClient returns a client with the defaults, changed by options.
func newRestClient(t *testing.T, server rest.Server, sign rest.Signer, options ...rest.Option) *rest.Client {
	t.Helper()
	client, err := rest.NewClient(server, sign, gen.LookupCode, options...)
	require.NoError(t, err)
	t.Cleanup(client.CloseIdleConnections)
	return client
}

// The servers of clients without a network: one without and one with a standby.
var (
	alone = rest.Server{URL: "https://primary.example"}
	pair  = rest.Server{URL: "https://primary.example", Standby: "https://standby.example"}
)

// newInMemoryClient returns a client whose attempts go to handler without a network, so that it works in synctest.
func newInMemoryClient(t *testing.T, server rest.Server, handler http.HandlerFunc, options ...rest.Option) *rest.Client {
	t.Helper()
	return newRestClient(t, server, testutil.NewSigner(t), append([]rest.Option{rest.WithTransport(testutil.Transport(handler))}, options...)...)
}

const success = `{"ResultItem":[],"CurrentSequence":1,"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"","ErrorDisplay":""}`

// newClient returns a generated client of a server that responds with handler. It makes one attempt per call, unless an
// option changes that.
func newClient(t *testing.T, handler http.HandlerFunc, options ...rest.Option) *gen.Client {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	client, err := gen.NewClient(rest.Server{URL: server.URL}, testutil.NewSigner(t), append([]rest.Option{rest.WithoutRetry()}, options...)...)
	require.NoError(t, err)
	t.Cleanup(client.CloseIdleConnections)
	return client
}

// answer returns a handler that sends the same response to each request.
func answer(status int, contentType, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		w.WriteHeader(status)
		_, _ = w.Write([]byte(body))
	}
}

func json(body string) http.HandlerFunc { return answer(http.StatusOK, "application/json", body) }

// untilGone waits until the client closes the connection, which net/http notices once the request has been read.
func untilGone(r *http.Request) {
	_, _ = io.Copy(io.Discard, r.Body)
	<-r.Context().Done()
}

// trace collects the attempts of calls.
type trace struct {
	mutex    sync.Mutex
	attempts []rest.Attempt
}

// newTrace returns a trace and the option that adds a call's attempts to it.
func newTrace() (*trace, rest.CallOption) {
	t := &trace{}
	return t, rest.WithObserver(func(_ context.Context, attempt rest.Attempt) {
		t.mutex.Lock()
		defer t.mutex.Unlock()
		t.attempts = append(t.attempts, attempt)
	})
}

// Attempts returns the attempts that have ended.
func (t *trace) Attempts() []rest.Attempt {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	return slices.Clone(t.attempts)
}
