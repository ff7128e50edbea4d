package main

import (
	"fmt"
	"strings"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
)

// describe writes the help of a command from the document.
func describe(operation *api.Operation) string {
	var text strings.Builder
	fmt.Fprintf(&text, "%s %s\n\nFields:\n", operation.Command, operation.Description)
	for _, field := range operation.Fields() {
		fmt.Fprintf(&text, "  %s (%s)\n", field.Name, kind(field))
		fmt.Fprintf(&text, "      %s\n", strings.ReplaceAll(field.Description, "\n", "\n      "))
		if field.Values != nil {
			fmt.Fprintf(&text, "      Values: %s\n", strings.Join(field.Values, ", "))
		}
	}
	text.WriteString("\nError codes of its own:\n")
	for _, code := range operation.Codes {
		info, _ := gen.LookupCode(gen.ErrorCode(code))
		fmt.Fprintf(&text, "  %d  %s\n", code, info.Meaning)
	}
	fmt.Fprintf(&text, "\nAt most %d calls a second. The vendor's page: %s", operation.RateLimit, operation.Documentation)
	return text.String()
}

func kind(field api.Field) string {
	if field.Required {
		return field.Type + ", required"
	}
	return field.Type
}
