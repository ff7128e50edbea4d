package snippet

import (
	"bytes"
	"fmt"

	"github.com/go-json-experiment/json/jsontext"
)

// member is a member of a JSON object, or an element of an array, which has no name.
type member struct {
	name  string
	value jsontext.Value
}

// membersOf returns the members of an object or the elements of an array, in their order.
func membersOf(value jsontext.Value) ([]member, error) {
	decoder := jsontext.NewDecoder(bytes.NewReader(value))
	opening, err := decoder.ReadToken()
	if err != nil {
		return nil, err
	}
	isObject := opening.Kind() == jsontext.KindBeginObject
	if !isObject && opening.Kind() != jsontext.KindBeginArray {
		return nil, nil
	}
	var members []member
	for decoder.PeekKind() != jsontext.KindEndObject && decoder.PeekKind() != jsontext.KindEndArray {
		var next member
		if isObject {
			name, err := decoder.ReadToken()
			if err != nil {
				return nil, err
			}
			next.name = name.String()
		}
		content, err := decoder.ReadValue()
		if err != nil {
			return nil, err
		}
		next.value = content.Clone()
		members = append(members, next)
	}
	return members, nil
}

// read returns the members of an object or the elements of an array.
func read(value jsontext.Value, want jsontext.Kind) ([]member, error) {
	members, err := membersOf(value)
	if value.Kind() != want {
		return nil, fmt.Errorf("want %s, got %.40s", map[jsontext.Kind]string{
			jsontext.KindBeginObject: "an object", jsontext.KindBeginArray: "an array",
		}[want], value)
	}
	return members, err
}
