package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
)

// readBody returns the body from the fields on the command line, from --data or, without both, from standard input. It
// does not validate the body.
func readBody(
	ctx context.Context, operation *api.Operation, fields []string, data string, streams streams,
) (jsontext.Value, error) {
	switch {
	case len(fields) > 0 && data != "":
		return nil, usagef("want fields or --data, not both")
	case len(fields) > 0:
		return readFields(ctx, fields, operation.Fields(), streams)
	case data == "@-":
		return readStandardInput(ctx, streams)
	case strings.HasPrefix(data, "@"):
		return readInput(ctx, "--data", func() (io.ReadCloser, error) {
			return os.Open(data[1:])
		})
	case data != "":
		return jsontext.Value(data), nil
	case isTerminal(streams.in):
		return nil, usagef("want the fields of the request, or its body in --data or on standard input; see --help")
	}
	return readStandardInput(ctx, streams)
}

func readStandardInput(ctx context.Context, streams streams) (jsontext.Value, error) {
	return readInput(ctx, "standard input", func() (io.ReadCloser, error) {
		return streams.announcedInput(), nil
	})
}

func (s streams) announcedInput() *announcedInput {
	return &announcedInput{in: s.in, note: func(line string) { _, _ = fmt.Fprintln(s.err, line) }}
}
