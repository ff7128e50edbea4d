package api

import (
	"bytes"
	"errors"
	"regexp"
	"strings"

	jsonv2 "github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// syntaxFault is where a text stops to be one value of JSON, and why.
type syntaxFault struct {
	offset   int
	reason   string
	isSecond bool // whether a second object begins there
}

// tolerant reads what a bad packet may stand in, or be: it is judged as such.
var tolerant = jsonv2.JoinOptions(jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))

// white is the white space of JSON.
const white = " \t\r\n"

// syntaxFaultOf returns nil if the text is one value. Without options it has to be I-JSON (RFC 7493): UTF-8, with no name
// twice in an object.
func syntaxFaultOf(text []byte, options ...jsonv2.Options) *syntaxFault {
	length := len(bytes.TrimRight(text, white))
	if length == 0 {
		return &syntaxFault{reason: "want JSON, got nothing"}
	}
	decoder := jsontext.NewDecoder(bytes.NewReader(text), options...)
	if _, err := decoder.ReadValue(); err != nil {
		fault := &syntaxFault{offset: length, reason: reasonOf(err)}
		if syntactic, isSyntactic := errors.AsType[*jsontext.SyntacticError](err); isSyntactic {
			fault.offset = int(syntactic.ByteOffset)
		}
		return fault
	}
	if int(decoder.InputOffset()) >= length {
		return nil
	}
	behind := len(text) - len(bytes.TrimLeft(text[decoder.InputOffset():], white))
	return &syntaxFault{offset: behind, reason: "not valid JSON: want one value, and nothing behind it", isSecond: text[behind] == '{'}
}

// escapesOf a text are quoted by an error, with what follows them.
var escapesOf = regexp.MustCompile("(?s)(invalid (?:escape sequence|surrogate pair)) (?:`[^`]*`|\"(?:[^\"\\\\]|\\\\.)*\")")

// reasonOf tells what is wrong with the syntax, and repeats nothing of a value but the one character that is.
func reasonOf(err error) string {
	return "not valid JSON: " + escapesOf.ReplaceAllString(strings.TrimPrefix(err.Error(), "jsontext: "), "$1")
}
