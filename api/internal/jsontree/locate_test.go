package jsontree

import (
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestLocate(t *testing.T) {
	const text = `{"a": [4, [5]], "": {"0": 3}}`
	root, err := Locate([]byte(text))
	require.NoError(t, err)
	for pointer, offset := range map[string]int{
		"": 0, "/a": strings.Index(text, "[4"), "/a/0": strings.Index(text, "4"), "/a/1/0": strings.Index(text, "5"),
		"/": strings.Index(text, `{"0"`), "//0": strings.Index(text, "3"), "/c": 0, "//1": strings.Index(text, `{"0"`),
		"/a/9": strings.Index(text, "[4"), "/a/x": strings.Index(text, "[4"), "/a/0/0": strings.Index(text, "4"),
	} {
		assert.Equal(t, offset, root.Offset(pointer), "of %q", pointer)
	}
}

func TestLocate_deepValuesTakeLittleMemory(t *testing.T) {
	const depth = 9_900
	text := []byte(strings.Repeat(`{"a name":`, depth) + "1" + strings.Repeat("}", depth))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	root, err := Locate(text)
	runtime.ReadMemStats(&after)
	require.NoError(t, err)
	assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(200*len(text)), "a pointer for each value would take thousands of times as much")
	assert.Equal(t, len(text)-depth-1, root.Offset(strings.Repeat("/a name", depth)))
}

func TestMembers(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		want []Member
		err  string
	}{
		"an object":         {` {"a": 1, "b":{"c":2}}`, []Member{{"a", 7}, {"b", 14}}, ""},
		"another value":     {`[{"a":1}]`, nil, ""},
		"duplicate names":   {`{"a":1,"a":2}`, []Member{{"a", 5}, {"a", 11}}, ""},
		"an object cut off": {`{"a":1,"b":[`, []Member{{"a", 5}, {"b", 11}}, "unexpected EOF"},
		"two objects":       {`{"a":1} {}`, []Member{{"a", 5}}, "want one value, and nothing behind it"},
		"nothing":           {" ", nil, "want JSON, got nothing"},
	} {
		t.Run(name, func(t *testing.T) {
			members, err := Members([]byte(test.text))
			assert.Equal(t, test.want, members)
			if test.err == "" {
				assert.NoError(t, err)
				return
			}
			assert.ErrorContains(t, err, test.err)
		})
	}
}
