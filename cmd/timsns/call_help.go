package main

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
)

// describe writes the help of a command from the document.
func describe(operation *api.Operation) string {
	var text strings.Builder
	fmt.Fprintf(&text, "%s %s\n\nFields:\n", operation.Command, operation.Description)
	describeFields(&text, operation.Fields(), "  ")
	if example := exampleOf(operation); example != "" {
		fmt.Fprintf(&text, "\nExample:\n  timsns call %s --data '%s'\n", operation.Command, example)
	}
	text.WriteString("\nError codes, beside those of every command:\n")
	for _, code := range operation.Codes {
		info, _ := gen.LookupCode(gen.ErrorCode(code))
		fmt.Fprintf(&text, "  %d  %s\n", code, info.Meaning)
	}
	fmt.Fprintf(&text, "\nAt most %d calls a second. The vendor's page: %s", operation.RateLimit, operation.Documentation)
	return text.String()
}

// describeFields writes the fields of objects in an array below that array, further to the right.
func describeFields(text *strings.Builder, fields []api.Field, indent string) {
	for _, field := range fields {
		below := "\n" + indent + "    "
		fmt.Fprintf(text, "%s%s (%s)", indent, field.Name, kind(field))
		text.WriteString(below + strings.ReplaceAll(field.Description, "\n", below))
		for i, value := range field.Values {
			text.WriteString(below + "  " + value)
			if i < len(field.Meanings) {
				text.WriteString("  " + strings.TrimSpace(field.Meanings[i]))
			}
		}
		text.WriteString("\n")
		describeFields(text, field.Fields, indent+"    ")
	}
}

func kind(field api.Field) string {
	if field.Required {
		return field.Type + ", required"
	}
	return field.Type
}

// exampleOf returns the request that the document has for an example, in one line, and nothing if a shell would read it
// as something else.
func exampleOf(operation *api.Operation) string {
	packets, err := api.Fixtures(operation.Command, api.Requests)
	if err != nil {
		return ""
	}
	for _, packet := range packets {
		body := jsontext.Value(packet.Body)
		if packet.Name == "basic" && body.Compact() == nil && !bytes.ContainsRune(body, '\'') {
			return string(body)
		}
	}
	return ""
}
