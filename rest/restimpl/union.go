package restimpl

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"reflect"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// A union is a value that is one of several objects. Its kind, a string property that all of them have, says which one.

// ReadUnion reads the JSON object of a union and returns it with its kind, the value of property. The object belongs to
// the decoder.
func ReadUnion(decoder *jsontext.Decoder, property string) (kind string, object jsontext.Value, err error) {
	object, err = decoder.ReadValue()
	if err != nil {
		return "", nil, err
	}
	if isTooDeep(object) {
		return "", nil, fmt.Errorf("more than %d arrays and objects within each other", maxDepth)
	}
	kind, err = kindOf(object, property)
	return kind, object, err
}

// maxDepth limits how often a union within a union is read: once for itself, and again for each one around it.
const maxDepth = 200

// isTooDeep reports whether arrays and objects of valid JSON are nested deeper than maxDepth.
func isTooDeep(value jsontext.Value) bool {
	depth, inString := 0, false
	for i := 0; i < len(value) && depth <= maxDepth; i++ {
		switch char := value[i]; {
		case inString && char == '\\':
			i++
		case char == '"':
			inString = !inString
		case inString:
		case char == '{' || char == '[':
			depth++
		case char == '}' || char == ']':
			depth--
		}
	}
	return depth > maxDepth
}

// kindOf returns the string that the object has as property.
func kindOf(object jsontext.Value, property string) (string, error) {
	if object.Kind() != jsontext.KindBeginObject {
		return "", fmt.Errorf("want an object with %s", property)
	}
	// The decoder that has read the object has validated it.
	decoder := jsontext.NewDecoder(
		bytes.NewBuffer(object), jsontext.AllowInvalidUTF8(true), jsontext.AllowDuplicateNames(true),
	)
	_, err := decoder.ReadToken()
	for err == nil && decoder.PeekKind() == jsontext.KindString {
		var name, value jsontext.Token
		if name, err = decoder.ReadToken(); err != nil {
			break
		}
		if name.String() != property {
			err = decoder.SkipValue()
			continue
		}
		if decoder.PeekKind() != jsontext.KindString {
			return "", fmt.Errorf("%s: want a string", property)
		}
		value, err = decoder.ReadToken()
		return value.String(), err
	}
	if err != nil {
		return "", err
	}
	return "", fmt.Errorf("%s is missing", property)
}

// ReadMember decodes the object of a union that the decoder has just read. Errors have the position in the decoder's
// input.
func ReadMember[T any](decoder *jsontext.Decoder, object jsontext.Value) (T, error) {
	var member T
	err := json.Unmarshal(object, &member, decoder.Options())
	if semantic, ok := errors.AsType[*json.SemanticError](err); ok {
		semantic.JSONPointer = decoder.StackPointer() + semantic.JSONPointer
		semantic.ByteOffset += decoder.InputOffset() - int64(len(object))
	}
	return member, err
}

// ReadKind decodes a JSON object into fields, which has the fields of a member of a union and its kind. It returns an
// error if the kind, which property holds, is not the member's.
func ReadKind(decoder *jsontext.Decoder, fields any, kind *string, property, want string) error {
	if decoder.PeekKind() == jsontext.KindNull { // which would read as an object without properties
		return cmp.Or(decoder.SkipValue(), errNull)
	}
	if err := json.UnmarshalDecode(decoder, fields); err != nil {
		return err
	}
	switch *kind {
	case want:
		return nil
	case "":
		return fmt.Errorf("%s is missing", property)
	}
	return fmt.Errorf("%s: want %q, got %q", property, want, *kind)
}

// WriteUnion writes the member of a union named name. A nil member is an error.
func WriteUnion(encoder *jsontext.Encoder, name string, member any) error {
	value := reflect.ValueOf(member)
	if !value.IsValid() || value.Kind() == reflect.Pointer && value.IsNil() {
		return fmt.Errorf("%s has no Value", name)
	}
	return json.MarshalEncode(encoder, member)
}

// WriteUnknown writes a member of a union whose kind the document does not have, as it was read. It returns an error if
// object is not a JSON object with this kind.
func WriteUnknown(encoder *jsontext.Encoder, property, kind string, object jsontext.Value) error {
	if !object.IsValid() {
		return fmt.Errorf("JSON: want an object with %s %q", property, kind)
	}
	found, err := kindOf(object, property)
	if err != nil {
		return fmt.Errorf("JSON: %w", err)
	}
	if found != kind {
		return fmt.Errorf("JSON: want an object with %s %q, got %q", property, kind, found)
	}
	return json.MarshalEncode(encoder, object, jsontext.PreserveRawStrings(true))
}
