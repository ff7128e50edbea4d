// Command timsns calls the friend-relationship service (v4/sns/*) of Tencent Cloud IM from a shell:
//
//	timsns call group_get From_Account=alice LastSequence:=0
//
// Its commands come from the document, openapi.yaml, when it runs. Without credentials it calls a sandbox of its own.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
)

func main() {
	os.Exit(run(os.Args[1:], streams{in: os.Stdin, out: os.Stdout, err: os.Stderr}))
}

// streams are where a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// run runs the command line and returns the exit status.
func run(arguments []string, streams streams) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	context.AfterFunc(ctx, stop) // a second interrupt ends the program, whatever it is doing
	root, err := newRootCommand(streams)
	if err == nil {
		root.SetArgs(arguments)
		err = root.ExecuteContext(ctx)
	}
	return report(streams.err, err)
}
