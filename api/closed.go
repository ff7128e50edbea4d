package api

import (
	"errors"
	"fmt"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/timsns/timsns"
)

// LoadClosed returns the closed twin of the document: the same contract with nothing left open. A property that
// the document does not declare is a violation, a success goes with code 0, and a failure with a code of the
// catalogue. The service may go beyond the document at any time, so that clients must not judge by the twin;
// tests do, in order to notice.
func LoadClosed() (*Document, error) {
	document, err := Parse(timsns.Document)
	if err != nil {
		return nil, err
	}
	return document, document.close()
}

// close changes the document in place.
func (d *Document) close() error {
	codes, err := d.catalogue()
	if err != nil {
		return err
	}
	for _, schema := range d.spec.Components.Schemas {
		if schema.Value.Type.Is(openapi3.TypeObject) {
			closeObject(schema.Value, codes)
		}
	}
	for _, operation := range d.operations {
		for status, target := range operation.reply.Discriminator.Mapping {
			closeOutcome(operation.reply, status, target.Ref, codes)
		}
	}
	return nil
}

// closeObject allows no property but the declared ones, and no code but 0 and those of the catalogue.
func closeObject(schema *openapi3.Schema, codes []any) {
	schema.AdditionalProperties = openapi3.BoolSchema{Has: new(bool)}
	for _, property := range schema.Properties {
		for _, part := range property.Value.AllOf {
			if part.Ref == errorCode {
				property.Value.Enum = append([]any{float64(0)}, codes...)
			}
		}
	}
}

// errorCode is the schema that holds the catalogue of codes.
const errorCode = "#/components/schemas/ErrorCode"

// closeOutcome ties ErrorCode to the outcome in the schema that the discriminator names for status.
func closeOutcome(reply *openapi3.Schema, status, ref string, codes []any) {
	if status == "OK" {
		codes = []any{float64(0)}
	}
	for _, choice := range reply.OneOf {
		if choice.Ref == ref {
			choice.Value.Properties["ErrorCode"].Value.Enum = codes
		}
	}
}

// catalogue returns the numbers of all documented error codes.
func (d *Document) catalogue() ([]any, error) {
	component := d.spec.Components.Schemas["ErrorCode"]
	if component == nil {
		return nil, errors.New("api: want the schema ErrorCode, which holds the catalogue of codes")
	}
	var entries []struct{ Code float64 }
	if err := extension(component.Value.Extensions, "x-catalogue", &entries); err != nil {
		return nil, fmt.Errorf("api: schema ErrorCode: %w", err)
	}
	codes := make([]any, len(entries))
	for i, entry := range entries {
		codes[i] = entry.Code
	}
	return codes, nil
}
