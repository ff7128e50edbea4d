package api

import (
	"context"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/timsns/timsns/internal/schemas"
	"github.com/timsns/timsns/rest"
)

// Document is a valid OpenAPI document that describes a service, with its fixtures.
type Document struct {
	spec       *openapi3.T
	operations []*Operation
	parameters []*Parameter
	title      string
	version    string
	tags       []Tag // those that the document declares
	servers    []rest.Server
	codes      map[rest.Code]rest.CodeInfo
	samples    samples
	fixtures   fs.FS // nil for the examples

	strict func() (*Document, error) // makes the document in strict mode, once
	parse  func() *Document          // parses the document of an outline, once; nil for a document with schemas
}

// parsed returns the document with its schemas.
func (d *Document) parsed() *Document {
	if d.parse == nil {
		return d
	}
	return d.parse()
}

// Open parses an OpenAPI 3.0.3 document in JSON or YAML and validates it. It does not follow references to other files.
// The error names the part of the document that is invalid.
//
// Fixtures holds recorded bodies in files <command>/requests/<name>.json and <command>/responses/<name>.json, which are
// read when they are needed. If it is nil, the examples in the document are the fixtures.
func Open(document []byte, fixtures fs.FS) (*Document, error) {
	schemas.Parsed.Add(1)
	spec, err := readSpec(document)
	if err != nil {
		return nil, err
	}
	if err := validateSpec(spec); err != nil {
		return nil, err
	}
	return newDocument(spec, fixtures)
}

func readSpec(document []byte) (*openapi3.T, error) {
	spec, err := openapi3.NewLoader().LoadFromData(document)
	if err != nil {
		return nil, fmt.Errorf("api: loading the document: %w", err)
	}
	return spec, nil
}

func validateSpec(spec *openapi3.T, options ...openapi3.ValidationOption) error {
	if err := spec.Validate(context.Background(), options...); err != nil {
		return fmt.Errorf("api: validating the document: %w", err)
	}
	return nil
}

// Parse returns [Open](document, nil).
func Parse(document []byte) (*Document, error) {
	return Open(document, nil)
}

// newDocument returns the document of an OpenAPI, whose schemas it prepares for validation.
func newDocument(spec *openapi3.T, fixtures fs.FS) (*Document, error) {
	for _, schema := range spec.Components.Schemas {
		requireCanonicalNames(schema.Value)
		relaxRequired(schema.Value)
	}
	return documentOf(spec, fixtures)
}

// documentOf returns the document of an OpenAPI with prepared schemas.
func documentOf(spec *openapi3.T, fixtures fs.FS) (*Document, error) {
	document := &Document{spec: spec, fixtures: fixtures}
	for path, item := range spec.Paths.Map() {
		operation, err := newOperation(path, item)
		if err != nil {
			return nil, fmt.Errorf("api: path %s: %w", path, err)
		}
		document.operations = append(document.operations, operation)
	}
	slices.SortFunc(document.operations, func(a, b *Operation) int { return strings.Compare(a.Path, b.Path) })
	parameters, err := newParameters(spec)
	if err != nil {
		return nil, fmt.Errorf("api: security: %w", err)
	}
	document.parameters = parameters
	document.strict = sync.OnceValues(document.restricted)
	return document, document.readService()
}

// Operations returns all operations, sorted by path.
func (d *Document) Operations() []*Operation {
	return slices.Clone(d.operations)
}

// Operation returns the operation for a command, such as group_get, and reports whether it exists.
func (d *Document) Operation(command string) (*Operation, bool) {
	return d.find(func(o *Operation) bool { return o.Command == command })
}

// OperationAt returns the operation at a URL path, such as /v4/sns/group_get, and reports whether it exists.
func (d *Document) OperationAt(path string) (*Operation, bool) {
	return d.find(func(o *Operation) bool { return o.Path == path })
}

func (d *Document) find(matches func(*Operation) bool) (*Operation, bool) {
	index := slices.IndexFunc(d.operations, matches)
	if index < 0 {
		return nil, false
	}
	return d.operations[index], true
}
