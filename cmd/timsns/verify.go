package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/api/verify"
)

const verifyHelp = `Verify judges recorded packets by the document: requests and replies, in files or in all files of folders that end with
.json, .ndjson, .jsonl or .har. A file holds

  the body of one request or reply; its path tells the command and which of both it is, as in group_get/requests/first.json,
  unless --command and --direction do; if neither tells which, what has ActionStatus or ErrorCode is a reply
  or one exchange: {"url": …, "request": {…}, "status": 200, "response": {…}}, with "command" where there is no "url", and
  "unsigned": true where the URL was recorded before the signature was added; a member of another name is a finding
  or, in NDJSON, one of these on each line
  or an HTTP Archive (HAR), saved with the content of its bodies; entries that are not of the service are skipped.

- is standard input. A file that is named twice is judged once. A link to a folder is followed if it is named itself; within a folder
it is refused. Properties and error codes that the document does not know are findings, so that drift of the service is noticed.
UserIDs and signatures in packets are not repeated in what is printed.

`

type verifyFlags struct {
	command, direction, format, output string

	allowUndeclared bool
}

func newVerifyCommand(document *api.Document, streams streams) *cobra.Command {
	flags := &verifyFlags{}
	command := &cobra.Command{
		Use:   "verify FILE…",
		Short: "Judge recorded packets by the document",
		Long:  verifyHelp + exitStatuses,
		Example: `  timsns verify packets/
  timsns verify --command group_get --direction response reply.json
  timsns verify --output junit packets/ traffic.har > report.xml
  timsns verify --output github packets/     # annotations in a GitHub workflow`,
		RunE: func(command *cobra.Command, paths []string) error {
			return runVerify(command.Context(), paths, document, flags, streams)
		},
	}
	set := command.Flags()
	set.StringVar(&flags.command, "command", "", "the command of packets that stand alone")
	set.StringVar(&flags.direction, "direction", "", "what packets that stand alone are: request or response")
	set.StringVar(&flags.format, "format", "", "how packets stand in the files: json, ndjson or har (default: by the end of the name, and the content)")
	set.StringVar(&flags.output, "output", outputText, "how to print what is found: "+strings.Join(outputs(), ", "))
	set.BoolVar(&flags.allowUndeclared, "allow-undeclared", false, "allow properties and error codes that the document does not know")
	completeWith(command, "direction", []string{request, response})
	completeWith(command, "format", []string{string(verify.FormatJSON), string(verify.FormatNDJSON), string(verify.FormatHAR)})
	completeWith(command, "output", outputs())
	completeWith(command, "command", commandsOf(document))
	return command
}

func commandsOf(document *api.Document) []string {
	operations := document.Operations()
	names := make([]string, 0, len(operations))
	for _, operation := range operations {
		names = append(names, operation.Command)
	}
	return names
}

// errBroken is the error of packets that break the contract. What is wrong has been printed.
var errBroken = errors.New("packets break the contract")

func runVerify(ctx context.Context, paths []string, document *api.Document, flags *verifyFlags, streams streams) error {
	pattern, err := flags.source(document)
	if err != nil {
		return err
	}
	printVerdicts, isKnown := verdictPrinters[flags.output]
	if !isKnown {
		return usagef("--output: want %s, got %q", strings.Join(outputs(), ", "), flags.output)
	}
	judge := document
	if !flags.allowUndeclared {
		if judge, err = api.LoadStrict(); err != nil {
			return err
		}
	}
	sources, err := readSources(ctx, paths, pattern, streams.in)
	if err != nil {
		return err
	}
	found := &verification{files: len(sources)}
	for _, source := range sources {
		verdicts := verify.File(judge, source)
		if len(verdicts) == 0 {
			_, _ = fmt.Fprintf(streams.err, "timsns: %s: no packets of this service\n", quoteIfOdd(source.Name))
		}
		found.verdicts = append(found.verdicts, verdicts...)
	}
	if len(found.verdicts) == 0 {
		return usagef("want packets of this service in %s", quoteIfOdd(strings.Join(paths, ", ")))
	}
	if err := found.write(streams.out, printVerdicts); err != nil {
		return err // before what was found, of which nothing is known without the report
	}
	return found.err()
}

// source returns what the flags say of packets that stand alone.
func (f *verifyFlags) source(document *api.Document) (verify.Source, error) {
	source := verify.Source{Command: f.command, Format: verify.Format(f.format)}
	if _, isKnown := document.Operation(f.command); f.command != "" && !isKnown {
		return source, usagef("--command: want one of %s, got %q", strings.Join(commandsOf(document), ", "), f.command)
	}
	switch f.direction {
	case "":
	case request:
		source.Direction = api.Requests
	case response:
		source.Direction = api.Responses
	default:
		return source, usagef("--direction: want request or response, got %q", f.direction)
	}
	switch source.Format {
	case "", verify.FormatJSON, verify.FormatNDJSON, verify.FormatHAR:
		return source, nil
	}
	return source, usagef("--format: want json, ndjson or har, got %q", f.format)
}

// verification is what was found in all files.
type verification struct {
	files    int
	verdicts []verify.Result
}

// write makes the report before it writes it, so that none breaks off.
func (v *verification) write(out io.Writer, printVerdicts func(io.Writer, *verification) error) error {
	var report bytes.Buffer
	err := printVerdicts(&report, v)
	if err == nil {
		_, err = out.Write(report.Bytes())
	}
	if err != nil {
		return usageError{fmt.Errorf("writing the report: %w", err)}
	}
	return nil
}

func (v *verification) count() (broken, findings int) {
	for _, verdict := range v.verdicts {
		if len(verdict.Violations) > 0 {
			broken++
		}
		findings += len(verdict.Violations)
	}
	return broken, findings
}

func (v *verification) err() error {
	if broken, _ := v.count(); broken > 0 {
		return errBroken
	}
	return nil
}

func (v *verification) summary() string {
	broken, findings := v.count()
	text := fmt.Sprintf("%s in %s: ", plural(len(v.verdicts), "packet"), plural(v.files, "file"))
	if broken == 0 {
		return text + "all keep the contract"
	}
	return text + fmt.Sprintf("%d broke the contract, with %s", broken, plural(findings, "finding"))
}

func plural(count int, noun string) string {
	if count == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", count, noun)
}
