package emit

import (
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/oapi-codegen/oapi-codegen/v2/pkg/codegen"
)

// typeName returns the Go type of a schema that has a name.
func typeName(schema *openapi3.SchemaRef) string {
	return strings.TrimPrefix(schema.Ref, "#/components/schemas/")
}

// fieldName returns the Go name of a property, or "" for none. Another spelling of the property names its field.
func fieldName(schema *openapi3.Schema, property string) string {
	for name, other := range schema.Properties {
		if other.Value.Extensions["x-alias-of"] == property {
			return fieldName(schema, name)
		}
	}
	if found, ok := schema.Properties[property]; ok {
		if name, ok := found.Value.Extensions["x-go-name"].(string); ok {
			return name
		}
	}
	return codegen.ToCamelCase(property)
}
