package main

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
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

// find returns what a path leads to, with its place, and creates what the path leads through.
func (p *part) find(path []string, at place) (*part, place, error) {
	for i, step := range path {
		next, err := p.child(step, i > 0)
		if err != nil {
			return nil, at, usagef("field %s: %w", joinPath(path[:i+1]), err)
		}
		if at, err = at.child(step, i > 0, p); err != nil {
			return nil, at, usagef("field %s: %w", joinPath(path[:i+1]), err)
		}
		p = next
	}
	return p, at, nil
}

// set sets the value at the field's path.
func (p *part) set(field *fieldArg, at place) error {
	p, at, err := p.find(field.path, at)
	if err != nil {
		return err
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
