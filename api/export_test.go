package api

import "github.com/getkin/kin-openapi/openapi3"

// Spec returns the document as the validator has it, for tests that change it.
func (d *Document) Spec() *openapi3.T { return d.spec }

// Schemas returns the schemas of the operation's request and of its reply.
func (o *Operation) Schemas() (request, reply *openapi3.Schema) { return o.request, o.reply }

// Schema returns what the parameter's value is held to.
func (p *Parameter) Schema() *openapi3.Schema { return p.schema }
