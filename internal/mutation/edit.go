package mutation

import (
	"fmt"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// Edit is one change of one schema, such as a typing mistake may cause.
type Edit struct {
	kind  string        // what is changed, such as enum
	place string        // where, such as GroupGetRequest.From_Account
	what  string        // how, such as maxLength 32 becomes 31
	apply func() func() // makes the change and returns a function that undoes it

	schema      *openapi3.Schema // before the edit
	isParameter bool             // whether the schema is that of a query parameter
}

// String returns the place and the change, such as GroupGetRequest.From_Account: maxLength 32 becomes 31.
func (e Edit) String() string { return e.place + ": " + e.what }

// component returns the name of the component, or of the query parameter, that is edited.
func (e Edit) component() string {
	name, _, _ := strings.Cut(e.place, ".")
	return strings.TrimSuffix(name, "[]")
}

// hint returns a part of the name that a fixture which notices the edit probably has, to try such fixtures first.
func (e Edit) hint() string {
	name := e.place[strings.LastIndex(e.place, ".")+1:]
	if e.kind == "required" || e.kind == "property" {
		name, _, _ = strings.Cut(e.what, " ")
	}
	return strings.TrimSuffix(fileName([]string{name}), "[]")
}

// replace returns an edit that sets target to value.
func replace[T any](target *T, value T) func() func() {
	return func() func() {
		before := *target
		*target = value
		return func() { *target = before }
	}
}

// editor collects the edits of one schema.
type editor struct {
	place  string
	schema *openapi3.Schema
	edits  []Edit
}

func (e *editor) add(kind, what string, apply func() func()) {
	e.edits = append(e.edits, Edit{kind: kind, place: e.place, what: what, apply: apply, schema: e.schema})
}

// editsOf returns all edits of a schema and of the schemas within it, except for those that it refers to, which are
// components.
func editsOf(place string, schema *openapi3.Schema) []Edit {
	e := &editor{place: place, schema: schema}
	e.types()
	e.formats()
	e.enums()
	e.numbers()
	e.lengths()
	e.patterns()
	e.nullability()
	e.compositions()
	e.exclusions()
	e.members()
	for _, child := range childrenOf(schema) {
		if child.schema.Ref == "" {
			e.edits = append(e.edits, editsOf(place+child.place, child.schema.Value)...)
		}
	}
	return e.edits
}

type child struct {
	place  string
	schema *openapi3.SchemaRef
}

// childrenOf returns the schemas within a schema, references included, in a fixed order.
func childrenOf(schema *openapi3.Schema) []child {
	var children []child
	for name, property := range schema.Properties {
		children = append(children, child{"." + name, property})
	}
	slices.SortFunc(children, func(a, b child) int { return strings.Compare(a.place, b.place) })
	if schema.Items != nil {
		children = append(children, child{"[]", schema.Items})
	}
	for keyword, list := range map[string]openapi3.SchemaRefs{"allOf": schema.AllOf, "oneOf": schema.OneOf} {
		for i, part := range list {
			children = append(children, child{fmt.Sprintf(".%s[%d]", keyword, i), part})
		}
	}
	return children
}

func (e *editor) types() {
	if e.schema.Type == nil {
		return
	}
	e.add("type", "type dropped", replace(&e.schema.Type, nil))
	for _, name := range []string{"string", "integer", "number", "boolean", "array", "object"} {
		if !e.schema.Type.Is(name) {
			e.add("type", "type becomes "+name, replace(&e.schema.Type, &openapi3.Types{name}))
		}
	}
}

func (e *editor) formats() {
	if e.schema.Format == "" {
		return
	}
	e.add("format", "format dropped", replace(&e.schema.Format, ""))
	if e.schema.Format == "int64" {
		e.add("format", "format becomes int32", replace(&e.schema.Format, "int32"))
	}
}

func (e *editor) enums() {
	values := e.schema.Enum
	if values == nil {
		return
	}
	if len(values) > 1 { // dropping the only value is an edit below
		e.add("enum", "enum dropped", replace(&e.schema.Enum, nil))
	}
	for i, value := range values {
		rest := slices.Delete(slices.Clone(values), i, i+1)
		if len(rest) == 0 {
			rest = nil
		}
		e.add("enum", fmt.Sprintf("value %v dropped", value), replace(&e.schema.Enum, rest))
	}
	another := any("another")
	if _, isNumber := values[0].(float64); isNumber {
		another = -1.0
	}
	e.add("enum", fmt.Sprintf("value %v added", another), replace(&e.schema.Enum, append(slices.Clone(values), another)))
}

func (e *editor) numbers() {
	for name, bound := range map[string]**float64{"minimum": &e.schema.Min, "maximum": &e.schema.Max} {
		if *bound == nil {
			continue
		}
		e.add("bound", name+" dropped", replace(bound, nil))
		for _, shift := range []float64{-1, 1} {
			e.add("bound", fmt.Sprintf("%s %v becomes %v", name, **bound, **bound+shift), replace(bound, new(**bound+shift)))
		}
	}
}

func (e *editor) lengths() {
	for name, bound := range map[string]*uint64{
		"minLength": &e.schema.MinLength, "minItems": &e.schema.MinItems, "minProperties": &e.schema.MinProps,
	} {
		if *bound > 0 {
			e.add("bound", fmt.Sprintf("%s %d becomes %d", name, *bound, *bound-1), replace(bound, *bound-1))
			e.add("bound", fmt.Sprintf("%s %d becomes %d", name, *bound, *bound+1), replace(bound, *bound+1))
		}
	}
	for name, bound := range map[string]**uint64{
		"maxLength": &e.schema.MaxLength, "maxItems": &e.schema.MaxItems, "maxProperties": &e.schema.MaxProps,
	} {
		if *bound == nil {
			continue
		}
		e.add("bound", name+" dropped", replace(bound, nil))
		for _, shifted := range []uint64{**bound - 1, **bound + 1} {
			e.add("bound", fmt.Sprintf("%s %d becomes %d", name, **bound, shifted), replace(bound, new(shifted)))
		}
	}
}

// patterns removes anchors and alternatives, and changes the bounds of repetitions and sets of letters.
func (e *editor) patterns() {
	pattern := e.schema.Pattern
	if pattern == "" {
		return
	}
	e.add("pattern", "pattern dropped", replace(&e.schema.Pattern, ""))
	for _, changed := range patternsLike(pattern) {
		e.add("pattern", fmt.Sprintf("pattern %s becomes %s", pattern, changed), replace(&e.schema.Pattern, changed))
	}
}

func (e *editor) nullability() {
	e.add("nullability", fmt.Sprintf("nullable becomes %v", !e.schema.Nullable), replace(&e.schema.Nullable, !e.schema.Nullable))
}

func (e *editor) compositions() {
	for keyword, list := range map[string]*openapi3.SchemaRefs{"allOf": &e.schema.AllOf, "oneOf": &e.schema.OneOf} {
		for i := range *list {
			rest := slices.Delete(slices.Clone(*list), i, i+1)
			e.add("composition", fmt.Sprintf("%s[%d] dropped", keyword, i), replace(list, rest))
		}
	}
	if e.schema.Items != nil {
		e.add("composition", "items dropped", replace(&e.schema.Items, nil))
	}
}

func (e *editor) exclusions() {
	if e.schema.Not != nil {
		e.add("exclusion", "not dropped", replace(&e.schema.Not, nil))
		another := openapi3.NewSchemaRef("", openapi3.NewSchema().WithEnum(-1.0))
		e.add("exclusion", "another value excluded", replace(&e.schema.Not, another))
	}
}

// members edits the properties of an object.
func (e *editor) members() {
	for i, name := range e.schema.Required {
		e.add("required", name+" becomes optional", replace(&e.schema.Required, slices.Delete(slices.Clone(e.schema.Required), i, i+1)))
	}
	for name, property := range e.schema.Properties {
		if !slices.Contains(e.schema.Required, name) {
			e.add("required", name+" becomes required", replace(&e.schema.Required, append(slices.Clone(e.schema.Required), name)))
		}
		e.add("property", name+" dropped", func() func() {
			delete(e.schema.Properties, name)
			return func() { e.schema.Properties[name] = property }
		})
	}
	if e.schema.AdditionalProperties.Has != nil {
		e.add("closing", "undeclared properties allowed", replace(&e.schema.AdditionalProperties, openapi3.AdditionalProperties{}))
	}
}
