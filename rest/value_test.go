package rest_test

import (
	"bytes"
	"encoding/gob"
	stdjson "encoding/json"
	"fmt"
	"testing"

	jsonv2 "github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
)

// reading holds the results of the methods of a Value.
type reading struct {
	text      string
	isText    bool
	integer   int64
	isInteger bool
	unsigned  uint64
	isUint    bool
	strings   []string
	isStrings bool
	printed   string
}

func readingOf(value rest.Value) (r reading) {
	r.text, r.isText = value.Text()
	r.integer, r.isInteger = value.Integer()
	r.unsigned, r.isUint = value.Unsigned()
	r.strings, r.isStrings = value.Strings()
	r.printed = value.String()
	return r
}

func TestValue_isReadByTheMethodOfItsType(t *testing.T) {
	tests := map[string]struct {
		json string
		want reading
	}{
		"a string":             {`"同学"`, reading{text: "同学", isText: true, printed: "同学"}},
		"an empty string":      {`""`, reading{isText: true}},
		"digits in a string":   {`"7"`, reading{text: "7", isText: true, printed: "7"}},
		"an integer":           {`7`, reading{integer: 7, isInteger: true, unsigned: 7, isUint: true, printed: "7"}},
		"zero":                 {`0`, reading{isInteger: true, isUint: true, printed: "0"}},
		"a negative integer":   {`-7`, reading{integer: -7, isInteger: true, printed: "-7"}},
		"beyond 53 bits":       {`9007199254740993`, reading{integer: 9007199254740993, isInteger: true, unsigned: 9007199254740993, isUint: true, printed: "9007199254740993"}},
		"beyond 63 bits":       {`18446744073709551615`, reading{unsigned: 18446744073709551615, isUint: true, printed: "18446744073709551615"}},
		"beyond 64 bits":       {`18446744073709551616`, reading{printed: "18446744073709551616"}},
		"a fraction":           {`1.5`, reading{printed: "1.5"}},
		"an array of strings":  {`["family","同学"]`, reading{strings: []string{"family", "同学"}, isStrings: true, printed: "[family 同学]"}},
		"an empty array":       {`[]`, reading{strings: []string{}, isStrings: true, printed: "[]"}},
		"an array of integers": {`[1,2]`, reading{printed: "[1,2]"}},
		"an array with null":   {`["a",null]`, reading{printed: `["a",null]`}},
		"null":                 {`null`, reading{printed: "null"}},
		"true":                 {`true`, reading{printed: "true"}},
		"an object":            {`{"a":1}`, reading{printed: `{"a":1}`}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			var item, standard struct {
				Value rest.Value `json:"Value"`
			}
			body := `{"Value":` + test.json + `}`
			require.NoError(t, jsonv2.Unmarshal([]byte(body), &item))
			assert.Equal(t, test.want, readingOf(item.Value))
			assert.False(t, item.Value.IsZero())
			encoded, err := jsonv2.Marshal(item)
			require.NoError(t, err)
			assert.Equal(t, body, string(encoded), "a Value is encoded as it was received")

			require.NoError(t, stdjson.Unmarshal([]byte(body), &standard))
			assert.Equal(t, item, standard)
			encoded, err = stdjson.Marshal(standard)
			require.NoError(t, err)
			assert.Equal(t, body, string(encoded), "with encoding/json")
		})
	}
}

func TestValue_constructors(t *testing.T) {
	tests := map[string]struct {
		value rest.Value
		want  string
	}{
		"a string":              {rest.StringValue("a<b"), `"a<b"`},
		"an empty string":       {rest.StringValue(""), `""`},
		"an integer":            {rest.IntegerValue(-9223372036854775808), `-9223372036854775808`},
		"strings":               {rest.StringsValue("a", "b"), `["a","b"]`},
		"no strings":            {rest.StringsValue(), `[]`},
		"a slice that is nil":   {rest.StringsValue([]string(nil)...), `[]`},
		"one string in a slice": {rest.StringsValue(""), `[""]`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			encoded, err := jsonv2.Marshal(test.value)
			require.NoError(t, err)
			assert.Equal(t, test.want, string(encoded))
			var decoded rest.Value
			require.NoError(t, jsonv2.Unmarshal(encoded, &decoded))
			assert.Equal(t, test.value, decoded, "a decoded Value equals one from a constructor")
		})
	}
}

// TestValue_Equal_ignoresNotation covers values that JSON can write in several ways.
func TestValue_Equal_ignoresNotation(t *testing.T) {
	tests := map[string]struct {
		json string
		want rest.Value
	}{
		"a string with escapes":    {`"\u0041\/"`, rest.StringValue("A/")},
		"an array with escapes":    {`["\u0041","\/","\ud83d\ude00"]`, rest.StringsValue("A", "/", "😀")},
		"an array in white space":  {" [ \"a b\" ,\n\"c\" ] ", rest.StringsValue("a b", "c")},
		"an array with both":       {`[ "\u0041 " ]`, rest.StringsValue("A ")},
		"an array with quotes":     {`["\""]`, rest.StringsValue(`"`)},
		"an integer, white spaced": {" 7 ", rest.IntegerValue(7)},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			var value rest.Value
			require.NoError(t, jsonv2.Unmarshal([]byte(test.json), &value))
			assert.True(t, value.Equal(test.want))
			assert.True(t, map[rest.Value]bool{test.want: true}[value], "== agrees")
			assert.False(t, value.Equal(rest.StringsValue()))
		})
	}
}

