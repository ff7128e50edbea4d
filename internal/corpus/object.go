package corpus

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// object is a JSON object with ordered members, which can be written as invalid JSON too.
type object []member

// member is a member of an object, with its value as JSON text.
type member struct{ name, value string }

func parse(body []byte) (object, error) {
	decoder := jsontext.NewDecoder(bytes.NewReader(body))
	start, err := decoder.ReadToken()
	if err != nil {
		return nil, err
	}
	if start.Kind() != jsontext.KindBeginObject {
		return nil, errors.New("want a JSON object in each basic fixture")
	}
	var found object
	for decoder.PeekKind() == jsontext.KindString {
		name, err := decoder.ReadToken()
		if err != nil {
			return nil, err
		}
		text := name.String() // before the next read, which overwrites the token
		value, err := decoder.ReadValue()
		if err != nil {
			return nil, err
		}
		found = append(found, member{text, string(value)})
	}
	if len(found) == 0 {
		return nil, errors.New("want a member in each basic fixture")
	}
	return found, nil
}

func (o object) text() string {
	members := make([]string, len(o))
	for i, m := range o {
		members[i] = `"` + m.name + `":` + m.value
	}
	return "{" + strings.Join(members, ",") + "}"
}

// with returns the object with a member set to another value or added.
func (o object) with(name, value string) object {
	changed := slices.Clone(o)
	for i, m := range changed {
		if m.name == name {
			changed[i].value = value
			return changed
		}
	}
	return append(changed, member{name, value})
}

// and returns the object with another member, even if it has one of that name.
func (o object) and(name, value string) object {
	return append(slices.Clone(o), member{name, value})
}

func (o object) without(name string) object {
	return slices.DeleteFunc(slices.Clone(o), func(m member) bool { return m.name == name })
}

// rename returns the object with changed names.
func (o object) rename(change func(string) string) object {
	changed := slices.Clone(o)
	for i := range changed {
		changed[i].name = change(changed[i].name)
	}
	return changed
}

func (o object) reversed() object {
	changed := slices.Clone(o)
	slices.Reverse(changed)
	return changed
}

// value returns the JSON text of a member, or "" if the object lacks it.
func (o object) value(name string) string {
	for _, m := range o {
		if m.name == name {
			return m.value
		}
	}
	return ""
}
