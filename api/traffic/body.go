package traffic

import (
	"bytes"
	"encoding/base64"
	"strings"
	"unicode/utf8"

	jsonv2 "github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// Body is the body of a request or response, byte for byte. In the JSON form of an [Exchange], a body that is a JSON
// object is included as it is. Any other body becomes a string, which is a data URL (RFC 2397) if the body is not
// UTF-8.
type Body []byte

const dataURL = "data:;base64,"

// IsZero reports whether the body is nil. An empty body is not.
func (b Body) IsZero() bool { return b == nil }

// MarshalJSONTo encodes the body.
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

// MarshalJSON encodes the body for encoding/json.
func (b Body) MarshalJSON() ([]byte, error) { return jsonv2.Marshal(b) }

// UnmarshalJSON decodes a body for encoding/json.
func (b *Body) UnmarshalJSON(text []byte) error { return jsonv2.Unmarshal(text, b) }

// UnmarshalJSONFrom decodes a body. A string must be valid UTF-8, since the body would not be what was recorded.
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
	if err := jsonv2.Unmarshal(value, &text); err != nil {
		return err
	}
	*b = Body(text)
	if encoded, isData := strings.CutPrefix(text, dataURL); isData {
		*b, err = base64.StdEncoding.DecodeString(encoded)
	}
	return err
}
