// Package snippet renders a call as text that a user pastes elsewhere. No text has a secret.
package snippet

import (
	"fmt"
	"go/format"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/schemas"
)

// GoOptions say how a Go program names what it uses.
type GoOptions struct {
	Package string // the name of the emitted package, such as gen
}

// Go returns statements of a Go program that make the call, and print the response. They need a client, a ctx, and
// imports of the packages that they name. The error names the part of the request that the emitted types cannot hold.
func Go(
	document *api.Document, operation *api.Operation, request jsontext.Value, options GoOptions,
) (string, error) {
	location := schemas.Of(document).Spec.Paths.Value(operation.Path)
	if location == nil {
		return "", fmt.Errorf("snippet: the document has no path %s", operation.Path)
	}
	printer := goPrinter{options}
	literal, err := printer.value(location.Post.RequestBody.Value.Content["application/json"].Schema, request)
	if err != nil {
		return "", fmt.Errorf("snippet: %w", err)
	}
	text, err := format.Source(fmt.Appendf(nil, `response, err := client.%s(ctx, %s)
if err != nil {
	log.Fatal(err)
}
fmt.Printf("%%+v\n", response)
`, operation.ID, literal))
	if err != nil {
		return "", fmt.Errorf("snippet: formatting: %w", err)
	}
	return string(text), nil
}
