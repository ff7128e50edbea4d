package main

import (
	"context"
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"
)

const doctorHelp = `Check everything that a call needs, and say what to do about what is wrong. Each line is
one check:

  ok      it is as it should be
  warn    calls may work all the same
  fail    calls cannot work

The checks are: the credentials, the secret key, the settings of a proxy, the hosts of the
region, this machine's clock, and a call that only reads. If the service does not know the
app, the hosts of the other regions are asked too.

`

var doctorStatuses = []exitStatus{
	{exitSuccess, "no check failed"},
	{exitFailure, "a check failed"},
	{exitUsage, invalidCommandLine},
	{exitOutput, "the results cannot be written to standard output"},
}

func newDoctorCommand(settings *settings, streams streams) *cobra.Command {
	command := &cobra.Command{
		Use:   "doctor",
		Short: "Check credentials, clock, region and network",
		Long:  doctorHelp + statusHelp(doctorStatuses),
		Args:  noArguments,
		RunE: func(command *cobra.Command, _ []string) error {
			given, err := settings.complete()
			doctor := &doctor{settings: given, service: settings.service, out: streams.out}
			if err != nil {
				doctor.reportf(fail, "settings", "%v", err)
			} else {
				doctor.examine(command.Context())
			}
			return doctor.verdict()
		},
	}
	settings.registerApp(command)
	settings.registerServer(command)
	return command
}

// doctor checks what a call needs, and prints the results.
type doctor struct {
	settings settings
	service  *service
	out      io.Writer
	err      error // of writing
	results  []result
}

// result is the result of a check.
type result string

const (
	isOK result = "ok"
	warn result = "warn"
	fail result = "fail"
)

// reportf prints the result of a check.
func (d *doctor) reportf(result result, check, format string, arguments ...any) {
	d.results = append(d.results, result)
	line := fmt.Sprintf("%-4s  %-12s %s", result, check, escapeUnsafe(fmt.Sprintf(format, arguments...)))
	if _, err := fmt.Fprintln(d.out, line); err != nil && d.err == nil {
		d.err = err
	}
}

func (d *doctor) verdict() error {
	switch {
	case d.err != nil:
		return d.err
	case slices.Contains(d.results, fail):
		return errPrinted
	}
	return nil
}

// examine makes all checks that the settings allow.
func (d *doctor) examine(ctx context.Context) {
	credentials, isComplete := d.checkCredentials()
	server, isKnown := d.checkServer()
	if !isKnown {
		return
	}
	d.checkProxy(server)
	d.checkHosts(ctx, server)
	if isComplete {
		d.checkCall(ctx, server, credentials)
	}
}
