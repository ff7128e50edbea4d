package main

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/timsns/timsns/internal/printable"
)

func TestQuoteUnsafe(t *testing.T) {
	for _, text := range []string{"", "同\u3000学", "a\u00a0b", "می\u200cخواهم", "👩\u200d👩\u200d👧", "🏳️\u200d🌈", "\u200fx", "\u200bx", "\ufffd"} {
		assert.Equal(t, text, quoteUnsafe(text))
		assert.Equal(t, text, escapeUnsafe(text))
		assert.Equal(t, text, string(printable.JSON([]byte(text))))
	}
	for text, want := range map[string]string{
		"a\x1b[31m": `a\x1b[31m`, "a\r\n": `a\r\n`, "\u009b": `\u009b`, "\x7f": `\x7f`, "a\xffb": `a\xffb`, "\u2028\u2029": `\u2028\u2029`,
		"\u202a\u202e": `\u202a\u202e`, "\u2066\u2069": `\u2066\u2069`,
	} {
		assert.Equal(t, `"`+want+`"`, quoteUnsafe(text))
		assert.Equal(t, "同\u3000学"+want, escapeUnsafe("同\u3000学"+text))
	}
	assert.Equal(t, `{"a":"\u007f\u009b\u202e"}`+"\n", string( //nolint:testifylint // JSONEq would not see escapes
		printable.JSON([]byte("{\"a\":\"\x7f\u009b\u202e\"}\n"))))
}

// TestRun_fullDevice runs all kinds of commands that print, on a full device.
func TestRun_fullDevice(t *testing.T) {
	const note = "timsns: calling the embedded sandbox, which has sample data\n"
	for arguments, before := range map[string]string{
		"--version":         "",
		"--help":            "",
		"call --help":       "",
		"call --list":       "",
		"completion bash":   "",
		"completion zsh":    "",
		"help verify":       "",
		"__complete call g": "",
		"call group_get --sandbox From_Account=id LastSequence:=0":                note,
		"call group_get --sandbox --output table From_Account=id LastSequence:=0": note,
	} {
		t.Run(arguments, func(t *testing.T) {
			var stderr bytes.Buffer
			status := run(strings.Fields(arguments), streams{in: strings.NewReader(""), out: &full{}, err: &stderr})
			assert.Equal(t, exitOutput, status)
			text := strings.TrimPrefix(stderr.String(), before)
			assert.Contains(t, text, "timsns: writing to standard output: no space left on device\n")
			assert.Equal(t, 1, strings.Count(text, "no space left"))
		})
	}
}

func TestRun_fullDeviceKeepsFailuresOfBatch(t *testing.T) {
	var stderr bytes.Buffer
	status := run([]string{
		"call", "friend_add", "--sandbox", "From_Account=alice",
		`AddFriendItem:=[{"To_Account":"erin","AddSource":"AddSource_Type_Web"},{"To_Account":"grace","AddSource":"AddSource_Type_Web"}]`,
	}, streams{in: strings.NewReader(""), out: &full{}, err: &stderr})
	assert.Equal(t, exitOutput, status)
	assert.Contains(t, stderr.String(), "no space left")
	assert.Contains(t, stderr.String(), "timsns: FriendAdd failed for 1 of 2 accounts:\n  grace: ")
}

func TestRun_escapesErrors(t *testing.T) {
	var stderr bytes.Buffer
	for _, arguments := range [][]string{
		{"verify", "missing\x1b[31m\n.json"},
		{"call", "group\x1bget"},
		{"call", "group_get", "--data", "@\x1b\u009b"},
		{"call", "group_get", "a\x1b=1", "a\x1b=1"},
		{"--x\x1b"},
		{"call", "group_get", "--data", "\x1b"},
	} {
		stderr.Reset()
		assert.Equal(t, exitUsage, run(arguments, streams{in: strings.NewReader(""), out: io.Discard, err: &stderr}))
		assert.True(t, isSafe(strings.TrimSuffix(stderr.String(), "\n")), "%q", stderr.String())
	}
}
