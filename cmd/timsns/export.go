package main

import (
	"context"
	"fmt"
	"iter"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/spf13/cobra"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/export"
)

const exportHelp = `Call commands that only read for each account in a file, and write the responses to a file,
at the rate that the quota allows. Pass the fields of a request after its command, as for
timsns call, but not the account: it goes into the first field that is a required text, or
else into the batch. Required numbers that you do not pass are 0, which asks for the first
page or for everything, or the maximum if they may not be 0.

The accounts file has a UserID on each line, in UTF-8. The output has a line for each
response and, where a command returns pages, for each page, in the order of the accounts
file and of the commands:

  {"Account":"alice","Command":"COMMAND","Response":{…}}

An export that ended early, even by a crash, goes on when the same command line runs again:
nothing is lost or repeated. OUTPUT.state has what it needs for that. It reads the accounts
file again, so that must be a file, and stay the same. --restart begins anew, and overwrites
the output. Two processes cannot export to the same file, except on Windows.

Accounts whose calls fail after all retries are in OUTPUT.failed, with the command, the code
and a message. When the export has ended, the same command line tries only these again, and
appends their lines.

If calls seem to fail for all accounts, the export ends early, and goes on later from before
the first of these failures: after --stop-after failures of a command in a row or, if their
codes are among those that the document lists for the command, as for an account that does
not exist, after 50 times as many.

All processes of an app share its quota: leave a part of it to others with --share, or let
exports keep to it together with --redis. While Redis does not respond, each of them uses a
tenth of it.

The settings and credentials are those of timsns call.

`

var exportStatuses = []exitStatus{
	{exitSuccess, "all accounts are exported"},
	{exitFailure, "ended early: the service returns error codes for all accounts"},
	{exitUsage, "the command line, the settings, a request or a file is invalid; nothing was sent"},
	{exitNoResponse, "ended early: no valid responses"},
	{exitPartial, "exported, but calls failed; OUTPUT.failed lists them"},
	{exitOutput, "a file cannot be written"},
	{exitInterrupted, "interrupted by Ctrl-C or SIGTERM"},
}

// exportFlags are the flags of the command export.
type exportFlags struct {
	settings         *settings
	accounts, output string
	restart          bool
	concurrency      int
	stopAfter        int
	share            float64
	redis            string
}

func newExportCommand(settings *settings, streams streams) *cobra.Command {
	flags := &exportFlags{settings: settings}
	command := &cobra.Command{
		Use:   "export COMMAND [FIELD=VALUE]… [COMMAND [FIELD=VALUE]…]… --accounts FILE",
		Short: "Call commands that only read for many accounts",
		Long:  exportHelp + statusHelp(exportStatuses),
		Example: `  timsns export friend_get --accounts users.txt -o friends.ndjson
  timsns export friend_get black_list_get group_get NeedFriend=Need_Friend_Type_Yes --accounts users.txt`,
		RunE: func(command *cobra.Command, arguments []string) error {
			return flags.run(command.Context(), arguments, streams)
		},
		ValidArgsFunction: settings.service.completeExport,
	}
	if !settings.service.isEmbedded {
		command.Example = ""
	}
	settings.register(command)
	set := command.Flags()
	set.StringVar(&flags.accounts, "accounts", "", "the `FILE` with a UserID on each line")
	set.StringVarP(&flags.output, "output", "o", "", "the `FILE` for the responses (default: the accounts file's name and .ndjson)")
	set.BoolVar(&flags.restart, "restart", false, "begin anew, and overwrite the output")
	set.IntVar(&flags.concurrency, "concurrency", defaultConcurrency, "how many accounts are exported at the same time")
	set.IntVar(&flags.stopAfter, "stop-after", defaultStopAfter, "how many failures of a command in a row end the export; 0 for any number")
	set.Float64Var(&flags.share, "share", 1, "the share of the quota to use: 0.5 leaves half of it to others, 2 suits a doubled one")
	set.StringVar(&flags.redis, "redis", "", "the `URL` of a Redis through which processes share the quota (TIMSNS_REDIS)")
	return command
}

// defaultConcurrency uses the quota of 200 calls a second even if a call takes 300 ms.
const defaultConcurrency = 64

// defaultStopAfter is more than the attempts of a short disturbance, and less than the calls of a second.
const defaultStopAfter = 20

// run runs the export, and says how it ended.
func (f *exportFlags) run(ctx context.Context, arguments []string, streams streams) error {
	debug.SetGCPercent(longRun)
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGTERM)
	defer stop()
	job, err := f.job(ctx, arguments, streams)
	if err != nil {
		return err
	}
	options, closeRedis, err := f.limiter(ctx)
	if err != nil {
		return err
	}
	defer closeRedis()
	first, _ := f.settings.service.Operation(arguments[0])
	client, release, err := f.settings.connect(first, streams.err, options) //nolint:contextcheck // a sandbox outlives no export
	if err != nil {
		return err
	}
	defer release()
	job.Call = func(ctx context.Context, operation *api.Operation, body jsontext.Value) iter.Seq2[jsontext.Value, error] {
		return (&caller{f.settings.service, operation, client, streams}).bodies(ctx, body)
	}
	progress := newExportProgress(streams.err)
	job.Observe = progress.observe
	status, err := export.Run(ctx, job)
	progress.end()
	if err == nil && status.Failures == 0 && !progress.hasBegun() {
		_, _ = fmt.Fprintf(streams.err, "timsns: %s is complete; --restart exports all accounts again\n", job.Output)
	}
	return finishExport(streams.err, job.Output, status, err)
}

// bodies returns an iterator over the bodies of all pages.
func (c *caller) bodies(ctx context.Context, request jsontext.Value) iter.Seq2[jsontext.Value, error] {
	return func(yield func(jsontext.Value, error) bool) {
		for page, err := range c.pages(ctx, request) {
			var body jsontext.Value
			if err == nil {
				body = page.Body
			}
			if !yield(body, err) {
				return
			}
		}
	}
}
