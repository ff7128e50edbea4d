package main

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWrap(t *testing.T) {
	long := strings.Repeat("word ", 12) + "end" // which the next line continues
	tests := map[string]struct{ text, want string }{
		"a short line":           {"One two.", "One two.\n"},
		"a long line":            {"One two three four five.", "One two three four\nfive.\n"},
		"an indented line":       {"    One two three four.", "    One two three\n    four.\n"},
		"a word that is long":    {"https://example.com/a/long/name end", "https://example.com/a/long/name\nend\n"},
		"an entry":               {"  -o  one two three four", "  -o  one two three\n      four\n"},
		"an entry of two parts":  {"  a    b  one two three", "  a    b one two\n       three\n"},
		"an entry with a name":   {"  --long-name  one two three", "  --long-name\n      one two three\n"},
		"an example":             {"  timsns call x --data y z", "  timsns call x --data y z\n"},
		"lines of one paragraph": {long + "\nmore", strings.Repeat("word word word word\n", 3) + "end more\n"},
		"lines of two":           {"One two.\nThree.\n\nFour.\n\n", "One two.\nThree.\n\nFour.\n"},
		"Chinese":                {"    友人 的 名 字", "    友人 的 名 字\n"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, test.want, wrap(test.text, 20))
		})
	}
}

// TestHelp_fits checks the help of all commands: it has lines that are longer only where they have no blanks, or are
// examples.
func TestHelp_fits(t *testing.T) {
	for _, arguments := range [][]string{{}, {"call"}, {"call", "friend_add"}, {"verify"}, {"lint"}, {"packets"}} {
		var out, stderr bytes.Buffer
		status := runContext(t.Context(), append(arguments, "--help"), streams{out: &out, err: &stderr})
		require.Equal(t, exitSuccess, status, stderr.String())
		for line := range strings.Lines(out.String()) {
			isLong := utf8.RuneCountInString(line) > helpWidth+1
			assert.False(t, isLong && strings.Contains(strings.TrimSpace(line), " ") && !strings.HasPrefix(line, "  timsns "), line)
		}
	}
}
