package drift

import (
	"maps"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// node is a value in the schemas of the document: the body, a property or the elements of an array. The zero node
// stands for one that the document does not have.
type node struct {
	path  string             // in the document
	heads []*openapi3.Schema // its schemas: more than one if several objects of a choice have the property
	parts []part
}

// part is a schema that says something about a node: one of its heads, or what that refers to or combines.
type part struct {
	schema   *openapi3.Schema
	path     string
	isChoice bool // whether a value may be another one of a choice, such as a failure instead of a success
}

func (n *node) add(schema *openapi3.SchemaRef, path string, isChoice bool) {
	if schema == nil || schema.Value == nil {
		return
	}
	if n.path == "" {
		n.path = path
	}
	n.heads = append(n.heads, schema.Value)
	n.addPart(schema, path, isChoice)
}

func (n *node) addPart(schema *openapi3.SchemaRef, path string, isChoice bool) {
	isKnown := func(p part) bool { return p.schema == schema.Value }
	if slices.ContainsFunc(n.parts, isKnown) {
		return
	}
	if schema.Ref != "" {
		path = strings.ReplaceAll(strings.TrimPrefix(schema.Ref, "#/"), "/", ".")
	}
	n.parts = append(n.parts, part{schema.Value, path, isChoice})
	for _, combined := range schema.Value.AllOf {
		n.addPart(combined, path, isChoice)
	}
	for _, choice := range slices.Concat(schema.Value.OneOf, schema.Value.AnyOf) {
		n.addPart(choice, path, true)
	}
}

func (n *node) exists() bool { return len(n.heads) > 0 }

// property returns a member of an object.
func (n *node) property(name string) *node {
	found := &node{}
	for _, p := range n.parts {
		found.add(p.schema.Properties[name], p.path+".properties."+name, p.isChoice)
	}
	return found
}

// items returns the elements of an array.
func (n *node) items() *node {
	found := &node{}
	for _, p := range n.parts {
		found.add(p.schema.Items, p.path+".items", p.isChoice)
	}
	return found
}

// names returns the properties that an object has whatever else it has: not those of one of its choices.
func (n *node) names() []string {
	found := map[string]bool{}
	for _, p := range n.parts {
		for name := range p.schema.Properties {
			found[name] = found[name] || !p.isChoice
		}
	}
	maps.DeleteFunc(found, func(_ string, isSure bool) bool { return !isSure })
	return slices.Sorted(maps.Keys(found))
}

// object returns the path of the schema that has the properties or, if none has, that of the node.
func (n *node) object() string {
	for _, p := range n.parts {
		if len(p.schema.Properties) > 0 {
			return p.path
		}
	}
	return n.path
}

// requires reports whether the objects that have a property require it: some of them, and all of them.
func (n *node) requires(name string) (some, all bool) {
	all = true
	for _, p := range n.parts {
		if p.schema.Properties[name] != nil {
			isRequired := slices.Contains(p.schema.Required, name)
			some, all = some || isRequired, all && isRequired
		}
	}
	return some, all
}

// types returns the types that the value may have, or nil for any.
func (n *node) types() []string {
	var found []string
	for _, p := range n.parts {
		for _, name := range p.schema.Type.Slice() {
			if !slices.Contains(found, name) {
				found = append(found, name)
			}
		}
	}
	return found
}

// enum returns the only values that the document allows. It leaves out those of a choice, since a page need not name
// all.
func (n *node) enum() []any {
	var values []any
	for _, p := range n.parts {
		if !p.isChoice {
			values = append(values, p.schema.Enum...)
		}
	}
	return values
}

// accepts reports whether the document allows the value.
func (n *node) accepts(value any) bool {
	accepts := func(head *openapi3.Schema) bool { return head.VisitJSON(value) == nil }
	return slices.ContainsFunc(n.heads, accepts)
}

// extension returns an extension of the node's own schemas, or nil.
func (n *node) extension(name string) any {
	for _, head := range n.heads {
		if value := head.Extensions[name]; value != nil {
			return value
		}
	}
	return nil
}

// edition returns what the document says about editions of the pages that differ in a property, or "".
func (n *node) edition() string {
	if edition, ok := n.extension("x-edition").(string); ok {
		return "x-edition: " + edition
	}
	return ""
}

// absentSince returns what the document says about editions of the pages that lack a property, or "".
func (n *node) absentSince() string {
	if since, ok := n.extension("x-optional-since").(string); ok {
		return "x-optional-since: " + since
	}
	return n.edition()
}

// at follows a path in a body, such as $.ResultItem[].GroupName, as far as the document has it.
func (n *node) at(path string) *node {
	for _, name := range strings.Split(strings.ReplaceAll(path, "[]", ".[]"), ".")[1:] {
		next := n.property(name)
		if name == "[]" {
			next = n.items()
		}
		if !next.exists() {
			break
		}
		n = next
	}
	return n
}
