//go:build ignore

// This program emits package gen from openapi.yaml, or the package of a test from its document, which are its arguments
// then. The build tag keeps the generator out of the modules that import
// this one: their go.mod and go.sum name nothing that only this program needs.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/timsns/timsns/internal/emit"
)

func main() {
	document, folder := "openapi.yaml", "gen"
	if len(os.Args) == 3 { //nolint:mnd // the program, a document and a folder
		document, folder = os.Args[1], os.Args[2]
	}
	if err := emit.Run(context.Background(), document, folder); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
