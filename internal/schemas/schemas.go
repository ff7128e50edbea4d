// Package schemas lets other packages of this module edit the schemas of an [api.Document], which package api does not
// export.
//
// [api.Document]: https://pkg.go.dev/github.com/timsns/timsns/api#Document
package schemas

import (
	"sync/atomic"

	"github.com/getkin/kin-openapi/openapi3"
)

// Set holds the schemas that a document validates with. An edit of a schema changes what the document allows.
type Set struct {
	Spec       *openapi3.T
	Parameters map[string]*openapi3.Schema // by name of the query parameter

	// Outline returns what the document says about its service, without the schemas, as JSON. Package api embeds that of
	// its own document.
	Outline func() ([]byte, error)
}

// Parsed counts the documents that package api has parsed, for tests: it is what takes a command line the most time.
var Parsed atomic.Int64

// provider is the function that package api provides.
var provider func(document any) Set

// Provide sets the function that returns the schemas of a document. Package api calls it once. The result is always
// true, so that a package variable can hold the call.
func Provide(of func(document any) Set) bool {
	provider = of
	return true
}

// Of returns the schemas of a *api.Document.
func Of(document any) Set { return provider(document) }
