package main

import (
	"fmt"
	"go/token"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/timsns/timsns/internal/emit"
)

const rootHelp = `Emit a typed Go client from an OpenAPI document.

The package has the types, the client, the error codes and the servers of the document,
in files named *.gen.go; other files of the folder stay. The document is first checked
against all rules. Nothing is written if it breaks one, or if the code does not compile. What it has
still to do (the rule todos of timsns lint) is a warning.

Exit status:
    0  the package is emitted, or was up to date
    1  the document breaks a rule
    2  the command line is invalid, or a file cannot be read or written`

func newRootCommand(out io.Writer) *cobra.Command {
	var document, output, name string
	root := &cobra.Command{
		Use:   "timsns-generate --output FOLDER",
		Short: "Emit a typed Go client from an OpenAPI document",
		Long:  rootHelp,
		Example: `  timsns-generate --document openapi.yaml --output profile
  timsns-generate init --service v4/profile profile   # write a document to begin with`,
		Args:          cobra.NoArgs,
		SilenceErrors: true, // report prints them
		SilenceUsage:  true,
		RunE: func(command *cobra.Command, _ []string) error {
			packageName, err := packageOf(output, name)
			if err != nil {
				return err
			}
			return emit.Run(command.Context(), command.ErrOrStderr(), document, output, packageName)
		},
	}
	root.Flags().StringVar(&document, "document", "openapi.yaml", "the OpenAPI document")
	root.Flags().StringVar(&output, "output", "", "the folder of the package, which may be that of the document")
	root.Flags().StringVar(&name, "package", "", "the package's name, if it is not that of the folder")
	_ = root.MarkFlagRequired("output")
	_ = root.MarkFlagDirname("output")
	root.AddCommand(newInitCommand(out))
	return root
}

// packageOf returns the name of the package in a folder: the one that was given, or that of the folder.
func packageOf(folder, name string) (string, error) {
	if name == "" {
		path, err := filepath.Abs(folder) // the name of the folder "."
		if err != nil {
			return "", err
		}
		name = filepath.Base(path)
	}
	if !token.IsIdentifier(name) || name == "_" {
		return "", fmt.Errorf("--package: want the name of a Go package, got %q", name)
	}
	return name, nil
}
