package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/api/verify"
	"github.com/timsns/timsns/internal/printable"
)

// The values of verify's --output, beside outputJSON.
const (
	outputText   = "text"
	outputJUnit  = "junit"
	outputGitHub = "github"
	outputSARIF  = "sarif"
)

// reportPrinters are the formats of reports, by the values of verify's --output.
var reportPrinters = map[string]func(io.Writer, *verification) error{
	outputText: printText, outputJSON: printReportJSON, outputJUnit: printJUnit, outputGitHub: printAnnotations,
	outputSARIF: printSARIF,
}

func outputs() []string {
	return []string{outputText, outputJSON, outputJUnit, outputGitHub, outputSARIF}
}

// What reports for other programs call this one, and the level of a violation.
const (
	verifyTool = "timsns verify"
	levelError = "error"
)

// The names of the directions.
const (
	request  = "request"
	response = "response"
)

func directionName(direction api.Direction) string {
	if direction == api.Responses {
		return response
	}
	return request
}

// formatMessage returns a violation with its command, direction and path, but without the file.
func formatMessage(result verify.Result, violation api.Violation) string {
	text := strings.TrimSpace(quoteUnsafe(result.Command)+" "+directionName(result.Direction)) + ": "
	if violation.Path != "" {
		text += violation.Path + ": "
	}
	return escapeUnsafe(text + violation.Reason)
}

// formatViolation returns a violation on one line, with its place in the file.
func formatViolation(result verify.Result, violation api.Violation) string {
	file, message := quoteUnsafe(result.File), formatMessage(result, violation)
	return fmt.Sprintf("%s:%d:%d: %s", file, violation.Line, violation.Column, message)
}

func printText(out io.Writer, report *verification) error {
	text := &strings.Builder{}
	report.each(func(result verify.Result, violation api.Violation) {
		text.WriteString(formatViolation(result, violation) + "\n")
	})
	if !report.isQuiet {
		text.WriteString(report.summary() + "\n")
	}
	_, err := io.WriteString(out, text.String())
	return err
}

// violationJSON is a violation in the output of --output json.
type violationJSON struct {
	File      string `json:"file"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	Command   string `json:"command"`
	Direction string `json:"direction"`
	Path      string `json:"path"`
	Reason    string `json:"reason"`
}

func printReportJSON(out io.Writer, report *verification) error {
	document := struct {
		Files      int             `json:"files"`
		Messages   int             `json:"messages"`
		Invalid    int             `json:"invalid"`
		Omitted    int             `json:"omitted,omitzero"` // violations beyond those that are listed
		Violations []violationJSON `json:"violations"`
	}{Files: report.files, Messages: report.messages, Invalid: report.invalid, Omitted: report.omitted()}
	report.each(func(result verify.Result, violation api.Violation) {
		document.Violations = append(document.Violations, violationJSON{
			result.File, violation.Line, violation.Column, result.Command, directionName(result.Direction),
			violation.Path, violation.Reason,
		})
	})
	text, err := json.Marshal(document, jsontext.WithIndent("  "))
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "%s\n", printable.JSON(text))
	return err
}
