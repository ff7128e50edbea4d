package api

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// positions tells where the values of a JSON text are.
type positions struct {
	text  []byte
	start int // where in the file the text begins
	root  located
}

// located is a value with its parts. That they are a tree keeps deep ones as cheap as others.
type located struct {
	offset   int // where in the text it begins
	members  map[string]located
	elements []located
}

// locate finds the values of a text as far as it is valid JSON. Names that stand twice and bad UTF-8 do not matter here.
func locate(text []byte, start int) *positions {
	p := &positions{text: text, start: start}
	p.root, _ = p.read(jsontext.NewDecoder(bytes.NewReader(text), tolerant))
	return p
}

// read returns the next value, and false if that is all that there is.
func (p *positions) read(decoder *jsontext.Decoder) (value located, isWhole bool) {
	value = located{offset: skipSpace(p.text, int(decoder.InputOffset()))}
	token, err := decoder.ReadToken()
	if err != nil {
		return value, false
	}
	kind := token.Kind()
	if kind == jsontext.KindBeginObject {
		value.members = map[string]located{}
		return value, p.readMembers(decoder, value.members)
	}
	return value, kind != jsontext.KindBeginArray || p.readElements(decoder, &value.elements)
}

func (p *positions) readElements(decoder *jsontext.Decoder, elements *[]located) (isWhole bool) {
	for decoder.PeekKind() != jsontext.KindEndArray {
		element, isWhole := p.read(decoder)
		*elements = append(*elements, element)
		if !isWhole {
			return false
		}
	}
	_, err := decoder.ReadToken()
	return err == nil
}

func (p *positions) readMembers(decoder *jsontext.Decoder, members map[string]located) (isWhole bool) {
	for decoder.PeekKind() != jsontext.KindEndObject {
		at := skipSpace(p.text, int(decoder.InputOffset()))
		token, err := decoder.ReadToken()
		if err != nil {
			return false
		}
		name := token.String()
		members[name] = located{offset: at} // should no value follow
		if members[name], isWhole = p.read(decoder); !isWhole {
			return false
		}
	}
	_, err := decoder.ReadToken()
	return err == nil
}

func skipSpace(text []byte, offset int) int {
	for offset < len(text) && strings.IndexByte(" \t\r\n,:", text[offset]) >= 0 {
		offset++
	}
	return offset
}

// of returns where in the file the value is, or what should hold it if it is not there.
func (p *positions) of(pointer jsontext.Pointer) int {
	value := p.root
	for token := range pointer.Tokens() {
		part, isThere := value.part(token)
		if !isThere {
			break
		}
		value = part
	}
	return p.start + value.offset
}

func (l located) part(token string) (part located, isThere bool) {
	if l.members != nil {
		part, isThere = l.members[token]
		return part, isThere
	}
	index, err := strconv.Atoi(token)
	if err != nil || index < 0 || index >= len(l.elements) {
		return located{}, false
	}
	return l.elements[index], true
}
