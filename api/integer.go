package api

import (
	"encoding/json"
	"maps"
	"math"
	"math/big"
	"slices"
	"strconv"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/timsns/timsns/internal/schemas"
)

// integerFormat is the range of a format of integers, and the reason for those beyond it.
type integerFormat struct {
	least, most *big.Int
	reason      string
}

// int64Format is the usual format of integers.
const int64Format = "int64"

// integerFormats are the formats whose bounds the validator does not know exactly: it compares float64s, which do not
// distinguish the largest int64 from the integer above it.
var integerFormats = map[string]integerFormat{
	int64Format: {big.NewInt(math.MinInt64), big.NewInt(math.MaxInt64), "integer must fit in 64 bits"},
	"uint64":    {new(big.Int), new(big.Int).SetUint64(math.MaxUint64), "integer must be from 0 to 18446744073709551615"},
}

// overflows returns violations for integers that do not fit in their formats. Clients in most languages cannot decode
// them.
func overflows(schema *openapi3.Schema, value any, pointer string) Violations {
	var found Violations
	switch value := value.(type) {
	case json.Number:
		if format, ok := formatOf(schema); ok && !format.fits(value) {
			found = Violations{{Pointer: pointer, Reason: format.reason}}
		}
	case []any:
		for i, element := range value {
			found = append(found, overflowsIn(itemsOf(schema), element, pointer+"/"+strconv.Itoa(i))...)
		}
	case map[string]any:
		properties := schemas.Object(schema, value).Properties
		for _, name := range slices.Sorted(maps.Keys(value)) {
			found = append(found, overflowsIn(properties[name], value[name], pointer+"/"+pointerEscapes.Replace(name))...)
		}
	}
	return found
}

// overflowsIn returns the overflows in a value whose schema may be nil.
func overflowsIn(schema *openapi3.SchemaRef, value any, pointer string) Violations {
	if schema == nil {
		return nil
	}
	return overflows(schema.Value, value, pointer)
}

// itemsOf returns the schema of an array's elements, or nil.
func itemsOf(schema *openapi3.Schema) *openapi3.SchemaRef {
	for _, part := range choices(schema) {
		if part.Value.Items != nil {
			return part.Value.Items
		}
	}
	return nil
}

// choices returns the parts of a schema and the schemas in their oneOf.
func choices(schema *openapi3.Schema) openapi3.SchemaRefs {
	found := schemas.Parts(schema)
	for _, part := range schemas.Parts(schema) {
		found = append(found, part.Value.OneOf...)
	}
	return found
}

// formatOf returns the format of the integers that a schema allows, and reports whether it has one with bounds.
func formatOf(schema *openapi3.Schema) (integerFormat, bool) {
	for _, part := range choices(schema) {
		if format, ok := integerFormats[part.Value.Format]; ok && part.Value.Type.Is(openapi3.TypeInteger) {
			return format, true
		}
	}
	return integerFormat{}, false
}

// fits reports whether number is in the range. 1.0 and 1e2 are integers; fractions are left to the validator.
func (f integerFormat) fits(number json.Number) bool {
	value, err := number.Float64()
	switch size := math.Abs(value); {
	case err != nil || size > 1<<64:
		return false
	case size < 1<<53: // a float64 is exact
		return value >= 0 || f.least.Sign() < 0
	}
	exact, isNumber := new(big.Rat).SetString(number.String())
	return isNumber && (!exact.IsInt() || exact.Num().Cmp(f.least) >= 0 && exact.Num().Cmp(f.most) <= 0)
}
