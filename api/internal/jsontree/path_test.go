package jsontree

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestPath(t *testing.T) {
	object := func(name string) any { return map[string]any{name: true} }
	for name, test := range map[string]struct {
		pointer string
		body    any
		want    string
	}{
		"the body":                     {"", nil, "$"},
		"a name":                       {"/GroupName", object("GroupName"), "$.GroupName"},
		"an element":                   {"/GroupName/12", map[string]any{"GroupName": make([]any, 13)}, "$.GroupName[12]"},
		"digits as a name":             {"/12", object("12"), "$['12']"},
		"digits that are no index":     {"/007", nil, "$['007']"},
		"what may be an index":         {"/log/entries/0", nil, "$.log.entries[0]"},
		"digits in an element":         {"/0/1", []any{object("1")}, "$[0]['1']"},
		"no name":                      {"/", object(""), "$['']"},
		"letters of other languages":   {"/Größe", nil, "$['Größe']"},
		"beyond 16 bits":               {"/😀", nil, "$['😀']"},
		"quotes":                       {`/q"q'`, nil, `$['q"q\'']`},
		"a backslash":                  {`/a\b`, nil, `$['a\\b']`},
		"escapes that have a letter":   {"/\b\t\n\f\r", nil, `$['\b\t\n\f\r']`},
		"other control characters":     {"/\x00\x07\x1b\x7f", nil, `$['\u0000\u0007\u001b\u007f']`},
		"what turns the direction":     {"/a\u202eb", nil, `$['a\u202eb']`},
		"what cannot be seen":          {"/\ufeff\u200b\U000e0001", nil, `$['\ufeff\u200b\udb40\udc01']`},
		"a slash and a tilde, escaped": {"/a~1b~0c", object("a/b~c"), "$['a/b~c']"},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, test.want, Path(test.pointer, test.body)) })
	}
}
