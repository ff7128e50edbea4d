package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/spf13/cobra"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/rest"
)

// callFlags are the flags of call and of all its commands.
type callFlags struct {
	settings settings
	data     string
	noCheck  bool
	output   string
	verbose  bool
	list     bool
}

const callHelp = `Call a command of the service. Fields of the request follow the command's name:

  FIELD=VALUE    sets a field to a string
  FIELD:=JSON    sets a field to any JSON value: a number, an array (quoted for the shell), …

or the whole body comes from --data or standard input.

Credentials come from flags and the environment; a flag goes before a variable:

  --sdkappid     TIMSNS_SDKAPPID      the number of the app
  --identifier   TIMSNS_IDENTIFIER    the UserID of an app administrator
  --server       TIMSNS_SERVER        the app's region, or a URL
                 TIMSNS_SECRET_KEY    the app's secret key

With none of them set, an embedded sandbox answers, a new one for each call. It knows alice, whose friends are bob and
carol, both ways, and dave, one way, and who blocks mallory; erin, who takes any request for friendship, frank, who
confirms them first, and grace, who takes none; and id, with the lists of the vendor's samples.

`

func newCallCommand(document *api.Document, streams streams) *cobra.Command {
	flags := &callFlags{}
	call := &cobra.Command{
		Use:   "call COMMAND [FIELD=VALUE | FIELD:=JSON]…",
		Short: "Call a command of the service",
		Long:  callHelp + exitStatuses,
		Args:  noArguments,
		RunE: func(command *cobra.Command, _ []string) error {
			if flags.list {
				return listCommands(command.OutOrStdout(), document)
			}
			return command.Help()
		},
		SuggestionsMinimumDistance: misspellings,
	}
	call.Flags().BoolVar(&flags.list, "list", false, "list the commands with their summaries")
	flags.register(call)
	for _, operation := range document.Operations() {
		call.AddCommand(newOperationCommand(operation, flags, streams))
	}
	return call
}

func (f *callFlags) register(command *cobra.Command) {
	set := command.PersistentFlags()
	f.settings.register(command)
	set.StringVar(&f.data, "data", "", "the body: JSON, @FILE, or @- for standard input")
	set.BoolVar(&f.noCheck, "no-check", false, "send the body without checking it against the document")
	set.StringVar(&f.output, "output", outputAuto, "how to print the reply: json, table, or auto (a table on a terminal)")
	set.BoolVar(&f.verbose, "verbose", false, "log each attempt to standard error")
	completeWith(command, "output", []string{outputAuto, outputJSON, outputTable})
}

func newOperationCommand(operation *api.Operation, flags *callFlags, streams streams) *cobra.Command {
	return &cobra.Command{
		Use:   operation.Command + " [FIELD=VALUE | FIELD:=JSON]…",
		Short: operation.Summary,
		Long:  describe(operation),
		RunE: func(command *cobra.Command, items []string) error {
			return call(command, operation, items, flags, streams)
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return fieldCompletions(operation), cobra.ShellCompDirectiveNoSpace | cobra.ShellCompDirectiveNoFileComp
		},
	}
}

// call sends one request and prints its reply. All that can be wrong before is found before anything is sent.
func call(command *cobra.Command, operation *api.Operation, items []string, flags *callFlags, streams streams) error {
	printReply, err := newPrinter(flags.output, streams.out)
	if err != nil {
		return err
	}
	body, err := readBody(command.Context(), items, flags.data, streams.in)
	if err != nil {
		return err
	}
	if err := checkBody(operation, body, flags.noCheck); err != nil {
		return err
	}
	client, stop, err := flags.settings.connect(streams.err, flags.verbose)
	if err != nil {
		return err
	}
	defer stop()
	reply, err := rest.Call[rest.RawReply](command.Context(), client, restOperation(operation), body)
	if err != nil {
		return err
	}
	if err := printReply(reply.Body); err != nil {
		return err
	}
	return reportBatch(streams.err, operation, reply.Body)
}

func restOperation(operation *api.Operation) rest.Operation {
	return rest.Operation{
		ID: operation.ID, Path: operation.Path, RateLimit: operation.RateLimit, Idempotent: operation.Idempotent,
	}
}

// checkBody judges by the closed twin of the document, so that a misspelt field is found.
func checkBody(operation *api.Operation, body jsontext.Value, skip bool) error {
	if skip {
		return nil
	}
	closed, err := api.LoadStrict()
	if err != nil {
		return err
	}
	twin, _ := closed.Operation(operation.Command)
	if err := twin.ValidateRequest(body); err != nil {
		return usagef("the request breaks the contract: %w (FIELD:=JSON sets what is no string; see timsns call %s --help; --no-check sends it all the same)",
			err, operation.Command)
	}
	return nil
}

func listCommands(out io.Writer, document *api.Document) error {
	width := 0
	for _, operation := range document.Operations() {
		width = max(width, len(operation.Command))
	}
	for _, operation := range document.Operations() {
		if _, err := fmt.Fprintf(out, "%-*s  %s\n", width, operation.Command, operation.Summary); err != nil {
			return err
		}
	}
	return nil
}

func fieldCompletions(operation *api.Operation) []string {
	fields := operation.Fields()
	completions := make([]string, 0, len(fields))
	for _, field := range fields {
		separator := ":="
		if field.Type == "string" {
			separator = "="
		}
		hint, _, _ := strings.Cut(field.Description, "\n")
		completions = append(completions, field.Name+separator+"\t"+hint)
	}
	return completions
}

func completeWith(command *cobra.Command, flag string, values []string) {
	_ = command.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}
