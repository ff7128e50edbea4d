package api

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSyntaxFaultsRepeatNoValue(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		want *syntaxFault
	}{
		"none":                        {" {} \r\n", nil},
		"nothing":                     {" \n", &syntaxFault{0, "want JSON, got nothing", false}},
		"half a surrogate pair":       {`{"a":"\ud800secret"}`, &syntaxFault{6, "not valid JSON: invalid surrogate pair in string within \"/a\" after offset 6", false}},
		"the same before a backquote": {"{\"a\":\"\\ud800`\\n`\"}", &syntaxFault{6, "not valid JSON: invalid surrogate pair in string within \"/a\" after offset 6", false}},
		"an escape that is none":      {`"\x41"`, &syntaxFault{1, "not valid JSON: invalid escape sequence in string after offset 1", false}},
		"an escape that is cut off":   {`"\u1se"`, &syntaxFault{1, "not valid JSON: invalid escape sequence in string after offset 1", false}},
		"a second object":             {"{}\n{}", &syntaxFault{3, "not valid JSON: want one value, and nothing behind it", true}},
		"a comma behind":              {"{},", &syntaxFault{2, "not valid JSON: want one value, and nothing behind it", false}},
		"words behind":                {"{} end", &syntaxFault{3, "not valid JSON: want one value, and nothing behind it", false}},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, test.want, syntaxFaultOf([]byte(test.text))) })
	}
}
