package jsontree

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// Node is the position of a value in a text. Nodes form a tree, so that deeply nested values take little memory.
type Node struct {
	offset   int
	members  map[string]Node
	elements []Node
}

// Locate returns the positions of the values in text, which must be one I-JSON value. The error is a [*SyntaxError].
func Locate(text []byte) (Node, error) {
	l := &locator{jsontext.NewDecoder(bytes.NewBuffer(text)), text}
	root, err := l.value()
	if err != nil {
		return Node{}, NewSyntaxError(text, err)
	}
	return root, checkEnd(l.decoder, text)
}

// Offset returns the offset in bytes of the value at pointer, or of the innermost value around it that exists.
func (n Node) Offset(pointer string) int {
	for token := range jsontext.Pointer(pointer).Tokens() {
		child, ok := n.child(token)
		if !ok {
			break
		}
		n = child
	}
	return n.offset
}

func (n Node) child(token string) (child Node, ok bool) {
	if n.members != nil {
		child, ok = n.members[token]
		return child, ok
	}
	index, err := strconv.Atoi(token)
	if err != nil || index < 0 || index >= len(n.elements) {
		return Node{}, false
	}
	return n.elements[index], true
}

type locator struct {
	decoder *jsontext.Decoder
	text    []byte
}

func (l *locator) value() (Node, error) {
	node := Node{offset: skipSpace(l.text, int(l.decoder.InputOffset()))}
	token, err := l.decoder.ReadToken()
	if err != nil {
		return node, err
	}
	switch token.Kind() { //nolint:exhaustive // other values have no parts
	case jsontext.KindBeginObject:
		node.members, err = l.members()
	case jsontext.KindBeginArray:
		node.elements, err = l.elements()
	}
	return node, err
}

func (l *locator) members() (map[string]Node, error) {
	members := map[string]Node{}
	for l.decoder.PeekKind() != jsontext.KindEndObject {
		token, err := l.decoder.ReadToken()
		if err != nil {
			return nil, err
		}
		name := token.String()
		if members[name], err = l.value(); err != nil {
			return nil, err
		}
	}
	_, err := l.decoder.ReadToken()
	return members, err
}

func (l *locator) elements() (elements []Node, err error) {
	for l.decoder.PeekKind() != jsontext.KindEndArray {
		element, err := l.value()
		if err != nil {
			return nil, err
		}
		elements = append(elements, element)
	}
	_, err = l.decoder.ReadToken()
	return elements, err
}

// skipSpace returns the offset of the value or name that follows offset.
func skipSpace(text []byte, offset int) int {
	for offset < len(text) && strings.IndexByte(Space+",:", text[offset]) >= 0 {
		offset++
	}
	return offset
}
