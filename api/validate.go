package api

import (
	"fmt"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/timsns/timsns/api/internal/jsontree"
)

// ValidateRequest validates the body of a request. The error is a [Violations].
func (o *Operation) ValidateRequest(body []byte) error {
	value, err := jsontree.Decode(body)
	if err != nil {
		return Violations{{Path: "$", Reason: err.Error()}}
	}
	return validate(o.parsed().request, value)
}

// ValidateResponse validates the body of a response against the schema of a success or that of a failure. The
// discriminator of the document, ActionStatus, selects the schema; without one, ErrorCode does. The error is a
// [Violations].
func (o *Operation) ValidateResponse(body []byte) error {
	value, err := jsontree.Decode(body)
	if err != nil {
		return Violations{{Path: "$", Reason: err.Error()}}
	}
	schema, violation := o.parsed().responseSchema(value)
	if schema == nil {
		return Violations{violation.in(value)}
	}
	return validate(schema, value)
}

func validate(schema *openapi3.Schema, value any) error {
	resolved, aliases := resolveAliases(schema, withoutAbsent(schema, value))
	found := violationsOf(schema.VisitJSON(resolved, openapi3.MultiErrors()))
	isReported := map[string]bool{}
	for _, violation := range found {
		isReported[violation.Pointer] = true
	}
	for _, violation := range overflows(schema, resolved, "") {
		if !isReported[violation.Pointer] {
			found = append(found, violation)
		}
	}
	for i, violation := range found {
		found[i] = violation.withAlias(aliases).in(value)
	}
	return found.orNil()
}

// responseSchema returns the schema that the discriminator selects, or nil and a violation. Trying all schemas instead
// would report the violations of each.
func (o *Operation) responseSchema(value any) (*openapi3.Schema, Violation) {
	property := "ErrorCode"
	if o.response.Discriminator != nil {
		property = o.response.Discriminator.PropertyName
	}
	object, isObject := value.(map[string]any)
	if !isObject {
		return nil, Violation{Reason: "value must be an object"}
	}
	value, isPresent := object[property]
	if !isPresent {
		return nil, Violation{Pointer: "/" + property, Reason: fmt.Sprintf("property %q is missing", property)}
	}
	if o.response.Discriminator == nil {
		return o.schemaByCode(value), Violation{}
	}
	name, _ := value.(string)
	for _, choice := range o.response.OneOf {
		if choice.Ref == o.response.Discriminator.Mapping[name].Ref {
			return choice.Value, Violation{}
		}
	}
	return nil, Violation{Pointer: "/" + property, Reason: notAllowed}
}

// schemaByCode returns the schema of a success if it allows the value as ErrorCode, and otherwise that of a failure.
func (o *Operation) schemaByCode(value any) *openapi3.Schema {
	success, failure := o.response.OneOf[0].Value, o.response.OneOf[1].Value
	if code := success.Properties["ErrorCode"]; code != nil && code.Value.VisitJSON(value) == nil {
		return success
	}
	return failure
}
