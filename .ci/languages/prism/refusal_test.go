package prism_test

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
)

// upstream is a server that answers with whatever reply it was given, and counts.
type upstream struct {
	mutex    sync.Mutex
	reply    []byte
	requests int
}

func (u *upstream) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	u.mutex.Lock()
	defer u.mutex.Unlock()
	u.requests++
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(u.reply)
}

func (u *upstream) answerWith(reply []byte) {
	u.mutex.Lock()
	defer u.mutex.Unlock()
	u.reply = reply
}

func (u *upstream) received() int {
	u.mutex.Lock()
	defer u.mutex.Unlock()
	return u.requests
}

func startProxy(t *testing.T) (*upstream, *process) {
	t.Helper()
	behind := &upstream{}
	running := httptest.NewServer(behind)
	t.Cleanup(running.Close)
	return behind, start(t, "proxy", running.URL)
}

// TestRequestsThatBreakTheDocumentAreRefused holds mock and proxy to the judge of this project: neither lets a request
// pass that it refuses.
func TestRequestsThatBreakTheDocumentAreRefused(t *testing.T) {
	behind, proxy := startProxy(t)
	mock := start(t, "mock")
	eachOperation(t, func(t *testing.T, operation *api.Operation) {
		query := "?" + credentials().Encode()
		for _, request := range broken(t, operation, api.Requests) {
			if isMalformed(request) || hasNameTwice(request) {
				continue // see TestKnownFaultsOfPrism
			}
			for _, prism := range []*process{mock, proxy} {
				got := send(t, prism.URL+operation.Path+query, request.Body)
				assert.Equal(t, http.StatusUnprocessableEntity, got.status, "%s: %s", request.Name, request.Reason)
			}
		}
		basic := fixtures(t, operation, api.Requests)[0].Body
		for name := range credentials() {
			query := credentials()
			query.Del(name)
			for _, prism := range []*process{mock, proxy} {
				got := send(t, prism.URL+operation.Path+"?"+query.Encode(), basic)
				assert.Equal(t, http.StatusUnauthorized, got.status, "without %s", name)
			}
		}
	})
	assert.Zero(t, behind.received(), "requests that passed the proxy")
}

// TestRepliesThatBreakTheDocumentAreReported has an upstream answer with all recorded replies. The proxy reports those
// that the judge of this project refuses, and no other.
func TestRepliesThatBreakTheDocumentAreReported(t *testing.T) {
	behind, proxy := startProxy(t)
	reported := 0
	eachOperation(t, func(t *testing.T, operation *api.Operation) {
		address := proxy.URL + operation.Path + "?" + credentials().Encode()
		request := fixtures(t, operation, api.Requests)[0].Body
		for _, reply := range fixtures(t, operation, api.Responses) {
			behind.answerWith(reply.Body)
			assert.Equal(t, answer{status: http.StatusOK}, send(t, address, request), reply.Name)
		}
		for _, reply := range broken(t, operation, api.Responses) {
			if hasNameTwice(reply) {
				continue // see TestKnownFaultsOfPrism
			}
			behind.answerWith(reply.Body)
			got := send(t, address, request)
			assert.Equal(t, http.StatusInternalServerError, got.status, "%s: %s", reply.Name, reply.Reason)
			assert.Equal(t, json.Valid(reply.Body), got.violations != "", reply.Name) // of what is no JSON it only says so
			reported++
		}
	})
	assert.Len(t, proxy.errors(t), reported, "errors in the log")
}

// TestKnownFaultsOfPrism names what Prism does not notice. If one of them is mended, its packets no longer need to be
// left out above.
func TestKnownFaultsOfPrism(t *testing.T) {
	behind, proxy := startProxy(t)
	malformed := ""
	eachOperation(t, func(t *testing.T, operation *api.Operation) {
		address := proxy.URL + operation.Path + "?" + credentials().Encode()
		request, reply := fixtures(t, operation, api.Requests)[0], fixtures(t, operation, api.Responses)[0]
		for _, direction := range []api.Direction{api.Requests, api.Responses} {
			for _, packet := range broken(t, operation, direction) {
				switch {
				case hasNameTwice(packet): // JavaScript keeps the last of two members of one name
					exchange := map[api.Direction][]byte{api.Requests: request.Body, api.Responses: reply.Body}
					exchange[direction] = packet.Body
					behind.answerWith(exchange[api.Responses])
					assert.Equal(t, answer{status: http.StatusOK}, send(t, address, exchange[api.Requests]), packet.Name)
				case isMalformed(packet) && direction == api.Requests:
					malformed = address
				}
			}
		}
	})
	require.NotEmpty(t, malformed)
	_, err := trySend(t, malformed, []byte(`{`), time.Second)
	assert.ErrorIs(t, err, context.DeadlineExceeded, "Prism waits for the end of a malformed request, which has come already")
}
