package api

import (
	"errors"

	"github.com/getkin/kin-openapi/openapi3"
)

// Strict returns the document in strict mode: undeclared properties, undocumented error codes and other kinds of
// objects than a union declares are violations. The service may add all of these at any time, so use strict mode in
// tests and monitoring, not in clients. It is made once; all callers share it.
func (d *Document) Strict() (*Document, error) {
	return d.strict()
}

// restricted returns a copy of the document in strict mode.
func (d *Document) restricted() (*Document, error) {
	strict, err := documentOf(cloner{}.document(d.spec), d.fixtures)
	if err != nil {
		return nil, err
	}
	strict.strict = func() (*Document, error) { return strict, nil }
	return strict, strict.restrict()
}

// restrict changes the document in place.
func (d *Document) restrict() error {
	if d.spec.Components.Schemas["ErrorCode"] == nil {
		return errors.New("api: want the schema ErrorCode, which holds the catalogue of codes")
	}
	codes := []any{float64(0)}
	for _, code := range d.Codes() {
		codes = append(codes, float64(code))
	}
	for _, schema := range d.spec.Components.Schemas {
		delete(schema.Value.Extensions, "x-open")
		if schema.Value.Type.Is(openapi3.TypeObject) {
			restrictObject(schema.Value, codes)
		}
	}
	return nil
}

// restrictObject allows only the declared properties, and only these error codes.
func restrictObject(schema *openapi3.Schema, codes []any) {
	schema.AdditionalProperties = openapi3.BoolSchema{Has: new(bool)}
	for _, property := range schema.Properties {
		for _, part := range property.Value.AllOf {
			if part.Ref == errorCode {
				property.Value.Enum = codes
			}
		}
	}
}

// errorCode refers to the schema that holds the catalogue of error codes.
const errorCode = "#/components/schemas/ErrorCode"
