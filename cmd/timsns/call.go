package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/spf13/cobra"

	"github.com/timsns/timsns/api"
)

const callHelp = `Call a command of the service. Pass the fields of the request after the command:

  FIELD=VALUE             a value of the type that the field has: a text, a number, true
  FIELD=VALUE,VALUE       an array; FIELD=VALUE FIELD=VALUE is the same
  FIELD[0][FIELD]=VALUE   a field of an object in an array; FIELD[FIELD] of an object
  FIELD:=JSON             any JSON value
  FIELD=@FILE             the text of a file; for an array, with an element on each line
  FIELD:=@FILE            the JSON in a file

Alternatively, pass the whole body with --data or on standard input.

Set credentials with flags or environment variables. A flag overrides its variable:

  --sdkappid     TIMSNS_SDKAPPID      the app's SDKAppID
  --identifier   TIMSNS_IDENTIFIER    the UserID of an app administrator
  --server       TIMSNS_SERVER        the app's region, or a URL
                 TIMSNS_SECRET_KEY    the app's secret key

If none of them is set, a command that only reads is answered by an embedded sandbox, and
standard error says so. A command that changes data then needs --sandbox. With --sandbox, or
TIMSNS_SANDBOX=1, the sandbox answers even if credentials are set. `

// The helps on what the sandbox answers.
const (
	stateHelp = `It is new for each call and contains
sample data:

  alice          has bob and carol as mutual friends, dave as a one-way friend, and blocks mallory
  erin           accepts every friend request
  frank          has to confirm friend requests
  grace          rejects every friend request
  id             has the friend lists of the vendor's samples

`
	fixturesHelp = `A request that
equals one of the document's fixtures gets the response of the same name, any other a success.

`
)

func newCallCommand(service *service, streams streams) *cobra.Command {
	flags := &callFlags{settings: settings{service: service}}
	sandboxHelp := stateHelp
	if !service.isEmbedded {
		sandboxHelp = fixturesHelp
	}
	call := &cobra.Command{
		Use:   "call COMMAND [FIELD=VALUE | FIELD:=JSON]…",
		Short: "Call a command of the service",
		Long:  callHelp + sandboxHelp + statusHelp(callStatuses),
		Args:  noArguments,
		RunE: func(command *cobra.Command, _ []string) error {
			if flags.list {
				return listCommands(command.OutOrStdout(), service.Document, flags.output)
			}
			return command.Help()
		},
		SuggestionsMinimumDistance: misspellings,
	}
	call.Flags().BoolVar(&flags.list, "list", false, "list the commands with their summaries")
	flags.register(call)
	for _, tag := range service.Tags() {
		call.AddGroup(&cobra.Group{ID: tag.Name, Title: titleOf(tag)})
	}
	for _, operation := range service.Operations() {
		call.AddCommand(newOperationCommand(operation, flags, streams))
	}
	return call
}

func newOperationCommand(operation *api.Operation, flags *callFlags, streams streams) *cobra.Command {
	return &cobra.Command{
		Use:   operation.Command + " [FIELD=VALUE | FIELD:=JSON]…",
		Short: operation.Summary,

		GroupID: operation.Tag,
		Long:    flags.settings.service.describe(operation),
		RunE: func(command *cobra.Command, fields []string) error {
			return call(command, operation, fields, flags, streams)
		},
		ValidArgsFunction: func(_ *cobra.Command, given []string, word string) ([]string, cobra.ShellCompDirective) {
			return completeArgument(operation, given, word)
		},
	}
}

// validateBody validates in strict mode, so that it finds misspelt fields. What is not JSON cannot be sent, and is an
// error even if the validation is to be skipped.
func (s *service) validateBody(operation *api.Operation, body jsontext.Value, skip bool) error {
	if err := json.Unmarshal(body, new(jsontext.Value)); err != nil {
		return usagef("the request is not valid JSON: %s", strings.TrimPrefix(err.Error(), "jsontext: "))
	}
	if skip {
		return nil
	}
	strict, err := s.Strict()
	if err != nil {
		return err
	}
	operation, _ = strict.Operation(operation.Command)
	if err := operation.ValidateRequest(body); err != nil {
		if batch := operation.Batch; batch != nil && len(batch.Accounts(body)) > batch.Size && !batch.Indivisible {
			err = fmt.Errorf("%w; --split makes a call for each %d", err, batch.Size)
		}
		return usagef("the request does not match %s: %w "+
			"(see timsns call%s %s --help; --no-validate sends the request anyway)", s.file, err, s.flag(), operation.Command)
	}
	return nil
}

// validateResponse returns a *responseError if the response violates the document. The document is not strict: the
// service may add properties and codes.
func (s *service) validateResponse(operation *api.Operation, body jsontext.Value) error {
	err := operation.ValidateResponse(body)
	if violations, ok := errors.AsType[api.Violations](err); ok {
		return &responseError{s.file, violations}
	}
	return err
}
