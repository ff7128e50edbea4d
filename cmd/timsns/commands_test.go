package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/spf13/pflag"
	"github.com/stretchr/testify/assert"
)

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
