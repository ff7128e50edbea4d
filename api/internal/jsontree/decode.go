// Package jsontree decodes JSON text strictly, and finds the positions of its values.
package jsontree

import (
	"bytes"
	"encoding/json"

	"github.com/go-json-experiment/json/jsontext"
)

// Decode decodes text, which must be one I-JSON value (RFC 7493): valid UTF-8 without duplicate names. Numbers become
// [json.Number], which keeps all digits. The error is a [*SyntaxError].
func Decode(text []byte) (any, error) {
	decoder := jsontext.NewDecoder(bytes.NewBuffer(text)) // which reads the text in place
	value, err := decodeValue(decoder)
	if err != nil {
		return nil, NewSyntaxError(text, err)
	}
	if err := checkEnd(decoder, text); err != nil {
		return nil, err
	}
	return value, nil
}

func decodeValue(decoder *jsontext.Decoder) (any, error) {
	token, err := decoder.ReadToken()
	if err != nil {
		return nil, err
	}
	switch token.Kind() {
	case jsontext.KindBeginObject:
		return decodeObject(decoder)
	case jsontext.KindBeginArray:
		return decodeArray(decoder)
	case jsontext.KindString:
		return token.String(), nil
	case jsontext.KindNumber:
		return json.Number(token.String()), nil
	case jsontext.KindTrue, jsontext.KindFalse:
		return token.Bool(), nil
	default:
		return nil, nil //nolint:nilnil // JSON's null
	}
}

func decodeObject(decoder *jsontext.Decoder) (any, error) {
	object := map[string]any{}
	for decoder.PeekKind() != jsontext.KindEndObject {
		token, err := decoder.ReadToken()
		if err != nil {
			return nil, err
		}
		name := token.String() // before the next read, which overwrites the token
		if object[name], err = decodeValue(decoder); err != nil {
			return nil, err
		}
	}
	_, err := decoder.ReadToken()
	return object, err
}

func decodeArray(decoder *jsontext.Decoder) (any, error) {
	array := []any{}
	for decoder.PeekKind() != jsontext.KindEndArray {
		element, err := decodeValue(decoder)
		if err != nil {
			return nil, err
		}
		array = append(array, element)
	}
	_, err := decoder.ReadToken()
	return array, err
}