func TestValue_MarshalJSON_rejectsInvalidUTF8(t *testing.T) {
	for name, value := range map[string]rest.Value{
		"in an array": rest.StringsValue("a", "\xff"), "a string": rest.StringValue("\xff"),
	} {
		t.Run(name, func(t *testing.T) {
			_, err := jsonv2.Marshal(value)
			assert.ErrorContains(t, err, "UTF-8")
			_, err = stdjson.Marshal(value)
			assert.ErrorContains(t, err, "UTF-8")
		})
	}
}

func TestValue_UnmarshalJSON_keepsItsValueOnError(t *testing.T) {
	for name, text := range map[string]string{"a string": `"\x"`, "an array": `["\x"]`, "invalid UTF-8": "\"\xff\""} {
		t.Run(name, func(t *testing.T) {
			value := rest.IntegerValue(7)
			require.Error(t, jsonv2.Unmarshal([]byte(text), &value))
			assert.Equal(t, rest.IntegerValue(7), value)
		})
	}
}

// TestValue_UnmarshalJSON_replacesInvalidUTF8 uses a decoder that allows invalid UTF-8; that of responses does not.
func TestValue_UnmarshalJSON_replacesInvalidUTF8(t *testing.T) {
	for name, text := range map[string]string{"an array": "[\"\xff\"]", "an array in white space": "[\n\"\xff\"]"} {
		t.Run(name, func(t *testing.T) {
			var value rest.Value
			require.NoError(t, jsonv2.Unmarshal([]byte(text), &value, jsontext.AllowInvalidUTF8(true)))
			assert.Equal(t, rest.StringsValue("\ufffd"), value)
		})
	}
}

// TestValue_UnmarshalJSON_keepsItsInput covers white space, which a Value removes only from its own copy.
func TestValue_UnmarshalJSON_keepsItsInput(t *testing.T) {
	const body = `[{"Value": {"a" :  1,   "b": [ 1 ]}}, {"Value":[ 1,  2 ]}, {"Value" : [ "a" ,  "b" ] }]`
	for name, unmarshal := range map[string]func([]byte, any) error{
		"json/v2":       func(text []byte, value any) error { return jsonv2.Unmarshal(text, value) },
		"encoding/json": stdjson.Unmarshal,
	} {
		t.Run(name, func(t *testing.T) {
			text := []byte(body)
			var items []gen.TagItem
			require.NoError(t, unmarshal(text, &items))
			assert.True(t, bytes.Equal([]byte(body), text), "%s", text)
			assert.Equal(t, `{"a":1,"b":[1]} [1,2] [a b]`, fmt.Sprint(items[0].Value, " ", items[1].Value, " ", items[2].Value)) //nolint:testifylint // not JSON
		})
	}
}

func TestValue_zeroIsNotSent(t *testing.T) {
	var item struct {
		Value rest.Value `json:"Value"`
	}
	assert.True(t, item.Value.IsZero())
	_, err := jsonv2.Marshal(item)
	assert.ErrorContains(t, err, "a Value is missing: make it with StringValue")
	_, err = stdjson.Marshal(item)
	assert.ErrorContains(t, err, "a Value is missing")

	var optional struct {
		Value rest.Value `json:"Value,omitzero"`
	}
	encoded, err := jsonv2.Marshal(optional)
	require.NoError(t, err)
	assert.Equal(t, `{}`, string(encoded))
}

func TestValue_sharesNoMemory(t *testing.T) {
	names := []string{"family"}
	value := rest.StringsValue(names...)
	names[0] = "changed"
	read, _ := value.Strings()
	read[0] = "changed"
	again, _ := value.Strings()
	assert.Equal(t, []string{"family"}, again)
}

func TestValue_Equal(t *testing.T) {
	values := map[string]rest.Value{
		"the zero value": {}, "a string": rest.StringValue("7"), "another string": rest.StringValue("8"), "an empty string": rest.StringValue(""),
		"an integer": rest.IntegerValue(7), "another integer": rest.IntegerValue(8), "strings": rest.StringsValue("7"),
		"more strings": rest.StringsValue("7", "8"), "no strings": rest.StringsValue(),
	}
	for name, value := range values {
		for other, otherValue := range values {
			assert.Equal(t, name == other, value.Equal(otherValue), "%s and %s", name, other)
		}
	}
}

// FuzzValue checks that a Value keeps any JSON, and has at most one type.
func FuzzValue(f *testing.F) {
	for _, seed := range []string{`"a"`, `"\u540c"`, `-0`, `1e2`, `18446744073709551616`, `["a", ""]`, `[[]]`, `{"a": [null]}`, `null`, ` true `, `[`, `"`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var value, again rest.Value
		if jsonv2.Unmarshal([]byte(text), &value) != nil {
			return
		}
		encoded, err := jsonv2.Marshal(value)
		require.NoError(t, err)
		require.NoError(t, jsonv2.Unmarshal(encoded, &again))
		assert.True(t, value.Equal(again), "%s became %s", text, encoded)

		reading := readingOf(value)
		if reading.isText || reading.isStrings { // their escapes may differ
			assert.JSONEq(t, text, string(encoded))
		} else {
			want := jsontext.Value(text)
			require.NoError(t, want.Compact())
			assert.Equal(t, string(want), string(encoded))
		}
		kinds := map[bool]int{reading.isText: 1}
		kinds[reading.isInteger || reading.isUint]++
		kinds[reading.isStrings]++
		assert.LessOrEqual(t, kinds[true], 1, text)
	})
}

func TestValue_gob(t *testing.T) {
	type cached struct{ Values []rest.Value }
	want := cached{[]rest.Value{rest.StringValue("x"), rest.IntegerValue(7), rest.StringsValue("a", "b"), {}}}
	var buffer bytes.Buffer
	require.NoError(t, gob.NewEncoder(&buffer).Encode(want))
	var got cached
	require.NoError(t, gob.NewDecoder(&buffer).Decode(&got))
	assert.Equal(t, want, got)
}
