package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/term"
)

// readBody takes the body from the fields on the command line, from --data or, with neither of them, from standard
// input. It takes one of the three, and does not judge what it reads.
func readBody(ctx context.Context, items []string, data string, in io.Reader) (jsontext.Value, error) {
	switch {
	case len(items) > 0 && data != "":
		return nil, usagef("want fields or --data, not both")
	case len(items) > 0:
		return parseItems(items)
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

// notEmpty refuses a body that holds nothing.
func notEmpty(name string) func(jsontext.Value, error) (jsontext.Value, error) {
	return func(body jsontext.Value, err error) (jsontext.Value, error) {
		if err == nil && len(bytes.TrimSpace(body)) == 0 {
			return nil, usagef("want the fields of the request, or its body in --data or on standard input: %s is empty", name)
		}
		return body, err
	}
}

// readInput reads standard input until its end or an interrupt.
func readInput(ctx context.Context, in io.Reader) (body jsontext.Value, err error) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		body, err = readAll(in, "standard input")
	}()
	select {
	case <-done:
		return body, err
	case <-ctx.Done():
		return nil, usagef("reading standard input: %w", ctx.Err())
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

func readAll(in io.Reader, name string) (jsontext.Value, error) {
	body, err := io.ReadAll(in)
	if err != nil {
		return nil, usagef("reading %s: %w", name, err)
	}
	return body, nil
}

// isTerminal tells whether a stream is a terminal, where a person types or reads.
func isTerminal(stream any) bool {
	file, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}
