package verify

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
)

func TestLineTable_position(t *testing.T) {
	tests := map[string]string{
		"nothing":                  "",
		"a line":                   "a line",
		"an empty line":            "\n",
		"lines":                    "one\n\ntwo\r\nthree",
		"a block":                  strings.Repeat("x", blockSize),
		"a break after a block":    strings.Repeat("x", blockSize) + "\n" + "y",
		"characters across blocks": "x" + strings.Repeat("好", blockSize) + "\n" + strings.Repeat("é", blockSize),
	}
	for name, text := range tests {
		t.Run(name, func(t *testing.T) {
			table := newLineTable([]byte(text), 1)
			for offset := 0; offset <= len(text); offset += 1 + offset/64 {
				before := text[:offset]
				line, column := table.position(offset)
				start := strings.LastIndexByte(before, '\n') + 1
				assert.Equal(t, strings.Count(before, "\n")+1, line, "of offset %d", offset)
				if utf8.ValidString(before) { // the offset is not within a character
					assert.Equal(t, utf8.RuneCountInString(before[start:])+1, column, "of offset %d", offset)
				}
			}
		})
	}
}
