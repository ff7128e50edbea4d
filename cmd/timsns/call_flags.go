package main

import (
	"context"
	"io"
	"time"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/spf13/cobra"

	"github.com/timsns/timsns/api"
)

// callFlags are the flags of call and its subcommands.
type callFlags struct {
	settings   settings
	data       string
	noValidate bool
	all        bool
	split      bool

	dryRun  bool
	curl    bool
	timeout time.Duration // of the whole call; 0 is no limit
	retries int

	output  string
	filter  string // an expression of jq
	verbose bool
	timing  bool
	list    bool
}

func (f *callFlags) register(command *cobra.Command) {
	set := command.PersistentFlags()
	f.settings.register(command)
	set.StringVar(&f.data, "data", "", "the request body: JSON, @FILE, or @- for standard input")
	set.BoolVar(&f.noValidate, "no-validate", false, "send the body without validating it against the document")
	set.BoolVar(&f.all, "all", false, "read all pages, and print each item as JSON on a line")
	set.BoolVar(&f.split, "split", false, "make as many calls as a large batch needs, and merge the responses")
	set.BoolVar(&f.dryRun, "dry-run", false, "print the request without its signature, and send nothing")
	set.BoolVar(&f.curl, "curl", false, "print a command of curl that sends the request, and send nothing")
	set.DurationVar(&f.timeout, "timeout", 0, "the time for the whole call, such as 10s (default: no limit)")
	set.IntVar(&f.retries, "retries", defaultRetries, "how often to repeat a request, if that is safe and can help")
	set.StringVarP(&f.output, "output", "o", outputAuto,
		"the format of the response: json, yaml, table, or auto (a table on a terminal)")
	set.StringVar(&f.filter, "jq", "", "print what a jq expression makes of the response, or of each item of --all")
	set.BoolVarP(&f.verbose, "verbose", "v", false, "log each attempt to standard error")
	set.BoolVar(&f.timing, "timing", false, "print to standard error how long each attempt took")
	_ = command.RegisterFlagCompletionFunc("data", completeData)
	completeWith(command, "output", outputFormats)
}

// limit returns a context that ends after --timeout, and a function that releases it.
func (f *callFlags) limit(ctx context.Context) (context.Context, context.CancelFunc) {
	if f.timeout == 0 {
		return ctx, func() {}
	}
	return context.WithTimeout(ctx, f.timeout)
}

// printer returns the printer of responses, or of items. It fails if flags do not fit the operation or each other.
func (f *callFlags) printer(operation *api.Operation, out io.Writer) (printer, error) {
	switch service := f.settings.service; {
	case f.all && f.split:
		return nil, usagef("want --all or --split, not both")
	case f.dryRun && f.curl:
		return nil, usagef("want --dry-run or --curl, not both")
	case f.all:
		if err := service.checkPages(operation); err != nil {
			return nil, err
		}
		return newItemPrinter(f.output, f.filter, out)
	case f.split:
		if err := service.checkSplit(operation); err != nil {
			return nil, err
		}
	}
	return newPrinter(f.output, f.filter, out)
}

// bodies returns the bodies of the requests to send, which are valid. With --split, it also returns the batch.
func (f *callFlags) bodies(operation *api.Operation, body jsontext.Value) ([]jsontext.Value, *splitBatch, error) {
	bodies := []jsontext.Value{body}
	var split *splitBatch
	if f.split {
		batch, err := newSplitBatch(operation.Batch, body)
		if err != nil {
			return nil, nil, err
		}
		split = &batch
		if len(batch.elements) > 0 {
			if bodies, err = batch.bodies(operation.Batch.Size); err != nil {
				return nil, nil, err
			}
		}
	}
	for _, body := range bodies {
		if err := f.settings.service.validateBody(operation, body, f.noValidate); err != nil {
			return nil, nil, err
		}
	}
	return bodies, split, nil
}
