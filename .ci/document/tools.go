package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/timsns/timsns/api"
)

// rules checks documents against the rules of package api, as go generate does.
func rules(_ context.Context, _ string, files []string) ([]Violation, error) {
	var found []Violation
	for _, file := range files {
		document, err := os.ReadFile(file) //nolint:gosec // the documents that the user names are read
		if err != nil {
			return nil, err
		}
		for _, broken := range api.Lint(file, document) { //nolint:contextcheck // it waits for nothing
			place := fmt.Sprintf("%d:%d", broken.Line, broken.Column)
			found = append(found, Violation{File: file, Rule: broken.Rule, Place: place, Message: broken.Reason})
		}
	}
	return found, nil
}

// run runs a program and returns its standard output. Exit status 1 is not an error: it reports violations.
func run(ctx context.Context, name string, arguments ...string) ([]byte, error) {
	var stderr bytes.Buffer
	command := exec.CommandContext(ctx, name, arguments...) //nolint:gosec // the tools are those of this module
	command.Env = append(os.Environ(), "REDOCLY_TELEMETRY=off", "REDOCLY_SUPPRESS_UPDATE_NOTICE=true")
	command.Stderr = &stderr
	output, err := command.Output()
	if exit := (*exec.ExitError)(nil); err != nil && (!errors.As(err, &exit) || exit.ExitCode() != 1) {
		return nil, fmt.Errorf("%s: %w: %s", filepath.Base(name), err, stderr.Bytes())
	}
	return output, nil
}

// redocly lints with its recommended rules, all of them as errors. It reports nothing if it cannot read one of the
// documents, so they are divided in halves until that one is found.
func redocly(ctx context.Context, base string, files []string) ([]Violation, error) {
	arguments := []string{"lint", "--format", "json", "--max-problems", "1000", "--config", "redocly.yaml"}
	output, err := run(ctx, "node_modules/.bin/redocly", append(arguments, files...)...)
	if err != nil {
		return nil, err
	}
	reports, err := problems(output)
	switch {
	case err != nil:
		return nil, err
	case len(reports) == len(files):
		return slices.Concat(named(reports, files)...), nil
	case len(files) == 1:
		return []Violation{{File: files[0], Rule: "readable", Message: "the document cannot be read"}}, nil
	}
	first, err := redocly(ctx, base, files[:len(files)/2])
	if err != nil {
		return nil, err
	}
	second, err := redocly(ctx, base, files[len(files)/2:])
	return append(first, second...), err
}

// problems reads redocly's reports, one for each document.
func problems(output []byte) (reports [][]Violation, err error) {
	for decoder := json.NewDecoder(bytes.NewReader(output)); ; {
		var report struct {
			Problems []struct {
				RuleID   string `json:"ruleId"`
				Message  string `json:"message"`
				Location []struct {
					Pointer string `json:"pointer"`
				} `json:"location"`
			} `json:"problems"`
		}
		if err := decoder.Decode(&report); errors.Is(err, io.EOF) {
			return reports, nil
		} else if err != nil {
			return nil, fmt.Errorf("its report: %w", err)
		}
		violations := []Violation{}
		for _, problem := range report.Problems {
			place := problem.Location[0].Pointer
			violations = append(violations, Violation{Rule: problem.RuleID, Place: place, Message: problem.Message})
		}
		reports = append(reports, violations)
	}
}

// named sets the file of the violations in each report.
func named(reports [][]Violation, files []string) [][]Violation {
	for i, violations := range reports {
		for j := range violations {
			violations[j].File = files[i]
		}
	}
	return reports
}

// spectral lints with its own rules for OpenAPI; spectral.yaml says which of them are off.
func spectral(ctx context.Context, _ string, files []string) ([]Violation, error) {
	arguments := []string{"lint", "--format", "json", "--quiet", "--fail-severity", "hint", "--ruleset", "spectral.yaml"}
	output, err := run(ctx, "node_modules/.bin/spectral", append(arguments, files...)...)
	if err != nil {
		return nil, err
	}
	var problems []struct {
		Code    string `json:"code"`
		Message string `json:"message"`
		Path    []any  `json:"path"`
		Source  string `json:"source"`
	}
	if err := json.Unmarshal(output, &problems); err != nil {
		return nil, fmt.Errorf("its report: %w", err)
	}
	var found []Violation
	for _, p := range problems {
		place := strings.Trim(fmt.Sprint(p.Path), "[]")
		found = append(found, Violation{File: original(p.Source, files), Rule: p.Code, Place: place, Message: p.Message})
	}
	return found, nil
}

// original returns the file as it was given.
func original(absolute string, files []string) string {
	for _, file := range files {
		if path, err := filepath.Abs(file); err == nil && path == absolute {
			return file
		}
	}
	return absolute
}

// oasdiff compares each document with the base. severity.txt makes more changes breaking than oasdiff does.
func oasdiff(ctx context.Context, base string, files []string) ([]Violation, error) {
	var found []Violation
	for _, file := range files {
		violations, err := breaking(ctx, base, file)
		if err != nil {
			return nil, err
		}
		found = append(found, violations...)
	}
	return found, nil
}

func breaking(ctx context.Context, base, file string) ([]Violation, error) {
	output, err := run(ctx, "../bin/oasdiff", "breaking", "--format", "json", "--fail-on", "WARN",
		"--severity-levels", "severity.txt", "--allow-external-refs=false", base, file)
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) && exit.ExitCode() > 100 { // it cannot load the document
		return []Violation{{File: file, Rule: "readable", Message: err.Error()}}, nil
	}
	if err != nil {
		return nil, err
	}
	var changes []struct {
		ID        string `json:"id"`
		Text      string `json:"text"`
		Operation string `json:"operation"`
		Path      string `json:"path"`
	}
	if err := json.Unmarshal(output, &changes); err != nil {
		return nil, fmt.Errorf("its report: %w", err)
	}
	found := make([]Violation, len(changes))
	for i, change := range changes {
		place := strings.TrimSpace(change.Operation + " " + change.Path)
		found[i] = Violation{File: file, Rule: change.ID, Place: place, Message: change.Text}
	}
	return found, nil
}
