package api

import (
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/stretchr/testify/assert"
)

func TestPlacesInLinesOfAnyLength(t *testing.T) {
	tests := map[string]string{
		"nothing":                  "",
		"a line":                   "a line",
		"an empty line":            "\n",
		"lines":                    "one\n\ntwo\r\nthree",
		"a block":                  strings.Repeat("x", blockSize),
		"a break behind a block":   strings.Repeat("x", blockSize) + "\n" + "y",
		"characters across blocks": "x" + strings.Repeat("好", blockSize) + "\n" + strings.Repeat("é", blockSize),
	}
	for name, text := range tests {
		t.Run(name, func(t *testing.T) {
			index := newLineIndex([]byte(text))
			for offset := 0; offset <= len(text); offset += 1 + offset/64 {
				before := text[:offset]
				line, column := index.of(offset)
				start := strings.LastIndexByte(before, '\n') + 1
				assert.Equal(t, strings.Count(before, "\n")+1, line, "of offset %d", offset)
				if utf8.ValidString(before) { // the offset is not within a character
					assert.Equal(t, utf8.RuneCountInString(before[start:])+1, column, "of offset %d", offset)
				}
			}
		})
	}
}

func TestPlacesOfValues(t *testing.T) {
	const text = `{"a": [1, {"b": 2}], "": {"0": 3}, "a": [4, [5`
	for pointer, offset := range map[jsontext.Pointer]int{
		"": 0, "/a": strings.Index(text, "[4"), "/a/0": strings.Index(text, "4"), "/a/1/0": strings.Index(text, "5"),
		"/": strings.Index(text, `{"0"`), "//0": strings.Index(text, "3"), "/c": 0, "//1": strings.Index(text, `{"0"`),
		"/a/9": strings.Index(text, "[4"), "/a/x": strings.Index(text, "[4"), "/a/0/0": strings.Index(text, "4"),
	} {
		assert.Equal(t, 100+offset, locate([]byte(text), 100).of(pointer), "of %q", pointer)
	}
}

func TestDeepValuesArePlacedWithLittleMemory(t *testing.T) {
	const depth = 9_900
	text := []byte(strings.Repeat(`{"a name":`, depth) + "1" + strings.Repeat("}", depth))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	places := locate(text, 0)
	runtime.ReadMemStats(&after)
	assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(200*len(text)), "a pointer for each level would take thousands of times its size")
	assert.Equal(t, len(text)-depth-1, places.of(jsontext.Pointer(strings.Repeat("/a name", depth))))
}
