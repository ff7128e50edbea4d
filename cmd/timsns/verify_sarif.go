package main

import (
	"fmt"
	"io"
	"net/url"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/api/verify"
	"github.com/timsns/timsns/internal/printable"
)

// sarifSchema is the JSON schema of SARIF 2.1.0, by which editors know the format.
const sarifSchema = "https://json.schemastore.org/sarif-2.1.0.json"

// The types below are the part of SARIF that code scanning reads.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool struct {
			Driver sarifDriver `json:"driver"`
		} `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"` // an empty array closes the alerts of earlier runs
	}
	sarifDriver struct {
		Name  string      `json:"name"`
		Rules []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID               string    `json:"id"`
		ShortDescription sarifText `json:"shortDescription"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations,omitempty"` // none on standard input
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifLocation struct {
		Physical struct {
			Artifact struct {
				URI string `json:"uri"`
			} `json:"artifactLocation"`
			Region struct {
				Line   int `json:"startLine"`
				Column int `json:"startColumn,omitzero"`
			} `json:"region"`
		} `json:"physicalLocation"`
	}
)

// printSARIF prints a result for each violation. The rules are that the requests, or the responses, of a command match
// the document: code scanning groups results by rule.
func printSARIF(out io.Writer, report *verification) error {
	run := sarifRun{ColumnKind: "unicodeCodePoints"}
	run.Tool.Driver.Name = verifyTool
	isKnown := map[string]bool{}
	report.each(func(result verify.Result, violation api.Violation) {
		rule := sarifRuleOf(result)
		if !isKnown[rule.ID] {
			isKnown[rule.ID] = true
			run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, rule)
		}
		message := sarifText{formatMessage(result, violation)}
		run.Results = append(run.Results, sarifResult{rule.ID, levelError, message, sarifLocations(result, violation)})
	})
	text, err := json.Marshal(sarifLog{sarifSchema, "2.1.0", []sarifRun{run}}, jsontext.WithIndent("  "))
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "%s\n", printable.JSON(text))
	return err
}

func sarifRuleOf(result verify.Result) sarifRule {
	command, direction := quoteUnsafe(result.Command), directionName(result.Direction)
	if command == "" {
		return sarifRule{direction, sarifText{"The " + direction + " belongs to a known command"}}
	}
	return sarifRule{command + "/" + direction, sarifText{"The " + direction + " of " + command + " matches the document"}}
}

func sarifLocations(result verify.Result, violation api.Violation) []sarifLocation {
	if result.File == standardInput {
		return nil
	}
	location := sarifLocation{}
	address := url.URL{Path: fromWorkspace(result.File)} // which escapes blanks and more
	location.Physical.Artifact.URI = address.String()
	location.Physical.Region.Line, location.Physical.Region.Column = violation.Line, violation.Column
	return []sarifLocation{location}
}
