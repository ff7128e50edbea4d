package jsontree

import (
	"bytes"
	"errors"
	"regexp"
	"strings"

	jsonv2 "github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// SyntaxError describes where and why a text is not a single JSON value. It repeats no part of the text except for a
// single invalid character.
type SyntaxError struct {
	Offset   int // in bytes
	Reason   string
	Trailing bool // whether a complete value precedes Offset
}

// Error returns the reason.
func (e *SyntaxError) Error() string { return e.Reason }

// Lenient accepts duplicate names and invalid UTF-8, so that an invalid body can still be found in its file.
var Lenient = jsonv2.JoinOptions(jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))

// Space is the white space of JSON.
const Space = " \t\r\n"

// NewSyntaxError converts an error that reading text returned.
func NewSyntaxError(text []byte, err error) *SyntaxError {
	length := len(bytes.TrimRight(text, Space))
	if length == 0 {
		return &SyntaxError{Reason: "want JSON, got nothing"}
	}
	offset := length
	if syntactic, ok := errors.AsType[*jsontext.SyntacticError](err); ok {
		offset = int(syntactic.ByteOffset)
	}
	return &SyntaxError{Offset: offset, Reason: reasonOf(err)}
}

// checkEnd returns an error if anything but white space follows the value that decoder has read from text.
func checkEnd(decoder *jsontext.Decoder, text []byte) error {
	rest := bytes.TrimLeft(text[decoder.InputOffset():], Space)
	if len(rest) == 0 {
		return nil
	}
	const reason = "not valid JSON: want one value, and nothing behind it"
	return &SyntaxError{Offset: len(text) - len(rest), Reason: reason, Trailing: true}
}

// escapes matches the escape sequences that an error quotes, with the text that follows them.
var escapes = regexp.MustCompile(
	"(?s)(invalid (?:escape sequence|surrogate pair)) (?:`[^`]*`|\"(?:[^\"\\\\]|\\\\.)*\")")

func reasonOf(err error) string {
	return "not valid JSON: " + escapes.ReplaceAllString(strings.TrimPrefix(err.Error(), "jsontext: "), "$1")
}
