package redaction

import (
	"encoding/hex"
	"fmt"
	"regexp"
	"strings"
)

// assignment is the query parameter usersig and its value, wherever it stands. It is found in the text, since what holds it
// may be no valid URL, or have it in the path or the fragment.
var assignment = regexp.MustCompile(`(?i)(` + anyWay("usersig=") + `)([^&;#\s]+)`)

// anyWay matches a name with any of its characters escaped, and the escapes themselves escaped once more.
func anyWay(name string) string {
	var pattern strings.Builder
	for _, letter := range []byte(name) {
		fmt.Fprintf(&pattern, "(?:%c|%%(?:25)*(?:%02x|%02x))", letter, letter, strings.ToUpper(string(letter))[0])
	}
	return pattern.String()
}

// Scrub replaces the value of each usersig in a URL, or in a part of one, however short it is: all up to the next &, ; or #
// or white space. The text need not be valid; name and equals sign may be in either case and escaped.
func Scrub(text string) string {
	return assignment.ReplaceAllString(text, "${1}"+Redacted)
}

// unescape decodes a query's value and keeps what is no escape.
func unescape(value string) string {
	spaced := strings.ReplaceAll(value, "+", " ")
	return escapes.ReplaceAllStringFunc(spaced, func(escape string) string {
		decoded, _ := hex.DecodeString(escape[1:]) // the pattern allows nothing else
		return string(decoded)
	})
}
