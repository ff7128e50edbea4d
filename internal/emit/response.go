package emit

import (
	"cmp"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/oapi-codegen/oapi-codegen/v2/pkg/codegen"

	"github.com/timsns/timsns/internal/schemas"
)

// envelopeField returns the pointer that an envelope has to a property of a response, or "" for other properties.
func envelopeField(property codegen.Property) string {
	pointer := "&r." + property.GoFieldName()
	switch property.JsonFieldName {
	case "ActionStatus":
		return "(*string)(" + pointer + ")"
	case "ErrorCode", "ErrorInfo", "ErrorDisplay":
		return pointer
	}
	return ""
}

// contents is what a success must have, so that a program does not take a response without it for an empty one.
type contents struct {
	Name      string // the property that an error names
	Condition string // the Go expression that is true if the response has contents
	IsArray   bool   // whether Name is the only property that counts
}

// contentsOf returns the contents of a response, or nil if it may be empty. A batch must have its results. A response
// with another array of objects must have at least one of its arrays and required properties.
func contentsOf(definition codegen.TypeDefinition) *contents {
	var first string
	var conditions []string
	hasObjects := false
	for _, property := range contentProperties(definition) {
		if property.Required {
			first = cmp.Or(first, property.JsonFieldName)
		}
		elements := elementsOf(definition, property)
		if property.Required && isResult(elements) {
			return &contents{property.JsonFieldName, "r." + property.GoFieldName() + " != nil", true}
		}
		hasObjects = hasObjects || elements.Ref != "" && !isResult(elements)
		if zero := zeroValue(property); zero == noArray || zero != "" && property.Required {
			conditions = append(conditions, "r."+property.GoFieldName()+" != "+zero)
		}
	}
	if first == "" || !hasObjects {
		return nil
	}
	return &contents{first, strings.Join(conditions, " ||\n\t\t"), false}
}

// elementsOf returns the schema of an array's elements, and an empty schema for another property.
func elementsOf(definition codegen.TypeDefinition, property codegen.Property) *openapi3.SchemaRef {
	if items := definition.Schema.OAPISchema.Properties[property.JsonFieldName].Value.Items; items != nil {
		return items
	}
	return &openapi3.SchemaRef{Value: &openapi3.Schema{}}
}

// contentProperties returns the properties of a response that are not of its envelope.
func contentProperties(definition codegen.TypeDefinition) []codegen.Property {
	return slices.DeleteFunc(slices.Clone(definition.Schema.Properties), func(property codegen.Property) bool {
		return envelopeField(property) != "" || property.Extensions["x-alias-of"] != nil
	})
}

// isResult reports whether an element of an array is the result of a batch for an account.
func isResult(items *openapi3.SchemaRef) bool { return items.Value.Extensions["x-result"] != nil }

// noArray is the zero value of an array's field.
const noArray = "nil"

// zeroValue returns the zero value of a field, or "" if it is not one that stands for an absent property.
func zeroValue(property codegen.Property) string {
	switch {
	case property.Schema.ArrayType != nil:
		return noArray
	case property.GoTypeDef() == "int64":
		return "0"
	case property.GoTypeDef() == stringType:
		return `""`
	}
	return ""
}

// result is what templates print of x-result, with names in Go.
type result struct {
	Account, Outcome, Info string // fields; Info may be empty
	Name                   string // the property of the outcome
	Success                []any  // the values of a status that mean success, nil for a code
}

func resultOf(definition codegen.TypeDefinition) (result, error) {
	schema := definition.Schema.OAPISchema
	var spec struct {
		Account, Code, Status, Info string
		Success                     []any
	}
	if err := decode(schema.Extensions["x-result"], &spec); err != nil {
		return result{}, err
	}
	name := cmp.Or(spec.Code, spec.Status)
	found := result{schemas.FieldName(schema, spec.Account), schemas.FieldName(schema, name), "", name, spec.Success}
	if spec.Info != "" {
		found.Info = schemas.FieldName(schema, spec.Info)
	}
	return found, nil
}
