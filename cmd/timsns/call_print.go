package main

import (
	"bytes"
	"fmt"
	"io"

	"github.com/go-json-experiment/json/jsontext"
)

// The values of call's --output, beside outputJSON.
const (
	outputAuto  = "auto"
	outputTable = "table"
)

// printer prints the body of a response.
type printer func(body jsontext.Value) error

func newPrinter(format string, out io.Writer) (printer, error) {
	asJSON := func(body jsontext.Value) error { return printJSON(out, body) }
	asTable := func(body jsontext.Value) error { return printTables(out, body, widthOf(out)) }
	switch {
	case format == outputJSON, format == outputAuto && !isTerminal(out):
		return asJSON, nil
	case format == outputTable, format == outputAuto:
		return asTable, nil
	}
	return nil, usagef("--output: want json, table or auto, got %q", format)
}

// printJSON prints the response indented, with its fields in the service's order.
func printJSON(out io.Writer, body jsontext.Value) error {
	text := jsontext.Value(bytes.Clone(body))
	if err := text.Indent(jsontext.WithIndent("  ")); err != nil {
		return err
	}
	_, err := fmt.Fprintf(out, "%s\n", escapeUnsafeJSON(text))
	return err
}
