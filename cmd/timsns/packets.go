package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/mutation"
)

const packetsHelp = `List what the fixtures of a document lack, or write it.

The document is that of --document, or openapi.yaml in the current folder. The packets are
its fixtures: recorded bodies in PACKETS/COMMAND/requests and responses, and invalid ones
in PACKETS/refused. PACKETS is --packets; by default, it is api/fixtures beside the
document if that exists, and otherwise packets.

The command edits the schemas of the document, one edit at a time: a required property
becomes optional, a bound moves by one, an enum loses a value. It lists the edits that
change the validity of no fixture, since such a change could get lost unseen, the fixtures
that the document no longer fits, its examples that are no fixtures, and the folders of
commands that it does not have. With COMMANDs, it makes only edits of the schemas that one
of these commands alone uses.

With --complete, it writes the examples of the document that have no fixture, derives the
other missing fixtures from the valid ones, and renews or removes those that a change of
the document made stale. It changes only fixtures with a name of its own, a property and a
change such as from-account-too-long, and lists the others for you to edit. It lists every
file that it changes; review them, since they restate the document. It leaves the requests
or responses of a command alone while one of their valid fixtures is yours to edit.

The query parameters have no fixtures; the contract tests cover them.

`

func newPacketsCommand(flags *documentFlags, streams streams) *cobra.Command {
	isComplete := false
	command := &cobra.Command{
		Use:   "packets [COMMAND...]",
		Short: "List or write the fixtures that the document lacks",
		Long:  packetsHelp + statusHelp(packetsStatuses),
		Example: `  timsns packets                         # list what is missing or stale
  timsns packets --complete              # write it
  timsns packets --complete group_get    # only for one command`,
		RunE: func(_ *cobra.Command, arguments []string) error {
			return runPackets(flags, isComplete, arguments, streams.out)
		},
		Annotations: map[string]string{readsDocument: ""},
	}
	command.Flags().BoolVar(&isComplete, "complete", false, "add, renew and remove fixtures")
	return command
}

// errPackets is the error of packets if fixtures are missing or stale. They have been listed.
var errPackets = errors.New("fixtures are missing or stale")

func runPackets(flags *documentFlags, isComplete bool, commands []string, out io.Writer) error {
	text, err := os.ReadFile(flags.file())
	if err != nil {
		return usageError{err}
	}
	folders := flags.folders(flags.file())
	if _, err := os.Stat(folders.Valid); err != nil && (!isComplete || flags.packets != "") { // the default may be made
		return usageError{err}
	}
	if violations := api.Lint(flags.file(), text).WithoutTodos(); len(violations) > 0 {
		if _, err := fmt.Fprintln(out, violations); err != nil {
			return usageError{err}
		}
		return errInvalidDocument
	}
	run := mutation.Check
	if isComplete {
		run = mutation.Complete
	}
	report, err := run(text, folders, commands)
	if report != nil {
		if err := printReport(out, report, isComplete); err != nil {
			return err
		}
	}
	switch {
	case err != nil:
		return usageError{err}
	case len(report.Unnoticed)+len(report.Stale)+len(report.Missing)+len(report.Unknown) > 0:
		return errPackets
	}
	return nil
}

func printReport(out io.Writer, report *mutation.Report, isComplete bool) error {
	counts := map[mutation.Action]int{}
	lines := make([]string, 0, len(report.Changes)+len(report.Stale)+len(report.Unnoticed))
	for _, change := range report.Changes {
		counts[change.Action]++
		lines = append(lines, fmt.Sprintf("%s %s: %s", change.Action, change.File, change.Reason))
	}
	for _, stale := range report.Stale {
		lines = append(lines, fmt.Sprintf("stale %s: %s; %s", stale.File, stale.Problem, remedy(stale)))
	}
	for _, file := range report.Missing {
		lines = append(lines, fmt.Sprintf("missing %s: the document has an example of this name; --complete writes it", file))
	}
	for _, folder := range report.Unknown {
		lines = append(lines, fmt.Sprintf("unknown %s: the document has no command of this name; rename or remove it", folder))
	}
	for _, edit := range report.Unnoticed {
		lines = append(lines, fmt.Sprintf("unnoticed %s", edit))
	}
	summary := fmt.Sprintf("%s, %d unnoticed; %s", plural(report.Made, "edit"), len(report.Unnoticed),
		plural(len(report.Stale), "stale fixture"))
	if isComplete {
		summary += fmt.Sprintf("; %d added, %d renewed, %d removed", counts[mutation.Added], counts[mutation.Renewed],
			counts[mutation.Removed])
	}
	for _, line := range append(lines, summary) {
		if _, err := fmt.Fprintln(out, escapeUnsafe(line)); err != nil {
			return usageError{err}
		}
	}
	return nil
}

func remedy(stale mutation.Stale) string {
	if stale.Generated {
		return "--complete renews or removes it"
	}
	return "edit it"
}
