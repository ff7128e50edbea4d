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
	workspace := os.Getenv("GITHUB_WORKSPACE")
	report.each(func(result verify.Result, violation api.Violation) {
		text.WriteString(annotation(result, violation, workspace) + "\n")
	})
	if report.violations > maxAnnotations {
		fmt.Fprintf(text, "::notice title=timsns verify::%s (the log of this step lists all; GitHub annotates %d)\n",
			annotationMessage.Replace(report.summary()), maxAnnotations)
	}
	_, err := fmt.Fprintf(out, "%s%s\n", text, report.summary())
	return err
}

func annotation(result verify.Result, violation api.Violation, workspace string) string {
	result.File = fromWorkspace(result.File, workspace)
	place := ""
	if result.File != standardInput {
		place = fmt.Sprintf("file=%s,line=%d,col=%d,",
			annotationProperty.Replace(escapeUnsafe(result.File)), violation.Line, violation.Column)
	}
	return "::error " + place + "title=timsns verify::" + annotationMessage.Replace(formatViolation(result, violation))
}

// fromWorkspace returns the path of a file from the workspace, as GitHub needs it, if the file is within. A job may run
// in another folder.
func fromWorkspace(file, workspace string) string {
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
