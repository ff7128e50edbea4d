package jsontree

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/go-json-experiment/json/jsontext"
)

var (
	simpleName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)
	indexLike  = regexp.MustCompile(`^(0|[1-9][0-9]*)$`)
)

// Path converts a JSON Pointer into a JSONPath (RFC 9535). The value that it points into shows which tokens are array
// indexes. If value is nil, every token that looks like an index is one.
func Path(pointer string, value any) string {
	text := strings.Builder{}
	text.WriteByte('$')
	for token := range jsontext.Pointer(pointer).Tokens() {
		_, isObject := value.(map[string]any)
		switch {
		case !isObject && indexLike.MatchString(token):
			text.WriteString("[" + token + "]")
		case simpleName.MatchString(token):
			text.WriteString("." + token)
		default:
			text.WriteString("['" + quoteName(token) + "']")
		}
		value = memberOf(value, token)
	}
	return text.String()
}

// memberOf returns the member or element of a value that token names, or nil.
func memberOf(value any, token string) any {
	switch value := value.(type) {
	case map[string]any:
		return value[token]
	case []any:
		if index, err := strconv.Atoi(token); err == nil && index < len(value) {
			return value[index]
		}
	}
	return nil
}

// nameEscapes are the escapes of a normalized path (RFC 9535, section 2.7).
var nameEscapes = map[rune]string{
	'\b': `\b`, '\t': `\t`, '\n': `\n`, '\f': `\f`, '\r': `\r`, '\'': `\'`, '\\': `\\`,
}

// quoteName escapes a name for single quotes. It also escapes characters that cannot be printed, since a terminal may
// interpret them.
func quoteName(name string) string {
	var quoted strings.Builder
	for _, letter := range name {
		escape, isEscaped := nameEscapes[letter]
		switch {
		case isEscaped:
			quoted.WriteString(escape)
		case unicode.IsPrint(letter):
			quoted.WriteRune(letter)
		default:
			for _, unit := range utf16.Encode([]rune{letter}) {
				fmt.Fprintf(&quoted, `\u%04x`, unit)
			}
		}
	}
	return quoted.String()
}
