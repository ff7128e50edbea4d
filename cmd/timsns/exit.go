package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/timsns/timsns/rest"
)

// The exit statuses, as the help lists them.
const (
	exitSuccess = iota
	exitRefused
	exitUsage
	exitNoReply
	exitInPart
)

// report prints an error to standard error and returns the exit status.
func report(out io.Writer, err error) int {
	var call *rest.Error
	var batch *rest.BatchError
	var usage usageError
	switch {
	case err == nil:
		return exitSuccess
	case errors.Is(err, errBroken): // the findings tell all
		return exitRefused
	case errors.As(err, &call) && call.Code != 0:
		printRefusal(out, call)
		return exitRefused
	case errors.As(err, &batch):
		printFailures(out, batch)
		return exitInPart
	case errors.As(err, &usage), call != nil && call.Attempts == 0:
		_, _ = fmt.Fprintf(out, "timsns: %v\n", err)
		return exitUsage
	}
	_, _ = fmt.Fprintf(out, "timsns: %v\n", err)
	return exitNoReply
}

// printRefusal prints a service's error a line a fact. The service's own words are quoted: they are not ours.
func printRefusal(out io.Writer, call *rest.Error) {
	line := func(name, value string) {
		if value != "" && value != `""` {
			_, _ = fmt.Fprintf(out, "  %-9s %s\n", name, value)
		}
	}
	_, _ = fmt.Fprintf(out, "timsns: %s failed with %v\n", call.Op, call.Code)
	line("meaning", call.Meaning)
	line("info", fmt.Sprintf("%q", call.Info))
	line("display", fmt.Sprintf("%q", call.Display))
	line("advice", call.Advice)
	line("random", fmt.Sprintf("%d (HTTP %d, attempts %d)", call.Random, call.HTTPStatus, call.Attempts))
}
