package sandbox_test

import (
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/sandbox"
)

// TestTheExamplesComeTrue holds the sandbox to the document: a fresh one answers the requests of its examples, the
// vendor's samples among them, with the replies of the same names.
func TestTheExamplesComeTrue(t *testing.T) {
	for _, operation := range operations(t) {
		requests, err := api.Fixtures(operation.Command, api.Requests)
		require.NoError(t, err)
		responses, err := api.Fixtures(operation.Command, api.Responses)
		require.NoError(t, err)
		for _, name := range []string{"basic", "complete"} {
			t.Run(operation.Command+"/"+name, func(t *testing.T) {
				service := newSandbox(t)
				exchange := newExchange(t, service)
				exchange.path, exchange.body = operation.Path, fixture(t, requests, name)
				got, _ := exchange.serve(t, service)
				assert.JSONEq(t, fixture(t, responses, name), string(got))
			})
		}
	}
}

func operations(t *testing.T) []*api.Operation {
	t.Helper()
	closed, err := api.LoadStrict()
	require.NoError(t, err)
	return closed.Operations()
}

func fixture(t *testing.T, packets []api.Fixture, name string) string {
	t.Helper()
	index := slices.IndexFunc(packets, func(packet api.Fixture) bool { return packet.Name == name })
	require.GreaterOrEqual(t, index, 0, "want a fixture named %s", name)
	return string(packets[index].Body)
}

// TestWhatTheSandboxAnswersKeepsTheContract sends every fixture of every command, one after another, to one sandbox. All
// replies keep the contract, and give no code that the command does not list.
func TestWhatTheSandboxAnswersKeepsTheContract(t *testing.T) {
	service, err := sandbox.New(sandbox.WithoutQuota())
	require.NoError(t, err)
	for _, operation := range operations(t) {
		good, err := api.Fixtures(operation.Command, api.Requests)
		require.NoError(t, err)
		bad, err := api.ReadFixtures(os.DirFS("../api/testdata/refused"), operation.Command, api.Requests)
		require.NoError(t, err)
		for _, request := range slices.Concat(good, bad) {
			exchange := newExchange(t, service)
			exchange.path, exchange.body = operation.Path, string(request.Body)
			reply, envelope := exchange.serve(t, service)
			require.NoError(t, operation.ValidateResponse(reply), "%s: %s: %s", operation.Command, request.Name, reply)
			allowed := slices.Concat(operation.Codes, []int{0, int(gen.CodeMalformedJSON)})
			assert.Contains(t, allowed, int(envelope.ErrorCode), "%s: %s", operation.Command, request.Name)
		}
	}
}
