package api

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// violationsOf converts an error of the validator, which nests errors, into a list.
func violationsOf(err error) Violations {
	var found Violations
	var schemaError *openapi3.SchemaError
	var many openapi3.MultiError
	switch {
	case err == nil:
		return nil
	case asMany(err, &many):
		for _, one := range many {
			found = append(found, violationsOf(one)...)
		}
	case errors.As(err, &schemaError):
		return schemaViolations(schemaError)
	default:
		found = Violations{{Reason: err.Error()}}
	}
	return found
}

func schemaViolations(err *openapi3.SchemaError) Violations {
	pointer := pointerOf(err)
	parts := nested(err.Origin)
	switch {
	case err.SchemaField == "discriminator":
		return unionViolations(err)
	case len(parts) == 0:
		return Violations{{Pointer: pointer, Reason: reason(err)}}
	case err.SchemaField == "oneOf":
		return mergeOneOf(violationsOf(parts), pointer)
	}
	return violationsOf(parts)
}

// pointerOf returns the pointer of the invalid value. For an undeclared property, the validator returns that of the
// object that has it.
func pointerOf(err *openapi3.SchemaError) string {
	path := err.JSONPointer()
	if quoted, isUndeclared := strings.CutSuffix(err.Reason, " is unsupported"); isUndeclared {
		if name, unquoteErr := strconv.Unquote(strings.TrimPrefix(quoted, "property ")); unquoteErr == nil {
			path = append(slices.Clone(path), name)
		}
	}
	var pointer strings.Builder
	for _, name := range path {
		pointer.WriteString("/" + pointerEscapes.Replace(name))
	}
	return pointer.String()
}

// pointerEscapes escapes a name in a JSON Pointer (RFC 6901).
var pointerEscapes = strings.NewReplacer("~", "~0", "/", "~1")

// mergeOneOf merges the violations of all oneOf branches into those of the branch whose type the value has. If it has
// the type of no branch, the one violation lists these types.
func mergeOneOf(found Violations, pointer string) Violations {
	const wrongType = "value must be "
	var best Violations
	var types []string
	for _, violation := range found {
		if name, isType := strings.CutPrefix(violation.Reason, wrongType); isType && violation.Pointer == pointer {
			types = append(types, name)
		} else if !slices.Contains(best, violation) {
			best = append(best, violation)
		}
	}
	types = slices.Compact(types) // the members of a union are objects
	if best != nil || types == nil {
		return best
	}
	last := len(types) - 1
	list := strings.TrimPrefix(strings.Join(types[:last], ", ")+" or "+types[last], " or ")
	return Violations{{Pointer: pointer, Reason: wrongType + list}}
}

// notAllowed is the reason for a value that an enum does not list. A list of the allowed values may follow.
const notAllowed = "value is not one of the allowed values"

// longestList is the largest number of allowed values that a reason lists.
const longestList = 8

func reason(err *openapi3.SchemaError) string {
	if wrongType := typeErrorOf(err); wrongType != nil {
		err = wrongType
	}
	switch {
	case err.SchemaField == "not":
		return "value must not be " + valuesIn(err.Schema.Not.Value)
	case err.SchemaField == "enum" && len(err.Schema.Enum) > longestList:
		return notAllowed
	case err.SchemaField == "format" && err.Schema.Format == int64Format: // worded as by overflows
		return integerFormats[int64Format].reason
	case err.Reason == "cannot convert json.Number to float64":
		return "number is too large"
	case err.SchemaField == "maximum": // the validator writes 4.294967295e+09
		return "number must be at most " + strconv.FormatFloat(*err.Schema.Max, 'f', -1, 64)
	}
	return strings.ToLower(err.Reason[:1]) + err.Reason[1:]
}

// typeErrorOf returns the error of a value that an enum does not list because it has the wrong type, or nil.
func typeErrorOf(err *openapi3.SchemaError) *openapi3.SchemaError {
	var wrongType *openapi3.SchemaError
	if err.SchemaField == "enum" {
		typed := openapi3.Schema{Type: err.Schema.Type}
		errors.As(typed.VisitJSON(err.Value), &wrongType)
	}
	return wrongType
}

// valuesIn returns the values of an enum in JSON, such as "0 or 1".
func valuesIn(schema *openapi3.Schema) string {
	values := make([]string, len(schema.Enum))
	for i, value := range schema.Enum {
		values[i] = fmt.Sprintf("%#v", value) // a number or a string
	}
	return strings.Join(values, " or ")
}

func asMany(err error, many *openapi3.MultiError) bool {
	var ok bool
	*many, ok = err.(openapi3.MultiError) //nolint:errorlint // errors.As would look into the list instead of returning it
	return ok
}

// nested returns the list of errors in origin, which says why a composed schema did not match, or nil.
func nested(origin error) openapi3.MultiError {
	for ; origin != nil; origin = errors.Unwrap(origin) {
		var many openapi3.MultiError
		if asMany(origin, &many) {
			return many
		}
	}
	return nil
}
