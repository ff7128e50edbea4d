package contract

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/api/traffic"
	"github.com/timsns/timsns/internal/testutil"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/sandbox"
	"github.com/timsns/timsns/signer"
)

// testSandbox sends the valid requests to a sandbox that answers them from packets, and validates the traffic.
func (c *contract) testSandbox(t *testing.T) {
	service, err := sandbox.New(sandbox.WithDocument(c.document), sandbox.WithoutQuota())
	require.NoError(t, err)
	sign, err := signer.New(service.Credentials())
	require.NoError(t, err)
	recorder, err := traffic.NewRecorder(func(_ traffic.Exchange, results []traffic.Result) {
		for _, result := range results {
			assert.Empty(t, result.Violations, "%s of %s", result.Direction, result.Command)
		}
	}, traffic.WithDocument(c.document))
	require.NoError(t, err)
	client := c.newClient(t, sign, rest.WithTransport(recorder.Wrap(testutil.Transport(service))),
		rest.WithRetryPolicy(rest.RetryPolicy{MaxAttempts: 1}), rest.WithLimiter(rest.NoLimit()))
	for _, operation := range c.document.Operations() {
		responses := c.fixtures(t, operation, api.Responses)
		for _, request := range c.fixtures(t, operation, api.Requests) {
			response := c.fixture(t, operation, api.Responses, "basic")
			hasName := func(f api.Fixture) bool { return f.Name == request.Name }
			if index := slices.IndexFunc(responses, hasName); index >= 0 {
				response = responses[index].Body
			}
			c.assertReported(t, c.call(t, client, operation, request.Body), response, operation.Command+": "+request.Name)
		}
		assert.Positive(t, service.Calls(operation.Command), operation.Command)
	}
}
