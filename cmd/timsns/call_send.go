package main

import (
	"context"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/spf13/cobra"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/rest"
)

// prepared is a request that is ready to be sent, and the printer of its response.
type prepared struct {
	operation *api.Operation
	body      jsontext.Value
	bodies    []jsontext.Value // of the requests to send: several for --split
	split     *splitBatch      // nil without --split
	print     printer          // of the response, or of an item of --all
}

// call sends a request, or the several ones that --all and --split need, and prints the response. Everything that can
// be validated locally is validated before the first request is sent.
func call(command *cobra.Command, operation *api.Operation, fields []string, flags *callFlags, streams streams) error {
	ready, err := flags.prepare(command.Context(), operation, fields, streams)
	if err != nil {
		return err
	}
	if flags.dryRun || flags.curl {
		return flags.printRequests(streams.out, operation, ready.bodies)
	}
	return flags.send(command.Context(), ready, streams)
}

func (f *callFlags) prepare(
	ctx context.Context, operation *api.Operation, fields []string, streams streams,
) (ready prepared, err error) {
	ready.operation = operation
	if ready.print, err = f.printer(operation, streams.out); err != nil {
		return ready, err
	}
	if ready.body, err = readBody(ctx, operation, fields, f.data, streams); err != nil {
		return ready, err
	}
	ready.bodies, ready.split, err = f.bodies(operation, ready.body)
	return ready, err
}

func (f *callFlags) send(ctx context.Context, ready prepared, streams streams) error {
	options, err := f.callOptions(streams.err)
	if err != nil {
		return err
	}
	if isTerminal(streams.err) {
		silence := newSilence(streams.err)
		defer silence.stop()
		options = append(options, rest.WithObserver(silence.observe))
	}
	client, stop, err := f.settings.connect(ready.operation, streams.err, options)
	if err != nil {
		return err
	}
	defer stop()
	ctx, cancel := f.limit(ctx)
	defer cancel()
	c := &caller{f.settings.service, ready.operation, client, streams}
	if f.all {
		return c.callPages(ctx, ready.body, ready.print)
	}
	response, err := c.callOnce(ctx, ready.body, ready.split)
	return c.finish(ready.body, response, err, ready.print)
}

// caller calls an operation.
type caller struct {
	service   *service
	operation *api.Operation
	client    *rest.Client
	streams   streams
}

// callOnce makes one call, or the several ones of a split batch.
func (c *caller) callOnce(ctx context.Context, body jsontext.Value, split *splitBatch) (*rest.RawResponse, error) {
	if split != nil {
		return c.callSplit(ctx, *split)
	}
	return c.call(c.client, ctx, body)
}

// finish prints a response, and returns what is wrong with it. A split batch may have both a response and an error.
func (c *caller) finish(body jsontext.Value, response *rest.RawResponse, err error, printBody printer) error {
	err = c.warn(err, body)
	switch {
	case response == nil:
		return err
	case err != nil:
		return joinErrors(err, printBody(response.Body))
	}
	return joinErrors(
		printBody(response.Body),
		c.service.validateResponse(c.operation, response.Body),
		reportBatch(c.streams.err, c.service.LookupCode, c.operation, body, response.Body),
	)
}

// call sends one request.
func (c *caller) call(
	client *rest.Client, ctx context.Context, body jsontext.Value, options ...rest.CallOption, //nolint:revive // as Method
) (*rest.RawResponse, error) {
	return rest.Call[rest.RawResponse](ctx, client, restOperation(c.operation, body), body, options...)
}

func restOperation(operation *api.Operation, request jsontext.Value) rest.Operation {
	return rest.Operation{
		ID: operation.ID, Path: operation.Path, RateLimit: operation.RateLimit,
		Idempotent: operation.IsIdempotent(request), RepeatWithin: operation.RepeatWithin,
	}
}
