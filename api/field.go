package api

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/timsns/timsns/internal/schemas"
)

// Field is a property of an operation's request, or of an object within one.
type Field struct {
	Name        string   // as in JSON
	Type        string   // such as "string", "array of objects" or "string or integer"
	Required    bool     // whether it must be present
	Values      []string // the allowed or well-known values, if the document lists any
	Meanings    []string // what each of Values means, in a sentence such as "Pulls the members of each list."
	Description string   // what it holds, in sentences such as "The UserID of the friend."
	Fields      []Field  // the properties of an object, or of the objects in an array
	Kinds       []Kind   // the objects of a union, or of an array of them
}

// Kind is one of the objects that a union may be.
type Kind struct {
	Property    string // the property by which the objects differ, such as MsgType
	Value       string // its value in this object, such as TIMTextElem
	Description string // what the object is, in sentences such as "A text."
	Fields      []Field
}

// Fields returns the properties of the operation's request, in the order of x-order.
func (o *Operation) Fields() []Field {
	if o.outlined != nil {
		return o.outlined.Fields
	}
	return fieldsOf(o.request, nil)
}

// FailureFields returns the properties of the operation's failed responses, in the order of x-order.
func (o *Operation) FailureFields() []Field {
	if o.outlined != nil {
		return o.outlined.FailureFields
	}
	return fieldsOf(o.response.OneOf[1].Value, nil)
}

// fieldsOf returns the properties of an object within others. An object that occurs within itself has none there.
func fieldsOf(schema *openapi3.Schema, within []*openapi3.Schema) []Field {
	if slices.Contains(within, schema) {
		return nil
	}
	within = append(slices.Clone(within), schema)
	fields := make([]Field, 0, len(schema.Properties))
	for _, name := range propertyOrder(schema) {
		property := schema.Properties[name].Value
		field := Field{
			Name: name, Type: typeOf(property), Required: slices.Contains(schema.Required, name),
			Description: strings.TrimSpace(property.Description),
		}
		field.Values, field.Meanings = valuesOf(property)
		if property.Items != nil {
			property = property.Items.Value
		}
		object := schemas.Object(property, nil)
		field.Fields, field.Kinds = fieldsOf(object, within), kindsOf(property, within)
		fields = append(fields, field)
	}
	return fields
}

// kindsOf returns the objects of a union, sorted by the value of their discriminator, or nil.
func kindsOf(schema *openapi3.Schema, within []*openapi3.Schema) []Kind {
	var kinds []Kind
	for _, part := range schemas.Parts(schema) {
		union := part.Value
		if union.Discriminator == nil {
			continue
		}
		name := union.Discriminator.PropertyName
		for _, value := range slices.Sorted(maps.Keys(union.Discriminator.Mapping)) {
			if member := schemas.Member(union, map[string]any{name: value}); member != nil {
				isKind := func(field Field) bool { return field.Name == name }
				fields := slices.DeleteFunc(fieldsOf(member, within), isKind)
				kinds = append(kinds, Kind{name, value, strings.TrimSpace(member.Description), fields})
			}
		}
	}
	return kinds
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

// typeOf returns the type of a value, for an array with that of its elements.
func typeOf(schema *openapi3.Schema) string {
	for _, part := range schemas.Parts(schema) {
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
			return strings.Join(slices.Compact(types), " or ")
		}
	}
	return ""
}

// valuesOf returns the values that a schema, or the schema of an array's elements, lists, and what each means.
func valuesOf(schema *openapi3.Schema) (values, meanings []string) {
	if schema.Items != nil {
		schema = schema.Items.Value
	}
	for _, part := range schemas.Parts(schema) {
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
