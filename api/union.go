package api

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// A union is a schema with oneOf and a discriminator. If it has x-open, the service may send objects of other kinds:
// they are valid, except in strict mode.

// isOpen reports whether a union may have other kinds.
func isOpen(union *openapi3.Schema) bool {
	open, _ := union.Extensions["x-open"].(bool)
	return open
}

// unionViolations returns the violation of an object whose discriminator names no member of the union, or nil if the
// union is open.
func unionViolations(err *openapi3.SchemaError) Violations {
	name := err.Schema.Discriminator.PropertyName
	pointer := pointerOf(err) + "/" + pointerEscapes.Replace(name)
	if strings.HasPrefix(err.Reason, "input does not contain") {
		return Violations{{Pointer: pointer, Reason: fmt.Sprintf("property %q is missing", name)}}
	}
	if _, isText := err.Value.(string); !isText {
		return Violations{{Pointer: pointer, Reason: "value must be a string"}}
	}
	if isOpen(err.Schema) {
		return nil
	}
	kinds := slices.Sorted(maps.Keys(err.Schema.Discriminator.Mapping))
	if len(kinds) > longestList {
		return Violations{{Pointer: pointer, Reason: notAllowed}}
	}
	return Violations{{Pointer: pointer, Reason: fmt.Sprintf("%s %q", notAllowed, kinds)}}
}
