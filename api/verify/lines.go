package verify

import (
	"slices"
	"unicode/utf8"
)

// lineTable converts the offsets of a file into lines and columns.
type lineTable struct {
	content    []byte
	starts     []int // the offsets of all lines but the first
	characters []int // the number of characters before each block of the content
	first      int   // the number of the first line
}

// blockSize is the largest number of bytes that are read to count the characters before an offset, since a file may be
// one long line.
const blockSize = 4 << 10

// newLineTable returns the table of a content whose first line has the number first.
func newLineTable(content []byte, first int) *lineTable {
	table := &lineTable{content: content, first: first}
	count := 0
	for block := range slices.Chunk(content, blockSize) {
		start := len(table.characters) * blockSize
		table.characters = append(table.characters, count)
		count += charactersIn(block)
		for i, b := range block {
			if b == '\n' {
				table.starts = append(table.starts, start+i+1)
			}
		}
	}
	return table
}

// charactersIn returns the number of bytes that begin a character.
func charactersIn(text []byte) int {
	count := 0
	for _, b := range text {
		if utf8.RuneStart(b) {
			count++
		}
	}
	return count
}

// position returns the line and column of an offset, the column from 1 and in characters.
func (t *lineTable) position(offset int) (line, column int) {
	offset = min(offset, len(t.content))
	before, isStart := slices.BinarySearch(t.starts, offset)
	if isStart {
		before++
	}
	start := 0
	if before > 0 {
		start = t.starts[before-1]
	}
	return before + t.first, t.charactersBefore(offset) - t.charactersBefore(start) + 1
}

func (t *lineTable) charactersBefore(offset int) int {
	if len(t.characters) == 0 {
		return 0
	}
	block := min(offset/blockSize, len(t.characters)-1)
	return t.characters[block] + charactersIn(t.content[block*blockSize:offset])
}
