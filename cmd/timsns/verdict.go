package main

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/jstemmer/go-junit-report/v2/junit"

	"github.com/timsns/timsns/api"
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
func subject(verdict api.Verdict, finding api.Finding) string {
	text := strings.TrimSpace(verdict.Command+" "+directionName(verdict.Direction)) + ": "
	if finding.Path != "" {
		text += finding.Path + ": "
	}
	return text + finding.Reason
}

// each calls visit for each finding.
func (v *verification) each(visit func(api.Verdict, api.Finding)) {
	for _, verdict := range v.verdicts {
		for _, finding := range verdict.Findings {
			visit(verdict, finding)
		}
	}
}

func printText(out io.Writer, found *verification) error {
	text := &strings.Builder{}
	found.each(func(verdict api.Verdict, finding api.Finding) {
		fmt.Fprintf(text, "%s:%d:%d: %s\n", verdict.File, finding.Line, finding.Column, subject(verdict, finding))
	})
	_, err := fmt.Fprintf(out, "%s%s\n", text, found.summary())
	return err
}

// printAnnotations prints workflow commands, which GitHub shows beside the lines of a change.
func printAnnotations(out io.Writer, found *verification) error {
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	message := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	text := &strings.Builder{}
	found.each(func(verdict api.Verdict, finding api.Finding) {
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
	found.each(func(verdict api.Verdict, finding api.Finding) {
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

// printJUnit prints a test case for each packet, in a suite for each file.
func printJUnit(out io.Writer, found *verification) error {
	report := junit.Testsuites{Name: "timsns verify"}
	for start := 0; start < len(found.verdicts); {
		suite := junit.Testsuite{Name: found.verdicts[start].File, File: found.verdicts[start].File, Time: "0", ID: len(report.Suites)}
		for ; start < len(found.verdicts) && found.verdicts[start].File == suite.Name; start++ {
			suite.AddTestcase(testCase(found.verdicts[start]))
		}
		report.AddSuite(suite)
	}
	if _, err := io.WriteString(out, xml.Header); err != nil {
		return err
	}
	return report.WriteXML(out)
}

func testCase(verdict api.Verdict) junit.Testcase {
	test := junit.Testcase{
		Classname: strings.Trim(verdict.Command+"."+directionName(verdict.Direction), "."),
		Name:      fmt.Sprintf("%s:%d", verdict.File, verdict.Line),
	}
	if len(verdict.Findings) == 0 {
		return test
	}
	lines := make([]string, len(verdict.Findings))
	for i, finding := range verdict.Findings {
		lines[i] = fmt.Sprintf("%s:%d:%d: %s", verdict.File, finding.Line, finding.Column, subject(verdict, finding))
	}
	test.Failure = &junit.Result{
		Type: "contract", Message: subject(verdict, verdict.Findings[0]), Data: strings.Join(lines, "\n"),
	}
	return test
}
