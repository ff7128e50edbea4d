package main

import (
	"io"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/timsns/timsns/rest"
)

const codeHelp = `Explain error codes: what they mean, what to do, whether a client repeats the call, and
which commands have them. The document describes them. For any other code, its range says
what it is about.

`

var codeStatuses = []exitStatus{
	{exitSuccess, "the document has all codes"},
	{exitFailure, "the document does not have a code"},
	{exitUsage, invalidCommandLine},
	{exitOutput, "the explanation cannot be written to standard output"},
}

func newCodeCommand(service *service, streams streams) *cobra.Command {
	output := ""
	command := &cobra.Command{
		Use:   "code CODE…",
		Short: "Explain error codes",
		Long:  codeHelp + statusHelp(codeStatuses),
		Example: `  timsns code 30003
  timsns code 60007 70001 --output json`,
		RunE: func(_ *cobra.Command, arguments []string) error {
			return explainCodes(streams.out, service, arguments, output)
		},
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	command.Flags().StringVarP(&output, "output", "o", outputText, "the format: text or json")
	completeWith(command, "output", []string{outputText, outputJSON})
	return command
}

func explainCodes(out io.Writer, service *service, arguments []string, output string) error {
	switch {
	case output != outputText && output != outputJSON:
		return usagef("--output: want text or json, got %q", output)
	case len(arguments) == 0:
		return usagef("want an error code, such as timsns code 30003")
	}
	explanations := make([]explanation, 0, len(arguments))
	for _, argument := range arguments {
		code, err := strconv.ParseInt(argument, 10, 64)
		if err != nil {
			return usagef("want an error code, a number such as 30003, got %q", argument)
		}
		explanations = append(explanations, service.explain(rest.Code(code)))
	}
	if err := printExplanations(out, explanations, output); err != nil {
		return err
	}
	if slices.ContainsFunc(explanations, func(e explanation) bool { return !e.Documented }) {
		return errPrinted
	}
	return nil
}

// explanation is what is known about a code.
type explanation struct {
	Code       rest.Code `json:"code"`
	Documented bool      `json:"documented"` // in the document
	Area       string    `json:"area,omitzero"`
	Meaning    string    `json:"meaning,omitzero"`
	Advice     string    `json:"advice,omitzero"`
	Retry      string    `json:"retry,omitzero"`   // as in the document
	Pending    bool      `json:"pending,omitzero"` // not a failure
	Commands   []string  `json:"commands,omitempty"`

	action string // what a client does
}

func (s *service) explain(code rest.Code) explanation {
	info, isDocumented := s.LookupCode(code)
	found := explanation{
		Code: code, Documented: isDocumented, Area: areaOf(code),
		Meaning: info.Meaning, Advice: info.Advice, Pending: info.Pending,
	}
	if retry := retries[info.Retry]; isDocumented {
		found.Retry, found.action = retry.word, retry.action
	}
	if info.Pending {
		found.action = "none: the service has accepted the request, and another user has yet to decide"
	}
	for _, operation := range s.Operations() {
		if slices.Contains(operation.Codes, int(code)) {
			found.Commands = append(found.Commands, operation.Command)
		}
	}
	return found
}

// retries are the values of retry in the document, and what a client does about each.
var retries = map[rest.Retry]struct{ word, action string }{
	rest.RetryNever:     {"never", "a client does not repeat the call, which would fail again"},
	rest.RetryBackoff:   {"backoff", "a client repeats a call that only reads, after a delay"},
	rest.RetryRenew:     {"renew", "a client repeats any call once, with a new UserSig"},
	rest.RetryWait:      {"wait", "a client repeats any call after a minute, if it may last that long"},
	rest.RetryThrottled: {"throttled", "a client repeats any call after a delay: it was not carried out"},
}
