package jsontree

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSyntaxError_repeatsNoValue(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		want *SyntaxError
	}{
		"no error":                    {" {} \r\n", nil},
		"nothing":                     {" \n", &SyntaxError{0, "want JSON, got nothing", false}},
		"half a surrogate pair":       {`{"a":"\ud800secret"}`, &SyntaxError{6, "not valid JSON: invalid surrogate pair in string within \"/a\" after offset 6", false}},
		"the same before a backquote": {"{\"a\":\"\\ud800`\\n`\"}", &SyntaxError{6, "not valid JSON: invalid surrogate pair in string within \"/a\" after offset 6", false}},
		"an invalid escape":           {`"\x41"`, &SyntaxError{1, "not valid JSON: invalid escape sequence in string after offset 1", false}},
		"an escape that is cut off":   {`"\u1se"`, &SyntaxError{1, "not valid JSON: invalid escape sequence in string after offset 1", false}},
		"a second object":             {"{}\n{}", &SyntaxError{3, "not valid JSON: want one value, and nothing behind it", true}},
		"a comma after":               {"{},", &SyntaxError{2, "not valid JSON: want one value, and nothing behind it", true}},
		"words after":                 {"{} end", &SyntaxError{3, "not valid JSON: want one value, and nothing behind it", true}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Decode([]byte(test.text))
			_, locateErr := Locate([]byte(test.text))
			assert.Equal(t, err, locateErr)
			if test.want == nil {
				assert.NoError(t, err)
				return
			}
			assert.Equal(t, test.want, err)
		})
	}
}
