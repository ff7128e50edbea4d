package page

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSamples_areRepaired(t *testing.T) {
	for name, test := range map[string]struct {
		text    string
		want    string
		repairs []string
	}{
		"JSON": {`{"a": [1, -2.50, 1e3], "b": null}`, `{"a":[1,-2.50,1e3],"b":null}`, nil},
		"large numbers keep their digits": {
			`{"a": 18446744073709551615}`, `{"a":18446744073709551615}`, nil,
		},
		"comments, also beside URLs": {
			"{\"a\": \"http://x//y\", // b\n/* c\n */ \"d\": 1 # e\n}", `{"a":"http://x//y","d":1}`, []string{removedComment},
		},
		"comments in a sample of one line": {
			`{"a": 1, // b "c": {"d": [2] // e }, // f "h": 3} // "i": 4`, `{"a":1,"c":{"d":[2]},"h":3}`,
			[]string{removedComment, "the end of a comment is a guess, since the sample goes on in its line"},
		},
		"a comment with one slash":   {"{\"a\": 1 / b\n}", `{"a":1}`, []string{removedComment}},
		"trailing commas":            {`{"a": [1, 2,], "b": {"c": 1,},}`, `{"a":[1,2],"b":{"c":1}}`, []string{"a comma follows the last element"}},
		"a comment after the comma":  {"{\"a\": 1, // b\n}", `{"a":1}`, []string{removedComment, "a comma follows the last element"}},
		"missing commas":             {"{\"a\": 1\n\"b\": [{} {}, \"c\" \"d\"] \"e\": 0}", `{"a":1,"b":[{},{},"c","d"],"e":0}`, []string{"a comma is missing"}},
		"repeated commas":            {`{,"a": [1,, 2]}`, `{"a":[1,2]}`, []string{"a comma follows nothing"}},
		"a missing colon":            {`{"a" 1, "b" {}}`, `{"a":1,"b":{}}`, []string{"a colon is missing"}},
		"missing values":             {`{"a": , "b": }`, `{"a":null,"b":null}`, []string{"a value is missing"}},
		"white space of other kinds": {"{\u00a0\u3000\u200b\"a\u00a0b\": 1}", "{\"a\u00a0b\":1}", []string{"white space is not that of JSON"}},
		"blanks around a name":       {`{" a ": " b "}`, `{"a":" b "}`, []string{"a name has blanks around it"}},
		"texts without quotes":       {`{a: Owner, "b": [@TGS#1, 0x1F, 007]}`, `{"a":"Owner","b":["@TGS#1","0x1F","007"]}`, []string{"a name or text is not quoted"}},
		"a name without its quote":   {`{a": 1}`, `{"a":1}`, []string{"a name or text is not quoted"}},
		"typographic and other quotes": {
			`{“a”: ”b“, 'c': ‘d’}`, `{"a":"b","c":"d"}`, []string{"a text is in quotes that are not those of JSON"},
		},
		"marks of Chinese text":         {`{"a"：1，"b"：［2］}`, `{"a":1,"b":[2]}`, []string{"a mark of Chinese text stands for one of JSON"}},
		"a text without its end":        {"{\"a\": \"b,\n\"c\": 1}", `{"a":"b","c":1}`, []string{"the end of a text is missing"}},
		"quotes in a text":              {`{"a": "say "hi" twice"}`, `{"a":"say \"hi\" twice"}`, []string{"a character in a text needs an escape"}},
		"escapes that JSON has not":     {`{"a": "b\_c	\u0041\n"}`, `{"a":"b_c\t\u0041\n"}`, []string{"a character in a text needs an escape"}},
		"dots for more elements":        {`{"a": [1, ..., 2, ……], "b": ..., ...}`, `{"a":[1,2],"b":null}`, nil},
		"remarks":                       {"{\"a\": 1, the name\n\"b\": 2 (seconds)\n}", `{"a":1,"b":2}`, []string{"a remark is not marked as a comment"}},
		"missing ends":                  {`{"a": [{"b": 1}`, `{"a":[{"b":1}]}`, []string{`']' is missing`, `'}' is missing`}},
		"a missing end inside":          {`{"a": [{"b": 1], "c": 2}`, `{"a":[{"b":1}],"c":2}`, []string{`'}' is missing`}},
		"an end too many":               {`{"a": {"b": 1}}, "c": 2}`, `{"a":{"b":1},"c":2}`, []string{`'}' ends nothing`}},
		"an end of another kind":        {`{"a": 1]}`, `{"a":1}`, []string{`']' ends nothing`}},
		"a text after the end":          {`{"a": 1}}`, `{"a":1}`, []string{"text follows the end of the sample"}},
		"the headers of a request":      {"POST /v4 HTTP/1.1\n\n{\"a\": 1}", `{"a":1}`, nil},
		"line breaks of other systems":  {"{\r\n\"a\": 1\r}", `{"a":1}`, []string{"white space is not that of JSON"}},
		"an array":                      {`[1]`, `[1]`, nil},
		"a comment behind the last end": {"{} // done", `{}`, nil},
	} {
		t.Run(name, func(t *testing.T) {
			sample, _ := readSample(block{text: test.text, line: 1})
			require.Empty(t, sample.Problem)
			minimal := sample.JSON.Clone()
			minimal.Minimize()
			assert.Equal(t, test.want, string(minimal.Pack()))
			var reasons []string
			for _, repair := range sample.Repairs {
				reasons = append(reasons, repair.Reason)
			}
			if test.repairs != nil || !strings.Contains(name, "dots") {
				assert.ElementsMatch(t, test.repairs, reasons)
			}
		})
	}
}

func TestSamples_areUnreadable(t *testing.T) {
	for name, test := range map[string]struct{ text, problem string }{
		"nothing":                   {"", "want an object"},
		"an object without a name":  {"{\n{}}", `line 2: want a name, got "{"`},
		"an object for a member":    {`{"a": {} {}}`, `line 1: want a name, got "{"`},
		"objects and arrays nested": {strings.Repeat("[", 101), "line 1 nests more than 100 objects and arrays"},
	} {
		t.Run(name, func(t *testing.T) {
			sample, rest := readSample(block{text: test.text, line: 1})
			assert.Equal(t, test.problem, sample.Problem)
			assert.Empty(t, rest)
		})
	}
}

func TestSamples_followOneAnother(t *testing.T) {
	r := &reader{page: &Page{}, section: responseSamples}
	r.samples(block{text: "{\"a\": 1}\n// another\n{\"b\": 2}\n", line: 7})
	assert.Len(t, r.page.ResponseSamples, 2)
	second := r.page.ResponseSamples[1]
	assert.Equal(t, `{"b": 2}`, strings.TrimSpace(string(second.Standard())))
	assert.Equal(t, 9, second.Line)
}
