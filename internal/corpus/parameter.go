package corpus

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/timsns/timsns/api"
)

// parameter is a query parameter with a valid value and its schema.
type parameter struct {
	name   string
	good   string
	schema *openapi3.Schema
}

// parametersOf returns the parameters of every request, with their values in query or made-up ones.
func parametersOf(document *api.Document, schemas map[string]*openapi3.Schema, query url.Values) []parameter {
	declared := document.Parameters()
	parameters := make([]parameter, 0, len(declared))
	for _, known := range declared {
		next := parameter{name: known.Name, good: query.Get(known.Name), schema: schemas[known.Name]}
		if next.good == "" {
			next.good = next.madeUp()
		}
		parameters = append(parameters, next)
	}
	return parameters
}

func (p parameter) isInteger() bool { return p.schema.Type.Is(openapi3.TypeInteger) }

func (p parameter) madeUp() string {
	switch {
	case len(p.schema.Enum) > 0:
		return fmt.Sprint(p.schema.Enum[0])
	case p.isInteger() && p.schema.Max != nil:
		return decimal(*p.schema.Max)
	case p.isInteger():
		return "1"
	}
	return strings.Repeat("x", max(1, int(p.schema.MinLength))) //nolint:gosec // the document's limits are small
}

func decimal(number float64) string { return strconv.FormatFloat(number, 'f', 0, 64) }

// pair returns a parameter as part of a query.
func pair(name, value string) string { return url.QueryEscape(name) + "=" + url.QueryEscape(value) }

// join returns a query with a valid value for each parameter.
func join(parameters []parameter) string {
	pairs := make([]string, len(parameters))
	for i, parameter := range parameters {
		pairs[i] = pair(parameter.name, parameter.good)
	}
	return strings.Join(pairs, "&")
}
