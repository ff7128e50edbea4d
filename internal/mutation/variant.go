package mutation

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/timsns/timsns/internal/schemas"
)

// variant is a body that differs from another in one value.
type variant struct {
	name  string // the property and its change, such as from-account-too-long
	long  string // the same with the names of all properties on the way, for two variants of one name
	value any
}

// variantsOf returns variants of the body that change one value each, in ways that its schema distinguishes: values
// of each type, on both sides of each bound, in an enum and not in it, and no value.
func variantsOf(schema *openapi3.Schema, body any) []variant {
	v := &varier{}
	v.visit(schema, body, place{put: func(value any) any { return value }})
	return v.found
}

// place is the place of a value in a body.
type place struct {
	path []string
	put  func(value any) any // returns the body with another value there
}

func (p place) below(name string, put func(any) any) place {
	return place{append(slices.Clone(p.path), name), func(value any) any { return p.put(put(value)) }}
}

type varier struct{ found []variant }

func (v *varier) add(at place, what string, value any) {
	own := len(at.path) - 1 // the index of the property's name
	for own > 0 && at.path[own] == item {
		own--
	}
	short := slices.Clone(at.path[max(own, 0):])
	v.found = append(v.found, variant{fileName(append(short, what)), fileName(append(slices.Clone(at.path), what)), at.put(value)})
}

// item names an element of an array.
const item = "item"

var hump = regexp.MustCompile(`([a-z0-9])([A-Z])`)

// fileName joins names such as From_Account in the form from-account.
func fileName(names []string) string {
	name := hump.ReplaceAllString(strings.Join(names, "-"), "$1-$2")
	return strings.ToLower(strings.ReplaceAll(name, "_", "-"))
}

func (v *varier) visit(schema *openapi3.Schema, value any, at place) {
	v.types(value, at)
	for _, part := range partsOf(schema) {
		v.listed(part, at)
		v.numbers(part, at)
		v.strings(part, value, at)
		v.array(part, value, at)
	}
	if object, isObject := value.(map[string]any); isObject {
		v.object(schemas.Object(schema, value), object, at)
	}
}

// partsOf returns the schema and the schemas that it is composed of.
func partsOf(schema *openapi3.Schema) []*openapi3.Schema {
	parts := slices.Concat(schema.AllOf, schema.OneOf)
	found := make([]*openapi3.Schema, 0, 1+len(parts))
	found = append(found, schema)
	for _, part := range parts {
		found = append(found, partsOf(part.Value)...)
	}
	return found
}

func (v *varier) types(value any, at place) {
	v.add(at, "null", nil)
	for _, other := range []struct {
		name  string
		value any
	}{
		{"string", "1"}, {"number", 1}, {"fraction", 1.5}, {"boolean", true}, {"array", []any{}}, {"object", map[string]any{}},
	} {
		if reflect.TypeOf(other.value) != reflect.TypeOf(value) {
			v.add(at, other.name, other.value)
		}
	}
}

func (v *varier) listed(schema *openapi3.Schema, at place) {
	for _, value := range schema.Enum {
		v.add(at, fmt.Sprint(value), value)
	}
	if schema.Enum != nil {
		v.add(at, "another", "another")
		v.add(at, "negative", -1)
	}
}

func (v *varier) numbers(schema *openapi3.Schema, at place) {
	if !schema.Type.Is(openapi3.TypeInteger) {
		return
	}
	for name, bound := range map[string]*float64{"smallest": schema.Min, "largest": schema.Max} {
		if bound != nil {
			v.add(at, name, *bound)
			v.add(at, "below-"+name, *bound-1)
			v.add(at, "above-"+name, *bound+1)
		}
	}
	v.add(at, "beyond-32-bits", math.MaxInt32+1)
	v.add(at, "beyond-64-bits", json.Number("92233720368547758080"))
}

