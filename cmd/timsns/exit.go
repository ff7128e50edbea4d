package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/rest"
)

// The exit statuses.
const (
	exitSuccess     = 0
	exitFailure     = 1
	exitUsage       = 2
	exitNoResponse  = 3
	exitPartial     = 4
	exitOutput      = 5
	exitInterrupted = 130 // as shells have it: 128 and the number of the signal
)

// invalidCommandLine is the meaning of exitUsage for commands that read no files.
const invalidCommandLine = "the command line is invalid"

// exitStatus is an exit status with its meaning for a command.
type exitStatus struct {
	status  int
	meaning string
}

const noReport = "the report cannot be written to standard output"

var (
	callStatuses = []exitStatus{
		{exitSuccess, "the call succeeded"},
		{exitFailure, "the service returned an error code"},
		{exitUsage, "the command line, the settings or the request body is invalid; nothing was sent"},
		{exitNoResponse, "no valid response: a network error, another HTTP status than 200, or a response " +
			"that is malformed or violates the document; a response that can be read is printed"},
		{exitPartial, "the call partly failed; the failed accounts are listed on standard error"},
		{exitOutput, "the response arrived, but --jq fails, or standard output cannot be written"},
		{exitInterrupted, "interrupted; whether a request was sent is on standard error"},
	}
	driftStatuses = []exitStatus{
		{exitSuccess, "the document agrees with the pages"},
		{exitFailure, "the document differs from a page"},
		{exitUsage, "the command line is invalid, or a page cannot be read"},
		{exitOutput, noReport},
	}
	lintStatuses = []exitStatus{
		{exitSuccess, "the document keeps all rules"},
		{exitFailure, "the document breaks a rule"},
		{exitUsage, "the command line is invalid, or FILE cannot be read"},
		{exitOutput, noReport},
	}
	draftStatuses = []exitStatus{
		{exitSuccess, "the draft is complete"},
		{exitFailure, "the draft has open points, which are listed"},
		{exitUsage, "the command line is invalid, a page or the document cannot be read, or has the command already"},
		{exitOutput, noReport},
	}
	packetsStatuses = []exitStatus{
		{exitSuccess, "fixtures notice all edits, and fit the document"},
		{exitFailure, "an edit is unnoticed, a fixture is missing or stale, or the document breaks a rule"},
		{exitUsage, "the command line is invalid, or a file cannot be read or written"},
		{exitOutput, noReport},
	}
	verifyStatuses = []exitStatus{
		{exitSuccess, "all requests and responses are valid"},
		{exitFailure, "at least one request or response is invalid"},
		{exitUsage, "the command line is invalid, a file cannot be read, or no message has a known command"},
		{exitOutput, noReport},
		{exitInterrupted, "interrupted; there is no report"},
	}
)

// statusHelp returns the section of a command's help that lists its exit statuses.
func statusHelp(statuses []exitStatus) string {
	text := &strings.Builder{}
	text.WriteString("Exit status:")
	for _, status := range statuses {
		fmt.Fprintf(text, "\n  %3d  %s", status.status, status.meaning)
	}
	return text.String()
}

// usageError is an error in the command line, the settings, a file or the request body. Nothing was sent.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func usagef(format string, arguments ...any) error {
	return usageError{fmt.Errorf(format, arguments...)}
}

// responseError is the error of a call whose response violates the document. The response has been printed.
type responseError struct {
	document   string // its file
	violations api.Violations
}

func (e *responseError) Error() string { return "the response violates " + e.document }

// severalErrors are errors of one command. The exit status is that of the first.
type severalErrors []error

func (e severalErrors) Error() string { return errors.Join(e...).Error() }

func (e severalErrors) Unwrap() []error { return e }

// joinErrors returns the errors that are not nil, or nil if all are.
func joinErrors(all ...error) error {
	var several severalErrors
	for _, err := range all {
		if err != nil {
			several = append(several, err)
		}
	}
	if several == nil {
		return nil
	}
	return several
}

// errPrinted is the error of a command that has printed what is wrong, as its result.
var errPrinted = errors.New("failed")

// errInvalid is the error of verify if a request or response is invalid. The violations have been printed.
var errInvalid = errors.New("invalid requests or responses")

// report prints an error to standard error and returns the exit status.
func report(out io.Writer, err error) int {
	several, ok := err.(severalErrors) //nolint:errorlint // only the command itself returns several
	if !ok {
		return reportOne(out, err)
	}
	status := exitSuccess
	for _, one := range several {
		if reported := report(out, one); status == exitSuccess {
			status = reported
		}
	}
	return status
}

func reportOne(out io.Writer, err error) int {
	var call *rest.Error
	var batch *rest.BatchError
	var invalid *responseError
	if split, ok := errors.AsType[*rest.SplitError](err); ok {
		_, _ = fmt.Fprintf(out, "timsns: %d of %d items were answered before a call failed:\n", split.Done, split.Total)
		err = split.Err
	}
	switch {
	case err == nil:
		return exitSuccess
	case errors.Is(err, errInvalid), errors.Is(err, errInvalidDocument), errors.Is(err, errPackets),
		errors.Is(err, errDrift), errors.Is(err, errOpen), errors.Is(err, errPrinted):
		return exitFailure
	case errors.Is(err, errExport):
		return exitPartial
	case errors.As(err, &call) && call.Code != 0:
		printServiceError(out, call)
		return exitFailure
	case errors.As(err, &batch):
		printFailures(out, batch)
		return exitPartial
	case errors.As(err, &invalid):
		printViolations(out, invalid)
		return exitNoResponse
	}
	_, _ = fmt.Fprintf(out, "timsns: %s\n", escapeUnsafe(err.Error()))
	return statusOf(err)
}

// statusOf returns the exit status for an error that is printed as it is.
func statusOf(err error) int {
	var call *rest.Error
	var usage usageError
	var output *outputError
	switch {
	case errors.As(err, &output):
		return exitOutput
	case errors.Is(err, context.Canceled):
		return exitInterrupted
	case errors.As(err, &usage):
		return exitUsage
	case errors.Is(err, rest.ErrRepeatedPage), errors.Is(err, context.DeadlineExceeded): // maybe without an attempt
		return exitNoResponse
	case errors.As(err, &call) && call.Attempts == 0:
		return exitUsage
	}
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

// maxViolations is the largest number of violations of a response that are printed.
const maxViolations = 20

func printViolations(out io.Writer, invalid *responseError) {
	_, _ = fmt.Fprintf(out, "timsns: %s:\n", escapeUnsafe(invalid.Error()))
	for i, violation := range invalid.violations {
		if i == maxViolations {
			_, _ = fmt.Fprintf(out, "  … and %s\n", plural(len(invalid.violations)-i, "more violation"))
			return
		}
		_, _ = fmt.Fprintf(out, "  %s: %s\n", escapeUnsafe(violation.Path), escapeUnsafe(violation.Reason))
	}
}
