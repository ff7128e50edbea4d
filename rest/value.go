package rest

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// Value is a JSON value that can be a string, an integer or an array of strings. [StringValue], [IntegerValue] and
// [StringsValue] make one. [Value.Text], [Value.Integer], [Value.Unsigned] and [Value.Strings] read one; their second
// result reports whether the value has that type. The zero Value holds nothing and cannot be sent.
//
// Only plain decimal digits count as an integer: 7.0 and 7e0 do not.
//
// A response may hold any JSON. A value of another type is printed and encoded as it was received.
type Value struct {
	kind jsontext.Kind // 0 for the zero Value

	// The text of a string, or the JSON of any other value. Equal arrays of strings have equal texts, so that ==
	// compares them.
	text string

	invalidUTF8 bool // whether a string in an array is invalid UTF-8, so that the Value cannot be sent
}

// StringValue returns a string.
func StringValue(text string) Value {
	return Value{kind: jsontext.KindString, text: text}
}

// IntegerValue returns an integer.
func IntegerValue(number int64) Value {
	return Value{kind: jsontext.KindNumber, text: strconv.FormatInt(number, 10)}
}

// StringsValue returns an array of strings, which may be empty. If any of them is not valid UTF-8,
// encoding the Value fails.
func StringsValue(texts ...string) Value {
	isInvalid := func(text string) bool { return !utf8.ValidString(text) }
	array, _ := json.Marshal(texts, jsontext.AllowInvalidUTF8(true)) // cannot fail with AllowInvalidUTF8
	return Value{kind: jsontext.KindBeginArray, text: string(array), invalidUTF8: slices.ContainsFunc(texts, isInvalid)}
}

// Text returns the string and reports whether the value is one.
func (v Value) Text() (string, bool) {
	if v.kind != jsontext.KindString {
		return "", false
	}
	return v.text, true
}

// Integer returns the integer and reports whether the value is one that fits in an int64.
func (v Value) Integer() (int64, bool) {
	if v.kind != jsontext.KindNumber {
		return 0, false
	}
	number, err := strconv.ParseInt(v.text, 10, 64)
	if err != nil { // ParseInt clamps numbers out of range
		return 0, false
	}
	return number, true
}

// Unsigned returns the integer and reports whether the value is one that fits in a uint64. The vendor's profiles have
// such values.
func (v Value) Unsigned() (uint64, bool) {
	if v.kind != jsontext.KindNumber {
		return 0, false
	}
	number, err := strconv.ParseUint(v.text, 10, 64)
	if err != nil { // ParseUint clamps numbers out of range
		return 0, false
	}
	return number, true
}

// Strings returns the array and reports whether the value is an array of strings. Each call returns a new slice.
func (v Value) Strings() ([]string, bool) {
	if v.kind != jsontext.KindBeginArray {
		return nil, false
	}
	return stringsOf(jsontext.Value(v.text))
}

// IsZero reports whether the value is the zero Value.
func (v Value) IsZero() bool {
	return v.kind == 0
}

// Equal reports whether both are the same value, as == does. An integer differs from a string of its digits. Values of
// other types are compared as they are written, except for white space.
func (v Value) Equal(other Value) bool {
	return v == other
}

// String returns the text of a string, and any other value in the format of [fmt.Print].
func (v Value) String() string {
	if list, ok := v.Strings(); ok {
		return "[" + strings.Join(list, " ") + "]"
	}
	return v.text
}

// errMissingValue is the error of encoding a zero Value.
var errMissingValue = errors.New("rest: a Value is missing: make it with StringValue, IntegerValue or StringsValue")

// errInvalidUTF8 is the error of encoding an array with a string that is not valid UTF-8.
var errInvalidUTF8 = errors.New("rest: a Value has a string that is not valid UTF-8")

// MarshalJSONTo writes the value.
func (v Value) MarshalJSONTo(encoder *jsontext.Encoder) error {
	switch {
	case v.IsZero():
		return errMissingValue
	case v.invalidUTF8:
		return errInvalidUTF8
	case v.kind == jsontext.KindString:
		return encoder.WriteToken(jsontext.String(v.text))
	}
	return encoder.WriteValue(jsontext.Value(v.text))
}

// MarshalJSON does the same for encoding/json.
func (v Value) MarshalJSON() ([]byte, error) {
	return json.Marshal(v)
}

// UnmarshalJSONFrom reads any JSON value.
func (v *Value) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	kind := decoder.PeekKind()
	if kind == jsontext.KindString {
		return v.readText(decoder)
	}
	value, err := decoder.ReadValue()
	if err != nil {
		return err
	}
	return v.keep(kind, value)
}

// readText lets the decoder read the string, since the decoder reuses the memory of short strings that recur.
func (v *Value) readText(decoder *jsontext.Decoder) error {
	before := *v
	*v = Value{kind: jsontext.KindString}
	err := json.UnmarshalDecode(decoder, &v.text)
	if err != nil {
		*v = before
	}
	return err
}

// UnmarshalJSON does the same for encoding/json.
func (v *Value) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, v)
}

// GobEncode encodes the value for encoding/gob, as JSON. The zero Value is encoded, too.
func (v Value) GobEncode() ([]byte, error) {
	if v.IsZero() {
		return []byte{}, nil
	}
	return json.Marshal(v)
}

// GobDecode decodes what GobEncode returned.
func (v *Value) GobDecode(text []byte) error {
	if len(text) == 0 {
		*v = Value{}
		return nil
	}
	return json.Unmarshal(text, v)
}

// keep stores a copy of value, which belongs to a decoder.
func (v *Value) keep(kind jsontext.Kind, value jsontext.Value) error {
	if kind == jsontext.KindBeginArray && (bytes.IndexByte(value, '\\') >= 0 || !utf8.Valid(value)) {
		if list, ok := stringsOf(value); ok { // so that its text has no needless escapes
			*v = StringsValue(list...)
			return nil
		}
	}
	if kind != jsontext.KindNumber && bytes.ContainsAny(value, " \t\r\n") {
		value = value.Clone()
		if err := value.Compact(); err != nil {
			return fmt.Errorf("rest: a Value: %w", err)
		}
	}
	*v = Value{kind: kind, text: string(value)}
	return nil
}
