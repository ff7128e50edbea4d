package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/internal/drift"
	"github.com/timsns/timsns/internal/page"
	"github.com/timsns/timsns/internal/printable"
)

// driftReport is the result of comparing all pages.
type driftReport struct {
	pages    []*page.Page
	findings []drift.Finding
}

// driftPrinters are the formats of reports, by the values of drift's --output.
var driftPrinters = map[string]func(io.Writer, *driftReport) error{
	outputText: printDrift, outputJSON: printDriftJSON, outputGitHub: printDriftAnnotations,
}

var driftOutputs = []string{outputText, outputJSON, outputGitHub}

// differences returns the number of findings that are no notes.
func (r *driftReport) differences() int {
	count := 0
	for _, finding := range r.findings {
		if !finding.IsNote {
			count++
		}
	}
	return count
}

func (r *driftReport) commands() int {
	paths := map[string]bool{}
	for _, p := range r.pages {
		paths[p.Path] = true
	}
	return len(paths)
}

func (r *driftReport) summary() string {
	text := fmt.Sprintf("%s of %s: ", plural(len(r.pages), "page"), plural(r.commands(), "command"))
	if r.differences() == 0 {
		text += "no drift"
	} else {
		text += plural(r.differences(), "difference")
	}
	if notes := len(r.findings) - r.differences(); notes > 0 {
		text += ", " + plural(notes, "note")
	}
	return text
}

// formatFinding returns a finding on one line, with its place in the page.
func formatFinding(finding drift.Finding) string {
	text := finding.Command
	if finding.Direction != "" {
		text += " " + directionName(finding.Direction)
	}
	if finding.Path != "" {
		text += ": " + finding.Path
	}
	text += ": " + finding.Reason
	if finding.Document != "" {
		text += " (" + finding.Document + ")"
	}
	if finding.IsNote {
		text = "note: " + text
	}
	return fmt.Sprintf("%s:%d: %s", quoteUnsafe(finding.File), finding.Line, escapeUnsafe(text))
}

func printDrift(out io.Writer, report *driftReport) error {
	text := &strings.Builder{}
	for _, finding := range report.findings {
		text.WriteString(formatFinding(finding) + "\n")
	}
	_, err := fmt.Fprintf(out, "%s%s\n", text, report.summary())
	return err
}

// findingJSON is a finding in the output of --output json.
type findingJSON struct {
	File      string     `json:"file"`
	Line      int        `json:"line"`
	Command   string     `json:"command"`
	Direction string     `json:"direction,omitzero"`
	Path      string     `json:"path,omitzero"`
	Document  string     `json:"document,omitzero"`
	Kind      drift.Kind `json:"kind"`
	Reason    string     `json:"reason"`
}

func printDriftJSON(out io.Writer, report *driftReport) error {
	document := struct {
		Pages       int           `json:"pages"`
		Commands    int           `json:"commands"`
		Differences []findingJSON `json:"differences"`
		Notes       []findingJSON `json:"notes"`
	}{Pages: len(report.pages), Commands: report.commands()}
	for _, finding := range report.findings {
		list := &document.Differences
		if finding.IsNote {
			list = &document.Notes
		}
		direction := ""
		if finding.Direction != "" {
			direction = directionName(finding.Direction)
		}
		*list = append(*list, findingJSON{
			finding.File, finding.Line, finding.Command, direction, finding.Path, finding.Document, finding.Kind, finding.Reason,
		})
	}
	text, err := json.Marshal(document, jsontext.WithIndent("  "))
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "%s\n", printable.JSON(text))
	return err
}

func printDriftAnnotations(out io.Writer, report *driftReport) error {
	text := &strings.Builder{}
	for _, finding := range report.findings {
		finding.File = fromWorkspace(finding.File)
		place := annotated{levelError, "timsns drift", finding.File, finding.Line, 0}
		if finding.IsNote {
			place.level = "notice"
		}
		text.WriteString(place.annotation(formatFinding(finding)))
	}
	text.WriteString(annotationLimit("timsns drift", report.summary(), report.differences()))
	_, err := fmt.Fprintf(out, "%s%s\n", text, report.summary())
	return err
}
