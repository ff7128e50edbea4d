package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/api/verify"
)

const outputText = "text"

// reportPrinters are the formats of reports, by the values of verify's --output.
var reportPrinters = map[string]func(io.Writer, *verification) error{
	outputText: printText, outputJSON: printReportJSON, "junit": printJUnit, "github": printAnnotations,
}

func outputs() []string { return []string{outputText, outputJSON, "junit", "github"} }

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
	text := strings.TrimSpace(quoteUnprintable(result.Command)+" "+directionName(result.Direction)) + ": "
	if violation.Path != "" {
		text += violation.Path + ": "
	}
	return text + violation.Reason
}

// formatViolation returns a violation on one line, with its place in the file.
func formatViolation(result verify.Result, violation api.Violation) string {
	file, message := quoteUnprintable(result.File), formatMessage(result, violation)
	return fmt.Sprintf("%s:%d:%d: %s", file, violation.Line, violation.Column, message)
}

func printText(out io.Writer, report *verification) error {
	text := &strings.Builder{}
	report.each(func(result verify.Result, violation api.Violation) {
		text.WriteString(formatViolation(result, violation) + "\n")
	})
	_, err := fmt.Fprintf(out, "%s%s\n", text, report.summary())
	return err
}

// printAnnotations prints workflow commands, which GitHub shows next to the changed lines.
func printAnnotations(out io.Writer, report *verification) error {
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	message := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	text := &strings.Builder{}
	report.each(func(result verify.Result, violation api.Violation) {
		fmt.Fprintf(text, "::error file=%s,line=%d,col=%d,title=timsns verify::%s\n",
			property.Replace(result.File), violation.Line, violation.Column, message.Replace(formatMessage(result, violation)))
	})
	_, err := fmt.Fprintf(out, "%s%s\n", text, report.summary())
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
	invalid, _ := report.count()
	document := struct {
		Files      int             `json:"files"`
		Messages   int             `json:"messages"`
		Invalid    int             `json:"invalid"`
		Violations []violationJSON `json:"violations"`
	}{Files: report.files, Messages: len(report.results), Invalid: invalid}
	report.each(func(result verify.Result, violation api.Violation) {
		document.Violations = append(document.Violations, violationJSON{
			result.File, violation.Line, violation.Column, result.Command, directionName(result.Direction),
			violation.Path, violation.Reason,
		})
	})
	if err := json.MarshalWrite(out, document, jsontext.WithIndent("  ")); err != nil {
		return err
	}
	_, err := fmt.Fprintln(out)
	return err
}
