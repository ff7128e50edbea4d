package api

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// extension reads an x- member of the document into value. It must be there.
func extension(extensions map[string]any, name string, value any) error {
	member, ok := extensions[name]
	if !ok {
		return fmt.Errorf("want %s", name)
	}
	text, err := json.Marshal(member)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if err := json.Unmarshal(text, value); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// propertyOrder sorts the names of the schema's properties by their x-order, as the emitted fields are sorted.
func propertyOrder(schema *openapi3.Schema) []string {
	names := make([]string, 0, len(schema.Properties))
	order := make(map[string]int, len(schema.Properties))
	for name, property := range schema.Properties {
		names = append(names, name)
		position := len(schema.Properties)
		_ = extension(property.Value.Extensions, "x-order", &position) // without one it goes last
		order[name] = position
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(order[a], order[b]), cmp.Compare(a, b))
	})
	return names
}

// parts returns the schema and those that its allOf adds: a referenced one, as a rule, that it describes in its own words.
func parts(schema *openapi3.Schema) openapi3.SchemaRefs {
	return append(openapi3.SchemaRefs{{Value: schema}}, schema.AllOf...)
}

// typeOf names the type of a value, and of the elements of an array.
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

// valuesOf returns the listed values of a schema, or of an array's elements, and what each means.
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
			_ = extension(part.Value.Extensions, "x-enum-descriptions", &meanings) // a test holds that they are there
		}
	}
	return values, meanings
}
