package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

const rootHelp = `Call the friend-relationship service (v4/sns/*) of Tencent Cloud IM, and validate
recorded requests and responses against openapi.yaml. With --document, do the same for
another service.

The help of each command lists its exit statuses.`

// newRootCommand returns the command for a command line. The document that this names has the commands of call.
func newRootCommand(arguments []string, streams streams) (*cobra.Command, error) {
	flags := documentFlagsOf(arguments)
	service, unusable := flags.service()
	if unusable != nil {
		var err error
		if service, err = new(documentFlags).service(); err != nil {
			return nil, err
		}
	}
	root := newRoot(streams)
	flags.register(root.PersistentFlags())
	settings := &settings{service: service}
	settings.registerProfile(root)
	_ = root.MarkPersistentFlagFilename("document", "yaml", "yml", "json")
	_ = root.MarkPersistentFlagDirname("packets")
	root.AddCommand(
		newCallCommand(settings, streams), newCodeCommand(service, streams), newConsoleCommand(settings, streams),
		newDoctorCommand(settings, streams), newDraftCommand(flags, streams), newDriftCommand(service, streams),
		newExportCommand(settings, streams),
		newLintCommand(flags, streams), newPacketsCommand(flags, streams), newPostmanCommand(service, streams),
		newSandboxCommand(service, streams), newUserSigCommand(settings, streams), newVerifyCommand(service, streams),
		newVersionCommand(service, streams),
	)
	mendBashCompletion(root)
	if unusable != nil && needsService(root, arguments) {
		return nil, unusable
	}
	return root, nil
}

// readsDocument marks, among the annotations of a command, those that read the document themselves.
const readsDocument = "reads the document"

// needsService reports whether a command line needs a document that can be used.
func needsService(root *cobra.Command, arguments []string) bool {
	if arguments[0] == cobra.ShellCompRequestCmd || arguments[0] == cobra.ShellCompNoDescRequestCmd {
		return false // the name of the file may be incomplete
	}
	command, _, _ := root.Find(arguments)
	_, isIndependent := command.Annotations[readsDocument]
	return !isIndependent
}

func newRoot(streams streams) *cobra.Command {
	root := &cobra.Command{
		Use:           "timsns",
		Short:         "Call the friend-relationship service (v4/sns/*) of Tencent Cloud IM",
		Long:          rootHelp,
		Version:       readBuild().version,
		SilenceErrors: true, // report prints them
		SilenceUsage:  true,
		Args:          noArguments,
		RunE:          func(command *cobra.Command, _ []string) error { return command.Help() },

		SuggestionsMinimumDistance: misspellings,
	}
	root.SetIn(streams.in)
	root.SetOut(streams.out)
	root.SetErr(streams.err)
	root.SetHelpFunc(printHelp)
	root.SetFlagErrorFunc(func(command *cobra.Command, err error) error {
		return usageError{fmt.Errorf("%w; see %s --help", err, command.CommandPath())}
	})
	return root
}

// misspellings is the largest edit distance at which a command is suggested for a misspelled one.
const misspellings = 2

// noArguments rejects an unknown command, and suggests commands with similar names.
func noArguments(command *cobra.Command, arguments []string) error {
	if len(arguments) == 0 {
		return nil
	}
	path := command.CommandPath()
	return usagef("unknown command %q for %q%s; see %s --help", arguments[0], path, didYouMean(command, arguments[0]), path)
}

// didYouMean returns a part of a message that suggests commands with similar names, or "".
func didYouMean(parent *cobra.Command, name string) string {
	suggestions := parent.SuggestionsFor(name)
	if len(suggestions) == 0 {
		return ""
	}
	return "; did you mean " + strings.Join(suggestions, " or ")
}

func completeWith(command *cobra.Command, flag string, values []string) {
	_ = command.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}
