package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/signal"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/sandbox"
)

const sandboxCommandHelp = `Serve a sandbox to tests of any language, until Ctrl-C or SIGTERM. It listens on this
machine only, and prints its address and its credentials as environment variables:

  timsns sandbox > sandbox.env &
  until test -s sandbox.env; do sleep 0.1; done
  . ./sandbox.env

timsns call then calls it. TIMSNS_QUERY is a signed query, for programs that make no
UserSig of their own:

  curl "$TIMSNS_SERVER/v4/sns/group_get?$TIMSNS_QUERY" -d '{"From_Account": "alice"}'

The secret key is a new one each time, and worth nothing elsewhere. The service starts with
sample data, see timsns call --help, or with the accounts in a file, see --seed:

  {"Accounts": [
    {"UserID": "amy", "Friends": [{"UserID": "ben", "Remark": "Ben"}],
     "Lists": [{"Name": "work", "Members": ["ben"]}], "Blocked": [{"UserID": "dan"}]},
    {"UserID": "ben", "AllowType": "AllowType_Type_NeedConfirm"}]}

Only the UserIDs are required. A file that --state has saved has the same form.

`

var sandboxStatuses = []exitStatus{
	{exitSuccess, "the sandbox ended by Ctrl-C or SIGTERM"},
	{exitUsage, "the command line is invalid, the address is not free, or a file cannot be read or written"},
	{exitOutput, "the address cannot be written to standard output"},
}

// sandboxFlags are the flags of the command sandbox.
type sandboxFlags struct {
	listen, output, seed, state string
	noQuota, cors               bool
	latency                     time.Duration
	codes                       []string
	drop                        float64
}

func newSandboxCommand(service *service, streams streams) *cobra.Command {
	flags := &sandboxFlags{}
	command := &cobra.Command{
		Use:   "sandbox",
		Short: "Serve a sandbox to tests of any language",
		Long:  sandboxCommandHelp + statusHelp(sandboxStatuses),
		Example: `  timsns sandbox --listen 127.0.0.1:8080 --state sandbox.json
  timsns sandbox --code 30006:group_get --latency 200ms --drop 0.1
  timsns sandbox --document modules/profile/openapi.yaml`,
		Args: noArguments,
		RunE: func(command *cobra.Command, _ []string) error {
			return flags.serve(command.Context(), service, streams)
		},
	}
	set := command.Flags()
	set.StringVar(&flags.listen, "listen", "127.0.0.1:0", "the `ADDRESS` to listen on, of this machine only; port 0 is a free one")
	set.StringVarP(&flags.output, "output", "o", outputShell, "how to print the address: sh or json")
	set.StringVar(&flags.seed, "seed", "", "a JSON `FILE` with the accounts to begin with, instead of the sample data")
	set.StringVar(&flags.state, "state", "", "a `FILE` that keeps the accounts: loaded if it exists, and saved at the end")
	set.BoolVar(&flags.noQuota, "no-quota", false, "do not enforce rate limits")
	set.BoolVar(&flags.cors, "cors", false, "let pages of this machine call the sandbox from a browser")
	set.DurationVar(&flags.latency, "latency", 0, "how long each response is delayed, such as 200ms")
	set.StringArrayVar(&flags.codes, "code", nil, "a `CODE[:COMMAND]` that a command, or each one, returns without being carried out; may be repeated")
	set.Float64Var(&flags.drop, "drop", 0, "the `SHARE` of requests, 0 to 1, that get no response although they are carried out")
	completeWith(command, "output", []string{outputShell, outputJSON})
	return command
}

// serve runs a sandbox until the context or the process is asked to end.
func (f *sandboxFlags) serve(ctx context.Context, service *service, streams streams) error {
	debug.SetGCPercent(longRun)
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGTERM)
	defer stop()
	printEnvironment, err := environmentPrinter(f.output)
	if err != nil {
		return err
	}
	options, err := f.options(service)
	if err != nil {
		return err
	}
	server, err := sandbox.Listen(options...) //nolint:contextcheck // it is closed below
	if err != nil {
		return usageError{err}
	}
	defer func() { _ = server.Close() }()
	if err := f.load(server); err != nil {
		return err
	}
	if err := printEnvironment(ctx, streams.out, server); err != nil {
		return err
	}
	<-ctx.Done()
	_ = server.Close() // so that no call changes what is saved
	return f.save(server)
}

func (f *sandboxFlags) options(service *service) ([]sandbox.Option, error) {
	if !service.isEmbedded && f.seed+f.state != "" {
		return nil, usagef("--seed, --state: the sandbox answers from the fixtures of %s, and keeps no accounts", service.file)
	}
	codes, err := parseCodes(f.codes, service)
	if err != nil {
		return nil, err
	}
	options := []sandbox.Option{
		sandbox.WithDocument(service.Document), sandbox.WithAddress(f.listen),
		sandbox.WithFaults(sandbox.Faults{Latency: f.latency, Drop: f.drop, Codes: codes}),
	}
	if f.noQuota {
		options = append(options, sandbox.WithoutQuota())
	}
	if f.cors {
		options = append(options, sandbox.WithCORS())
	}
	return options, nil
}

// parseCodes reads the values of --code.
func parseCodes(values []string, service *service) (map[string]gen.ErrorCode, error) {
	codes := map[string]gen.ErrorCode{}
	for _, value := range values {
		number, command, hasCommand := strings.Cut(value, ":")
		code, err := strconv.ParseUint(number, 10, 31)
		if err != nil || code == 0 {
			return nil, usagef("--code: want a code such as 30006 or 30006:group_get, got %q", value)
		}
		if _, isKnown := service.Operation(command); hasCommand && !isKnown {
			return nil, service.unknownCommand("--code", command)
		}
		codes[command] = gen.ErrorCode(code)
	}
	return codes, nil
}

// load reads the accounts that the sandbox begins with.
func (f *sandboxFlags) load(server *sandbox.Server) error {
	flag, name := "--state", f.state
	if _, err := os.Stat(name); name == "" || errors.Is(err, fs.ErrNotExist) {
		flag, name = "--seed", f.seed
	}
	if name == "" {
		return nil
	}
	file, err := os.Open(name) //nolint:gosec // the file that the user names
	if err != nil {
		return usagef("%s: %w", flag, err)
	}
	defer func() { _ = file.Close() }()
	if err := server.Load(file); err != nil {
		return usagef("%s: %s: %w", flag, name, err)
	}
	return nil
}

// save writes another file first, so that a failure leaves the old one as it is.
func (f *sandboxFlags) save(server *sandbox.Server) error {
	if f.state == "" {
		return nil
	}
	var text strings.Builder
	next := f.state + ".new"
	err := server.Save(&text)
	if err == nil {
		err = os.WriteFile(next, []byte(text.String()), 0o600)
	}
	if err == nil {
		err = os.Rename(next, f.state)
	}
	if err != nil {
		return usagef("--state: %w", err)
	}
	return nil
}
