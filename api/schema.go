package api

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"

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

// typeOf looks through the allOf that gives a referenced schema a description of its own.
func typeOf(schema *openapi3.Schema) string {
	for _, part := range append(openapi3.SchemaRefs{{Value: schema}}, schema.AllOf...) {
		if types := part.Value.Type.Slice(); len(types) > 0 {
			return types[0]
		}
	}
	return ""
}

func valuesOf(schema *openapi3.Schema) []string {
	var values []string
	for _, part := range append(openapi3.SchemaRefs{{Value: schema}}, schema.AllOf...) {
		for _, value := range part.Value.Enum {
			values = append(values, fmt.Sprint(value))
		}
	}
	return values
}
