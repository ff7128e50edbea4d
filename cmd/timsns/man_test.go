package main

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var manFolder = flag.String("man", "", "the folder that TestManPages writes the man pages to")

// TestManPages makes a man page of each command from its help. The release archives contain them; the program does not,
// since it has the same texts as help.
func TestManPages(t *testing.T) {
	folder := cmp.Or(*manFolder, t.TempDir())
	require.NoError(t, os.MkdirAll(folder, 0o755))
	commands := allCommands(t)
	for _, command := range commands {
		file := filepath.Join(folder, manName(command)+".1")
		require.NoError(t, os.WriteFile(file, []byte(manPage(command)), 0o644))
	}
	files, err := filepath.Glob(filepath.Join(folder, "timsns*.1"))
	require.NoError(t, err)
	assert.Len(t, files, len(commands))

	call, err := os.ReadFile(filepath.Join(folder, "timsns-call-group_get.1"))
	require.NoError(t, err)
	assert.Contains(t, string(call), "\n.SH NAME\ntimsns\\-call\\-group_get \\- Pull the friend lists of a user")
	assert.Contains(t, string(call), "\nExit status:\n")
	assert.Contains(t, string(call), "\\-\\-sdkappid string")
}

func TestManPage_escapesRequests(t *testing.T) {
	assert.Equal(t, `\-\-data a\eb`+"\n\\&.SH no heading\n\\&'quoted'",
		manText.Replace("--data a\\b\n.SH no heading\n'quoted'"))
}

// allCommands returns the commands that help lists, and those below them.
func allCommands(t *testing.T) (all []*cobra.Command) {
	t.Helper()
	root, err := newRootCommand(nil, streams{})
	require.NoError(t, err)
	root.InitDefaultCompletionCmd()
	var add func(command *cobra.Command)
	add = func(command *cobra.Command) {
		command.InitDefaultHelpFlag()
		all = append(all, command)
		for _, below := range command.Commands() {
			if below.IsAvailableCommand() {
				add(below)
			}
		}
	}
	add(root)
	return all
}

func manName(command *cobra.Command) string {
	return strings.ReplaceAll(command.CommandPath(), " ", "-")
}

// manText escapes text for troff, which takes a line that begins with a dot or a quote for a request.
var manText = strings.NewReplacer(`\`, `\e`, "-", `\-`, "\n.", "\n\\&.", "\n'", "\n\\&'")

// manPage returns the help of a command as a man page. Its lines stay as they are, since fields and tables are
// indented.
func manPage(command *cobra.Command) string {
	var page strings.Builder
	name := manText.Replace(manName(command))
	fmt.Fprintf(&page, ".TH %s 1 \"\" timsns\n", strings.ToUpper(name))
	fmt.Fprintf(&page, ".SH NAME\n%s \\- %s\n", name, manText.Replace(command.Short))
	for _, section := range []struct{ heading, text string }{
		{"SYNOPSIS", command.UseLine()},
		{"DESCRIPTION", command.Long},
		{"EXAMPLES", command.Example},
		{"OPTIONS", command.LocalFlags().FlagUsages()},
		{"OPTIONS OF ALL COMMANDS", command.InheritedFlags().FlagUsages()},
		{"SEE ALSO", seeAlso(command)},
	} {
		if text := strings.Trim(section.text, "\n"); text != "" {
			fmt.Fprintf(&page, ".SH %s\n.nf\n\\&%s\n.fi\n", section.heading, manText.Replace(strings.TrimSpace(wrap(text, helpWidth))))
		}
	}
	return page.String()
}

// seeAlso lists the commands above and below a command.
func seeAlso(command *cobra.Command) string {
	var names []string
	if command.HasParent() {
		names = append(names, manName(command.Parent())+"(1)")
	}
	for _, below := range command.Commands() {
		if below.IsAvailableCommand() {
			names = append(names, manName(below)+"(1)")
		}
	}
	return strings.Join(names, "\n")
}
