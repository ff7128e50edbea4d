package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/api/verify"
)

// maxAnnotations is the largest number of errors of a step that GitHub shows as annotations.
const maxAnnotations = 10

var (
	annotationProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	annotationMessage  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
)

// printAnnotations prints workflow commands, which GitHub shows beside the lines of the files. The log of a step shows
// only their messages, so each message names its place.
func printAnnotations(out io.Writer, report *verification) error {
	text := &strings.Builder{}
	report.each(func(result verify.Result, violation api.Violation) {
		result.File = fromWorkspace(result.File)
		place := annotated{levelError, verifyTool, result.File, violation.Line, violation.Column}
		text.WriteString(place.annotation(formatViolation(result, violation)))
	})
	if !report.isQuiet {
		text.WriteString(annotationLimit(verifyTool, report.summary(), report.violations) + report.summary() + "\n")
	}
	_, err := io.WriteString(out, text.String())
	return err
}

// annotated is the place that an annotation is about.
type annotated struct {
	level, title, file string // the level is error or notice
	line, column       int    // the column is 0 if it is not known
}

// annotation returns a workflow command with its line break.
func (a annotated) annotation(message string) string {
	place := ""
	if a.file != standardInput {
		place = fmt.Sprintf("file=%s,line=%d,", annotationProperty.Replace(escapeUnsafe(a.file)), a.line)
		if a.column > 0 {
			place += fmt.Sprintf("col=%d,", a.column)
		}
	}
	return fmt.Sprintf("::%s %stitle=%s::%s\n", a.level, place, a.title, annotationMessage.Replace(message))
}

// annotationLimit returns a notice if GitHub does not show all errors as annotations.
func annotationLimit(title, summary string, errors int) string {
	if errors <= maxAnnotations {
		return ""
	}
	return fmt.Sprintf("::notice title=%s::%s (the log of this step lists all; GitHub annotates %d)\n",
		title, annotationMessage.Replace(summary), maxAnnotations)
}

// fromWorkspace returns the path of a file from the workspace, as GitHub needs it, if the file is within. A job may run
// in another folder.
func fromWorkspace(file string) string {
	workspace := os.Getenv("GITHUB_WORKSPACE")
	if workspace == "" || file == standardInput {
		return file
	}
	absolute, err := filepath.Abs(file)
	if err != nil {
		return file
	}
	path, err := filepath.Rel(workspace, absolute)
	if err != nil || !filepath.IsLocal(path) {
		return file
	}
	return filepath.ToSlash(path)
}
