package api

import (
	"maps"
	"reflect"
	"slices"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/timsns/timsns/internal/schemas"
)

// The document states in extensions what the service accepts although the schema, as other tools read it, does not:
//
//   - x-optional-since, on a required property, is the date since which the vendor no longer documents the property. A
//     client sends it; a body without it is valid.
//   - x-absent-values, on an optional property, lists strings, or null, that mean the same as leaving the property out.
//     A client does not send them; a body with them is valid.

// relaxRequired removes the properties with x-optional-since from those that the schema requires.
func relaxRequired(schema *openapi3.Schema) {
	schema.Required = slices.DeleteFunc(schema.Required, func(name string) bool {
		property := schema.Properties[name]
		return property != nil && property.Value.Extensions["x-optional-since"] != nil
	})
}

// withoutAbsent returns the value without the properties whose values are in x-absent-values. It does not change value.
func withoutAbsent(schema *openapi3.Schema, value any) any {
	switch value := value.(type) {
	case []any:
		if schema.Items == nil {
			return value
		}
		elements := slices.Clone(value)
		for i, element := range value {
			elements[i] = withoutAbsent(schema.Items.Value, element)
		}
		return elements
	case map[string]any:
		return objectWithoutAbsent(schemas.Object(schema, value), value)
	}
	return value
}

func objectWithoutAbsent(schema *openapi3.Schema, object map[string]any) map[string]any {
	members := maps.Clone(object)
	for name, member := range object {
		property := schema.Properties[name]
		switch {
		case property == nil:
		case standsForAbsent(property.Value, member):
			delete(members, name)
		default:
			members[name] = withoutAbsent(property.Value, member)
		}
	}
	return members
}

func standsForAbsent(property *openapi3.Schema, value any) bool {
	listed, _ := property.Extensions["x-absent-values"].([]any)
	return slices.ContainsFunc(listed, func(absent any) bool { return reflect.DeepEqual(absent, value) })
}
