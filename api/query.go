package api

import (
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// Parameter is a query parameter of every request. The document declares it as a security scheme, so that the
// operations need not repeat it.
type Parameter struct {
	Name        string
	Description string

	schema *openapi3.Schema
}

// Parameters returns the query parameters of every request, sorted by name.
func (d *Document) Parameters() []*Parameter {
	return slices.Clone(d.parsed().parameters)
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

// ValidateQuery validates the query parameters of a request. The error is a [Violations]. Parameters that the document
// does not declare are allowed.
func (d *Document) ValidateQuery(query url.Values) error {
	var found Violations
	for _, parameter := range d.parsed().parameters {
		for _, violation := range parameter.validate(query[parameter.Name]) {
			violation.Path = queryPath + parameter.Name
			found = append(found, violation)
		}
	}
	return found.orNil()
}

func (p *Parameter) validate(values []string) Violations {
	switch {
	case len(values) == 0:
		return Violations{{Reason: "parameter is missing"}}
	case len(values) > 1:
		return Violations{{Reason: "parameter is given more than once"}}
	case !p.schema.Type.Is(openapi3.TypeInteger):
		return violationsOf(p.schema.VisitJSON(values[0]))
	case values[0] == "" || strings.Trim(values[0], "0123456789") != "":
		return Violations{{Reason: "value must be an integer in decimal digits"}}
	}
	return violationsOf(p.schema.VisitJSON(json.Number(values[0])))
}
