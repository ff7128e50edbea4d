//go:build ignore

// This program emits package gen from openapi.yaml. The build tag keeps the generator out of the modules that import
// this one: their go.mod and go.sum name nothing that only this program needs.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/timsns/timsns/internal/emit"
)

func main() {
	if err := emit.Run(context.Background(), os.Stderr, "openapi.yaml", "gen", "gen"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
