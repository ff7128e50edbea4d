package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/itchyny/gojq"
)

// newFilter returns a printer that prints what a jq expression makes of a response: texts as they are, and other values
// as JSON, each on a line. The expression has no access to files and the environment.
func newFilter(expression string, out io.Writer) (printer, error) {
	query, err := gojq.Parse(expression)
	if err != nil {
		return nil, usagef("--jq: %w", err)
	}
	code, err := gojq.Compile(query)
	if err != nil {
		return nil, usagef("--jq: %w", err)
	}
	return func(body jsontext.Value) error {
		decoder := json.NewDecoder(bytes.NewReader(body))
		decoder.UseNumber() // a float64 has too few digits for IDs
		var value any
		if err := decoder.Decode(&value); err != nil {
			return err
		}
		results := code.Run(value)
		for result, more := results.Next(); more; result, more = results.Next() {
			if err := printResult(out, result); err != nil {
				return err
			}
		}
		return nil
	}, nil
}

func printResult(out io.Writer, result any) error {
	switch result := result.(type) {
	case error:
		return &outputError{fmt.Errorf("--jq: %w", result)}
	case string:
		_, err := fmt.Fprintln(out, escapeLines(result))
		return err
	}
	text, err := gojq.Marshal(result)
	if err != nil {
		return &outputError{fmt.Errorf("--jq: %w", err)}
	}
	return printLine(out, text)
}

// escapeLines escapes what is unsafe on a terminal, but keeps line breaks and tabs, which jq's @tsv makes.
func escapeLines(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		cells := strings.Split(line, "\t")
		for j, cell := range cells {
			cells[j] = escapeUnsafe(cell)
		}
		lines[i] = strings.Join(cells, "\t")
	}
	return strings.Join(lines, "\n")
}
