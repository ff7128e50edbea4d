package prism_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/timsns/timsns/api"
)

// upstream is a server that returns the response it was given, and counts requests.
type upstream struct {
	mutex    sync.Mutex
	response []byte
	requests int
}

func (u *upstream) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	u.mutex.Lock()
	defer u.mutex.Unlock()
	u.requests++
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(u.response)
}

func (u *upstream) respondWith(response []byte) {
	u.mutex.Lock()
	defer u.mutex.Unlock()
	u.response = response
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

// TestPrism_invalidRequests checks that the mock and the proxy reject every request that this project rejects.
func TestPrism_invalidRequests(t *testing.T) {
	behind, proxy := startProxy(t)
	mock := start(t, "mock")
	eachOperation(t, func(t *testing.T, operation *api.Operation) {
		query := "?" + credentials().Encode()
		for _, request := range invalid(t, operation, api.Requests) {
			if isMalformed(request) || hasDuplicateName(request) {
				continue // Prism waits forever for the end of the former, and accepts the latter
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

// TestPrism_invalidResponses passes all recorded responses through the proxy. It reports exactly those that this
// project rejects.
func TestPrism_invalidResponses(t *testing.T) {
	behind, proxy := startProxy(t)
	reported := 0
	eachOperation(t, func(t *testing.T, operation *api.Operation) {
		address := proxy.URL + operation.Path + "?" + credentials().Encode()
		request := fixtures(t, operation, api.Requests)[0].Body
		for _, response := range fixtures(t, operation, api.Responses) {
			behind.respondWith(response.Body)
			got := send(t, address, request)
			assert.Equal(t, http.StatusOK, got.status, response.Name)
			assert.Empty(t, got.violations, response.Name)
		}
		for _, response := range invalid(t, operation, api.Responses) {
			if hasDuplicateName(response) || lacksBothSpellings(response) {
				continue // Prism accepts it
			}
			behind.respondWith(response.Body)
			got := send(t, address, request)
			assert.Equal(t, http.StatusInternalServerError, got.status, "%s: %s", response.Name, response.Reason)
			// Prism lists no violations of malformed JSON.
			assert.Equal(t, json.Valid(response.Body), got.violations != "", response.Name)
			reported++
		}
	})
	assert.Len(t, proxy.errors(t), reported, "errors in the log")
}
