package main

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
)

// part is a value of the request that fields of the command line set: an object, an array, or any value.
type part struct {
	value    jsontext.Value
	names    []string // of the members, in their order
	members  map[string]*part
	elements []*part
	isArray  bool
}

func (p *part) isEmpty() bool { return p.value == nil && p.names == nil && !p.isArray }

// set sets the value at the field's path. It creates what the path leads through.
func (p *part) set(field *fieldArg, at place) error {
	for i, step := range field.path {
		path := joinPath(field.path[:i+1])
		next, err := p.child(step, i > 0)
		if err != nil {
			return usagef("field %s: %w", path, err)
		}
		if at, err = at.child(step, i > 0, p); err != nil {
			return usagef("field %s: %w", path, err)
		}
		p = next
	}
	values, isArray, err := field.parts(at)
	switch {
	case err != nil:
		return err
	case isArray && (p.isEmpty() || p.isArray):
		p.isArray, p.elements = true, append(p.elements, values...)
	case isArray || !p.isEmpty():
		return usagef("field %s is given more than once", field.name())
	default:
		p.value = values[0].value
	}
	return nil
}

// child returns the member or element that a step of a path leads to. Steps that are numbers lead to elements, and so
// does an empty one, to a new element.
func (p *part) child(step string, isWithin bool) (*part, error) {
	index, isIndex := indexOf(step, len(p.elements))
	switch {
	case p.value != nil, p.isArray && !isIndex, p.names != nil && isIndex && isWithin:
		return nil, errors.New("the value around it is given in another way, too")
	case !isWithin, !isIndex:
		return p.member(step), nil
	case index > len(p.elements):
		return nil, fmt.Errorf("want the index %d, since elements are given in their order", len(p.elements))
	case index == len(p.elements):
		p.isArray, p.elements = true, append(p.elements, &part{})
	}
	return p.elements[index], nil
}

func (p *part) member(name string) *part {
	if p.members == nil {
		p.members = map[string]*part{}
	}
	if p.members[name] == nil {
		p.names = append(p.names, name)
		p.members[name] = &part{}
	}
	return p.members[name]
}

// indexOf returns the index that a step of a path is, and reports whether it is one.
func indexOf(step string, next int) (int, bool) {
	if step == "" {
		return next, true
	}
	index, err := strconv.ParseUint(step, 10, 31)
	return int(index), err == nil
}

// encode returns the JSON of the part.
func (p *part) encode() (jsontext.Value, error) {
	if p.value != nil {
		return p.value, nil
	}
	brackets, children := "{}", make([]*part, 0, len(p.names))
	for _, name := range p.names {
		children = append(children, p.members[name])
	}
	if p.isArray {
		brackets, children = "[]", p.elements
	}
	text := bytes.NewBufferString(brackets[:1])
	for i, child := range children {
		if i > 0 {
			text.WriteByte(',')
		}
		if !p.isArray {
			name, err := json.Marshal(p.names[i])
			if err != nil {
				return nil, usagef("field %q: want UTF-8: %w", p.names[i], err)
			}
			text.Write(append(name, ':'))
		}
		value, err := child.encode()
		if err != nil {
			return nil, err
		}
		text.Write(value)
	}
	text.WriteByte(brackets[1])
	return text.Bytes(), nil
}

// place is what the document says about a value. Its kind is empty if the document does not know it.
type place struct {
	kind   string
	fields []api.Field // of an object, or of the objects in an array
	kinds  []api.Kind
}

// element returns the place of the elements, and reports whether the value is an array.
func (p place) element() (place, bool) {
	kind, isArray := strings.CutPrefix(p.kind, arrayOf)
	return place{strings.TrimSuffix(kind, "s"), p.fields, p.kinds}, isArray
}

// child returns the place that a step of a path leads to. The value helps to tell the objects of a union apart.
func (p place) child(step string, isWithin bool, value *part) (place, error) {
	element, isArray := p.element()
	_, isIndex := indexOf(step, 0)
	switch {
	case p.kind == "":
		return place{}, nil
	case isArray && !isIndex:
		return place{}, fmt.Errorf("want an index before it, such as [0], in an %s", p.kind)
	case isArray:
		return element, nil
	case p.kind != objectType && !p.isUnion():
		return place{}, fmt.Errorf("want no brackets after a value of type %s", p.kind)
	case isIndex && isWithin:
		return place{}, errors.New("want a name in the brackets, since the value before them is an object")
	}
	for _, field := range p.names(value) {
		if field.Name == step {
			return place{field.Type, field.Fields, field.Kinds}, nil
		}
	}
	return place{}, nil
}

func (p place) isUnion() bool { return len(p.kinds) > 0 }

// names returns the properties of the object, and of each object of a union that the value can be.
func (p place) names(value *part) []api.Field {
	fields := slices.Clip(p.fields)
	for _, kind := range p.kinds {
		given := ""
		if discriminator := value.members[kind.Property]; discriminator != nil {
			_ = json.Unmarshal(discriminator.value, &given) // any other value matches no object
		}
		if given == "" || given == kind.Value {
			fields = append(fields, kind.Fields...)
		}
	}
	return fields
}

// parse returns a text as a value of the kind, and reports whether it is one. Where a string is allowed, it is one.
func (p place) parse(text string) (jsontext.Value, bool) {
	choices := strings.Split(p.kind, " or ")
	for _, choice := range choices {
		if choice == stringType || choice == "" {
			value, err := json.Marshal(text)
			return value, err == nil
		}
	}
	value := jsontext.Value(text)
	if json.Unmarshal(value, new(jsontext.Value)) != nil {
		return nil, false
	}
	for _, choice := range choices {
		switch kind := value.Kind(); {
		case choice == "number" && kind == jsontext.KindNumber,
			choice == "integer" && kind == jsontext.KindNumber && !strings.ContainsAny(text, ".eE"),
			choice == "boolean" && (kind == jsontext.KindTrue || kind == jsontext.KindFalse):
			return value, true
		}
	}
	return nil, false
}
