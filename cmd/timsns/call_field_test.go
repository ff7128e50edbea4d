package main

import (
	"encoding/json"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestParseItems(t *testing.T) {
	tests := map[string]struct {
		items []string
		want  string
	}{
		"a string":                      {[]string{"A=b"}, `{"A":"b"}`},
		"an empty string":               {[]string{"A="}, `{"A":""}`},
		"a string that looks like JSON": {[]string{"A=1"}, `{"A":"1"}`},
		"a string with =":               {[]string{"A=b=c:=d"}, `{"A":"b=c:=d"}`},
		"a string with quotes":          {[]string{`A="b"\`}, `{"A":"\"b\"\\"}`},
		"a number":                      {[]string{"A:=1"}, `{"A":1}`},
		"a number of many digits":       {[]string{"A:=9007199254740993"}, `{"A":9007199254740993}`},
		"an array":                      {[]string{`A:=["b", "c"]`}, `{"A":["b", "c"]}`},
		"null":                          {[]string{"A:=null"}, `{"A":null}`},
		"several, in their order":       {[]string{"B=1", "A:=2", "C=3"}, `{"B":"1","A":2,"C":"3"}`},
		"a name with a colon":           {[]string{"A:B=c"}, `{"A:B":"c"}`},
		"a name in Chinese":             {[]string{"名=字"}, `{"名":"字"}`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			body, err := parseItems(test.items)
			require.NoError(t, err)
			assert.Equal(t, test.want, string(body))
		})
	}
}

// FuzzParseItems holds that fields end up as given, in valid JSON, or in an error of the command line.
func FuzzParseItems(f *testing.F) {
	f.Add("A", "b", true)
	f.Add("A:", "", true)
	f.Add("", "x", true)
	f.Add("A", "[1,", false)
	f.Add("\xff", "\xff", true)
	f.Add("A=B", "\u2028", true)
	f.Fuzz(func(t *testing.T, name, value string, isString bool) {
		separator := ":="
		if isString {
			separator = "="
		}
		body, err := parseItems([]string{name + separator + value, "last=1"})
		if err != nil {
			require.ErrorAs(t, err, new(usageError))
			return
		}
		var fields map[string]json.RawMessage
		require.NoError(t, json.Unmarshal(body, &fields), string(body))
		assert.Len(t, fields, 2)
		assert.True(t, utf8.Valid(body))
	})
}
