package snippet

import (
	"fmt"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/internal/schemas"
)

// fields returns the fields of a struct, in braces.
func (g goPrinter) fields(schema *openapi3.Schema, value jsontext.Value, without ...string) (string, error) {
	members, err := read(value, jsontext.KindBeginObject)
	if err != nil {
		return "", err
	}
	text := &strings.Builder{}
	for _, member := range members {
		property := schema.Properties[member.name]
		switch {
		case slices.Contains(without, member.name):
			continue
		case property == nil:
			return "", fmt.Errorf("%s: the document has no such property", member.name)
		case standsForAbsent(property.Value, member.value):
			continue // clients do not send it
		}
		field, err := g.field(schema, member.name, member.value)
		if err != nil {
			return "", fmt.Errorf("%s: %w", member.name, err)
		}
		canonical := member.name
		if other, isAlias := property.Value.Extensions["x-alias-of"].(string); isAlias {
			canonical = other
		}
		fmt.Fprintf(text, "\n%s: %s,", schemas.FieldName(schema, canonical), field)
	}
	if text.Len() == 0 {
		return "{}", missing(schema, members)
	}
	return "{" + text.String() + "\n}", missing(schema, members)
}

// missing returns the error of an object that lacks a required property, which Go would send with its zero value.
func missing(schema *openapi3.Schema, members []member) error {
	for _, name := range schema.Required {
		if !slices.ContainsFunc(members, func(member member) bool { return isSpelling(schema, member.name, name) }) {
			return fmt.Errorf("%s: the property is missing, and a client always sends it", name)
		}
	}
	return nil
}

// isSpelling reports whether a property is the one with the canonical name, or another spelling of it.
func isSpelling(schema *openapi3.Schema, property, canonical string) bool {
	found := schema.Properties[property]
	return property == canonical || found != nil && found.Value.Extensions["x-alias-of"] == canonical
}

// field returns the value of a field, which is a pointer if the generator makes it one.
func (g goPrinter) field(schema *openapi3.Schema, name string, value jsontext.Value) (string, error) {
	property := schema.Properties[name]
	expression, err := g.value(property, value)
	skips, isGiven := property.Value.Extensions["x-go-type-skip-optional-pointer"].(bool)
	isPointer := isGiven && !skips || schemas.IsStruct(property.Value)
	switch {
	case !isPointer || slices.Contains(schema.Required, name):
		return expression, err
	case schemas.IsStruct(property.Value):
		return "&" + expression, err
	case property.Value.Type.Is(openapi3.TypeString): // a literal has the type
		return "new(" + expression + ")", err
	}
	return "new(" + g.typeOf(property) + "(" + expression + "))", err
}

func standsForAbsent(property *openapi3.Schema, value jsontext.Value) bool {
	listed, _ := property.Extensions["x-absent-values"].([]any)
	var given any
	err := json.Unmarshal(value, &given)
	_, isArray := given.([]any)
	_, isObject := given.(map[string]any)
	return err == nil && !isArray && !isObject && slices.Contains(listed, given)
}
