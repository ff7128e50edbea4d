package api

import (
	"encoding/json"
	"strconv"

	"github.com/timsns/timsns/internal/schemas"
)

// DefaultNumber returns a number for a property of the request about which a caller has no wish: 0 if the schema allows
// it, which begins with the first page or asks for everything, or else the maximum, as for the size of a page. It
// reports false if the property does not exist or allows neither.
func (o *Operation) DefaultNumber(name string) (json.Number, bool) {
	property := o.parsed().request.Properties[name]
	if property == nil {
		return "", false
	}
	candidates := []float64{0}
	for _, part := range schemas.Parts(property.Value) {
		if part.Value.Max != nil {
			candidates = append(candidates, *part.Value.Max)
		}
	}
	for _, candidate := range candidates {
		if property.Value.VisitJSON(candidate) == nil {
			return json.Number(strconv.FormatFloat(candidate, 'f', -1, 64)), true
		}
	}
	return "", false
}
