package api

import (
	"github.com/getkin/kin-openapi/openapi3"

	"github.com/timsns/timsns/internal/schemas"
)

// Mutation tests edit the schemas of a document, which are no part of the API.
var _ = schemas.Provide(func(document any) schemas.Set {
	d, _ := document.(*Document)
	d = d.parsed()
	parameters := map[string]*openapi3.Schema{}
	for _, parameter := range d.parameters {
		parameters[parameter.Name] = parameter.schema
	}
	return schemas.Set{Spec: d.spec, Parameters: parameters, Outline: d.outline}
})
