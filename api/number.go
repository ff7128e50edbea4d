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

// beyondInt64 is the reason of an integer that no int64 holds. Go's clients, and those of most languages, cannot read it.
const beyondInt64 = "integer must fit in 64 bits"

// largeIntegers finds the integers of format int64 that are none. The validator compares floating-point numbers, of which
// the largest int64 and the integer above it are the same.
func largeIntegers(schema *openapi3.Schema, value any, pointer string) Violations {
	var found Violations
	switch value := value.(type) {
	case json.Number:
		if isInt64(schema) && !fitsInt64(value) {
			found = Violations{violationAt(pointer, beyondInt64)}
		}
	case []any:
		for i, element := range value {
			found = append(found, largeIn(childOf(schema, itemsOf), element, pointer+"/"+strconv.Itoa(i))...)
		}
	case map[string]any:
		for _, name := range slices.Sorted(maps.Keys(value)) {
			property := childOf(schema, func(s *openapi3.Schema) *openapi3.SchemaRef { return s.Properties[name] })
			found = append(found, largeIn(property, value[name], pointer+"/"+pointerEscapes.Replace(name))...)
		}
	}
	return found
}

// largeIn looks into a value whose schema may be unknown.
func largeIn(schema *openapi3.SchemaRef, value any, pointer string) Violations {
	if schema == nil {
		return nil
	}
	return largeIntegers(schema.Value, value, pointer)
}

func itemsOf(schema *openapi3.Schema) *openapi3.SchemaRef { return schema.Items }

// childOf returns the first child that the schema has, or one of those that it is made of, and nil if there is none.
func childOf(schema *openapi3.Schema, child func(*openapi3.Schema) *openapi3.SchemaRef) *openapi3.SchemaRef {
	for _, part := range choices(schema) {
		if found := child(part.Value); found != nil {
			return found
		}
	}
	return nil
}

// choices returns the parts of a schema, and those of which a value may have one.
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

// fitsInt64 compares exactly. 1.0 and 1e2 are integers; what is none is for the validator to tell.
func fitsInt64(number json.Number) bool {
	if _, err := number.Int64(); err == nil || errors.Is(err, strconv.ErrRange) {
		return err == nil
	}
	value, err := number.Float64()
	size := math.Abs(value)
	if err != nil || size < 1<<62 || size > 1<<64 { // rounding cannot matter, and the digits of 1e300 need not be written out
		return err == nil && size < 1<<62
	}
	exact, isNumber := new(big.Rat).SetString(number.String())
	return isNumber && (!exact.IsInt() || exact.Num().IsInt64())
}
