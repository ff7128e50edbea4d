package main

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
)

// testFields has a field of each type.
var testFields = []api.Field{
	{Name: "Text", Type: "string"}, {Name: "Count", Type: "integer"}, {Name: "Share", Type: "number"},
	{Name: "On", Type: "boolean"}, {Name: "Names", Type: "array of strings"}, {Name: "Codes", Type: "array of integers"},
	{Name: "Any", Type: "string or integer or array of strings"}, {Name: "Number", Type: "integer or boolean"},
	{Name: "Items", Type: "array of objects", Fields: []api.Field{
		{Name: "Name", Type: "string"}, {Name: "Age", Type: "integer"}, {Name: "Tags", Type: "array of strings"},
	}},
	{Name: "Object", Type: "object", Fields: []api.Field{{Name: "Size", Type: "integer"}}},
	{Name: "Body", Type: "array of objects", Kinds: []api.Kind{
		{Property: "Kind", Value: "text", Fields: []api.Field{{Name: "Content", Type: "string"}}},
		{Property: "Kind", Value: "face", Fields: []api.Field{{Name: "Content", Type: "integer"}}},
	}},
}

func TestReadFields(t *testing.T) {
	tests := map[string]struct{ fields, want string }{
		"a string":                           {"Text=b", `{"Text":"b"}`},
		"an empty string":                    {"Text=", `{"Text":""}`},
		"a string that looks like JSON":      {"Text=1", `{"Text":"1"}`},
		"a string with =":                    {"Text=b=c:=d", `{"Text":"b=c:=d"}`},
		"a string with quotes":               {`Text="b"\`, `{"Text":"\"b\"\\"}`},
		"a string with commas":               {"Text=a,b", `{"Text":"a,b"}`},
		"an integer":                         {"Count=0", `{"Count":0}`},
		"an integer of many digits":          {"Count=9007199254740993", `{"Count":9007199254740993}`},
		"a number":                           {"Share=1.5", `{"Share":1.5}`},
		"a boolean":                          {"On=true", `{"On":true}`},
		"a value that may be a string":       {"Any=1", `{"Any":"1"}`},
		"a value that may not be a string":   {"Number=true", `{"Number":true}`},
		"JSON":                               {"Any:=1 Items:=[{}]", `{"Any":1,"Items":[{}]}`},
		"JSON of another type":               {"Count:=null", `{"Count":null}`},
		"an array":                           {"Names=a,b", `{"Names":["a","b"]}`},
		"an array of one":                    {"Names=a", `{"Names":["a"]}`},
		"an empty array":                     {"Names=", `{"Names":[]}`},
		"an array of integers":               {"Codes=1,2", `{"Codes":[1,2]}`},
		"an array given in parts":            {"Names=a Text=x Names=b,c", `{"Names":["a","b","c"],"Text":"x"}`},
		"elements of an array":               {"Names[0]=a,b Names[1]=c", `{"Names":["a,b","c"]}`},
		"an object":                          {"Object[Size]=7", `{"Object":{"Size":7}}`},
		"objects in an array":                {"Items[0][Name]=a Items[0][Age]=7 Items[1][Name]=b", `{"Items":[{"Name":"a","Age":7},{"Name":"b"}]}`},
		"an array in an object":              {"Items[0][Tags]=x Items[0][Tags]=y", `{"Items":[{"Tags":["x","y"]}]}`},
		"objects that are appended":          {"Items[][Name]=a Items[][Name]=b", `{"Items":[{"Name":"a"},{"Name":"b"}]}`},
		"JSON in an array":                   {`Items[0]:={"Name":"a"} Items[1][Name]=b`, `{"Items":[{"Name":"a"},{"Name":"b"}]}`},
		"an object of a union":               {"Body[0][Kind]=face Body[0][Content]=7", `{"Body":[{"Kind":"face","Content":7}]}`},
		"several fields in order":            {"Text=1 Any:=2 Count=3", `{"Text":"1","Any":2,"Count":3}`},
		"fields that the document lacks":     {"A:B=c 名=字 O[x][0]=1", `{"A:B":"c","名":"字","O":{"x":["1"]}}`},
		"a name that looks like an index":    {"0=a", `{"0":"a"}`},
		"a misspelled object in the request": {"Object[size]=7", `{"Object":{"size":"7"}}`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			body, err := readFields(t.Context(), strings.Fields(test.fields), testFields, streams{})
			require.NoError(t, err)
			assert.Equal(t, test.want, string(body))
		})
	}
}

func TestReadFields_namesTheFieldThatIsWrong(t *testing.T) {
	tests := map[string]struct{ fields, want string }{
		"no =":                         {"Text", `argument "Text": want FIELD=VALUE, or FIELD:=JSON for any JSON value`},
		"no name":                      {"=alice", `argument "=alice": want the name of a field before =`},
		"an open bracket":              {"Items[0=a", `argument "Items[0=a": want brackets as in FIELD[0][NAME]=VALUE`},
		"a text between brackets":      {"Items[0]x[a]=a", `argument "Items[0]x[a]=a": want brackets as in FIELD[0][NAME]=VALUE`},
		"text for an integer":          {"Count=x", `field Count: want a value of type integer, got "x"`},
		"a fraction for an integer":    {"Count=1.5", `field Count: want a value of type integer, got "1.5"`},
		"a number for a boolean":       {"On=1", `field On: want a value of type boolean, got "1"`},
		"text in an array of integers": {"Codes=1,x", `field Codes: want an array of integers, got "1,x"`},
		"text for objects": {
			"Items=bob", `field Items: want an array of objects, got "bob"; set Items[0][Name]=VALUE, or Items:=JSON`,
		},
		"text for an object":      {"Object=x", `field Object: want a value of type object, got "x"; set Object[Size]=VALUE, or Object:=JSON`},
		"no JSON":                 {"Names:=a", `field Names: want JSON after :=, got "a": `},
		"a field given twice":     {"Text=a Text=b", "field Text is given more than once"},
		"an array given twice":    {"Names:=[] Names=b", "field Names is given more than once"},
		"a value and a member":    {"Object:={} Object[Size]=1", "field Object[Size]: the value around it is given in another way, too"},
		"a member and a value":    {"Object[Size]=1 Object:={}", "field Object is given more than once"},
		"no index":                {"Items[Name]=a", "field Items[Name]: want an index before it, such as [0], in an array of objects"},
		"an index out of order":   {"Items[1][Name]=a", "field Items[1]: want the index 0, since elements are given in their order"},
		"an index of an object":   {"Object[0]=a", "field Object[0]: want a name in the brackets, since the value before them is an object"},
		"brackets after a string": {"Text[a]=b", "field Text[a]: want no brackets after a value of type string"},
		"an unknown file":         {"Text=@none", `reading the value of field Text: open none: `},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := readFields(t.Context(), strings.Fields(test.fields), testFields, streams{})
			require.ErrorAs(t, err, new(usageError))
			assert.ErrorContains(t, err, test.want)
		})
	}
}

func TestReadFields_readsFiles(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, content := range map[string]string{
		"text": "two\nlines\n", "names": "bob\r\n\r\ncarol\r\n", "items.json": "[{\"Name\": \"a\"}]\n",
	} {
		require.NoError(t, os.WriteFile(name, []byte(content), 0o600))
	}
	arguments := []string{"Text=@text", "Names=@names", "Items:=@items.json", "Any=@-"}
	body, err := readFields(t.Context(), arguments, testFields, streams{in: strings.NewReader("input\n")})
	require.NoError(t, err)
	assert.Equal(t, `{"Text":"two\nlines","Names":["bob","carol"],"Items":[{"Name": "a"}],"Any":"input"}`, string(body))
}

// FuzzReadFields tests that fields result in valid JSON with these fields, or in a usage error.
func FuzzReadFields(f *testing.F) {
	f.Add("A", "b", true)
	f.Add("A:", "", true)
	f.Add("", "x", true)
	f.Add("A", "[1,", false)
	f.Add("\xff", "\xff", true)
	f.Add("A=B", "\u2028", true)
	f.Add("Items[0][Name]", "a", true)
	f.Add("Body[][Kind]", "a", true)
	f.Add("Count", "01", true)
	f.Fuzz(func(t *testing.T, name, value string, isString bool) {
		separator := ":="
		if isString {
			separator = "="
		}
		if strings.HasPrefix(value, "@") {
			t.Skip("the name of a file")
		}
		body, err := readFields(t.Context(), []string{name + separator + value, "last=1"}, testFields, streams{})
		if err != nil {
			require.ErrorAs(t, err, new(usageError))
			return
		}
		var object map[string]json.RawMessage
		require.NoError(t, json.Unmarshal(body, &object), string(body))
		assert.Len(t, object, 2)
		assert.True(t, utf8.Valid(body))
	})
}
