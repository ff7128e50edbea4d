package api

import "github.com/getkin/kin-openapi/openapi3"

// Spec returns the document, for tests that change it.
func (d *Document) Spec() *openapi3.T { return d.spec }

// Schemas returns the schemas of the operation's request and response.
func (o *Operation) Schemas() (request, response *openapi3.Schema) { return o.request, o.response }

// Schema returns the schema of the parameter's value.
func (p *Parameter) Schema() *openapi3.Schema { return p.schema }
