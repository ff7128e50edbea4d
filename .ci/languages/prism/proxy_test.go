package prism_test

import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/sandbox"
)

// TestClient_andSandbox calls the sandbox through the proxy, which validates both. A call may fail, such as for an
// unknown account, if its response is valid.
func TestClient_andSandbox(t *testing.T) {
	running := sandbox.Start(t, sandbox.WithoutQuota())
	proxy := start(t, "proxy", running.Endpoint.URL)
	client, watch := newClient(t, proxy.URL, running.Credentials())
	eachOperation(t, func(t *testing.T, operation *api.Operation) {
		successes, requests := 0, fixtures(t, operation, api.Requests)
		for _, request := range requests {
			_, err := call(t, client, operation, request.Body)
			assert.Equal(t, http.StatusOK, watch.status, request.Name)
			assert.Empty(t, watch.violations, request.Name)
			if err == nil {
				successes++
				continue
			}
			var failure *rest.Error
			require.ErrorAs(t, err, &failure, request.Name)
			assert.NotZero(t, failure.Code, "%s: %v", request.Name, err)
		}
		assert.Positive(t, successes, "successes")
		assert.Equal(t, len(requests), running.Calls(operation.Command), "calls that reached the sandbox")
	})
	assert.Empty(t, proxy.errors(t), "errors in the log")
}
