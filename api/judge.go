package api

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	jsonv2 "github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// CheckRequest judges the body of a request. The error is a [Violations].
func (o *Operation) CheckRequest(body []byte) error {
	value, err := decode(body)
	if err != nil {
		return Violations{{Reason: err.Error()}}
	}
	return visit(o.request, value)
}

// CheckResponse judges the body of a response: a success by the operation's own schema, a failure by the common
// one, told apart by ActionStatus. The error is a [Violations].
func (o *Operation) CheckResponse(body []byte) error {
	value, err := decode(body)
	if err != nil {
		return Violations{{Reason: err.Error()}}
	}
	schema, violation := o.outcome(value)
	if schema == nil {
		return Violations{violation}
	}
	return visit(schema, value)
}

func visit(schema *openapi3.Schema, value any) error {
	respell(schema, value)
	if found := violations(schema.VisitJSON(value, openapi3.MultiErrors())); found != nil {
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
		return nil, Violation{Field: property, Reason: fmt.Sprintf("property %q is missing", property)}
	}
	name, _ := status.(string)
	for _, choice := range o.reply.OneOf {
		if choice.Ref == o.reply.Discriminator.Mapping[name].Ref {
			return choice.Value, Violation{}
		}
	}
	return nil, Violation{Field: property, Reason: "value is not one of the allowed values"}
}

// decode reads one JSON value strictly: valid UTF-8, no name twice, nothing behind it.
func decode(body []byte) (any, error) {
	if len(bytes.TrimSpace(body)) == 0 {
		return nil, errors.New("want JSON, got nothing")
	}
	var text jsontext.Value
	if err := jsonv2.Unmarshal(body, &text); err != nil {
		return nil, fmt.Errorf("not valid JSON: %s", strings.TrimPrefix(err.Error(), "jsontext: "))
	}
	var value any
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber() // keeps the digits of large integers
	return value, decoder.Decode(&value)
}
