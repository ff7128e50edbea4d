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

// Value is a JSON value of a type that depends on what it belongs to: a string, an integer or an array of strings.
// Make one with [StringValue], [IntegerValue] or [StringsValue]; read one with the method that fits, whose second
// result tells whether it does. The zero Value is none of them, and cannot be sent.
//
// An integer is written in digits alone: 7.0 and 7e0 are none.
//
// A reply may hold anything. What is none of the three fits no method, yet prints and encodes as it came.
type Value struct {
	kind jsontext.Kind // 0 for the zero Value
	text string        // a string's text, and the JSON of anything else; of arrays of strings in one way alone, so that == compares them

	isNoUTF8 bool // whether an array of strings had to be changed to be JSON, and cannot be sent
}

// StringValue returns a string.
func StringValue(text string) Value {
	return Value{kind: jsontext.KindString, text: text}
}

// IntegerValue returns an integer.
func IntegerValue(number int64) Value {
	return Value{kind: jsontext.KindNumber, text: strconv.FormatInt(number, 10)}
}

// StringsValue returns an array of strings, which is empty without arguments. With one that is no UTF-8 it cannot be sent,
// and has U+FFFD in the place of what is none.
func StringsValue(texts ...string) Value {
	isNoUTF8 := func(text string) bool { return !utf8.ValidString(text) }
	array, _ := json.Marshal(texts, jsontext.AllowInvalidUTF8(true)) // which is all that could fail
	return Value{kind: jsontext.KindBeginArray, text: string(array), isNoUTF8: slices.ContainsFunc(texts, isNoUTF8)}
}

// Text returns the string, and false if the value is no string.
func (v Value) Text() (string, bool) {
	if v.kind != jsontext.KindString {
		return "", false
	}
	return v.text, true
}

// Integer returns the integer, and false if the value is no integer of 64 bits with a sign.
func (v Value) Integer() (int64, bool) {
	if v.kind != jsontext.KindNumber {
		return 0, false
	}
	number, err := strconv.ParseInt(v.text, 10, 64)
	if err != nil { // a number beyond the range is the range's end with an error
		return 0, false
	}
	return number, true
}

// Unsigned returns the integer, and false if the value is no integer of 64 bits without a sign. The vendor's profiles
// have such.
func (v Value) Unsigned() (uint64, bool) {
	if v.kind != jsontext.KindNumber {
		return 0, false
	}
	number, err := strconv.ParseUint(v.text, 10, 64)
	if err != nil { // a number beyond the range is the range's end with an error
		return 0, false
	}
	return number, true
}

// Strings returns the array, and false if the value is no array of strings. The array is the caller's: each call makes one.
func (v Value) Strings() ([]string, bool) {
	if v.kind != jsontext.KindBeginArray {
		return nil, false
	}
	return stringsOf(jsontext.Value(v.text))
}

// IsZero tells whether the value is the zero Value.
func (v Value) IsZero() bool {
	return v.kind == 0
}

// Equal tells whether both are the same value, as == does. An integer is not the same as its digits in a string. What is
// none of the three is compared as it is written, white space aside.
func (v Value) Equal(other Value) bool {
	return v == other
}

// String returns a string's text, and anything else in the manner of [fmt.Print].
func (v Value) String() string {
	if list, ok := v.Strings(); ok {
		return "[" + strings.Join(list, " ") + "]"
	}
	return v.text
}

// errNoValue is the error of encoding a zero Value.
var errNoValue = errors.New("rest: a Value is missing: make it with StringValue, IntegerValue or StringsValue")

// errNoUTF8 is the error of encoding an array of strings of which one is no UTF-8.
var errNoUTF8 = errors.New("rest: a Value has a string that is no valid UTF-8")

// MarshalJSONTo writes the value.
func (v Value) MarshalJSONTo(encoder *jsontext.Encoder) error {
	switch {
	case v.IsZero():
		return errNoValue
	case v.isNoUTF8:
		return errNoUTF8
	case v.kind == jsontext.KindString:
		return encoder.WriteToken(jsontext.String(v.text))
	}
	return encoder.WriteValue(jsontext.Value(v.text))
}

// MarshalJSON lets encoding/json write the value, too.
func (v Value) MarshalJSON() ([]byte, error) {
	return json.Marshal(v)
}

// UnmarshalJSONFrom reads any value.
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

// readText leaves the string to the decoder, which makes one of texts that come again.
func (v *Value) readText(decoder *jsontext.Decoder) error {
	before := *v
	*v = Value{kind: jsontext.KindString}
	err := json.UnmarshalDecode(decoder, &v.text)
	if err != nil {
		*v = before
	}
	return err
}

// UnmarshalJSON lets encoding/json read a value, too.
func (v *Value) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, v)
}

// keep takes over a value that belongs to a decoder.
func (v *Value) keep(kind jsontext.Kind, value jsontext.Value) error {
	if kind == jsontext.KindBeginArray && (bytes.IndexByte(value, '\\') >= 0 || !utf8.Valid(value)) {
		if list, ok := stringsOf(value); ok { // written without escapes that it does not need
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
