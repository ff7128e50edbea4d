package api

import (
	"maps"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// shape is what a value of the document looks like.
type shape struct {
	tag      string            // YAML's tag of the value, such as !!str, or "" for any value
	members  map[string]*shape // of an object; nil if it may have any member
	required []string          // members that must be there
	each     *shape            // of other members, or of the elements of an array
	values   []string          // those that a string may have, or nil
	notEmpty bool              // a string that must have text, or an array that must have elements
	isCount  bool              // an integer from 0
	or       *shape            // of a value with another tag, or nil
}

// kinds are the names of YAML's types in violations.
var kinds = map[string]string{
	"!!map": "an object", "!!seq": "an array", "!!str": "a string", "!!int": "an integer", "!!float": "a number",
	"!!bool": "true or false", "!!null": "null", "!!timestamp": "a date",
}

var (
	anything = &shape{}
	text     = &shape{tag: "!!str"}
	words    = &shape{tag: "!!str", notEmpty: true}
	integer  = &shape{tag: "!!int"}
	number   = &shape{tag: "!!float"}
	count    = &shape{tag: "!!int", isCount: true}
	boolean  = &shape{tag: "!!bool"}
)

func oneOf(values ...string) *shape { return &shape{tag: "!!str", values: values} }
func arrayOf(each *shape) *shape    { return &shape{tag: "!!seq", each: each} }
func nonEmpty(each *shape) *shape   { return &shape{tag: "!!seq", each: each, notEmpty: true} }
func mapOf(each *shape) *shape      { return &shape{tag: "!!map", each: each} }

// eitherOf returns the shape of a value that may have one of two tags.
func eitherOf(one, other *shape) *shape {
	either := *one
	either.or = other
	return &either
}

// oneOrMore returns the shape of a value, or of an array of such values.
func oneOrMore(value *shape) *shape {
	return eitherOf(value, nonEmpty(value))
}

// object returns the shape of an object. A name that ends with "!" is required.
func object(members map[string]*shape) *shape {
	object := &shape{tag: "!!map", members: map[string]*shape{}}
	for _, name := range slices.Sorted(maps.Keys(members)) {
		plain, isRequired := strings.CutSuffix(name, "!")
		object.members[plain] = members[name]
		if isRequired {
			object.required = append(object.required, plain)
		}
	}
	return object
}

func checkMembers(s *source) { s.checkShape(s.root, documentShape) }

func (s *source) checkShape(n node, want *shape) {
	if want.tag == "" {
		return
	}
	if want.or != nil && n.ShortTag() == want.or.tag {
		want = want.or
	}
	if tag := n.ShortTag(); tag != want.tag && (want != number || tag != "!!int") {
		wanted := kinds[want.tag]
		if want.or != nil {
			wanted += ", or " + kinds[want.or.tag]
		}
		s.reportf(n, "want %s, got %s", wanted, describe(n))
		return
	}
	switch {
	case want.values != nil && !slices.Contains(want.values, n.Value):
		s.reportf(n, "unknown value %q; %s", n.Value, suggestOrList(n.Value, want.values))
	case want.notEmpty && strings.TrimSpace(n.Value) == "" && len(n.Content) == 0:
		s.reportf(n, "it is empty; want %s", map[bool]string{true: "an element", false: "text"}[want.tag == "!!seq"])
	case want.isCount && strings.HasPrefix(n.Value, "-"):
		s.reportf(n, "want an integer from 0, got %s", n.Value)
	case want.tag == "!!map":
		s.checkObject(n, want)
	}
	if want.each != nil {
		for _, item := range n.items() {
			s.checkShape(item, want.each)
		}
	}
}

// checkObject finds unknown members and missing ones. A missing one is not reported if an unknown one is probably
// meant.
func (s *source) checkObject(n node, want *shape) {
	isMeant := map[string]bool{}
	for name, member := range n.members() {
		known := want.members[name]
		switch {
		case known != nil:
			s.checkShape(member, known)
		case want.each != nil:
			s.checkShape(member, want.each)
		case want.members != nil:
			isMeant[s.reportUnknown(n, member, want)] = true
		}
	}
	for _, name := range want.required {
		if !n.get(name).exists() && !isMeant[name] {
			s.reportf(n, "%s is missing", name)
		}
	}
}

// reportUnknown returns the member that is probably meant, or "".
func (s *source) reportUnknown(n, member node, want *shape) string {
	kind := "member"
	if strings.HasPrefix(member.name(), "x-") {
		kind = "extension"
	}
	var absent []string
	for _, name := range slices.Sorted(maps.Keys(want.members)) {
		if !n.get(name).exists() {
			absent = append(absent, name)
		}
	}
	meant := closest(member.name(), absent)
	if want == pathShape && slices.Contains(otherMethods, member.name()) && !n.get("post").exists() {
		meant = "post"
	}
	hint := ""
	if meant != "" {
		hint = "; did you mean " + meant + "?"
	} else if kind == "member" && len(want.members) <= longestList {
		hint = "; want " + listOf(slices.Sorted(maps.Keys(want.members)))
	}
	s.reportf(member, "unknown %s%s", kind, hint)
	return meant
}

// describe returns the type of a value and, if it is short, the value.
func describe(n node) string {
	kind := kinds[n.ShortTag()]
	if kind == "" {
		kind = n.ShortTag()
	}
	switch {
	case n.ShortTag() == "!!bool":
		return n.Value
	case n.Kind != yaml.ScalarNode || n.ShortTag() == "!!null" || len(n.Value) > 40 || strings.Contains(n.Value, "\n"):
		return kind
	case n.ShortTag() == "!!str":
		return `the string "` + n.Value + `"`
	}
	return n.Value
}
