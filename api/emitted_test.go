package api_test

import (
	"reflect"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
)

// emittedTypes returns the parameter and result types of the generated method for an operation.
func emittedTypes(t *testing.T, operation *api.Operation) (request, response reflect.Type) {
	t.Helper()
	method, ok := reflect.TypeFor[gen.API]().MethodByName(operation.ID)
	require.True(t, ok, "gen.API has no method %s: run go generate ./...", operation.ID)
	return method.Type.In(1), method.Type.Out(0).Elem()
}

// emittedType returns the generated type for a body.
func emittedType(t *testing.T, operation *api.Operation, direction api.Direction, body []byte) reflect.Type {
	t.Helper()
	request, response := emittedTypes(t, operation)
	var outcome struct{ ActionStatus gen.ActionStatus }
	switch {
	case direction == api.Requests:
		return request
	case json.Unmarshal(body, &outcome) == nil && outcome.ActionStatus == gen.ActionStatusFail:
		return reflect.TypeFor[gen.ErrorResponse]()
	}
	return response
}

func TestTypes_keepFixtures(t *testing.T) {
	document, err := api.Load()
	require.NoError(t, err)
	eachOperation(t, document, func(t *testing.T, operation *api.Operation, direction api.Direction) {
		fixtures, err := document.Fixtures(operation.Command, direction)
		require.NoError(t, err)
		for _, fixture := range fixtures {
			emitted := emittedType(t, operation, direction, fixture.Body)
			value := reflect.New(emitted).Interface()
			require.NoError(t, json.Unmarshal(fixture.Body, value), fixture.Name)
			encoded, err := json.Marshal(value)
			require.NoError(t, err, fixture.Name)
			assert.JSONEq(t, canonical(t, emitted, fixture.Body), string(encoded), fixture.Name)
		}
	})
}
