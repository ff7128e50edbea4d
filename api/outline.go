package api

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"sync"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/timsns/timsns/rest"
)

// outline is what a document says about its service, without the schemas. It is all that a command line needs to list
// and complete commands and fields, and it is read much faster than the document is parsed.
type outline struct {
	Info       *openapi3.Info              `json:"info"`
	Tags       openapi3.Tags               `json:"tags"`
	Operations []outlinedOperation         `json:"operations"`
	Servers    []rest.Server               `json:"servers"`
	Codes      map[rest.Code]rest.CodeInfo `json:"codes"`
	Samples    samples                     `json:"samples"`
}

type outlinedOperation struct {
	Operation  *Operation        `json:"operation"`         // without its pages
	Extensions map[string]any    `json:"extensions"`        // as in the document
	Results    map[string]Result `json:"results,omitempty"` // of the batch, whose JSON lacks them
	outlinedFields
}

// outlinedFields are the results of the methods of an operation that read its schemas.
type outlinedFields struct {
	Fields        []Field `json:"fields"`
	FailureFields []Field `json:"failure-fields"`
}

// outline returns the outline as JSON.
func (d *Document) outline() ([]byte, error) {
	made := outline{Info: d.spec.Info, Tags: d.spec.Tags, Servers: d.servers, Codes: d.codes, Samples: d.samples}
	for _, operation := range d.operations {
		outlined := outlinedOperation{
			Extensions:     d.spec.Paths.Value(operation.Path).Post.Extensions,
			outlinedFields: outlinedFields{operation.Fields(), operation.FailureFields()},
		}
		if operation.Batch != nil {
			outlined.Results = operation.Batch.Results
		}
		plain := *operation
		plain.Paging = nil
		outlined.Operation = &plain
		made.Operations = append(made.Operations, outlined)
	}
	return json.Marshal(made) //nolint:musttag // only openOutline reads it
}

// restore returns the operation, whose schemas are those of the parsed one.
func (o *outlinedOperation) restore(parse func() *Document) (*Operation, error) {
	operation := o.Operation
	if err := operation.readExtensions(o.Extensions); err != nil {
		return nil, err
	}
	if operation.Batch != nil {
		operation.Batch.Results = o.Results
	}
	operation.outlined = &o.outlinedFields
	operation.parse = func() *Operation {
		parsed, _ := parse().Operation(operation.Command)
		return parsed
	}
	return operation, nil
}

// openOutline returns the document of an outline, which parses the text when its schemas are needed first.
func openOutline(encoded, text []byte, fixtures fs.FS) (*Document, error) {
	var read outline
	if err := json.Unmarshal(encoded, &read); err != nil { //nolint:musttag // outline wrote it
		return nil, fmt.Errorf("api: outline: %w", err)
	}
	parse := sync.OnceValue(func() *Document {
		document, err := Open(text, fixtures)
		if err != nil {
			panic(err) // go generate, which wrote the outline, would have reported it
		}
		return document
	})
	document := &Document{
		spec:    &openapi3.T{Info: read.Info, Tags: read.Tags},
		servers: read.Servers, codes: read.Codes, samples: read.Samples, fixtures: fixtures, parse: parse,
		strict: func() (*Document, error) { return parse().Strict() },
	}
	for _, outlined := range read.Operations {
		operation, err := outlined.restore(parse)
		if err != nil {
			return nil, fmt.Errorf("api: outline: %w", err)
		}
		document.operations = append(document.operations, operation)
	}
	document.shareInvalidRequest()
	return document, nil
}
