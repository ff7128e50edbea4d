package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/rest"
)

// describe returns the help for an operation, from the document.
func (s *service) describe(operation *api.Operation) string {
	var text strings.Builder
	writeParagraphs(&text, operation.Description, "")
	text.WriteString("\nFields:\n")
	describeFields(&text, operation.Fields(), "  ")
	if example := s.exampleOf(operation); example != "" {
		fmt.Fprintf(&text, "\nExample:\n  timsns call%s %s --data '%s'\n", s.flag(), operation.Command, example)
	}
	text.WriteString("\nError codes, in addition to those of every command:\n")
	for _, code := range operation.Codes {
		info, _ := s.LookupCode(rest.Code(code))
		fmt.Fprintf(&text, "  %d  %s\n", code, info.Meaning)
	}
	statuses := callStatuses
	if operation.Batch == nil {
		isPartial := func(s exitStatus) bool { return s.status == exitPartial }
		statuses = slices.DeleteFunc(slices.Clone(statuses), isPartial)
	}
	fmt.Fprintf(&text, "\nRate limit: %d calls per second\nDocumentation: %s\n\n%s",
		operation.RateLimit, operation.Documentation, statusHelp(statuses))
	return text.String()
}

// describeFields writes fields, and those of objects, arrays of objects and unions below them, indented further.
func describeFields(text *strings.Builder, fields []api.Field, indent string) {
	for _, field := range fields {
		below := indent + "    "
		fmt.Fprintf(text, "%s%s (%s)\n", indent, field.Name, kind(field))
		writeParagraphs(text, field.Description, below)
		for i, value := range field.Values {
			fmt.Fprintf(text, "%s  %s\n", below, value)
			if i < len(field.Meanings) {
				writeParagraphs(text, field.Meanings[i], below+"    ")
			}
		}
		describeFields(text, field.Fields, below)
		for _, object := range field.Kinds {
			fmt.Fprintf(text, "%sif %s is %s\n", below, object.Property, object.Value)
			writeParagraphs(text, object.Description, below+"    ")
			describeFields(text, object.Fields, below+"    ")
		}
	}
}

func kind(field api.Field) string {
	if field.Required {
		return field.Type + ", required"
	}
	return field.Type
}

// exampleOf returns the document's example request on one line, or "" if no shell can quote it.
func (s *service) exampleOf(operation *api.Operation) string {
	fixtures, err := s.Fixtures(operation.Command, api.Requests)
	if err != nil {
		return ""
	}
	for _, fixture := range fixtures {
		body := jsontext.Value(fixture.Body)
		if fixture.Name == "basic" && body.Compact() == nil && !bytes.ContainsRune(body, '\'') {
			return string(body)
		}
	}
	return ""
}
