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

func newPrinter(output string, out io.Writer) (printer, error) {
	asJSON := func(body jsontext.Value) error { return printJSON(out, body) }
	asTable := func(body jsontext.Value) error { return printTables(out, body) }
	switch {
	case output == outputJSON, output == outputAuto && !isTerminal(out):
		return asJSON, nil
	case output == outputTable, output == outputAuto:
		return asTable, nil
	}
	return nil, usagef("--output: want json, table or auto, got %q", output)
}

// printJSON prints the response indented, with its fields in the service's order.
func printJSON(out io.Writer, body jsontext.Value) error {
	text := bytes.Clone(body)
	if err := (*jsontext.Value)(&text).Indent(jsontext.WithIndent("  ")); err != nil {
		return err
	}
	_, err := fmt.Fprintf(out, "%s\n", text)
	return err
}
