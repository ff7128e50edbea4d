package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/go-json-experiment/json"

	"github.com/timsns/timsns/internal/export"
)

// maxListedFailures is how many failures of an export are printed.
const maxListedFailures = 20

// finishExport prints how an export ended, and returns the error for the exit status.
func finishExport(log io.Writer, output string, status export.Status, err error) error {
	goOn := fmt.Sprintf("after line %d of %d; the same command line goes on from there", status.Done, status.Total)
	if status.Pass > 0 {
		goOn = fmt.Sprintf("after failure %d of %d; the same command line goes on from there", status.Done, status.Total)
	}
	invalid, isInvalid := errors.AsType[*export.InvalidError](err)
	failed, isWriteError := errors.AsType[*export.WriteError](err)
	stopped, isStopped := errors.AsType[*export.StoppedError](err)
	switch {
	case isInvalid:
		return usageError{invalid}
	case isWriteError:
		return &outputError{fmt.Errorf("writing the export: %w", failed)}
	case errors.Is(err, context.Canceled):
		return fmt.Errorf("interrupted %s: %w", goOn, context.Canceled)
	case isStopped:
		_, _ = fmt.Fprintf(log, "timsns: stopped %s: %s failed for %d accounts in a row, at last with:\n",
			goOn, stopped.Command, stopped.Count)
		return stopped.Err
	case err != nil || status.Failures == 0:
		return err
	}
	return listFailures(log, output, status.Failures)
}

// errExport is the error of an export with failures, which have been listed.
var errExport = errors.New("exported with failures")

// listFailures prints the first failures.
func listFailures(log io.Writer, output string, total int64) error {
	name := output + export.FailuresSuffix
	file, err := os.Open(name) //nolint:gosec // beside the file that the user names
	if err != nil {
		return &outputError{err}
	}
	defer func() { _ = file.Close() }() // it was only read
	_, _ = fmt.Fprintf(log, "timsns: %s failed, which %s lists; the same command line tries them again:\n",
		plural(int(total), "call"), name)
	lines := bufio.NewReader(file)
	for range maxListedFailures {
		text, err := lines.ReadBytes('\n')
		var failure export.Failure
		if err != nil || json.Unmarshal(text, &failure) != nil {
			break
		}
		_, _ = fmt.Fprintf(log, "  %s, line %d: %s\n", quoteUnsafe(failure.Account), failure.Line, escapeUnsafe(failure.Message))
	}
	if total > maxListedFailures {
		_, _ = fmt.Fprintf(log, "  … and %d more\n", total-maxListedFailures)
	}
	return errExport
}
