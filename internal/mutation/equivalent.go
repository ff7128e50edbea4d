package mutation

import (
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// equivalent describes edits that do not change what the document allows, so that no fixture can notice them.
type equivalent struct {
	reason  string
	matches func(edit Edit) bool
}

var equivalents = []equivalent{
	{"the remaining enum has no value of another type or format", func(e Edit) bool {
		return e.schema.Enum != nil && (e.kind == "type" || e.kind == "format")
	}},
	{"the enum of the schema that allOf refers to does not have the value", func(e Edit) bool {
		return e.schema.AllOf != nil && strings.HasSuffix(e.what, " added")
	}},
	{"not excludes the value too", func(e Edit) bool {
		return e.schema.Not != nil && e.what == "value 0 dropped"
	}},
	{"no schema refers to it: it names values for generated code", func(e Edit) bool {
		return e.place == "ActionStatus"
	}},
	{"the bounds of the schema are narrower than those of its format", func(e Edit) bool {
		return e.kind == "format" && e.schema.Max != nil
	}},
	{"null stands for an absent value, and is not validated", func(e Edit) bool {
		absent, _ := e.schema.Extensions["x-absent-values"].([]any)
		return e.kind == "nullability" && slices.Contains(absent, nil)
	}},
	{"the values in a query are strings and never null", func(e Edit) bool {
		return e.isParameter && (e.kind == "nullability" || e.what == "type dropped" && e.schema.Type.Is(openapi3.TypeString))
	}},
	{"an integer in a query consists of decimal digits without a sign", func(e Edit) bool {
		return e.isParameter && e.schema.Min != nil && *e.schema.Min == 0 && strings.HasPrefix(e.what, "minimum ")
	}},
}

// Equivalent returns the reason why no fixture can notice an edit, or "".
func Equivalent(edit Edit) string {
	for _, equivalent := range equivalents {
		if equivalent.matches(edit) {
			return equivalent.reason
		}
	}
	return ""
}

// Equivalents returns all reasons that [Equivalent] returns.
func Equivalents() []string {
	reasons := make([]string, len(equivalents))
	for i, equivalent := range equivalents {
		reasons[i] = equivalent.reason
	}
	return reasons
}
