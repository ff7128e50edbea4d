package emit

import (
	"slices"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/oapi-codegen/oapi-codegen/v2/pkg/codegen"

	"github.com/timsns/timsns/internal/schemas"
)

// prepare changes a document in memory so that the emitted types can represent each value that it allows.
func prepare(spec *openapi3.T) {
	for _, schema := range spec.Components.Schemas {
		pointToObjects(schema.Value)
	}
	for _, schema := range spec.Components.Schemas {
		if schema.Value.Discriminator != nil && schema.Value.Extensions["x-go-type"] == nil {
			hideKind(schema.Value)
		}
	}
}

// pointToObjects makes pointers of optional objects: an empty object differs from an absent one.
func pointToObjects(schema *openapi3.Schema) {
	for name, property := range schema.Properties {
		if !slices.Contains(schema.Required, name) && schemas.IsStruct(property.Value) {
			extend(property.Value, "x-go-type-skip-optional-pointer", false)
		}
	}
}

// hideKind removes the discriminator's property from the members of a union. Each has a type of its own, which says the
// same. That type is a struct even if no property is left, as x-member states for the template.
func hideKind(union *openapi3.Schema) {
	for _, member := range union.OneOf {
		delete(member.Value.Properties, union.Discriminator.PropertyName)
		extend(member.Value, "x-member", true)
	}
}

func extend(schema *openapi3.Schema, name string, value any) {
	if schema.Extensions == nil {
		schema.Extensions = map[string]any{}
	}
	schema.Extensions[name] = value
}

// typeMapping is what differs from oapi-codegen's defaults.
var typeMapping = codegen.TypeMapping{
	Number: codegen.FormatMapping{Default: codegen.SimpleTypeSpec{Type: "float64"}},
}
