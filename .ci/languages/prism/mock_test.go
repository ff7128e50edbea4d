package prism_test

import (
	"encoding/json"
	"net/http"
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/signer"
)

// TestTheMockAnswersWithTheExamples has the emitted client call each operation with all its good requests, and read each
// example of the reply.
func TestTheMockAnswersWithTheExamples(t *testing.T) {
	mock := start(t, "mock")
	client, watch := newClient(t, mock.URL, signer.Credentials{SDKAppID: 1400000000, Identifier: "administrator", SecretKey: "key"})
	eachOperation(t, func(t *testing.T, operation *api.Operation) {
		for name, example := range examplesOf(t, operation) {
			text, err := json.Marshal(example.Value.Value)
			require.NoError(t, err)
			watch.prefer = "example=" + name
			for _, request := range fixtures(t, operation, api.Requests) {
				reply, err := call(t, client, operation, request.Body)
				assert.Equal(t, http.StatusOK, watch.status, "%s: %s", name, request.Name)
				assert.Empty(t, watch.violations, "%s: %s", name, request.Name)
				assertReads(t, text, reply, err)
			}
		}
	})
	assert.Empty(t, mock.errors(t), "errors in the log")
}

// assertReads holds what a call returned to the example that came as its reply.
func assertReads(t *testing.T, example []byte, reply any, err error) {
	t.Helper()
	var failure gen.ErrorResponse
	require.NoError(t, json.Unmarshal(example, &failure))
	if failure.ActionStatus == gen.ActionStatusFail {
		var code *rest.Error
		require.ErrorAs(t, err, &code)
		assert.Equal(t, failure.ErrorCode, code.Code)
		return
	}
	require.NoError(t, err)
	want := reflect.New(reflect.TypeOf(reply).Elem()).Interface()
	require.NoError(t, json.Unmarshal(example, want))
	assert.Equal(t, want, reply)
}
