package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/api/verify"
)

const outputText = "text"

// verdictPrinters are the values of verify's --output.
var verdictPrinters = map[string]func(io.Writer, *verification) error{
	outputText: printText, outputJSON: printFindings, "junit": printJUnit, "github": printAnnotations,
}

func outputs() []string { return []string{outputText, outputJSON, "junit", "github"} }

// What one packet of a direction is called.
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

// subject names the packet and the place of a finding in it.
func subject(verdict verify.Result, finding api.Violation) string {
	text := strings.TrimSpace(quoteIfOdd(verdict.Command)+" "+directionName(verdict.Direction)) + ": "
	if finding.Path != "" {
		text += finding.Path + ": "
	}
	return text + finding.Reason
}

// quoteIfOdd quotes what would break a line, or what a terminal would obey.
func quoteIfOdd(text string) string {
	if strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return strconv.Quote(text)
	}
	return text
}

// sentence tells of a finding in a line.
func sentence(verdict verify.Result, finding api.Violation) string {
	return fmt.Sprintf("%s:%d:%d: %s", quoteIfOdd(verdict.File), finding.Line, finding.Column, subject(verdict, finding))
}

// each calls visit for each finding.
func (v *verification) each(visit func(verify.Result, api.Violation)) {
	for _, verdict := range v.verdicts {
		for _, finding := range verdict.Violations {
			visit(verdict, finding)
		}
	}
}

func printText(out io.Writer, found *verification) error {
	text := &strings.Builder{}
	found.each(func(verdict verify.Result, finding api.Violation) {
		text.WriteString(sentence(verdict, finding) + "\n")
	})
	_, err := fmt.Fprintf(out, "%s%s\n", text, found.summary())
	return err
}

// printAnnotations prints workflow commands, which GitHub shows beside the lines of a change.
func printAnnotations(out io.Writer, found *verification) error {
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	message := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	text := &strings.Builder{}
	found.each(func(verdict verify.Result, finding api.Violation) {
		fmt.Fprintf(text, "::error file=%s,line=%d,col=%d,title=timsns verify::%s\n",
			property.Replace(verdict.File), finding.Line, finding.Column, message.Replace(subject(verdict, finding)))
	})
	_, err := fmt.Fprintf(out, "%s%s\n", text, found.summary())
	return err
}

// findingJSON is a finding in the output of --output json.
type findingJSON struct {
	File      string `json:"file"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	Command   string `json:"command"`
	Direction string `json:"direction"`
	Path      string `json:"path"`
	Reason    string `json:"reason"`
}

func printFindings(out io.Writer, found *verification) error {
	broken, _ := found.count()
	report := struct {
		Files    int           `json:"files"`
		Packets  int           `json:"packets"`
		Broken   int           `json:"broken"`
		Findings []findingJSON `json:"findings"`
	}{Files: found.files, Packets: len(found.verdicts), Broken: broken}
	found.each(func(verdict verify.Result, finding api.Violation) {
		report.Findings = append(report.Findings, findingJSON{
			verdict.File, finding.Line, finding.Column, verdict.Command, directionName(verdict.Direction), finding.Path, finding.Reason,
		})
	})
	if err := json.MarshalWrite(out, report, jsontext.WithIndent("  ")); err != nil {
		return err
	}
	_, err := fmt.Fprintln(out)
	return err
}
