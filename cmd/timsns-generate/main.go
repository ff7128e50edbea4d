// Command timsns-generate emits a typed Go client from an OpenAPI document, as package gen of timsns is emitted from
// openapi.yaml:
//
//	timsns-generate --document openapi.yaml --output profile
//
// Another module adds it with `go get -tool github.com/timsns/timsns/cmd/timsns-generate`, and calls it with go
// generate. The command init writes a document to begin with.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/emit"
)

// The exit statuses.
const (
	exitSuccess = 0
	exitFailure = 1 // the document breaks a rule, or what is emitted does not compile
	exitUsage   = 2 // the command line is invalid, or a file cannot be read or written
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	status := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(status)
}

func run(ctx context.Context, arguments []string, out, errs io.Writer) int {
	root := newRootCommand(out) //nolint:contextcheck // cobra passes the context to the command
	root.SetArgs(arguments)
	root.SetOut(out)
	root.SetErr(errs)
	return report(errs, root.ExecuteContext(ctx))
}

// report prints an error and returns the exit status. Violations are lines that name file, line and column themselves.
func report(out io.Writer, err error) int {
	var violations api.DocumentViolations
	switch {
	case err == nil:
		return exitSuccess
	case errors.As(err, &violations):
		_, _ = fmt.Fprintln(out, violations)
		return exitFailure
	}
	_, _ = fmt.Fprintln(out, "timsns-generate:", err)
	if _, isEmitted := errors.AsType[*emit.CompileError](err); isEmitted {
		return exitFailure
	}
	return exitUsage
}
