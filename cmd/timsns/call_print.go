package main

import (
	"bytes"
	"fmt"
	"io"

	"github.com/go-json-experiment/json/jsontext"
)

// The values of --output.
const (
	outputAuto  = "auto"
	outputJSON  = "json"
	outputTable = "table"
)

// printer writes a reply to standard output.
type printer func(reply jsontext.Value) error

func newPrinter(output string, out io.Writer) (printer, error) {
	asJSON := func(reply jsontext.Value) error { return printJSON(out, reply) }
	asTable := func(reply jsontext.Value) error { return printTables(out, reply) }
	switch {
	case output == outputJSON, output == outputAuto && !isTerminal(out):
		return asJSON, nil
	case output == outputTable, output == outputAuto:
		return asTable, nil
	}
	return nil, usagef("--output: want json, table or auto, got %q", output)
}

// printJSON prints the reply with its fields in the service's order.
func printJSON(out io.Writer, reply jsontext.Value) error {
	text := bytes.Clone(reply)
	if err := (*jsontext.Value)(&text).Indent(jsontext.WithIndent("  ")); err != nil {
		return err
	}
	_, err := fmt.Fprintf(out, "%s\n", text)
	return err
}
