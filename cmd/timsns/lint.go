package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/sandbox"
)

const lintHelp = `Check an OpenAPI document against the rules that go generate also checks.

FILE is the document, by default openapi.yaml in the current folder. Each violation is
one line: the file, line and column, what was found, what is wanted, and the object. The
end lists what the operations still lack, which is no violation: fixtures in api/fixtures
and api/fixtures/refused beside FILE, and a sandbox that keeps state, which is optional.

`

func newLintCommand(streams streams) *cobra.Command {
	listRules := false
	command := &cobra.Command{
		Use:   "lint [FILE]",
		Short: "Check the OpenAPI document against all rules",
		Long:  lintHelp + statusHelp(lintStatuses),
		Example: `  timsns lint
  timsns lint --rules        # list the rules`,
		RunE: func(_ *cobra.Command, arguments []string) error {
			if len(arguments) > 1 {
				return usagef("want one FILE, got %d", len(arguments))
			}
			if listRules {
				return printRules(streams.out)
			}
			return runLint(append(arguments, "openapi.yaml")[0], streams.out)
		},
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

func runLint(file string, out io.Writer) error {
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
	missing, err := missingFrom(file, text)
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
func missingFrom(file string, text []byte) ([]string, error) {
	document, err := api.Parse(text)
	if err != nil {
		return nil, nil //nolint:nilerr // the rules say why
	}
	var missing []string
	for _, operation := range document.Operations() {
		for _, want := range wantedFixtures {
			folder := filepath.Join(filepath.Dir(file), want.folder)
			fixtures, err := api.ReadFixtures(os.DirFS(folder), operation.Command, want.direction)
			if err != nil {
				return nil, err
			}
			if len(fixtures) < want.count {
				where := filepath.Join(folder, operation.Command, string(want.direction))
				missing = append(missing, fmt.Sprintf("missing: %s: want at least %d fixtures, got %d", where, want.count,
					len(fixtures)))
			}
		}
		if !sandbox.KeepsState(operation.ID) {
			missing = append(missing, fmt.Sprintf(
				"optional: %s: the sandbox answers it from fixtures; package sandbox can make it keep state", operation.Command))
		}
	}
	return missing, nil
}

// wantedFixtures are the numbers of fixtures that the contract tests require.
var wantedFixtures = []struct {
	folder    string
	direction api.Direction
	count     int
}{
	{"api/fixtures", api.Requests, 2},
	{"api/fixtures", api.Responses, 3},
	{"api/fixtures/refused", api.Requests, 1},
	{"api/fixtures/refused", api.Responses, 1},
}
