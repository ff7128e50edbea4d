package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/spf13/cobra"

	"github.com/timsns/timsns/internal/draft"
	"github.com/timsns/timsns/internal/page"
)

const draftHelp = `Draft a command of the document from the vendor's pages about it.

PAGEs are markdown files. Several pages about one command, such as the English and the
Chinese one, are read together; the first one counts where the others have nothing. The
document is that of --document, or openapi.yaml in the current folder. If there is none,
one begins. The output is a diff of the document and of the packets that the samples
become. With --write, they are written, and with them the packets that can be derived;
files that exist, except for the document, stay as they are.

What is open is listed on standard error, with the line of the page and what the page says
there: that is for you to read, and not to be copied. The draft has a comment "# TODO" or
a text "TODO" at the place. timsns lint lists them, go generate warns, and the contract
test fails until none is left.

`

func newDraftCommand(flags *documentFlags, streams streams) *cobra.Command {
	isWritten := false
	command := &cobra.Command{
		Use:   "draft PAGE...",
		Short: "Draft a command of the document from the vendor's pages",
		Long:  draftHelp + statusHelp(draftStatuses),
		Example: `  timsns draft group_get.md              # show what would change
  timsns draft --write group_get.md      # change it
  timsns draft group_get.md group_get.zh.md`,
		RunE: func(_ *cobra.Command, arguments []string) error {
			if len(arguments) == 0 {
				return usagef("want at least one PAGE")
			}
			return runDraft(flags, arguments, isWritten, streams)
		},
		Annotations: map[string]string{readsDocument: ""},
	}
	command.Flags().BoolVar(&isWritten, "write", false, "write the document and the packets")
	return command
}

// errOpen is the error of draft if something is open. It has been listed.
var errOpen = errors.New("the draft has open points")

func runDraft(flags *documentFlags, files []string, isWritten bool, streams streams) error {
	pages, err := readPages(files)
	if err != nil {
		return err
	}
	text, err := os.ReadFile(flags.file())
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return usageError{err}
	}
	drafted, err := draft.New(flags.file(), text, pages)
	if err != nil {
		return usageError{err}
	}
	printPoints(streams.err, pages, drafted.Points)
	packets, err := filepath.Rel(filepath.Dir(flags.file()), flags.folders(flags.file()).Valid)
	if err != nil {
		return usageError{err}
	}
	if isWritten {
		err = writeDraft(drafted, flags.file(), packets, streams.out)
	} else {
		err = printDraft(drafted, flags.file(), packets, text, streams.out)
	}
	if err == nil && len(drafted.Points) > 0 {
		err = errOpen
	}
	return err
}

// printPoints prints what is open, with what the page says about it, and what was repaired.
func printPoints(out io.Writer, pages []*page.Page, points []draft.Point) {
	for _, read := range pages {
		for _, diagnostic := range read.Diagnostics {
			_, _ = fmt.Fprintf(out, "%s:%d: note: %s\n", escapeUnsafe(diagnostic.File), diagnostic.Line,
				escapeUnsafe(diagnostic.Message))
		}
	}
	for _, point := range points {
		_, _ = fmt.Fprintln(out, escapeUnsafe(point.String()))
		for line := range strings.Lines(point.Quote) {
			_, _ = fmt.Fprintf(out, "    | %s\n", escapeUnsafe(strings.TrimSpace(line)))
		}
	}
	_, _ = fmt.Fprintf(out, "%s\n", plural(len(points), "open point"))
}

func printDraft(drafted *draft.Draft, file, packets string, before []byte, out io.Writer) error {
	texts := []byte{}
	texts = append(texts, diff.Diff(file, before, file, drafted.Document)...)
	files := drafted.Files()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		target := filepath.Join(filepath.Dir(file), packets, name)
		if _, err := os.Stat(target); err == nil { //nolint:gosec // nothing is read
			continue // it stays as it is
		}
		texts = append(texts, diff.Diff(os.DevNull, nil, target, files[name])...)
	}
	if _, err := out.Write(texts); err != nil {
		return usageError{err}
	}
	return nil
}

func writeDraft(drafted *draft.Draft, file, packets string, out io.Writer) error {
	written, err := drafted.Write(file, packets)
	if err != nil {
		return usageError{err}
	}
	for _, name := range written.Kept {
		if _, err := fmt.Fprintf(out, "kept %s\n", filepath.Join(filepath.Dir(file), name)); err != nil {
			return usageError{err}
		}
	}
	_, err = fmt.Fprintf(out, "wrote %s and %s in %s; next: describe what is TODO, go generate, go test\n", file,
		plural(len(written.New)-1, "packet"), filepath.Join(filepath.Dir(file), packets))
	if err != nil {
		return usageError{err}
	}
	return nil
}
