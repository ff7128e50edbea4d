// Command timsns calls the friend-relationship service (v4/sns/*) of Tencent Cloud IM, validates recorded requests and
// responses, and compares the vendor's pages with the document:
//
//	timsns call group_get From_Account=alice LastSequence=0
//	timsns verify traffic.har
//	timsns drift group_get.md
//
// It reads the service's commands from the embedded openapi.yaml, or from another document. Without credentials, an
// embedded sandbox answers the commands that only read.
package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
)

// The percentages for the garbage collector. Most runs parse the document and end: collecting meanwhile takes a seventh
// of their time. Those that last would use several times the memory that they need.
const (
	shortRun = 400
	longRun  = 100
)

func main() {
	debug.SetGCPercent(shortRun)
	os.Exit(run(os.Args[1:], streams{in: os.Stdin, out: os.Stdout, err: os.Stderr}))
}

// streams are the standard streams of a command.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// run runs the command line, until an interrupt, and returns the exit status.
func run(arguments []string, streams streams) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	context.AfterFunc(ctx, stop) // so that a second interrupt kills the program
	return runContext(ctx, arguments, streams)
}

func runContext(ctx context.Context, arguments []string, streams streams) int {
	out := &output{Writer: streams.out}
	streams.out = out
	root, err := newRootCommand(arguments, streams) //nolint:contextcheck // commands have the context of ExecuteContext
	if err == nil {
		root.SetArgs(arguments)
		err = root.ExecuteContext(ctx)
	}
	if out.err != nil && !errors.Is(err, out.err) { // cobra ignores errors of writing help
		err = joinErrors(out.err, err)
	}
	return report(streams.err, err)
}
