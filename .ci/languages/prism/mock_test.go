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

// TestClient_readsExamples calls each operation of the mock server with all its valid requests, and reads each example
// of a response.
func TestClient_readsExamples(t *testing.T) {
	mock := start(t, "mock")
	made := signer.Credentials{SDKAppID: 1400000000, Identifier: "administrator", SecretKey: "key"}
	client, watch := newClient(t, mock.URL, made)
	eachOperation(t, func(t *testing.T, operation *api.Operation) {
		for name, example := range examplesOf(t, operation) {
			text, err := json.Marshal(example.Value.Value)
			require.NoError(t, err)
			watch.prefer = "example=" + name
			for _, request := range fixtures(t, operation, api.Requests) {
				response, err := call(t, client, operation, request.Body)
				assert.Equal(t, http.StatusOK, watch.status, "%s: %s", name, request.Name)
				assert.Empty(t, watch.violations, "%s: %s", name, request.Name)
				assertReads(t, text, response, err)
			}
		}
	})
	assert.Empty(t, mock.errors(t), "errors in the log")
}

// assertReads compares the result of a call with the example it received.
func assertReads(t *testing.T, example []byte, response any, err error) {
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
	want := reflect.New(reflect.TypeOf(response).Elem()).Interface()
	require.NoError(t, json.Unmarshal(example, want))
	assert.Equal(t, encode(t, want), encode(t, response))
}

// encode leaves out which of the accounts that were requested the response lacks: the example is for other requests.
func encode(t *testing.T, response any) string {
	t.Helper()
	text, err := json.Marshal(response)
	require.NoError(t, err)
	return string(text)
}
