package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// readBody returns the body from the fields on the command line, from --data or, without both, from standard input. It
// does not validate the body.
func readBody(ctx context.Context, fields []string, data string, in io.Reader) (jsontext.Value, error) {
	switch {
	case len(fields) > 0 && data != "":
		return nil, usagef("want fields or --data, not both")
	case len(fields) > 0:
		return parseFields(fields)
	case data == "@-":
		return notEmpty("standard input")(readInput(ctx, in))
	case strings.HasPrefix(data, "@"):
		return notEmpty(data[1:])(readFile(data[1:]))
	case data != "":
		return jsontext.Value(data), nil
	case isTerminal(in):
		return nil, usagef("want the fields of the request, or its body in --data or on standard input; see --help")
	}
	return notEmpty("standard input")(readInput(ctx, in))
}

// notEmpty returns a function that passes on the body that was read from name, or an error if it is empty.
func notEmpty(name string) func(jsontext.Value, error) (jsontext.Value, error) {
	return func(body jsontext.Value, err error) (jsontext.Value, error) {
		if err == nil && len(bytes.TrimSpace(body)) == 0 {
			return nil, usagef(
				"want the fields of the request, or its body in --data or on standard input: %s is empty", name)
		}
		return body, err
	}
}

func readFile(name string) (jsontext.Value, error) {
	file, err := os.Open(name) //nolint:gosec // the user names the file
	if err != nil {
		return nil, usagef("--data: %w", err)
	}
	defer func() { _ = file.Close() }() // it was only read
	return readAll(file, name)
}
