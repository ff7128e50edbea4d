package api

import (
	"errors"
	"fmt"

	"github.com/getkin/kin-openapi/openapi3"
)

// ParseStrict parses a document as [Parse] does and returns it in strict mode: undeclared properties, undocumented
// error codes and other kinds of objects than a union declares are violations. The service may add all of these at any
// time, so use strict mode in tests and monitoring, not in clients.
func ParseStrict(document []byte) (*Document, error) {
	strict, err := Parse(document)
	if err != nil {
		return nil, err
	}
	return strict, strict.restrict()
}

// restrict changes the document in place.
func (d *Document) restrict() error {
	codes, err := d.catalogue()
	if err != nil {
		return err
	}
	for _, schema := range d.spec.Components.Schemas {
		delete(schema.Value.Extensions, "x-open")
		if schema.Value.Type.Is(openapi3.TypeObject) {
			restrictObject(schema.Value, codes)
		}
	}
	return nil
}

// restrictObject allows only the declared properties, and as error codes only 0 and those of the catalogue.
func restrictObject(schema *openapi3.Schema, codes []any) {
	schema.AdditionalProperties = openapi3.BoolSchema{Has: new(bool)}
	for _, property := range schema.Properties {
		for _, part := range property.Value.AllOf {
			if part.Ref == errorCode {
				property.Value.Enum = append([]any{float64(0)}, codes...)
			}
		}
	}
}

// errorCode refers to the schema that holds the catalogue of error codes.
const errorCode = "#/components/schemas/ErrorCode"

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
