package api_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"sync"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns"
)

// canonical returns the body in the form in which the generated type encodes it: with canonical names instead of aliases
// (x-alias-of), and with optional properties that have their default in responses, but not in requests.
func canonical(t *testing.T, emitted reflect.Type, body []byte) string {
	t.Helper()
	component := components()[emitted.Name()]
	require.NotNil(t, component, emitted.Name())
	text, err := json.Marshal(canonicalValue(t, component.Value, body))
	require.NoError(t, err)
	return string(text)
}

func canonicalValue(t *testing.T, schema *openapi3.Schema, body []byte) any {
	t.Helper()
	value := decodeNumbers(t, body)
	canonicalize(schema, value)
	return value
}

// components returns the schemas of the document, which must not be changed.
var components = sync.OnceValue(func() openapi3.Schemas {
	spec, err := openapi3.NewLoader().LoadFromData(timsns.Document)
	if err != nil {
		panic(err)
	}
	return spec.Components.Schemas
})

func canonicalize(schema *openapi3.Schema, value any) {
	switch value := value.(type) {
	case []any:
		for _, element := range value {
			if schema.Items != nil { // an array within oneOf needs no change
				canonicalize(schema.Items.Value, element)
			}
		}
	case map[string]any:
		for name, property := range schema.Properties {
			canonicalizeMember(schema, value, name, property.Value)
		}
	}
}

func canonicalizeMember(schema *openapi3.Schema, object map[string]any, name string, property *openapi3.Schema) {
	isOptional := !slices.Contains(schema.Required, name)
	isResponse := schema.Properties["ErrorCode"] != nil
	member, ok := object[name]
	if !ok {
		if isOptional && isResponse && property.Default != nil {
			object[name] = defaultOf(property)
		}
		return
	}
	if target, isAlias := property.Extensions["x-alias-of"].(string); isAlias {
		delete(object, name)
		if _, both := object[target]; !both {
			object[target] = member
		}
	} else if isOptional && !isResponse && property.Default != nil && fmt.Sprint(property.Default) == fmt.Sprint(member) {
		delete(object, name)
	} else if property.Items != nil || property.Properties != nil {
		canonicalize(property, member)
	}
}

// defaultOf returns the default of a property as decodeNumbers would.
func defaultOf(property *openapi3.Schema) any {
	if number, isNumber := property.Default.(float64); isNumber {
		return json.Number(fmt.Sprint(number))
	}
	return property.Default
}
