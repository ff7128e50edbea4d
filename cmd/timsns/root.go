package main

import (
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"github.com/timsns/timsns/api"
)

const exitStatuses = `Exit status:
  0  the call succeeded
  1  the service answered with an error code, or packets break the contract
  2  the command line, the settings, a file, read or written, or the body of the request are wrong; nothing was sent
  3  no proper reply came: network, HTTP status, or a reply that breaks the protocol
  4  the call succeeded, yet not for all accounts: standard error names the others`

func newRootCommand(streams streams) (*cobra.Command, error) {
	document, err := api.Load()
	if err != nil {
		return nil, err
	}
	root := &cobra.Command{
		Use:           "timsns",
		Short:         "Call the friend-relationship service (v4/sns/*) of Tencent Cloud IM",
		Long:          "Call the friend-relationship service (v4/sns/*) of Tencent Cloud IM, and judge recorded packets.\n\n" + exitStatuses,
		Version:       version(),
		SilenceErrors: true, // report prints them, with the exit status
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
	root.AddCommand(newCallCommand(document, streams), newVerifyCommand(document, streams))
	return root, nil
}

func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(unknown)"
	}
	return info.Main.Version
}

// misspellings is how many letters may differ between a command and what is taken for a misspelling of it.
const misspellings = 2

// usageError is a fault of the command line, the settings or the body: nothing was sent.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func usagef(format string, arguments ...any) error {
	return usageError{fmt.Errorf(format, arguments...)}
}

// noArguments refuses what is no command, and names the commands that look similar.
func noArguments(command *cobra.Command, arguments []string) error {
	if len(arguments) == 0 {
		return nil
	}
	hint := ""
	if suggestions := command.SuggestionsFor(arguments[0]); len(suggestions) > 0 {
		hint = "; did you mean " + strings.Join(suggestions, " or ")
	}
	return usagef("unknown command %q for %q%s; see %s --help", arguments[0], command.CommandPath(), hint, command.CommandPath())
}
