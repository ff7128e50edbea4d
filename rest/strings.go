package rest

import (
	"errors"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// readStrings decodes an array of strings with few allocations; the decoder makes one for each string. Like the
// decoder, it returns an error with the position of the first element that is not a string.
func readStrings(decoder *jsontext.Decoder, list *[]string) error {
	if decoder.PeekKind() != jsontext.KindBeginArray {
		return json.UnmarshalDecode(decoder, list, json.WithUnmarshalers(nil))
	}
	array, err := decoder.ReadValue()
	if err != nil {
		return err
	}
	if texts, ok := stringsOf(array); ok {
		*list = texts
		return nil
	}
	err = json.Unmarshal(array, list, decoder.Options(), json.WithUnmarshalers(nil))
	if err == nil { // the JSON package reads null as an empty string
		return errNullString
	}
	if semantic, ok := errors.AsType[*json.SemanticError](err); ok {
		semantic.JSONPointer = decoder.StackPointer() + semantic.JSONPointer
		semantic.ByteOffset += decoder.InputOffset() - int64(len(array))
	}
	return err
}

// stringsOf returns the elements of array, which must be valid JSON, and reports whether all of them are strings.
func stringsOf(array jsontext.Value) ([]string, bool) {
	count, size := 0, 0
	for rest := array[1:]; ; count++ {
		literal, next, ok := nextString(rest)
		if !ok {
			return nil, false
		}
		if literal == nil {
			break
		}
		size += len(literal) - len(`""`)
		rest = next
	}
	list := make([]string, count)
	arena := stringArena{left: size}
	rest := []byte(array[1:])
	for i := range list {
		var literal []byte
		literal, rest, _ = nextString(rest)
		list[i] = arena.unquote(literal)
	}
	return list, true
}

// nextString returns the first string literal of elements, which is the rest of an array, and what follows the literal.
// The literal is nil at the end of the array. ok is false if the next element is not a string.
func nextString(elements []byte) (literal, rest []byte, ok bool) {
	for elements[0] == ',' || elements[0] <= ' ' {
		elements = elements[1:]
	}
	if elements[0] != '"' {
		return nil, elements, elements[0] == ']'
	}
	end := 1
	for elements[end] != '"' {
		if elements[end] == '\\' {
			end++
		}
		end++
	}
	return elements[:end+1], elements[end+1:], true
}

// stringArena allocates many strings in blocks of memory that neighbouring strings share.
type stringArena struct {
	block   strings.Builder
	scratch []byte
	left    int // an upper bound of the bytes still to be stored
}

// blockSize is the size of a block in bytes, unless a string is longer. It bounds how much memory a string that
// outlives its neighbours keeps in use.
const blockSize = 1 << 10

// unquote returns the value of a string literal, which must be valid JSON.
func (a *stringArena) unquote(literal []byte) string {
	a.scratch, _ = jsontext.AppendUnquote(a.scratch[:0], literal) // the decoder has validated it
	if a.block.Cap()-a.block.Len() < len(a.scratch) {
		a.block = strings.Builder{}
		a.block.Grow(max(len(a.scratch), min(a.left, blockSize)))
	}
	start := a.block.Len()
	a.block.Write(a.scratch)
	a.left -= len(a.scratch)
	return a.block.String()[start:]
}
