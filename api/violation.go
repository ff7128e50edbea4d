package api

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// Violation is one thing in a packet that the document does not allow.
type Violation struct {
	Field  string // where it is, such as GroupName/0, a JSON Pointer without its first slash, or, in a query, random; empty for the packet as a whole
	Reason string // what is wrong and what was expected. It does not repeat the value, which may be a secret

	pointer string // the field as a JSON Pointer, which tells a property without a name from the packet
	path    string // the same as a JSONPath
}

func violationAt(pointer, reason string) Violation {
	return Violation{Field: strings.TrimPrefix(pointer, "/"), Reason: reason, pointer: pointer}
}

// in adds the JSONPath of the field in a packet.
func (v Violation) in(packet any) Violation {
	v.path = jsonPath(v.pointer, packet)
	return v
}

func (v Violation) String() string {
	if v.Field == "" {
		return v.Reason
	}
	return v.Field + ": " + v.Reason
}

// Violations is the error of a packet that breaks the contract: all that is wrong with it.
type Violations []Violation

// Error lists the violations, parted by semicolons.
func (v Violations) Error() string {
	texts := make([]string, len(v))
	for i, violation := range v {
		texts[i] = violation.String()
	}
	return strings.Join(texts, "; ")
}

// violations turns a validator's error into a list. The validator nests what it found in what it was part of.
func violations(err error) Violations {
	var found Violations
	var schemaError *openapi3.SchemaError
	var many openapi3.MultiError
	switch {
	case err == nil:
		return nil
	case asMany(err, &many):
		for _, one := range many {
			found = append(found, violations(one)...)
		}
	case errors.As(err, &schemaError):
		pointer := pointerOf(schemaError)
		if inner := violations(nested(schemaError.Origin)); inner != nil {
			if schemaError.SchemaField == "oneOf" {
				return closest(inner, pointer)
			}
			return inner
		}
		found = Violations{violationAt(pointer, reason(schemaError))}
	default:
		found = Violations{{Reason: err.Error()}}
	}
	return found
}

// pointerOf returns where the fault is. The validator places a property that is not declared where the object is that has it.
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

// pointerEscapes are those of a JSON Pointer (RFC 6901).
var pointerEscapes = strings.NewReplacer("~", "~0", "/", "~1")

// closest makes one account of the violations of all schemas of which field may have one: those of the schema whose type
// the value has, and if it has none of their types, these types.
func closest(found Violations, pointer string) Violations {
	const wrongType = "value must be "
	var nearer Violations
	var types []string
	for _, violation := range found {
		if name, isType := strings.CutPrefix(violation.Reason, wrongType); isType && violation.pointer == pointer {
			types = append(types, name)
		} else if !slices.Contains(nearer, violation) {
			nearer = append(nearer, violation)
		}
	}
	if nearer != nil {
		return nearer
	}
	last := len(types) - 1
	return Violations{violationAt(pointer, wrongType+strings.Join(types[:last], ", ")+" or "+types[last])}
}

// longestList is how many allowed values a reason lists.
const longestList = 8

func reason(err *openapi3.SchemaError) string {
	switch {
	case err.SchemaField == "enum" && len(err.Schema.Enum) > longestList:
		return "value is not one of the allowed values"
	case err.SchemaField == "format" && err.Schema.Format == "int64": // the validator's reason is not that of largeIntegers
		return beyondInt64
	case err.Reason == "cannot convert json.Number to float64":
		return "number is too large"
	case err.SchemaField == "maximum": // the validator writes 4.294967295e+09
		return "number must be at most " + strconv.FormatFloat(*err.Schema.Max, 'f', -1, 64)
	}
	return strings.ToLower(err.Reason[:1]) + err.Reason[1:]
}

func asMany(err error, many *openapi3.MultiError) bool {
	var ok bool
	*many, ok = err.(openapi3.MultiError) //nolint:errorlint // MultiError.As looks into the list; the list itself is wanted
	return ok
}

// nested returns the list of errors within origin, the reason why a composed schema did not match.
func nested(origin error) error {
	for ; origin != nil; origin = errors.Unwrap(origin) {
		var many openapi3.MultiError
		if asMany(origin, &many) {
			return many
		}
	}
	return nil
}
