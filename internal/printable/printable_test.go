package printable_test

import (
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"

	"github.com/timsns/timsns/internal/printable"
)

func TestText(t *testing.T) {
	for text, want := range map[string]string{
		"":                     "",
		"plain, 同学, Ü":         "plain, 同学, Ü",
		"a\u3000b\u00a0c":      "a\u3000b\u00a0c",
		"👩\u200d👩\u200d👧":      "👩\u200d👩\u200d👧",
		"می\u200cخواهم\u200f":  "می\u200cخواهم\u200f",
		"x\x1b]0;title\x07":    `x\x1b]0;title\x07`,
		"a\r\nb\x7f":           `a\x0d\x0ab\x7f`,
		"\u0085\u2028\u2029":   `\u0085\u2028\u2029`,
		"\u202eabc\u2066":      `\u202eabc\u2066`,
		"not UTF-8: \xff":      `not UTF-8: \xff`,
		"a real \ufffd stays.": "a real \ufffd stays.",
	} {
		assert.Equal(t, want, printable.Text(text), "%q", text)
		assert.Equal(t, text == want, printable.IsSafe(text), "%q", text)
	}
}

func FuzzText(f *testing.F) {
	f.Add("a\x1b\xff\u2028")
	f.Fuzz(func(t *testing.T, text string) {
		escaped := printable.Text(text)
		assert.True(t, utf8.ValidString(escaped))
		assert.True(t, printable.IsSafe(escaped))
	})
}
