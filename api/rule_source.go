package api

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"
)

// source is a document with positions, while its rules are checked.
type source struct {
	text       []byte
	root       node
	schemaOf   map[string]node // by name
	unionOf    map[string]node // by name of a member
	rule       string          // the rule that is being checked
	violations DocumentViolations

	// document parses the document once, as parseStrict does: that takes longer than all rules.
	document func() (*Document, error)
}

// readSource parses a document. The violation is one of syntax.
func readSource(text []byte) (*source, *DocumentViolation) {
	var file yaml.Node
	if err := yaml.Unmarshal(text, &file); err != nil {
		return nil, syntaxViolation(text, err)
	}
	if len(file.Content) == 0 {
		return nil, &DocumentViolation{Rule: syntax, Line: 1, Column: 1, Reason: "the document is empty"}
	}
	s := &source{text: text, root: node{Node: file.Content[0], key: file.Content[0]}}
	s.schemaOf = maps.Collect(s.schemas())
	s.unionOf = s.unions()
	s.document = sync.OnceValues(func() (*Document, error) { return parseStrict(text) })
	return s, nil
}

// node is a value of the document. The zero node stands for a value that is not there: it has no members.
type node struct {
	*yaml.Node

	key  *yaml.Node // the name of the value, or the value itself if it is an element of an array
	path []string   // leads to the value
}

// reportf adds a violation of the current rule at the name of a value.
func (s *source) reportf(at node, format string, arguments ...any) {
	if at.Node == nil {
		return
	}
	s.reportAtf(at.key, at, format, arguments...)
}

func (s *source) reportAtf(position *yaml.Node, at node, format string, arguments ...any) {
	reason := fmt.Sprintf(format, arguments...)
	parent := at.path
	switch last := len(at.path) - 1; {
	case last > 0 && at.key == at.Node: // an element of an array
		reason = at.path[last-1] + "[" + at.name() + "]: " + reason
		parent = at.path[:last-1]
	case last >= 0:
		reason = at.name() + ": " + reason
		parent = at.path[:last]
	}
	s.violations = append(s.violations, DocumentViolation{
		Rule: s.rule, Line: position.Line, Column: position.Column, Path: strings.Join(parent, "."), Reason: reason,
	})
}

// name returns the last part of the path.
func (n node) name() string {
	if len(n.path) == 0 {
		return "document"
	}
	return n.path[len(n.path)-1]
}

func (n node) exists() bool { return n.Node != nil }

// child returns the value with a name or index, whose alias is resolved.
func (n node) child(key, value *yaml.Node, name string) node {
	if value.Kind == yaml.AliasNode {
		value = value.Alias
	}
	path := make([]string, 0, len(n.path)+1)
	return node{Node: value, key: key, path: append(append(path, n.path...), name)}
}

// members returns the members of an object in order, by name.
func (n node) members() iter.Seq2[string, node] {
	return func(yield func(string, node) bool) {
		if n.Node == nil || n.Kind != yaml.MappingNode {
			return
		}
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := n.Content[i]
			if !yield(key.Value, n.child(key, n.Content[i+1], key.Value)) {
				return
			}
		}
	}
}

// items returns the elements of an array.
func (n node) items() iter.Seq2[int, node] {
	return func(yield func(int, node) bool) {
		if n.Node == nil || n.Kind != yaml.SequenceNode {
			return
		}
		for i, item := range n.Content {
			if !yield(i, n.child(item, item, strconv.Itoa(i))) {
				return
			}
		}
	}
}

// get follows names, and returns the zero node if one of them is not there.
func (n node) get(names ...string) node {
	for _, name := range names {
		n = n.member(name)
	}
	return n
}

func (n node) member(name string) node {
	for found, value := range n.members() {
		if found == name {
			return value
		}
	}
	return node{}
}

// text returns a scalar as it is written, without quotes, or "".
func (n node) text() string {
	if n.Node == nil || n.Kind != yaml.ScalarNode {
		return ""
	}
	return n.Value
}

// texts returns the elements of an array of scalars.
func (n node) texts() []string {
	var found []string
	for _, item := range n.items() {
		found = append(found, item.text())
	}
	return found
}

// operations returns the operations by path.
func (s *source) operations() iter.Seq2[string, node] {
	return func(yield func(string, node) bool) {
		for path, item := range s.root.get("paths").members() {
			if operation := item.get("post"); operation.exists() && !yield(path, operation) {
				return
			}
		}
	}
}

const schemaPrefix = "#/components/schemas/"

// schema returns a schema by name.
func (s *source) schema(name string) node { return s.schemaOf[name] }

func (s *source) schemas() iter.Seq2[string, node] {
	return s.root.get("components", "schemas").members()
}

// resolve returns the schema that a $ref refers to, if there is one, and others as they are.
func (s *source) resolve(schema node) node {
	if reference := schema.get("$ref"); reference.exists() {
		return s.schema(strings.TrimPrefix(reference.text(), schemaPrefix))
	}
	return schema
}

// isType reports whether a schema has the type. An unknown type, which the rule members reports, may be any.
func isType(schema node, name string) bool {
	found := schema.get("type").text()
	return found == name || found != "" && !slices.Contains(schemaTypes, found)
}

// keyword returns a member of a schema, or of the schemas that it refers to or combines.
func (s *source) keyword(schema node, name string) node {
	schema = s.resolve(schema)
	if found := schema.get(name); found.exists() {
		return found
	}
	for _, part := range schema.get("allOf").items() {
		if found := s.keyword(part, name); found.exists() {
			return found
		}
	}
	return node{}
}
