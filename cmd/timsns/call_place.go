package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
)

// place is what the document says about a value. Its type is empty if the document does not know it.
type place struct{ api.Field }

// requestPlace is the place of the request of an operation with these fields.
func requestPlace(fields []api.Field) place {
	return place{api.Field{Type: objectType, Fields: fields}}
}

// element returns the place of the elements, and reports whether the value is an array.
func (p place) element() (place, bool) {
	kind, isArray := strings.CutPrefix(p.Type, arrayOf)
	if isArray {
		p.Type = strings.TrimSuffix(kind, "s")
	}
	return p, isArray
}

// child returns the place that a step of a path leads to. The value helps to tell the objects of a union apart.
func (p place) child(step string, isWithin bool, value *part) (place, error) {
	element, isArray := p.element()
	_, isIndex := indexOf(step, 0)
	switch {
	case p.Type == "":
		return place{}, nil
	case isArray && !isIndex:
		return place{}, fmt.Errorf("want an index before it, such as [0], in an %s", p.Type)
	case isArray:
		return element, nil
	case p.Type != objectType:
		return place{}, fmt.Errorf("want no brackets after a value of type %s", p.Type)
	case isIndex && isWithin:
		return place{}, errors.New("want a name in the brackets, since the value before them is an object")
	}
	for _, field := range p.names(value) {
		if field.Name == step {
			return place{field}, nil
		}
	}
	return place{}, nil
}

// names returns the properties of the object. In a union, they are the discriminator, and the properties of each object
// that the value can be.
func (p place) names(value *part) []api.Field {
	fields := slices.Clip(p.Fields)
	if len(p.Kinds) == 0 {
		return fields
	}
	discriminator := api.Field{
		Name: p.Kinds[0].Property, Type: stringType, Required: true, Description: "The kind of the object.",
	}
	var given string
	if member := value.members[discriminator.Name]; member != nil {
		_ = json.Unmarshal(member.value, &given) // any other value matches no object
	}
	for _, kind := range p.Kinds {
		discriminator.Values = append(discriminator.Values, kind.Value)
		discriminator.Meanings = append(discriminator.Meanings, kind.Description)
		if given == "" || given == kind.Value {
			fields = append(fields, kind.Fields...)
		}
	}
	return append(fields, discriminator)
}

// parse returns a text as a value of the kind, and reports whether it is one. Where a string is allowed, it is one.
func (p place) parse(text string) (jsontext.Value, bool) {
	choices := strings.Split(p.Type, " or ")
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
			choice == booleanType && (kind == jsontext.KindTrue || kind == jsontext.KindFalse):
			return value, true
		}
	}
	return nil, false
}
