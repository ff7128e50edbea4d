package api

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/getkin/kin-openapi/openapi3"
)

// CheckRequest judges the body of a request. The error is a [Violations].
func (o *Operation) CheckRequest(body []byte) error {
	value, err := decode(body)
	if err != nil {
		return Violations{Violation{Reason: err.Error()}.in(nil)}
	}
	return visit(o.request, value)
}

// CheckResponse judges the body of a response: a success by the operation's own schema, a failure by the common
// one, told apart by ActionStatus. The error is a [Violations].
func (o *Operation) CheckResponse(body []byte) error {
	value, err := decode(body)
	if err != nil {
		return Violations{Violation{Reason: err.Error()}.in(nil)}
	}
	schema, violation := o.outcome(value)
	if schema == nil {
		return Violations{violation.in(value)}
	}
	return visit(schema, value)
}

func visit(schema *openapi3.Schema, value any) error {
	unified, spellings := respell(schema, value)
	found := violations(schema.VisitJSON(unified, openapi3.MultiErrors()))
	isWrong := map[string]bool{} // of a value, and then as a rule since it is too large
	for _, violation := range found {
		isWrong[violation.pointer] = true
	}
	for _, violation := range largeIntegers(schema, unified, "") {
		if !isWrong[violation.pointer] {
			found = append(found, violation)
		}
	}
	for i, violation := range found {
		found[i] = violation.spelt(spellings).in(value)
	}
	if found != nil {
		return found
	}
	return nil
}

// outcome returns the schema that the response's discriminator names. A judge that tried the schemas in turn
// would report the faults of all of them.
func (o *Operation) outcome(value any) (*openapi3.Schema, Violation) {
	property := o.reply.Discriminator.PropertyName
	object, isObject := value.(map[string]any)
	if !isObject {
		return nil, Violation{Reason: "value must be an object"}
	}
	status, isThere := object[property]
	if !isThere {
		return nil, violationAt("/"+property, fmt.Sprintf("property %q is missing", property))
	}
	name, _ := status.(string)
	for _, choice := range o.reply.OneOf {
		if choice.Ref == o.reply.Discriminator.Mapping[name].Ref {
			return choice.Value, Violation{}
		}
	}
	return nil, violationAt("/"+property, "value is not one of the allowed values")
}

// decode reads one JSON value strictly: valid UTF-8, no name twice, nothing behind it.
func decode(body []byte) (any, error) {
	if fault := syntaxFaultOf(body); fault != nil {
		return nil, errors.New(fault.reason)
	}
	var value any
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.UseNumber() // keeps the digits of large integers
	return value, decoder.Decode(&value)
}
