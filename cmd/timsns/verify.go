package main

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/api/traffic"
	"github.com/timsns/timsns/api/verify"
)

const verifyHelp = `Validate recorded requests and responses against the document.

FILE is a file, a folder, or - for standard input. In a folder, all files that end with
.json, .ndjson, .jsonl or .har are read. A file contains one of these:

  - The body of one request or response. Its command and direction come from the path,
    such as group_get/requests/first.json, or from --command and --direction. Without
    a direction, a body that has ActionStatus or ErrorCode is a response.
  - One exchange: {"url": …, "request": {…}, "status": 200, "response": {…}}.
    "command" may replace "url". "unsigned": true says that the URL was recorded before
    it was signed. Other properties are violations.
  - In NDJSON, one of the above on each line.
  - An HTTP archive (HAR) that was saved with content. Entries of other services are
    skipped.

A file that is named twice is validated once. A symbolic link to a folder is followed if
it is an argument, and an error inside a folder. So is anything but a regular file, such
as a named pipe. A folder named refused is skipped inside another one: it has the packets
that are invalid on purpose.

A file may have up to 512 MiB, or any size as NDJSON; a line of NDJSON, or an entry of an
archive, 64 MiB; and a body 16 MiB. Of more than 100000 violations, the others are
counted. A report for JUnit has up to 250000 messages.

Properties and error codes that the document does not declare are violations, so that
changes of the service are noticed. The report repeats neither UserIDs nor signatures.

`

type verifyFlags struct {
	command, direction, format, output string

	allowUndeclared, unsigned, quiet bool
}

func newVerifyCommand(service *service, streams streams) *cobra.Command {
	flags := &verifyFlags{}
	command := &cobra.Command{
		Use:   "verify FILE…",
		Short: "Validate recorded requests and responses",
		Long:  verifyHelp + statusHelp(verifyStatuses),
		Example: `  timsns verify recorded/
  timsns verify --command group_get --direction response body.json
  timsns verify --output junit recorded/ traffic.har > report.xml
  timsns verify --output github recorded/     # annotations in a GitHub workflow
  timsns verify --output sarif recorded/ > report.sarif`,
		RunE: func(command *cobra.Command, paths []string) error {
			return runVerify(command.Context(), paths, service, flags, streams)
		},
	}
	flags.register(command, service.Document)
	return command
}

func (f *verifyFlags) register(command *cobra.Command, document *api.Document) {
	set := command.Flags()
	set.StringVar(&f.command, "command", "", "the command of files that contain only a body")
	set.StringVar(&f.direction, "direction", "",
		"the direction of files that contain only a body: request or response")
	set.StringVar(&f.format, "format", "",
		"the format of the files: json, ndjson or har (default: detected by name and content)")
	set.StringVarP(&f.output, "output", "o", outputText, "the format of the report: "+strings.Join(outputs(), ", "))
	set.BoolVar(&f.allowUndeclared, "allow-undeclared", false,
		"allow properties and error codes that the document does not declare")
	set.BoolVar(&f.unsigned, "unsigned", false,
		"do not validate the queries of URLs, which were recorded without their signature")
	set.BoolVarP(&f.quiet, "quiet", "q", false, "print violations and errors only: no summary, notes or progress")
	completeWith(command, "direction", []string{request, response})
	completeWith(command, "format", []string{string(verify.FormatJSON), string(verify.FormatNDJSON), string(verify.FormatHAR)})
	completeWith(command, "output", outputs())
	completeWith(command, "command", commandsOf(document))
}

func commandsOf(document *api.Document) []string {
	operations := document.Operations()
	names := make([]string, 0, len(operations))
	for _, operation := range operations {
		names = append(names, operation.Command)
	}
	return names
}

func runVerify(ctx context.Context, paths []string, service *service, flags *verifyFlags, streams streams) error {
	pattern, err := flags.source(service)
	if err != nil {
		return err
	}
	printReport, isKnown := reportPrinters[flags.output]
	if !isKnown {
		return usagef("--output: want %s, got %q", strings.Join(outputs(), ", "), flags.output)
	}
	document := service.Document
	if !flags.allowUndeclared {
		if document, err = document.Strict(); err != nil {
			return err
		}
	}
	files, err := allFiles(paths)
	if err != nil {
		return err
	}
	report := newVerification(len(files), flags.output == outputJUnit)
	report.isQuiet = flags.quiet
	if flags.quiet {
		streams.err = io.Discard // run prints the error
	}
	progress := newProgress(streams.err, len(files), isTerminal(streams.err))
	defer progress.end()
	err = untilInterrupt(ctx, func() error {
		return validateAll(ctx, document, files, pattern, report, progress, streams.in)
	})
	switch {
	case err != nil:
		return err
	case report.messages == 0:
		return usagef("want requests or responses of this service in %s", strings.Join(paths, ", "))
	case report.strays == report.messages:
		return usagef("%s: %s", strings.Join(paths, ", "), traffic.ReasonNoCommand)
	}
	if err := report.write(streams.out, printReport); err != nil {
		return err // a failed write outranks violations, which nobody would see
	}
	return report.err()
}

// validateAll validates all files, and prints a note for each file without requests and responses.
func validateAll(
	ctx context.Context, document *api.Document, files []string, pattern verify.Source,
	report *verification, progress *progress, in io.Reader,
) error {
	for _, file := range files {
		progress.countFile()
		before := report.messages
		source := pattern
		source.Name = strings.ToValidUTF8(filepath.ToSlash(file), "\ufffd") // reports are in UTF-8
		content, err := openSource(file, in, progress)
		if err != nil {
			return err
		}
		err = validateFile(ctx, document, source, content, report, progress)
		_ = content.Close() // it was only read
		if err != nil {
			return err
		}
		if report.messages == before {
			progress.note("timsns: " + quoteUnsafe(source.Name) + ": no requests or responses of this service")
		}
	}
	return nil
}

func validateFile(
	ctx context.Context, document *api.Document, source verify.Source, content io.Reader,
	report *verification, progress *progress,
) error {
	for result, err := range verify.Read(document, source, content) {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			return usagef("%s: %w", source.Name, err)
		}
		progress.countMessage()
		if err := report.add(result); err != nil {
			return err
		}
	}
	return nil
}

// source returns the source that the flags describe, without name and content.
func (f *verifyFlags) source(service *service) (verify.Source, error) {
	source := verify.Source{Command: f.command, Format: verify.Format(f.format), Unsigned: f.unsigned}
	if _, isKnown := service.Operation(f.command); f.command != "" && !isKnown {
		return source, service.unknownCommand("--command", f.command)
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
