package main

import (
	"bytes"
	"fmt"
	"io"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/internal/printable"
)

// The values of call's --output, beside outputJSON.
const (
	outputAuto  = "auto"
	outputTable = "table"
	outputYAML  = "yaml"
)

var outputFormats = []string{outputAuto, outputJSON, outputYAML, outputTable}

// printer prints the body of a response.
type printer func(body jsontext.Value) error

// newPrinter returns the printer for --output and --jq.
func newPrinter(format, filter string, out io.Writer) (printer, error) {
	switch {
	case filter != "" && (format == outputTable || format == outputYAML):
		return nil, usagef("--jq: prints JSON and texts; want no --output %s", format)
	case filter != "":
		return newFilter(filter, out)
	}
	switch format {
	case outputJSON:
		return func(body jsontext.Value) error { return printJSON(out, body) }, nil
	case outputYAML:
		return func(body jsontext.Value) error { return printYAML(out, body) }, nil
	case outputTable:
		return func(body jsontext.Value) error { return printTables(out, body, widthOf(out)) }, nil
	case outputAuto:
		if isTerminal(out) {
			return newPrinter(outputTable, "", out)
		}
		return newPrinter(outputJSON, "", out)
	}
	return nil, usagef("--output: want json, yaml, table or auto, got %q", format)
}

// newItemPrinter returns the printer for the items of --all.
func newItemPrinter(format, filter string, out io.Writer) (printer, error) {
	switch {
	case format != outputAuto && format != outputJSON:
		return nil, usagef("--all: prints JSON, an item on each line; want no --output %s", format)
	case filter != "":
		return newFilter(filter, out)
	}
	return func(item jsontext.Value) error { return printLine(out, item) }, nil
}

// printJSON prints the response indented, with its fields in the service's order.
func printJSON(out io.Writer, body jsontext.Value) error {
	text := jsontext.Value(bytes.Clone(body))
	if err := text.Indent(jsontext.WithIndent("  ")); err != nil {
		return err
	}
	_, err := fmt.Fprintf(out, "%s\n", printable.JSON(text))
	return err
}

// printLine prints a JSON value on one line.
func printLine(out io.Writer, value jsontext.Value) error {
	text := value.Clone()
	if err := text.Compact(); err != nil {
		return err
	}
	_, err := fmt.Fprintf(out, "%s\n", printable.JSON(text))
	return err
}