func (v *varier) strings(schema *openapi3.Schema, value any, at place) {
	if text, isText := value.(string); isText && schema.Pattern != "" {
		v.patterned(text, at)
	}
	if !schema.Type.Is(openapi3.TypeString) {
		return
	}
	v.add(at, "empty", "")
	v.add(at, "shortest", strings.Repeat("a", max(1, sizeOf(schema.MinLength))))
	if schema.MaxLength != nil {
		v.add(at, "longest", strings.Repeat("a", sizeOf(*schema.MaxLength)))
		v.add(at, "too-long", strings.Repeat("a", sizeOf(*schema.MaxLength)+1))
	}
}

// patterned changes a text that matches its pattern step by step.
func (v *varier) patterned(text string, at place) {
	v.add(at, "prefixed", "x"+text)
	v.add(at, "suffixed", text+"_")
	v.add(at, "with-digit", text+"1")
	for count := range min(8, len(text)) {
		shorter := text[:len(text)-count]
		v.add(at, fmt.Sprintf("longer-by-%d", count+1), text+strings.Repeat("a", count+1))
		v.add(at, fmt.Sprintf("shorter-by-%d", count+1), text[:len(text)-count-1])
		v.add(at, fmt.Sprintf("upper-case-%d", count), shorter+strings.ToUpper(text[len(text)-count:]))
		v.add(at, fmt.Sprintf("lower-case-%d", count), shorter+strings.ToLower(text[len(text)-count:]))
	}
}

func (v *varier) array(schema *openapi3.Schema, value any, at place) {
	elements, isArray := value.([]any)
	if schema.Items == nil || !isArray {
		return
	}
	v.add(at, "none", []any{})
	if len(elements) == 0 {
		return
	}
	v.every(schema.Items.Value, elements[0], at)
	for i, element := range elements[:min(4, len(elements))] {
		v.visit(schema.Items.Value, element, at.below(item, func(value any) any {
			return slices.Replace(slices.Clone(elements), i, i+1, value)
		}))
	}
	if schema.MaxItems != nil {
		v.add(at, "most", slices.Repeat(elements[:1], sizeOf(*schema.MaxItems)))
		v.add(at, "too-many", slices.Repeat(elements[:1], sizeOf(*schema.MaxItems)+1))
	}
}

// every adds an array with an object for each value of an enum. The objects have no optional properties, so that the
// array stays small.
func (v *varier) every(schema *openapi3.Schema, element any, at place) {
	schema = schemas.Object(schema, element)
	object, isObject := element.(map[string]any)
	small := map[string]any{}
	for _, name := range schema.Required {
		small[name] = object[name]
	}
	for name, property := range schema.Properties {
		var elements []any
		for _, part := range partsOf(property.Value) {
			for _, value := range part.Enum {
				another := maps.Clone(small)
				another[name] = value
				elements = append(elements, another)
			}
		}
		if isObject && len(elements) > 1 {
			v.add(at, "every-"+name, elements)
		}
	}
}

func (v *varier) object(schema *openapi3.Schema, object map[string]any, at place) {
	for _, name := range slices.Sorted(maps.Keys(schema.Properties)) {
		property := schema.Properties[name].Value
		below := at.below(name, func(value any) any {
			another := maps.Clone(object)
			another[name] = value
			return another
		})
		value, isThere := object[name]
		if isThere {
			without := maps.Clone(object)
			delete(without, name)
			v.add(place{below.path, at.put}, "missing", without)
		} else {
			value = madeUp(property)
		}
		v.visit(property, value, below)
	}
	undeclared := maps.Clone(object)
	undeclared["Undeclared"] = 1
	v.add(at, "undeclared-property", undeclared)
}

// madeUp returns a value for a missing property, so that its parts can be varied.
func madeUp(schema *openapi3.Schema) any {
	if schema.Items != nil && schema.Items.Value.Type.Is(openapi3.TypeString) {
		return []any{"bob"}
	}
	return nil
}

// sizeOf returns a limit of the document, or a size that a fixture can have if the limit is larger.
func sizeOf(limit uint64) int {
	const largest = 1 << 20
	if limit > largest {
		return largest
	}
	return int(limit)
}
