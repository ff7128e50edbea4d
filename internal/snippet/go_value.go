package snippet

import (
	"fmt"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/internal/schemas"
)

// goPrinter prints values of the emitted types.
type goPrinter struct{ GoOptions }

// value returns an expression of the schema's type in Go, for any place.
func (g goPrinter) value(schema *openapi3.SchemaRef, value jsontext.Value) (string, error) {
	return g.typed(schema, value, false)
}

// typed returns an expression. Its type is left out if isElided, as the elements of an array can leave it out.
func (g goPrinter) typed(schema *openapi3.SchemaRef, value jsontext.Value, isElided bool) (string, error) {
	named := target(schema)
	kind := named.Value.Extensions["x-go-type"]
	name := g.typeOf(named)
	if isElided {
		name = ""
	}
	switch {
	case kind == "rest.Value":
		return restValue(value)
	case named.Value.Discriminator != nil:
		return g.union(named, name, value)
	case len(named.Value.Properties) > 0:
		fields, err := g.fields(named.Value, value)
		return name + fields, err
	case named.Value.Items != nil:
		return g.array(named, value)
	}
	return g.scalar(named, value)
}

// target returns the schema that has a name: the one that a property refers to, or else its own.
func target(schema *openapi3.SchemaRef) *openapi3.SchemaRef {
	if schema.Ref == "" {
		for _, part := range schema.Value.AllOf {
			if part.Ref != "" {
				return part
			}
		}
	}
	return schema
}

// typeOf returns the type of a schema in Go.
func (g goPrinter) typeOf(schema *openapi3.SchemaRef) string {
	schema = target(schema)
	if name := schemas.TypeName(schema); name != "" {
		return g.Package + "." + name
	}
	switch {
	case schema.Value.Items != nil:
		return "[]" + g.typeOf(schema.Value.Items)
	case schema.Value.Type.Is(openapi3.TypeBoolean):
		return "bool"
	case schema.Value.Type.Is(openapi3.TypeNumber):
		return "float64"
	case schema.Value.Type.Is(openapi3.TypeInteger) && schema.Value.Format != "":
		return schema.Value.Format // such as int64
	case schema.Value.Type.Is(openapi3.TypeInteger):
		return "int"
	}
	return "string"
}

func (g goPrinter) array(schema *openapi3.SchemaRef, value jsontext.Value) (string, error) {
	members, err := read(value, jsontext.KindBeginArray)
	if err != nil {
		return "", err
	}
	elements := make([]string, len(members))
	separator, end := ", ", ""
	for i, member := range members {
		if elements[i], err = g.typed(schema.Value.Items, member.value, true); err != nil {
			return "", fmt.Errorf("%d: %w", i, err)
		}
		if strings.HasPrefix(elements[i], "{") {
			separator, end = ",\n", ",\n"
		}
	}
	start := strings.TrimLeft(end, ",")
	return g.typeOf(schema) + "{" + start + strings.Join(elements, separator) + end + "}", nil
}

// union returns a value of a union. Its member says by its type what the discriminator's property says in JSON.
func (g goPrinter) union(schema *openapi3.SchemaRef, name string, value jsontext.Value) (string, error) {
	var object map[string]any
	if err := json.Unmarshal(value, &object); err != nil {
		return "", fmt.Errorf("want an object, got %.40q", value)
	}
	property := schema.Value.Discriminator.PropertyName
	kind, _ := object[property].(string)
	member := schema.Value.Discriminator.Mapping[kind].Ref
	if member == "" {
		if kind == "" {
			return "", fmt.Errorf("%s: want a string", property)
		}
		return fmt.Sprintf("%s{Value: %s.Unknown%s{Kind: %q, JSON: jsontext.Value(%s)}}",
			name, g.Package, schemas.TypeName(schema), kind, quote(string(value))), nil
	}
	fields, err := g.fields(schemas.Member(schema.Value, object), value, property)
	return fmt.Sprintf("%s{Value: %s%s}", name, g.typeOf(&openapi3.SchemaRef{Ref: member}), fields), err
}
