package api

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// positions tells where the values of a JSON text are.
type positions struct {
	text   []byte
	start  int                      // where in the file the text begins
	values map[jsontext.Pointer]int // where in the text each value begins
}

// locate finds the values of a text as far as it is valid JSON. Names that stand twice and bad UTF-8 do not matter here.
func locate(text []byte, start int) *positions {
	p := &positions{text: text, start: start, values: map[jsontext.Pointer]int{"": skipSpace(text, 0)}}
	decoder := jsontext.NewDecoder(bytes.NewReader(text), jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
	for {
		offset := skipSpace(text, int(decoder.InputOffset()))
		if _, err := decoder.ReadToken(); err != nil {
			return p
		}
		if end := text[offset]; end != '}' && end != ']' { // a value is after its name, which has the same pointer
			p.values[decoder.StackPointer()] = offset
		}
	}
}

func skipSpace(text []byte, offset int) int {
	for offset < len(text) && strings.IndexByte(" \t\r\n,:", text[offset]) >= 0 {
		offset++
	}
	return offset
}

// of returns where in the file the value is, or what should hold it if it is not there.
func (p *positions) of(pointer jsontext.Pointer) int {
	for {
		if offset, isThere := p.values[pointer]; isThere {
			return p.start + offset
		}
		pointer = pointer.Parent()
	}
}

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

// faultOf returns where a text stops to be valid JSON, and false if it does not.
func faultOf(text []byte) (offset int, isFault bool) {
	decoder := jsontext.NewDecoder(bytes.NewReader(text))
	for {
		_, err := decoder.ReadValue()
		var fault *jsontext.SyntacticError
		switch {
		case errors.Is(err, io.EOF):
			return 0, false
		case errors.As(err, &fault):
			return int(fault.ByteOffset), true
		case err != nil:
			return len(text), true
		case decoder.InputOffset() < int64(len(bytes.TrimRight(text, " \t\r\n"))):
			return skipSpace(text, int(decoder.InputOffset())), true // another value behind the first
		}
	}
}

var simpleName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)

// jsonPath writes a JSON Pointer as a JSONPath (RFC 9535).
func jsonPath(pointer string) string {
	text := strings.Builder{}
	text.WriteByte('$')
	for token := range jsontext.Pointer(pointer).Tokens() {
		_, notIndex := strconv.ParseUint(token, 10, 64)
		switch {
		case notIndex == nil:
			text.WriteString("[" + token + "]")
		case simpleName.MatchString(token):
			text.WriteString("." + token)
		default:
			quoted := strconv.QuoteToASCII(token)
			text.WriteString("['" + strings.ReplaceAll(quoted[1:len(quoted)-1], "'", `\'`) + "']")
		}
	}
	return text.String()
}
