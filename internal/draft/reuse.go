package draft

import (
	"fmt"
	"reflect"
	"slices"
	"sort"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/timsns/timsns/internal/page"
)

// shape returns what two schemas have in common that mean the same: everything but descriptions and limits. It is ""
// for a schema that is never reused.
func shape(schema any) string {
	s, _ := schema.(map[string]any)
	switch {
	case s["enum"] != nil && s["x-go-type"] == nil:
		return fmt.Sprintf("enum %v %v", s["type"], sorted(s["enum"]))
	case s["x-known-values"] != nil: // a closed one is as good
		return fmt.Sprintf("enum %v %v", s["type"], sorted(s["x-known-values"]))
	case s["properties"] != nil:
		return objectShape(s)
	}
	return ""
}

func objectShape(schema map[string]any) string {
	properties, _ := schema["properties"].(map[string]any)
	lines := make([]string, 0, len(properties))
	for name, property := range properties {
		lines = append(lines, name+" "+typeShape(property))
	}
	sort.Strings(lines)
	return fmt.Sprintf("object %v required %v result %v", lines, sorted(schema["required"]), schema["x-result"])
}

// typeShape returns the type of a property.
func typeShape(schema any) string {
	s, _ := schema.(map[string]any)
	if parts, ok := s["allOf"].([]any); ok && len(parts) == 1 {
		return typeShape(parts[0])
	}
	switch {
	case s["$ref"] != nil:
		return fmt.Sprint(s["$ref"])
	case s["items"] != nil:
		return "[" + typeShape(s["items"]) + "]"
	}
	return fmt.Sprint(s["type"], s["format"], s["enum"])
}

func sorted(array any) []string {
	elements, _ := array.([]any)
	found := make([]string, len(elements))
	for i, element := range elements {
		found[i] = fmt.Sprint(element)
	}
	slices.Sort(found)
	return found
}

// find returns the name of the document's schema with a shape: the one that is named like the property, if several have
// it. Numbers mean nothing by themselves, so an enum of integers must have the name.
func (d *document) find(wanted *yaml.Node, property string) string {
	want := shape(decode(wanted))
	if want == "" {
		return ""
	}
	schemas := d.get("components", "schemas")
	found := ""
	for _, name := range names(schemas) {
		_, schema := member(schemas, name)
		isNamed := strings.HasSuffix(name, goName(property))
		if shape(decode(schema)) != want || strings.HasPrefix(want, "enum integer") && !isNamed {
			continue
		}
		if found == "" || name == goName(property) {
			found = name
		}
	}
	return found
}

// differs reports whether a schema of the document has other limits or defaults than another one of its shape.
func (d *document) differs(name string, other *yaml.Node) bool {
	return !reflect.DeepEqual(limitsOf(decode(d.get("components", "schemas", name))), limitsOf(decode(other)))
}

// limitsOf returns a schema without descriptions, the order of its properties and what is only for Go.
func limitsOf(schema any) any {
	switch value := schema.(type) {
	case map[string]any:
		kept := map[string]any{}
		for name, inner := range value {
			if name != "description" && name != "required" && (!strings.HasPrefix(name, "x-") || name == "x-known-values") {
				kept[name] = limitsOf(inner)
			}
		}
		return kept
	case []any:
		kept := make([]any, len(value))
		for i, inner := range value {
			kept[i] = limitsOf(inner)
		}
		return kept
	}
	return schema
}

// union returns the name of the document's union that has the properties of an object, or "".
func (d *document) union(v *value) string {
	schemas := d.get("components", "schemas")
	for _, name := range names(schemas) {
		_, schema := member(schemas, name)
		_, discriminator := member(schema, "discriminator")
		_, property := member(discriminator, "propertyName")
		_, choices := member(schema, "oneOf")
		if property == nil || v.member(property.Value) == nil {
			continue
		}
		known := map[string]bool{}
		for _, choice := range elements(choices) {
			_, target := member(choice, "$ref")
			_, object := member(schemas, strings.TrimPrefix(target.Value, schemaPrefix))
			_, properties := member(object, "properties")
			for _, name := range names(properties) {
				known[name] = true
			}
		}
		if !slices.ContainsFunc(v.members, func(m *value) bool { return !known[m.name] }) {
			return name
		}
	}
	return ""
}

// kindOf returns the property that may say which other properties an object has, or nil: one of several words, named
// like MsgType, beside an object, such as MsgContent.
func kindOf(v *value) *value {
	isKind := func(m *value) bool {
		return strings.HasSuffix(m.name, "Type") && len(m.choices) > 1 && m.kind() == page.String
	}
	isObject := func(m *value) bool { return m.kind() == page.Object && strings.HasSuffix(m.name, "Content") }
	if len(v.find(isObject)) == 0 {
		return nil
	}
	return first(v.find(isKind))
}
