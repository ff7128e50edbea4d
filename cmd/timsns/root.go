package main

import (
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"github.com/timsns/timsns/api"
)

const rootHelp = `Call the friend-relationship service (v4/sns/*) of Tencent Cloud IM, and validate
recorded requests and responses against openapi.yaml.

The help of each command lists its exit statuses.`

func newRootCommand(streams streams) (*cobra.Command, error) {
	document, err := api.Load()
	if err != nil {
		return nil, err
	}
	root := &cobra.Command{
		Use:           "timsns",
		Short:         "Call the friend-relationship service (v4/sns/*) of Tencent Cloud IM",
		Long:          rootHelp,
		Version:       version(),
		SilenceErrors: true, // report prints them
		SilenceUsage:  true,
		Args:          noArguments,
		RunE:          func(command *cobra.Command, _ []string) error { return command.Help() },

		SuggestionsMinimumDistance: misspellings,
	}
	root.SetIn(streams.in)
	root.SetOut(streams.out)
	root.SetErr(streams.err)
	root.SetFlagErrorFunc(func(command *cobra.Command, err error) error {
		return usageError{fmt.Errorf("%w; see %s --help", err, command.CommandPath())}
	})
	root.AddCommand(newCallCommand(document, streams), newVerifyCommand(document, streams), newLintCommand(streams),
		newPacketsCommand(streams))
	return root, nil
}

func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(unknown)"
	}
	return info.Main.Version
}

// misspellings is the largest edit distance at which a command is suggested for a misspelled one.
const misspellings = 2

// noArguments rejects an unknown command, and suggests commands with similar names.
func noArguments(command *cobra.Command, arguments []string) error {
	if len(arguments) == 0 {
		return nil
	}
	hint := ""
	if suggestions := command.SuggestionsFor(arguments[0]); len(suggestions) > 0 {
		hint = "; did you mean " + strings.Join(suggestions, " or ")
	}
	path := command.CommandPath()
	return usagef("unknown command %q for %q%s; see %s --help", arguments[0], path, hint, path)
}

func completeWith(command *cobra.Command, flag string, values []string) {
	_ = command.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}
