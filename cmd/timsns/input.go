package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/go-json-experiment/json/jsontext"
)

// maxBody is the largest number of bytes of a request body that are read.
const maxBody = 64 << 20

// readInput reads a request body until its end or an interrupt. Opening a named pipe and reading may both take long.
func readInput(ctx context.Context, name string, open func() (io.ReadCloser, error)) (jsontext.Value, error) {
	var body jsontext.Value
	err := untilInterrupt(ctx, func() error {
		in, err := open()
		if err != nil {
			return err
		}
		defer func() { _ = in.Close() }() // it was only read
		body, err = readAll(in, name)
		return err
	})
	if err != nil {
		return nil, usagef("reading %s: %w", name, err)
	}
	return body, nil
}

func readAll(in io.Reader, name string) (jsontext.Value, error) {
	body, err := io.ReadAll(io.LimitReader(in, maxBody+1))
	switch {
	case err != nil:
		return nil, err
	case len(body) > maxBody:
		return nil, fmt.Errorf("want at most %d bytes", maxBody)
	case isUTF16(body):
		return nil, errors.New("want UTF-8, got UTF-16")
	}
	body = bytes.TrimPrefix(body, []byte("\ufeff"))
	if len(bytes.TrimSpace(body)) == 0 {
		return nil, fmt.Errorf(
			"want the fields of the request, or its body in --data or on standard input: %s is empty", name)
	}
	return body, nil
}

// isUTF16 reports whether content has UTF-16's byte order mark, or an ASCII character beside a zero byte.
func isUTF16(content []byte) bool {
	return bytes.HasPrefix(content, []byte("\xff\xfe")) || bytes.HasPrefix(content, []byte("\xfe\xff")) ||
		len(content) > 1 && (content[0] == 0) != (content[1] == 0)
}

// untilInterrupt runs work, and returns before its end if ctx ends. Work that cannot be interrupted is left behind: the
// program ends.
func untilInterrupt(ctx context.Context, work func() error) error {
	done := make(chan error, 1)
	go func() { done <- work() }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return fmt.Errorf("interrupted: %w", ctx.Err())
	}
}

// patience is how long standard input may be silent before a note says that the program waits for it.
const patience = 3 * time.Second

// announcedInput is standard input that prints a note when its first read takes long.
type announcedInput struct {
	in    io.Reader
	note  func(line string)
	begin sync.Once
	timer *time.Timer
}

// Read implements [io.Reader].
func (a *announcedInput) Read(buffer []byte) (int, error) {
	a.begin.Do(func() {
		a.timer = time.AfterFunc(patience, func() { a.note("timsns: waiting for standard input") })
	})
	n, err := a.in.Read(buffer)
	a.timer.Stop()
	return n, err
}

// Close implements [io.Closer]. Standard input stays open.
func (a *announcedInput) Close() error { return nil }
