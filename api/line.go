package api

import (
	"slices"
	"unicode/utf8"
)

// lineIndex tells the lines of a file's offsets.
type lineIndex struct {
	content []byte
	starts  []int // the offsets at which the lines after the first begin
	letters []int // how many characters there are before each block of the content
}

// blockSize is how many bytes are read to count the characters before an offset, at most. A file may be one long line.
const blockSize = 4 << 10

func newLineIndex(content []byte) *lineIndex {
	index := &lineIndex{content: content}
	letters := 0
	for block := range slices.Chunk(content, blockSize) {
		start := len(index.letters) * blockSize
		index.letters = append(index.letters, letters)
		letters += lettersIn(block)
		for i, b := range block {
			if b == '\n' {
				index.starts = append(index.starts, start+i+1)
			}
		}
	}
	return index
}

// lettersIn counts the bytes with which a character begins.
func lettersIn(text []byte) int {
	count := 0
	for _, b := range text {
		if utf8.RuneStart(b) {
			count++
		}
	}
	return count
}

// of returns the place of an offset, from 1 up, the column in characters.
func (l *lineIndex) of(offset int) (line, column int) {
	offset = min(offset, len(l.content))
	before, isStart := slices.BinarySearch(l.starts, offset)
	if isStart {
		before++
	}
	start := 0
	if before > 0 {
		start = l.starts[before-1]
	}
	return before + 1, l.lettersBefore(offset) - l.lettersBefore(start) + 1
}

func (l *lineIndex) lettersBefore(offset int) int {
	if len(l.letters) == 0 {
		return 0
	}
	block := min(offset/blockSize, len(l.letters)-1)
	return l.letters[block] + lettersIn(l.content[block*blockSize:offset])
}
