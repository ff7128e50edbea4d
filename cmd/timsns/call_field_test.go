package main

import (
	"encoding/json"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestParseFields(t *testing.T) {
	tests := map[string]struct {
		fields []string
		want   string
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
		"several fields in order":       {[]string{"B=1", "A:=2", "C=3"}, `{"B":"1","A":2,"C":"3"}`},
		"a name with a colon":           {[]string{"A:B=c"}, `{"A:B":"c"}`},
		"a name in Chinese":             {[]string{"名=字"}, `{"名":"字"}`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			body, err := parseFields(test.fields)
			require.NoError(t, err)
			assert.Equal(t, test.want, string(body))
		})
	}
}

// FuzzParseFields tests that fields result in valid JSON with these fields, or in a usage error.
func FuzzParseFields(f *testing.F) {
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
		body, err := parseFields([]string{name + separator + value, "last=1"})
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
