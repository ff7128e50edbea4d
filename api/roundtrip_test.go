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
	valuesFlag = flag.Int("values", 100, "how many random values of each schema to test")
	seedFlag   = flag.Uint64("seed", 1, "the seed of the random values")
)

// TestTypes_keepRandomValues decodes random values that the document allows into the generated types and encodes them
// again. The result must be the canonical form of the value.
func TestTypes_keepRandomValues(t *testing.T) {
	types := emittedComponents(t)
	for name, component := range components() {
		t.Run(name, func(t *testing.T) {
			emitted, isEmitted := types[name]
			require.True(t, isEmitted, "want a generated type")
			random := random{rand.New(rand.NewPCG(*seedFlag, 0))}
			for range *valuesFlag {
				value := random.value(component.Value)
				body, err := json.Marshal(value)
				require.NoError(t, err)
				require.NoError(t, component.Value.VisitJSON(decodeNumbers(t, body)), "the schema does not allow the random value: %s", body)
				if bytes.Contains(body, []byte(`Code":-9223372036854775808`)) {
					continue // the generated types reserve this number for a missing code
				}
				if name == "FriendGetResponse" && isEmptyPage(value) {
					continue // the generated type takes it for a response without contents
				}
				decoded := reflect.New(emitted).Interface()
				require.NoError(t, jsonv2.Unmarshal(body, decoded), "%s", body)
				encoded, err := jsonv2.Marshal(decoded)
				require.NoError(t, err, "%s", body)
				if !assert.Equal(t, canonicalValue(t, component.Value, body), decodeNumbers(t, encoded), "seed %d: %s", *seedFlag, body) {
					return
				}
			}
		})
	}
}

// isEmptyPage reports whether a page has neither items nor a number other than 0. It contradicts itself: there is another
// page, which is the first one.
func isEmptyPage(value any) bool {
	page, _ := value.(map[string]any)
	for name, member := range page {
		_, isArray := member.([]any)
		if number, isNumber := member.(json.Number); isArray || isNumber && name != "CustomSequence" && number != "0" {
			return false
		}
	}
	return true
}

// emittedComponents returns the generated type of each component.
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
		switch emitted.Kind() { //nolint:exhaustive // other kinds contain no types
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
		switch component.Value.Extensions["x-go-type"] { // aliases, which reflection cannot see
		case "rest.Value":
			types[name] = reflect.TypeFor[rest.Value]()
		case "rest.Code":
			types[name] = reflect.TypeFor[rest.Code]()
		}
	}
	return types
}

// decodeNumbers decodes JSON and keeps all digits of numbers.
func decodeNumbers(t *testing.T, text []byte) any {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var value any
	require.NoError(t, decoder.Decode(&value))
	return value
}
