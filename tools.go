//go:build ignore

// This program emits package gen, and the outline in package api, from openapi.yaml. The build tag keeps the generator
// out of the modules that import this one: their go.mod and go.sum name nothing that only this program needs.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/timsns/timsns/internal/emit"
)

func main() {
	err := emit.Run(context.Background(), os.Stderr, "openapi.yaml", "gen", "gen")
	if err == nil {
		err = emit.Outline("openapi.yaml", "api/outline.gen.json")
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
