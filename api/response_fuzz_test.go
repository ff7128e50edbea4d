package api_test

import (
	"encoding/json"
	"net/http"
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
)

// FuzzResponse checks that a generated method returns either a response or an error, whatever the server sends, and
// that encoding/json reads the response as a success too.
func FuzzResponse(f *testing.F) {
	document, err := api.Load()
	require.NoError(f, err)
	operations := document.Operations()
	for i, operation := range operations {
		fixtures, err := document.Fixtures(operation.Command, api.Responses)
		require.NoError(f, err)
		for _, fixture := range fixtures {
			f.Add(uint8(i), 200, fixture.Body)
		}
	}
	f.Add(uint8(0), 503, []byte(`{"ErrorCode":0}`))
	server, client := newReplayed(f)
	f.Fuzz(func(t *testing.T, index uint8, status int, body []byte) {
		server.response = jsonResponse(status, string(body))
		operation := operations[int(index)%len(operations)]
		method := reflect.ValueOf(client).MethodByName(operation.ID)
		results := method.Call([]reflect.Value{reflect.ValueOf(t.Context()), reflect.New(method.Type().In(1)).Elem()})
		require.NotEqual(t, results[0].IsNil(), results[1].IsNil(), "want a response or an error")
		if results[0].IsNil() {
			return
		}
		assert.Equal(t, http.StatusOK, status)
		var members map[string]any
		require.NoError(t, json.Unmarshal(body, &members))
		assert.InDelta(t, 0, members["ErrorCode"], 0)
		assert.NotEqual(t, "FAIL", members["ActionStatus"])
	})
}
