package main

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/spf13/pflag"
	"github.com/stretchr/testify/assert"
)

// TestHelp_fitsTerminals allows what cannot be broken: examples, and long words after an indent.
func TestHelp_fitsTerminals(t *testing.T) {
	for _, command := range allCommands(t) {
		text := command.Long + "\n\n" + command.UsageString()
		for _, width := range []int{60, 80, 140} {
			wrapped := wrap(text, width)
			assert.Equal(t, strings.Fields(text), strings.Fields(wrapped), "%s: no word is lost", command.CommandPath())
			for line := range strings.Lines(wrapped) {
				isWhole := strings.HasPrefix(line, "  timsns ") || len(strings.Fields(line)) == 1
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
	forms := map[string][2]string{}
	for _, command := range allCommands(t) {
		command.Flags().VisitAll(func(flag *pflag.Flag) {
			where := command.CommandPath() + " --" + flag.Name
			form := [2]string{flag.Shorthand, flag.Value.Type()}
			if _, isKnown := forms[flag.Name]; !isKnown {
				forms[flag.Name] = form
			}
			assert.Equal(t, forms[flag.Name], form, where)
			assert.Regexp(t, `^[a-z]+(-[a-z]+)*$`, flag.Name, where)
			assert.NotEmpty(t, flag.Usage, where)
			assert.False(t, strings.HasSuffix(flag.Usage, "."), where)
		})
	}
}
