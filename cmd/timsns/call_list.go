package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
)

// listed is a command in the JSON of --list.
type listed struct {
	Command string `json:"command"`
	Tag     string `json:"tag"`
	Path    string `json:"path"`
	Summary string `json:"summary"`
	Reads   bool   `json:"reads"` // whether it changes nothing
}

// listCommands prints all commands, grouped by their tags.
func listCommands(out io.Writer, document *api.Document, format string) error {
	switch format {
	case outputJSON:
		return listAsJSON(out, document)
	case outputAuto:
	default:
		return usagef("--list: want json or no --output, got %q", format)
	}
	width := 0
	for _, operation := range document.Operations() {
		width = max(width, len(operation.Command))
	}
	var text strings.Builder
	for i, tag := range document.Tags() {
		if i > 0 {
			text.WriteString("\n")
		}
		text.WriteString(titleOf(tag) + "\n")
		for _, operation := range operationsOf(document, tag) {
			fmt.Fprintf(&text, "  %-*s  %s\n", width, operation.Command, operation.Summary)
		}
	}
	_, err := io.WriteString(out, text.String())
	return err
}

func listAsJSON(out io.Writer, document *api.Document) error {
	list := []listed{}
	for _, tag := range document.Tags() {
		for _, operation := range operationsOf(document, tag) {
			list = append(list, listed{
				operation.Command, operation.Tag, operation.Path, operation.Summary, operation.Idempotent,
			})
		}
	}
	text, err := json.Marshal(list, jsontext.WithIndent("  "))
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "%s\n", text)
	return err
}

// titleOf returns the heading of a tag's commands.
func titleOf(tag api.Tag) string {
	if tag.Description == "" {
		return tag.Name + ":"
	}
	return tag.Name + ": " + firstSentence(tag.Description)
}

func operationsOf(document *api.Document, tag api.Tag) (operations []*api.Operation) {
	for _, operation := range document.Operations() {
		if operation.Tag == tag.Name {
			operations = append(operations, operation)
		}
	}
	return operations
}
