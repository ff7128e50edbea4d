package rest

import (
	"errors"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// readStrings reads an array of strings with few allocations, where the decoder would make one for each. An array of
// anything else is an error that tells which element is none.
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
	if wrong, isWrong := errors.AsType[*json.SemanticError](err); isWrong {
		wrong.JSONPointer = decoder.StackPointer() + wrong.JSONPointer
		wrong.ByteOffset += decoder.InputOffset() - int64(len(array))
	}
	return err
}

// stringsOf returns the elements of an array that is valid JSON, and false if one of them is no string.
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
	memory := sharedMemory{left: size}
	rest := []byte(array[1:])
	for i := range list {
		var literal []byte
		literal, rest, _ = nextString(rest)
		list[i] = memory.unquote(literal)
	}
	return list, true
}

// nextString returns the JSON string at the beginning of a list of elements, nil if there is none left, and what follows
// it. It returns false if the next element is no string.
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

// sharedMemory holds the texts of many strings, each part of it those of some neighbours.
type sharedMemory struct {
	part    strings.Builder
	scratch []byte
	left    int // how many bytes are still to come, at most
}

// partSize is how much a string that is kept alone can keep in memory beside itself, in bytes.
const partSize = 1 << 10

func (m *sharedMemory) unquote(literal []byte) string {
	m.scratch, _ = jsontext.AppendUnquote(m.scratch[:0], literal) // the decoder has judged it
	if m.part.Cap()-m.part.Len() < len(m.scratch) {
		m.part = strings.Builder{}
		m.part.Grow(max(len(m.scratch), min(m.left, partSize)))
	}
	start := m.part.Len()
	m.part.Write(m.scratch)
	m.left -= len(m.scratch)
	return m.part.String()[start:]
}
