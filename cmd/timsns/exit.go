package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/timsns/timsns/rest"
)

// The exit statuses.
const (
	exitSuccess = iota
	exitFailure
	exitUsage
	exitNoResponse
	exitPartial
)

// The meanings of the exit statuses for each command.
var (
	callStatuses = []string{
		exitSuccess:    "the call succeeded",
		exitFailure:    "the service returned an error code",
		exitUsage:      "the command line, the settings or the request body is invalid; nothing was sent",
		exitNoResponse: "no valid response: a network error, another HTTP status than 200, or a malformed response",
		exitPartial:    "the call partly failed; the failed accounts are listed on standard error",
	}
	lintStatuses = []string{
		exitSuccess: "the document keeps all rules",
		exitFailure: "the document breaks a rule",
		exitUsage:   "the command line is invalid, FILE cannot be read, or the report cannot be written",
	}
	verifyStatuses = []string{
		exitSuccess: "all requests and responses are valid",
		exitFailure: "at least one request or response is invalid",
		exitUsage:   "the command line is invalid, a file cannot be read, or the report cannot be written",
	}
)

// statusHelp returns the section of a command's help that lists its exit statuses.
func statusHelp(meanings []string) string {
	text := &strings.Builder{}
	text.WriteString("Exit status:")
	for status, meaning := range meanings {
		fmt.Fprintf(text, "\n  %d  %s", status, meaning)
	}
	return text.String()
}

// usageError is an error in the command line, the settings, a file or the request body. Nothing was sent.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func usagef(format string, arguments ...any) error {
	return usageError{fmt.Errorf(format, arguments...)}
}

// errInvalid is the error of verify if a request or response is invalid. The violations have been printed.
var errInvalid = errors.New("invalid requests or responses")

// report prints an error to standard error and returns the exit status.
func report(out io.Writer, err error) int {
	var call *rest.Error
	var batch *rest.BatchError
	var usage usageError
	switch {
	case err == nil:
		return exitSuccess
	case errors.Is(err, errInvalid), errors.Is(err, errInvalidDocument):
		return exitFailure
	case errors.As(err, &call) && call.Code != 0:
		printServiceError(out, call)
		return exitFailure
	case errors.As(err, &batch):
		printFailures(out, batch)
		return exitPartial
	case errors.As(err, &usage), call != nil && call.Attempts == 0:
		_, _ = fmt.Fprintf(out, "timsns: %v\n", err)
		return exitUsage
	}
	_, _ = fmt.Fprintf(out, "timsns: %v\n", err)
	return exitNoResponse
}

// printServiceError prints one line per property of the error. It quotes the texts of the service, which may contain
// anything.
func printServiceError(out io.Writer, call *rest.Error) {
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
