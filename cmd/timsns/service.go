package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/timsns/timsns"
	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/mutation"
)

// defaultDocument is the name of the document without --document: that of the embedded one, and of the file in the
// current folder that the commands for authors of documents read.
const defaultDocument = "openapi.yaml"

// documentFlags are the flags of all commands.
type documentFlags struct {
	document string // empty for the default
	packets  string // empty for the default
}

func (f *documentFlags) register(set *pflag.FlagSet) {
	set.StringVar(&f.document, "document", "", "the OpenAPI document of another service, instead of the embedded one")
	set.StringVar(&f.packets, "packets", "", `the folder of the document's fixtures (default: "packets" beside the document)`)
}

// documentFlagsOf reads the flags before the commands are known, since these come from the document. It ignores what it
// does not understand, which cobra reports.
func documentFlagsOf(arguments []string) *documentFlags {
	flags := &documentFlags{}
	set := pflag.NewFlagSet("", pflag.ContinueOnError)
	set.ParseErrorsAllowlist.UnknownFlags = true
	set.SetOutput(io.Discard)
	set.BoolP("help", "h", false, "")
	flags.register(set)
	_ = set.Parse(arguments)
	return flags
}

// service is what a document describes.
type service struct {
	*api.Document

	file       string // the document's name in messages
	text       []byte // the document itself
	isEmbedded bool
}

// service opens the document and its fixtures.
func (f *documentFlags) service() (*service, error) {
	if f.document == "" {
		if f.packets != "" {
			return nil, usagef("--packets: want --document too")
		}
		document, err := api.Load()
		return &service{document, defaultDocument, timsns.Document, true}, err
	}
	text, err := os.ReadFile(f.document)
	if err != nil {
		return nil, usagef("--document: %w", err)
	}
	fixtures, err := f.fixtures()
	if err != nil {
		return nil, usagef("--packets: %w", err)
	}
	document, err := api.Open(text, fixtures)
	if err == nil {
		return &service{document, f.document, text, false}, nil
	}
	if violations := api.Lint(f.document, text).WithoutTodos(); len(violations) > 0 { // they have lines
		return nil, usagef("--document: %v; timsns lint %s lists all violations", violations[0], f.document)
	}
	return nil, usagef("--document: %s: %w", f.document, err)
}

// fixtures returns nil without a folder, so that the document's examples are the fixtures.
func (f *documentFlags) fixtures() (folder fs.FS, err error) {
	name := f.folders(f.document).Valid
	info, err := os.Stat(name)
	switch {
	case err == nil && info.IsDir():
		folder = os.DirFS(name)
	case err == nil:
		err = fmt.Errorf("want a folder, got %s", name)
	case errors.Is(err, fs.ErrNotExist) && f.packets == "":
		err = nil
	}
	return folder, err
}

// file returns the name of the document's file for a command that reads it itself.
func (f *documentFlags) file() string { return cmp.Or(f.document, defaultDocument) }

// folders returns the folders of the fixtures: --packets, or else api/fixtures beside the document's file, as in this
// module, or packets.
func (f *documentFlags) folders(file string) mutation.Folders {
	beside := filepath.Dir(file)
	if fixtures := filepath.Join(beside, "api/fixtures"); f.packets == "" && isFolder(fixtures) {
		return mutation.FoldersOf(fixtures)
	}
	return mutation.FoldersOf(cmp.Or(f.packets, filepath.Join(beside, "packets")))
}

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// unknownCommand returns the error of a flag that names a command of the service which does not exist.
func (s *service) unknownCommand(flag, name string) error {
	call := &cobra.Command{SuggestionsMinimumDistance: misspellings}
	for _, operation := range s.Operations() {
		call.AddCommand(&cobra.Command{Use: operation.Command, Run: func(*cobra.Command, []string) {}}) // cobra suggests no other
	}
	return usagef("%s: unknown command %q%s; timsns call%s --list lists them", flag, name, didYouMean(call, name), s.flag())
}

// flag returns the flag that selects the document, for examples in help texts. It starts with a blank.
func (s *service) flag() string {
	if s.isEmbedded {
		return ""
	}
	return " --document " + s.file
}
