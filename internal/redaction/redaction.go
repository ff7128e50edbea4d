// Package redaction removes UserSigs from texts. It replaces a known UserSig, whole or cut off at its end, with its
// asterisks plain or escaped, and the values of query parameters named usersig. It looks for nothing else: see
// SECURITY.md.
package redaction

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
)

// Redacted is the text that replaces a secret.
const Redacted = "REDACTED"

// shortest is the smallest number of characters at the beginning of a UserSig that are replaced. All UserSigs begin
// with the same characters, and the HMAC comes much later.
const shortest = 16

// Text replaces userSig in text.
func Text(text, userSig string) string {
	return string(Body([]byte(text), userSig))
}

// Body replaces userSig in body. It returns body itself if that does not contain userSig.
func Body(body []byte, userSig string) []byte {
	if len(userSig) < shortest || userSig[0] == '*' {
		return body
	}
	start, _, _ := strings.Cut(userSig[:shortest], "*")
	rest := body
	var clean []byte
	for {
		before := bytes.Index(rest, []byte(start))
		if before < 0 {
			break
		}
		length := match(rest[before:], userSig)
		if length == 0 { // only the first characters are the same
			before += len(start)
			clean, rest = append(clean, rest[:before]...), rest[before:]
			continue
		}
		clean = append(append(clean, rest[:before]...), Redacted...)
		rest = rest[before+length:]
	}
	if len(rest) == len(body) {
		return body
	}
	return append(clean, rest...)
}

// match returns how many bytes at the beginning of text are userSig or the beginning of userSig. It returns 0 if they
// are fewer than shortest characters.
func match(text []byte, userSig string) int {
	length := 0
	for i := range len(userSig) {
		rest := text[length:]
		switch {
		case len(rest) > 0 && rest[0] == userSig[i]:
			length++
		case userSig[i] == '*' && len(rest) > 2 && strings.EqualFold(string(rest[:3]), "%2a"):
			length += 3
		case i < shortest:
			return 0
		default:
			return length
		}
	}
	return length
}

// Error returns err if neither err nor an error that it wraps prints userSig. Otherwise it returns an error with a
// redacted text, which errors.Is matches with the same targets.
func Error(err error, userSig string) error {
	if err == nil || !holds(err, userSig) {
		return err
	}
	timeout, ok := errors.AsType[interface {
		error
		Timeout() bool
	}](err)
	return &redactedError{
		text: Text(err.Error(), userSig), isTimeout: ok && timeout.Timeout(),
		is: func(target error) bool { return errors.Is(err, target) },
	}
}

func holds(err error, userSig string) bool {
	text := fmt.Sprintf("%v\n%+v\n%#v", err, err, err)
	if Text(text, userSig) != text {
		return true
	}
	switch wrapper := err.(type) { //nolint:errorlint // each level is searched
	case interface{ Unwrap() error }:
		inner := wrapper.Unwrap()
		return inner != nil && holds(inner, userSig)
	case interface{ Unwrap() []error }:
		for _, inner := range wrapper.Unwrap() {
			if inner != nil && holds(inner, userSig) {
				return true
			}
		}
	}
	return false
}

// redactedError holds the original error in a func, which package fmt prints as an address.
type redactedError struct {
	text      string
	isTimeout bool
	is        func(target error) bool
}

func (e *redactedError) Error() string { return e.text }

// Timeout and Temporary make it a net.Error.
func (e *redactedError) Timeout() bool   { return e.isTimeout }
func (e *redactedError) Temporary() bool { return e.isTimeout }

func (e *redactedError) Is(target error) bool { return e.is(target) }

// URL replaces the value of each query parameter named usersig in a URL or a part of one, which need not be valid. A
// value ends before the next &, ;, # or white space.
func URL(text string) string {
	var clean strings.Builder
	for {
		start, end, ok := find(text)
		if !ok {
			return clean.String() + text
		}
		clean.WriteString(text[:start] + Redacted)
		text = text[end:]
	}
}

// UserSig returns the value of the first query parameter named usersig in a URL, or "" if it has none. The URL need not
// be valid.
func UserSig(address string) string {
	start, end, _ := find(address)
	value := strings.ReplaceAll(address[start:end], "%2a", "*")
	return strings.ReplaceAll(value, "%2A", "*")
}

// find returns the start and the end of the first non-empty value of a parameter named usersig.
func find(text string) (start, end int, ok bool) {
	const name = "usersig"
	for at := 0; at+len(name) < len(text); at++ {
		if !strings.EqualFold(text[at:at+len(name)], name) {
			continue
		}
		sign := equalsSign(text[at+len(name):])
		start = at + len(name) + sign
		length := strings.IndexAny(text[start:], "&;# \t\r\n\v\f")
		if length < 0 {
			length = len(text) - start
		}
		if sign > 0 && length > 0 {
			return start, start + length, true
		}
	}
	return 0, 0, false
}

// equalsSign returns the length of the equals sign at the beginning of text, which may be escaped more than once: %3D,
// %253D. It returns 0 for other text.
func equalsSign(text string) int {
	if strings.HasPrefix(text, "=") {
		return 1
	}
	if !strings.HasPrefix(text, "%") {
		return 0
	}
	escape := strings.TrimLeft(text[1:], "25") // each 25 escapes a percent sign
	if len(escape) < 2 || !strings.EqualFold(escape[:2], "3d") {
		return 0
	}
	return len(text) - len(escape) + 2
}
