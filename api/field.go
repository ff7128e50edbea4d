package api

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// Field is a property of an operation's request, or of an object within one.
type Field struct {
	Name        string   // as in JSON
	Type        string   // such as "string", "array of objects" or "string or integer"
	Required    bool     // whether it must be present
	Values      []string // the allowed or well-known values, if the document lists any
	Meanings    []string // what each of Values means, in a sentence such as "Pulls the members of each list."
	Description string   // what it holds, in sentences such as "The UserID of the friend."
	Fields      []Field  // the properties of the objects in an array
}

// Fields returns the properties of the operation's request, in the order of x-order.
func (o *Operation) Fields() []Field {
	return fieldsOf(o.request)
}

// FailureFields returns the properties of the operation's failed responses, in the order of x-order.
func (o *Operation) FailureFields() []Field {
	for _, choice := range o.response.OneOf {
		code := choice.Value.Properties["ErrorCode"]
		if code != nil && code.Value.VisitJSON(float64(0)) != nil {
			return fieldsOf(choice.Value)
		}
	}
	return nil
}

func fieldsOf(schema *openapi3.Schema) []Field {
	fields := make([]Field, 0, len(schema.Properties))
	for _, name := range propertyOrder(schema) {
		property := schema.Properties[name].Value
		field := Field{
			Name: name, Type: typeOf(property), Required: slices.Contains(schema.Required, name),
			Description: strings.TrimSpace(property.Description),
		}
		field.Values, field.Meanings = valuesOf(property)
		if property.Items != nil {
			field.Fields = fieldsOf(property.Items.Value)
		}
		fields = append(fields, field)
	}
	return fields
}

// propertyOrder returns the names of the schema's properties, sorted by x-order like the fields of generated types.
func propertyOrder(schema *openapi3.Schema) []string {
	names := make([]string, 0, len(schema.Properties))
	order := make(map[string]int, len(schema.Properties))
	for name, property := range schema.Properties {
		names = append(names, name)
		position := len(schema.Properties)
		_ = extension(property.Value.Extensions, "x-order", &position) // without x-order it goes last
		order[name] = position
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(order[a], order[b]), cmp.Compare(a, b))
	})
	return names
}

// parts returns the schema and those of its allOf. A property uses allOf to add a description to a schema that it
// refers to.
func parts(schema *openapi3.Schema) openapi3.SchemaRefs {
	return append(openapi3.SchemaRefs{{Value: schema}}, schema.AllOf...)
}

// typeOf returns the type of a value, for an array with that of its elements.
func typeOf(schema *openapi3.Schema) string {
	for _, part := range parts(schema) {
		types := make([]string, 0, len(part.Value.OneOf))
		for _, choice := range part.Value.OneOf {
			types = append(types, typeOf(choice.Value))
		}
		switch {
		case part.Value.Items != nil:
			return "array of " + typeOf(part.Value.Items.Value) + "s"
		case len(part.Value.Type.Slice()) > 0:
			return part.Value.Type.Slice()[0]
		case len(types) > 0:
			return strings.Join(types, " or ")
		}
	}
	return ""
}

// valuesOf returns the values that a schema, or the schema of an array's elements, lists, and what each means.
func valuesOf(schema *openapi3.Schema) (values, meanings []string) {
	if schema.Items != nil {
		schema = schema.Items.Value
	}
	for _, part := range parts(schema) {
		listed := part.Value.Enum
		if known, ok := part.Value.Extensions["x-known-values"].([]any); ok {
			listed = known
		}
		for _, value := range listed {
			values = append(values, fmt.Sprint(value))
		}
		if listed != nil {
			_ = extension(part.Value.Extensions, "x-enum-descriptions", &meanings) // a test requires them
		}
	}
	return values, meanings
}
