package jsontree

import (
	"bytes"

	"github.com/go-json-experiment/json/jsontext"
)

// Member is the name of a member of an object, and the offset in bytes of its value.
type Member struct {
	Name   string
	Offset int
}

// Members returns the members of the object in text, in their order, nil for another value. It reads text as [Lenient]
// says; if text is not valid JSON, it returns the members before the error.
func Members(text []byte) (members []Member, err error) {
	decoder := jsontext.NewDecoder(bytes.NewBuffer(text), Lenient)
	if decoder.PeekKind() == jsontext.KindBeginObject {
		members, err = readMembers(decoder, text)
	} else {
		err = decoder.SkipValue()
	}
	if err != nil {
		return members, NewSyntaxError(text, err)
	}
	return members, checkEnd(decoder, text)
}

func readMembers(decoder *jsontext.Decoder, text []byte) (members []Member, err error) {
	if _, err := decoder.ReadToken(); err != nil {
		return nil, err
	}
	for decoder.PeekKind() != jsontext.KindEndObject {
		name, err := decoder.ReadToken()
		if err != nil {
			return members, err
		}
		members = append(members, Member{name.String(), skipSpace(text, int(decoder.InputOffset()))})
		if err := decoder.SkipValue(); err != nil {
			return members, err
		}
	}
	_, err = decoder.ReadToken()
	return members, err
}
