package api

import (
	"encoding/json"
	"errors"
	"maps"
	"math"
	"math/big"
	"slices"
	"strconv"

	"github.com/getkin/kin-openapi/openapi3"
)

// beyondInt64 is the reason for integers that do not fit in an int64, which clients in most languages cannot decode.
const beyondInt64 = "integer must fit in 64 bits"

// int64Overflows returns violations for the values declared int64 that do not fit in an int64. The validator compares
// float64s, which do not distinguish the largest int64 from the integer above it.
func int64Overflows(schema *openapi3.Schema, value any, pointer string) Violations {
	var found Violations
	switch value := value.(type) {
	case json.Number:
		if isInt64(schema) && !fitsInt64(value) {
			found = Violations{{Pointer: pointer, Reason: beyondInt64}}
		}
	case []any:
		for i, element := range value {
			found = append(found, overflowsIn(childOf(schema, itemsOf), element, pointer+"/"+strconv.Itoa(i))...)
		}
	case map[string]any:
		for _, name := range slices.Sorted(maps.Keys(value)) {
			property := childOf(schema, func(s *openapi3.Schema) *openapi3.SchemaRef { return s.Properties[name] })
			found = append(found, overflowsIn(property, value[name], pointer+"/"+pointerEscapes.Replace(name))...)
		}
	}
	return found
}

// overflowsIn returns the overflows in a value whose schema may be nil.
func overflowsIn(schema *openapi3.SchemaRef, value any, pointer string) Violations {
	if schema == nil {
		return nil
	}
	return int64Overflows(schema.Value, value, pointer)
}

func itemsOf(schema *openapi3.Schema) *openapi3.SchemaRef { return schema.Items }

// childOf returns the first non-nil child of the schema or of its choices, or nil.
func childOf(schema *openapi3.Schema, child func(*openapi3.Schema) *openapi3.SchemaRef) *openapi3.SchemaRef {
	for _, part := range choices(schema) {
		if found := child(part.Value); found != nil {
			return found
		}
	}
	return nil
}

// choices returns the parts of a schema and the schemas in their oneOf.
func choices(schema *openapi3.Schema) openapi3.SchemaRefs {
	found := parts(schema)
	for _, part := range parts(schema) {
		found = append(found, part.Value.OneOf...)
	}
	return found
}

func isInt64(schema *openapi3.Schema) bool {
	return slices.ContainsFunc(choices(schema), func(part *openapi3.SchemaRef) bool {
		return part.Value.Type.Is(openapi3.TypeInteger) && part.Value.Format == "int64"
	})
}

// fitsInt64 reports whether number fits in an int64. 1.0 and 1e2 are integers; fractions are left to the validator.
func fitsInt64(number json.Number) bool {
	if _, err := number.Int64(); err == nil || errors.Is(err, strconv.ErrRange) {
		return err == nil
	}
	value, err := number.Float64()
	size := math.Abs(value)
	if err != nil || size < 1<<62 || size > 1<<64 { // far from the bounds, rounding is harmless
		return err == nil && size < 1<<62
	}
	exact, isNumber := new(big.Rat).SetString(number.String())
	return isNumber && (!exact.IsInt() || exact.Num().IsInt64())
}
