package api

import (
	"bytes"
	"encoding/base64"
	"strings"
	"unicode/utf8"

	jsonv2 "github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// Body is the body of a request or reply, byte for byte. In JSON it stands as it is if it is a JSON object, and as a string
// otherwise: as a data URL (RFC 2397) if it is no UTF-8.
type Body []byte

const dataURL = "data:;base64,"

// IsZero tells whether the body is nil: an empty one is a body.
func (b Body) IsZero() bool { return b == nil }

// MarshalJSONTo writes the body.
func (b Body) MarshalJSONTo(encoder *jsontext.Encoder) error {
	text := jsontext.Value(b)
	if text.Kind() == jsontext.KindBeginObject && text.IsValid() {
		return encoder.WriteValue(text)
	}
	if !utf8.Valid(b) || bytes.HasPrefix(b, []byte(dataURL)) {
		return encoder.WriteToken(jsontext.String(dataURL + base64.StdEncoding.EncodeToString(b)))
	}
	return encoder.WriteToken(jsontext.String(string(b)))
}

// MarshalJSON lets encoding/json write the body, too.
func (b Body) MarshalJSON() ([]byte, error) { return jsonv2.Marshal(b) }

// UnmarshalJSON lets encoding/json read a body, too.
func (b *Body) UnmarshalJSON(text []byte) error { return jsonv2.Unmarshal(text, b) }

// UnmarshalJSONFrom reads a body.
func (b *Body) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	value, err := decoder.ReadValue()
	if err != nil {
		return err
	}
	if value.Kind() != jsontext.KindString {
		*b = Body(value.Clone())
		return nil
	}
	var text string
	if err := jsonv2.Unmarshal(value, &text, jsontext.AllowInvalidUTF8(true)); err != nil {
		return err
	}
	*b = Body(text)
	if encoded, isData := strings.CutPrefix(text, dataURL); isData {
		*b, err = base64.StdEncoding.DecodeString(encoded)
	}
	return err
}
