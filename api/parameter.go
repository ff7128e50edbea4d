package api

import (
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// Parameter is a query parameter that every request carries. The document has it as a security scheme, so that
// no operation has to take it.
type Parameter struct {
	Name        string
	Description string

	schema *openapi3.Schema
}

// Parameters returns the query parameters that every request carries, sorted by name.
func (d *Document) Parameters() []*Parameter {
	return slices.Clone(d.parameters)
}

func newParameters(spec *openapi3.T) ([]*Parameter, error) {
	if len(spec.Security) != 1 {
		return nil, fmt.Errorf("want one requirement whose schemes apply together, got %d", len(spec.Security))
	}
	var parameters []*Parameter
	for name := range spec.Security[0] {
		scheme := spec.Components.SecuritySchemes[name]
		if scheme == nil {
			return nil, fmt.Errorf("want a security scheme %s", name)
		}
		var schema openapi3.Schema
		if err := extension(scheme.Value.Extensions, "x-schema", &schema); err != nil {
			return nil, fmt.Errorf("security scheme %s: %w", name, err)
		}
		parameters = append(parameters, &Parameter{
			Name: scheme.Value.Name, Description: scheme.Value.Description, schema: &schema,
		})
	}
	slices.SortFunc(parameters, func(a, b *Parameter) int { return strings.Compare(a.Name, b.Name) })
	return parameters, nil
}

// CheckQuery judges the query parameters of a request. The error is a [Violations] whose fields are the
// parameters' names. Parameters that the document does not know are no violation.
func (d *Document) CheckQuery(query url.Values) error {
	var found Violations
	for _, parameter := range d.parameters {
		for _, violation := range parameter.check(query[parameter.Name]) {
			violation.Field, violation.path = parameter.Name, parameter.Name
			found = append(found, violation)
		}
	}
	if found != nil {
		return found
	}
	return nil
}

func (p *Parameter) check(values []string) Violations {
	switch {
	case len(values) == 0:
		return Violations{{Reason: "parameter is missing"}}
	case len(values) > 1:
		return Violations{{Reason: "parameter is given more than once"}}
	case !p.schema.Type.Is(openapi3.TypeInteger):
		return violations(p.schema.VisitJSON(values[0]))
	case values[0] == "" || strings.Trim(values[0], "0123456789") != "":
		return Violations{{Reason: "value must be an integer in decimal digits"}}
	}
	return violations(p.schema.VisitJSON(json.Number(values[0])))
}
