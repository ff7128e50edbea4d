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
	member, ok := object[name]
	if target, isAlias := property.Extensions["x-alias-of"].(string); isAlias {
		delete(object, name)
		if _, both := object[target]; ok && !both {
			object[target] = member
		}
	} else if property.Default != nil && !slices.Contains(schema.Required, name) {
		canonicalizeDefault(schema, object, name, property)
	} else if ok && (property.Items != nil || property.Properties != nil) {
		canonicalize(property, member)
	}
}

// canonicalizeDefault adds an optional property to a response, and removes it from any other object if it has its
// default.
func canonicalizeDefault(schema *openapi3.Schema, object map[string]any, name string, property *openapi3.Schema) {
	member, ok := object[name]
	isResponse := schema.Properties["ErrorCode"] != nil
	if isResponse && !ok {
		object[name] = defaultOf(property)
	} else if !isResponse && ok && fmt.Sprint(property.Default) == fmt.Sprint(member) {
		delete(object, name)
	}
}

// defaultOf returns the default of a property as decodeNumbers would.
func defaultOf(property *openapi3.Schema) any {
	if number, isNumber := property.Default.(float64); isNumber {
		return json.Number(fmt.Sprint(number))
	}
	return property.Default
}
