package printable

import (
	"strings"
	"unicode/utf8"
)

// JSON returns valid JSON with its unsafe characters escaped. It keeps the line breaks between values; within strings,
// JSON allows none.
func JSON(text []byte) []byte {
	if !strings.ContainsFunc(string(text), isUnsafeInJSON) {
		return text
	}
	escaped := make([]byte, 0, len(text))
	for _, r := range string(text) {
		if !isUnsafeInJSON(r) {
			escaped = utf8.AppendRune(escaped, r)
			continue
		}
		const digits = "0123456789abcdef"
		escaped = append(escaped, '\\', 'u', digits[r>>12&15], digits[r>>8&15], digits[r>>4&15], digits[r&15])
	}
	return escaped
}

func isUnsafeInJSON(r rune) bool { return r != '\n' && isUnsafe(r) }
