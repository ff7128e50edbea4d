package main

import (
	"context"
	"io"

	"github.com/go-json-experiment/json/jsontext"
)

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

func readAll(in io.Reader, name string) (jsontext.Value, error) {
	body, err := io.ReadAll(in)
	if err != nil {
		return nil, usagef("reading %s: %w", name, err)
	}
	return body, nil
}
