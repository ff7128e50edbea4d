// Package printable keeps text from elsewhere from garbling a terminal or forging a line of a log.
package printable

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text returns text with its unsafe characters escaped as in a Go string: control characters, line and paragraph
// separators, the marks that reverse the direction of text, and bytes that are not UTF-8. Spaces and joiners of any
// script stay.
func Text(text string) string {
	if IsSafe(text) {
		return text
	}
	var escaped strings.Builder
	for i, r := range text {
		_, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&escaped, `\x%02x`, text[i])
		case !isUnsafe(r):
			escaped.WriteRune(r)
		case r < utf8.RuneSelf:
			fmt.Fprintf(&escaped, `\x%02x`, r)
		default:
			fmt.Fprintf(&escaped, `\u%04x`, r)
		}
	}
	return escaped.String()
}

// IsSafe reports whether Text returns text as it is.
func IsSafe(text string) bool {
	return utf8.ValidString(text) && !strings.ContainsFunc(text, isUnsafe)
}

func isUnsafe(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp, unicode.Bidi_Control) && r != '\u200e' && r != '\u200f'
}
