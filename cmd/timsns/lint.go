package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/mutation"
	"github.com/timsns/timsns/sandbox"
)

const lintHelp = `Check an OpenAPI document against the rules that go generate also checks.

FILE is the document, by default openapi.yaml in the current folder. Each violation is
one line: the file, line and column, what was found, what is wanted, and the object. The
end lists what the operations still lack, which is no violation: fixtures in the folders
packets and packets/refused beside FILE, or in api/fixtures and api/fixtures/refused if
that exists, and a sandbox that keeps state, which is optional.

`

func newLintCommand(flags *documentFlags, streams streams) *cobra.Command {
	listRules := false
	command := &cobra.Command{
		Use:   "lint [FILE]",
		Short: "Check the OpenAPI document against all rules",
		Long:  lintHelp + statusHelp(lintStatuses),
		Example: `  timsns lint
  timsns lint --rules        # list the rules`,
		RunE: func(_ *cobra.Command, arguments []string) error {
			switch {
			case len(arguments) > 1:
				return usagef("want one FILE, got %d", len(arguments))
			case listRules:
				return printRules(streams.out)
			case len(arguments) == 1 && flags.document != "":
				return usagef("want FILE or --document, not both")
			}
			return runLint(append(arguments, flags.file())[0], flags, streams.out)
		},
		Annotations: map[string]string{readsDocument: ""},
	}
	command.Flags().BoolVar(&listRules, "rules", false, "list the rules, and check nothing")
	return command
}

func printRules(out io.Writer) error {
	for _, rule := range api.Rules() {
		if _, err := fmt.Fprintf(out, "%-12s  %s\n", rule.Name, rule.Description); err != nil {
			return usageError{err}
		}
	}
	return nil
}

func runLint(file string, flags *documentFlags, out io.Writer) error {
	text, err := os.ReadFile(file) //nolint:gosec // the file that the user names is read
	if err != nil {
		return usageError{err}
	}
	violations := api.Lint(file, text)
	for _, violation := range violations {
		if _, err := fmt.Fprintln(out, violation); err != nil {
			return usageError{err}
		}
	}
	missing, err := missingFrom(text, flags.folders(file))
	for _, line := range missing {
		if _, err := fmt.Fprintln(out, line); err != nil {
			return usageError{err}
		}
	}
	switch {
	case violations != nil:
		return errInvalidDocument
	case err != nil:
		return usageError{err}
	}
	return nil
}

// errInvalidDocument is the error of lint if the document breaks rules. The violations have been printed.
var errInvalidDocument = errors.New("the document breaks rules")

// missingFrom lists what the operations of a document still lack. It lists nothing if the document cannot be read.
func missingFrom(text []byte, folders mutation.Folders) ([]string, error) {
	document, err := api.Parse(text)
	if err != nil {
		return nil, nil //nolint:nilerr // the rules say why
	}
	keepsState := func(operation *api.Operation) bool { return sandbox.KeepsState(operation.ID) }
	isOfSandbox := slices.ContainsFunc(document.Operations(), keepsState)
	var missing []string
	for _, operation := range document.Operations() {
		lines, err := missingFixtures(operation, folders)
		if err != nil {
			return nil, err
		}
		missing = append(missing, lines...)
		if isOfSandbox && !keepsState(operation) {
			missing = append(missing, fmt.Sprintf(
				"optional: %s: the sandbox answers it from fixtures; package sandbox can make it keep state", operation.Command))
		}
	}
	return missing, nil
}

// missingFixtures lists the fixtures that the contract tests require and that an operation lacks.
func missingFixtures(operation *api.Operation, folders mutation.Folders) (missing []string, err error) {
	for _, want := range []struct {
		folder    string
		direction api.Direction
		count     int
	}{
		{folders.Valid, api.Requests, 2},
		{folders.Valid, api.Responses, 3},
		{folders.Refused, api.Requests, 1},
		{folders.Refused, api.Responses, 1},
	} {
		fixtures, err := api.ReadFixtures(os.DirFS(want.folder), operation.Command, want.direction)
		if err != nil {
			return nil, err
		}
		if len(fixtures) < want.count {
			where := filepath.Join(want.folder, operation.Command, string(want.direction))
			missing = append(missing, fmt.Sprintf("missing: %s: want at least %d fixtures, got %d", where, want.count,
				len(fixtures)))
		}
	}
	return missing, nil
}
