package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/drift"
	"github.com/timsns/timsns/internal/page"
)

const driftHelp = `Compare the vendor's pages with the document.

PAGE is a page in markdown that describes a command. Reported are properties that one of
the two lacks or has in another object, other types, limits, values and error codes, what
is required, the path, the calls per second, and samples that the document does not allow.
Each difference is one line: the place in the page, what both say, and the place in the
document.

These are notes, which do not change the exit status:

  - What the document knows of: a property with x-optional-since or x-edition, and an
    error code with edition in the catalogue.
  - What only some of the pages of one command say. So name the pages of one edition
    together, such as those in two languages.
  - What could not be compared, such as a sample that cannot be read, and where a page
    contradicts itself.

No differences are a limit that a page does not state, an error code from 60000 to 79999
that the catalogue has, since every command can return it, and another spelling
(x-alias-of). Limits and values are found in the page's descriptions by their wording:
look at the page before you edit.

`

func newDriftCommand(service *service, streams streams) *cobra.Command {
	output := outputText
	command := &cobra.Command{
		Use:   "drift PAGE…",
		Short: "Compare the vendor's pages with the document",
		Long:  driftHelp + statusHelp(driftStatuses),
		Example: `  timsns drift group_get.md
  timsns drift --output github pages/*.md`,
		RunE: func(_ *cobra.Command, paths []string) error {
			return runDrift(paths, service.Document, output, streams.out)
		},
	}
	command.Flags().StringVarP(&output, "output", "o", outputText, "the format of the report: "+strings.Join(driftOutputs, ", "))
	completeWith(command, "output", driftOutputs)
	return command
}

// errDrift is the error of drift if the document differs from a page. The differences have been printed.
var errDrift = errors.New("the document differs from the pages")

func runDrift(paths []string, document *api.Document, output string, out io.Writer) error {
	printDrift, isKnown := driftPrinters[output]
	if !isKnown {
		return usagef("--output: want %s, got %q", strings.Join(driftOutputs, ", "), output)
	}
	pages, err := readPages(paths)
	if err != nil {
		return err
	}
	found, err := drift.Compare(document, pages)
	if err != nil {
		return usageError{err}
	}
	report := &driftReport{pages: pages, findings: found}
	var text bytes.Buffer
	if err := printDrift(&text, report); err != nil {
		return err
	}
	if _, err := out.Write(text.Bytes()); err != nil {
		return err
	}
	if report.differences() > 0 {
		return errDrift
	}
	return nil
}

func readPages(files []string) ([]*page.Page, error) {
	if len(files) == 0 {
		return nil, usagef("want the pages to compare")
	}
	pages := make([]*page.Page, len(files))
	for i, file := range files {
		text, err := os.ReadFile(file) //nolint:gosec // the files that the user names are read
		if err != nil {
			return nil, usageError{err}
		}
		name := strings.ToValidUTF8(filepath.ToSlash(file), "\ufffd") // reports are in UTF-8
		if pages[i], err = page.Read(name, text); err != nil {
			return nil, usageError{err}
		}
	}
	return pages, nil
}
