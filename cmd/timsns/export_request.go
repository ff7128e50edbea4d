package main

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/spf13/cobra"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/export"
)

// job returns the export that a command line describes, without what needs a connection.
func (f *exportFlags) job(ctx context.Context, arguments []string, streams streams) (job export.Job, err error) {
	switch {
	case f.accounts == "":
		return job, usagef("want --accounts FILE, with a UserID on each line")
	case f.accounts == "-":
		return job, usagef("--accounts: want a file, not standard input, which cannot be read again after an interruption")
	case f.concurrency < 1 || f.concurrency > maxConcurrency:
		return job, usagef("--concurrency: want a number from 1 to %d, got %d", maxConcurrency, f.concurrency)
	case f.stopAfter < 0:
		return job, usagef("--stop-after: want 0 or more, got %d", f.stopAfter)
	}
	job = export.Job{
		Lookup: f.settings.service.LookupCode, Accounts: f.accounts, Output: cmp.Or(f.output, f.accounts+".ndjson"),
		Restart: f.restart, Concurrency: f.concurrency, StopAfter: f.stopAfter,
	}
	if job.App, err = f.settings.app(); err != nil {
		return job, err
	}
	job.Requests, err = f.settings.service.exportRequests(ctx, arguments, streams)
	return job, err
}

// maxConcurrency keeps a slip of the finger from opening a connection for each account.
const maxConcurrency = 1000

// app returns the SDKAppID, or "sandbox" if the embedded sandbox is to answer.
func (s *settings) app() (string, error) {
	given, err := s.complete()
	if s.isSandbox() || err == nil && given == (settings{service: s.service}) {
		return "sandbox", nil
	}
	return given.sdkAppID, err
}

// exportRequests returns the requests of a command line: each command with the fields after it.
func (s *service) exportRequests(ctx context.Context, arguments []string, streams streams) ([]*export.Request, error) {
	if len(arguments) == 0 || isField(arguments[0]) {
		return nil, usagef("want a command that only reads, such as one of: %s", s.commandsThat(reads))
	}
	var requests []*export.Request
	given := map[string]bool{}
	for len(arguments) > 0 {
		name := arguments[0]
		end := 1
		for end < len(arguments) && isField(arguments[end]) {
			end++
		}
		if given[name] {
			return nil, usagef("%s: want each command once; export it to another file, too", name)
		}
		given[name] = true
		request, err := s.exportRequest(ctx, name, arguments[1:end], streams)
		if err != nil {
			return nil, err
		}
		requests, arguments = append(requests, request), arguments[end:]
	}
	return requests, nil
}

// isField reports whether an argument is no command.
func isField(argument string) bool { return strings.Contains(argument, "=") }

func reads(operation *api.Operation) bool { return operation.Idempotent }

func (s *service) exportRequest(ctx context.Context, name string, fields []string, streams streams) (*export.Request, error) {
	operation, isKnown := s.Operation(name)
	switch {
	case !isKnown:
		return nil, s.unknownCommand("export", name)
	case !reads(operation):
		return nil, usagef("%s may change data, and export only reads; want one of: %s", name, s.commandsThat(reads))
	}
	body, err := jsontext.Value("{}"), error(nil)
	if len(fields) > 0 {
		body, err = readFields(ctx, fields, operation.Fields(), streams)
	}
	if err != nil {
		return nil, err
	}
	strict, err := s.Strict()
	if err != nil {
		return nil, err
	}
	operation, _ = strict.Operation(name)
	request, err := export.NewRequest(operation, body)
	if err != nil {
		return nil, usagef("%w; see timsns call%s %s --help", err, s.flag(), name)
	}
	return request, nil
}

// completeExport completes a command that only reads, or a field of the last one.
func (s *service) completeExport(
	_ *cobra.Command, given []string, word string,
) (texts []string, directive cobra.ShellCompDirective) {
	directive = cobra.ShellCompDirectiveNoFileComp
	for i, name := range slices.Backward(given) {
		operation, isKnown := s.Operation(name)
		if !isKnown {
			continue
		}
		texts, directive = completeArgument(operation, given[i+1:], word)
		break
	}
	if !isField(word) {
		for _, operation := range s.Operations() {
			if reads(operation) && strings.HasPrefix(operation.Command, word) {
				texts = append(texts, operation.Command+"\t"+operation.Summary)
			}
		}
	}
	return texts, directive
}
