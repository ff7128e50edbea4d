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

// parse loads and validates documents as the project itself does, by kin-openapi.
func parse(_ context.Context, _ string, files []string) ([]Finding, error) {
	var found []Finding
	for _, file := range files {
		document, err := os.ReadFile(file) //nolint:gosec // the documents that the user names are read
		if err != nil {
			return nil, err
		}
		if _, err := api.Parse(document); err != nil {
			found = append(found, Finding{File: file, Rule: "valid", Message: err.Error()})
		}
	}
	return found, nil
}

// run runs a program and returns its standard output. That it found something, which its exit status tells, is no error.
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

// redocly lints by its recommended rules, all of them errors. It reports nothing at all if there is a document that it cannot
// read: that one is searched for by halves.
func redocly(ctx context.Context, base string, files []string) ([]Finding, error) {
	output, err := run(ctx, "node_modules/.bin/redocly", append([]string{"lint", "--format", "json", "--max-problems", "1000", "--config", "redocly.yaml"}, files...)...)
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
		return []Finding{{File: files[0], Rule: "readable", Message: "the document cannot be read"}}, nil
	}
	first, err := redocly(ctx, base, files[:len(files)/2])
	if err != nil {
		return nil, err
	}
	second, err := redocly(ctx, base, files[len(files)/2:])
	return append(first, second...), err
}

// problems reads redocly's reports, one for each document.
func problems(output []byte) (reports [][]Finding, err error) {
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
		findings := []Finding{}
		for _, problem := range report.Problems {
			findings = append(findings, Finding{Rule: problem.RuleID, Place: problem.Location[0].Pointer, Message: problem.Message})
		}
		reports = append(reports, findings)
	}
}

// named says of which file the findings of each report are.
func named(reports [][]Finding, files []string) [][]Finding {
	for i, findings := range reports {
		for j := range findings {
			findings[j].File = files[i]
		}
	}
	return reports
}

// spectral lints by spectral.yaml, the project's own rules.
func spectral(ctx context.Context, _ string, files []string) ([]Finding, error) {
	output, err := run(ctx, "node_modules/.bin/spectral", append([]string{"lint", "--format", "json", "--quiet", "--fail-severity", "hint", "--ruleset", "spectral.yaml"}, files...)...)
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
	var found []Finding
	for _, p := range problems {
		place := strings.Trim(fmt.Sprint(p.Path), "[]")
		found = append(found, Finding{File: original(p.Source, files), Rule: p.Code, Place: place, Message: p.Message})
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

// oasdiff compares each document with the base. severity.txt makes some changes breaking that oasdiff only tells of.
func oasdiff(ctx context.Context, base string, files []string) ([]Finding, error) {
	var found []Finding
	for _, file := range files {
		findings, err := breaking(ctx, base, file)
		if err != nil {
			return nil, err
		}
		found = append(found, findings...)
	}
	return found, nil
}

func breaking(ctx context.Context, base, file string) ([]Finding, error) {
	output, err := run(ctx, "../bin/oasdiff", "breaking", "--format", "json", "--fail-on", "WARN", "--severity-levels", "severity.txt",
		"--allow-external-refs=false", base, file)
	if unreadable := (*exec.ExitError)(nil); errors.As(err, &unreadable) && unreadable.ExitCode() > 100 { // its statuses of documents that cannot be loaded
		return []Finding{{File: file, Rule: "readable", Message: err.Error()}}, nil
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
	found := make([]Finding, len(changes))
	for i, change := range changes {
		found[i] = Finding{File: file, Rule: change.ID, Place: strings.TrimSpace(change.Operation + " " + change.Path), Message: change.Text}
	}
	return found, nil
}
