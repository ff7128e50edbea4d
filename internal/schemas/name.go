package schemas

import (
	"strings"
	"unicode"

	"github.com/getkin/kin-openapi/openapi3"
)

// GoName returns a name in Go's form, such as GroupGet for group_get.
func GoName(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for i, word := range words {
		letters := []rune(word)
		letters[0] = unicode.ToUpper(letters[0])
		words[i] = string(letters)
	}
	return strings.Join(words, "")
}

// FieldName returns the Go name of a property, or "" for none. Another spelling of the property names its field.
func FieldName(schema *openapi3.Schema, property string) string {
	for name, other := range schema.Properties {
		if other.Value.Extensions["x-alias-of"] == property {
			return FieldName(schema, name)
		}
	}
	if found, ok := schema.Properties[property]; ok {
		if name, ok := found.Value.Extensions["x-go-name"].(string); ok {
			return name
		}
	}
	return GoName(property)
}

// TypeName returns the Go type of a schema that has a name, or "".
func TypeName(schema *openapi3.SchemaRef) string {
	return strings.TrimPrefix(schema.Ref, "#/components/schemas/")
}

// IsStruct reports whether a property refers to an object that is a struct in Go. The field is a pointer if the
// property is optional, since an empty object differs from an absent one.
func IsStruct(property *openapi3.Schema) bool {
	for _, part := range property.AllOf {
		if len(part.Value.Properties) > 0 && part.Value.Extensions["x-go-type"] == nil {
			return true
		}
	}
	return false
}
