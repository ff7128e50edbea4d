package main

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/spf13/pflag"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFold(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"a short line stays":                  {"one two", "one two\n"},
		"a long line is broken":               {"one two three four five six", "one two three four\nfive six\n"},
		"the next line continues it":          {"  one two three four five\n  six\n", "  one two three\n  four five six\n"},
		"an empty line ends a paragraph":      {"one two three four five\n\nsix", "one two three four\nfive\n\nsix\n"},
		"an item does not continue it":        {"one two three four five\n- six", "one two three four\nfive\n- six\n"},
		"an item is continued":                {"- one two three four five\n  six", "- one two three\n  four five six\n"},
		"a column is kept":                    {"  1  one two three four five", "  1  one two three\n     four five\n"},
		"a row does not continue another one": {"1  one two three four five\n2  six", "1  one two three\n   four five\n2  six\n"},
		"a long word stays whole":             {"aaaaaaaaaaaaaaaaaaaaaaaa b", "aaaaaaaaaaaaaaaaaaaaaaaa b\n"},
		"a command line stays whole":          {"  timsns call group_get From=a", "  timsns call group_get From=a\n"},
		"signs of several bytes are one":      {"one two three four…", "one two three four…\n"},
	} {
		assert.Equal(t, test.want, fold(test.text, 19), name)
	}
}

// TestHelp_fitsTerminals allows what cannot be broken: command lines and long words.
func TestHelp_fitsTerminals(t *testing.T) {
	for _, command := range allCommands(t) {
		var help strings.Builder
		command.SetOut(&help)
		require.NoError(t, command.Help())
		for _, width := range []int{60, 80, 140} {
			folded := fold(help.String(), width)
			assert.Equal(t, strings.Fields(help.String()), strings.Fields(folded), "%s: no word is lost", command.CommandPath())
			for line := range strings.Lines(folded) {
				_, words, _ := partsOf(line)
				isWhole := strings.HasPrefix(words, "timsns ") || len(strings.Fields(line)) <= 2
				assert.True(t, isWhole || utf8.RuneCountInString(strings.TrimRight(line, "\n")) <= width,
					"%s: want at most %d columns in %q", command.CommandPath(), width, line)
			}
		}
	}
}

func TestHelp_listsExitStatuses(t *testing.T) {
	for _, command := range allCommands(t) {
		if command.HasParent() && !strings.HasPrefix(command.CommandPath(), "timsns completion") {
			assert.Equal(t, 1, strings.Count(command.Long, "Exit status:"), command.CommandPath())
			assert.Contains(t, command.Long, fmt.Sprintf("\n  %3d  ", exitUsage), command.CommandPath())
		}
	}
}

// TestFlags_areConsistent checks that a flag has the same form in all commands that have one of its name.
func TestFlags_areConsistent(t *testing.T) {
	types := map[string]string{}
	for _, command := range allCommands(t) {
		command.Flags().VisitAll(func(flag *pflag.Flag) {
			where := command.CommandPath() + " --" + flag.Name
			if types[flag.Name] == "" {
				types[flag.Name] = flag.Value.Type()
			}
			assert.Equal(t, types[flag.Name], flag.Value.Type(), where)
			assert.Regexp(t, `^[a-z]+(-[a-z]+)*$`, flag.Name, where)
			assert.NotEmpty(t, flag.Usage, where)
			assert.False(t, strings.HasSuffix(flag.Usage, "."), where)
		})
	}
}
