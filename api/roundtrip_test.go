package api_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"math/rand/v2"
	"reflect"
	"testing"

	jsonv2 "github.com/go-json-experiment/json"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
)

var (
	valuesFlag = flag.Int("values", 500, "how many random values of each schema pass through the emitted types")
	seedFlag   = flag.Uint64("seed", 1, "the seed of the random values")
)

// TestTypes_keepRandomValues makes values that the document allows, which are read into the emitted type and
// written again: nothing may get lost, be added or become another value. An optional member at its default
// is left out, and another spelling of a name becomes the name, as canonical says.
func TestTypes_keepRandomValues(t *testing.T) {
	types := emittedComponents(t)
	for name, component := range components() {
		t.Run(name, func(t *testing.T) {
			emitted, isEmitted := types[name]
			require.True(t, isEmitted, "want an emitted type")
			random := random{rand.New(rand.NewPCG(*seedFlag, 0))}
			for range *valuesFlag {
				value := random.value(component.Value)
				packet, err := json.Marshal(value)
				require.NoError(t, err)
				require.NoError(t, component.Value.VisitJSON(decodeNumbers(t, packet)), "the schema does not allow what was made of it: %s", packet)
				decoded := reflect.New(emitted).Interface()
				require.NoError(t, jsonv2.Unmarshal(packet, decoded), "%s", packet)
				encoded, err := jsonv2.Marshal(decoded)
				require.NoError(t, err, "%s", packet)
				if !assert.Equal(t, canonicalValue(t, component.Value, packet), decodeNumbers(t, encoded), "seed %d: %s", *seedFlag, packet) {
					return
				}
			}
		})
	}
}

// emittedComponents returns the emitted type of each component.
func emittedComponents(t *testing.T) map[string]reflect.Type {
	t.Helper()
	types := map[string]reflect.Type{}
	var visit func(reflect.Type)
	visit = func(emitted reflect.Type) {
		if types[emitted.Name()] != nil {
			return
		}
		if emitted.Name() != "" {
			types[emitted.Name()] = emitted
		}
		switch emitted.Kind() { //nolint:exhaustive // the others hold no type
		case reflect.Slice, reflect.Pointer:
			visit(emitted.Elem())
		case reflect.Struct:
			for field := range emitted.Fields() {
				visit(field.Type)
			}
		}
	}
	document, err := api.Load()
	require.NoError(t, err)
	for _, operation := range document.Operations() {
		request, response := emittedTypes(t, operation)
		visit(request)
		visit(response)
	}
	visit(reflect.TypeFor[gen.ErrorResponse]())
	for name, component := range components() {
		switch component.Value.Extensions["x-go-type"] { // these are aliases, which reflection does not see
		case "rest.Value":
			types[name] = reflect.TypeFor[rest.Value]()
		case "rest.Code":
			types[name] = reflect.TypeFor[rest.Code]()
		}
	}
	return types
}

// decodeNumbers reads JSON with the digits of its numbers.
func decodeNumbers(t *testing.T, text []byte) any {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var value any
	require.NoError(t, decoder.Decode(&value))
	return value
}
