package main

import (
	"bytes"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"
)

func TestPrintYAML(t *testing.T) {
	tests := map[string]struct{ response, want string }{
		"numbers":            {`{"B":9007199254740993,"A":1.50}`, "B: 9007199254740993\nA: 1.50\n"},
		"other words":        {`{"A":null,"B":true,"C":[],"D":{}}`, "A: null\nB: true\nC: []\nD: {}\n"},
		"texts like numbers": {`{"A":"1","B":"true","C":"null","1":""}`, "A: \"1\"\nB: \"true\"\nC: \"null\"\n\"1\": \"\"\n"},
		"arrays":             {`{"A":[["x"],{"B":1}]}`, "A:\n  - - x\n  - B: 1\n"},
		"Chinese":            {`{"名":"同学"}`, "名: 同学\n"},
		"emoji":              {`{"A":"👩"}`, "A: \"\\U0001F469\"\n"},
		"control characters": {`{"A":"\u001b[31m\u202e\u009b"}`, "A: \"\\e[31m\\u202e\\x9B\"\n"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			require.NoError(t, printYAML(&out, jsontext.Value(test.response)))
			assert.Equal(t, test.want, out.String())
			var ofJSON, ofYAML any
			require.NoError(t, yaml.Unmarshal([]byte(test.response), &ofJSON))
			require.NoError(t, yaml.Unmarshal(out.Bytes(), &ofYAML))
			assert.Equal(t, ofJSON, ofYAML)
		})
	}
}

func TestFilter(t *testing.T) {
	tests := map[string]struct{ expression, response, want string }{
		"a text":                  {".A", `{"A":"b c"}`, "b c\n"},
		"integers of many digits": {".A,.B", `{"A":9007199254740993,"B":18446744073709551615}`, "9007199254740993\n18446744073709551615\n"},
		"columns":                 {`[.A,.B]|@tsv`, `{"A":"x","B":1}`, "x\t1\n"},
		"nothing":                 {"empty", `{}`, ""},
		"control characters":      {".A,.", `{"A":"\u001b\u202e"}`, "\\x1b\\u202e\n{\"A\":\"\\u001b\\u202e\"}\n"},
		"several lines":           {".A", `{"A":"a\nb\u0007"}`, "a\nb\\a\n"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			printResponse, err := newFilter(test.expression, &out)
			require.NoError(t, err)
			require.NoError(t, printResponse(jsontext.Value(test.response)))
			assert.Equal(t, test.want, out.String())
		})
	}
}
