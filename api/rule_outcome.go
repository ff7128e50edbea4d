package api

import (
	"slices"
	"strings"
)

// outcomes returns the schemas of an operation's success and failure.
func (s *source) outcomes(operation node) (success, failure node) {
	_, response := contents(operation)
	for i, choice := range response.get("schema", "oneOf").items() {
		switch i {
		case 0:
			success = s.resolve(choice)
		case 1:
			failure = s.resolve(choice)
		}
	}
	return success, failure
}

// checkOutcomes checks that a response is oneOf a success and a failure, in this order, and how these differ.
func (s *source) checkOutcomes(schema node, success string) {
	choices := schema.get("oneOf")
	if !choices.exists() {
		s.reportf(schema, "want oneOf with %s and a failure, such as ErrorResponse", success)
		return
	}
	var schemas []node
	for _, choice := range choices.items() {
		reference := choice.get("$ref")
		if !s.isKnown(reference) {
			return // the rule references reports it
		}
		schemas = append(schemas, s.resolve(choice))
	}
	switch {
	case len(schemas) != 2:
		s.reportf(choices, "want two schemas, %s and a failure, got %d", success, len(schemas))
	case schemas[0].name() != success:
		s.reportf(choices, "want %s first, got %s", success, schemas[0].name())
	case isSuccess(schemas[1]):
		s.reportf(choices, "want a failure after %s, got the success %s", success, schemas[1].name())
	default:
		s.checkSuccess(schemas[0])
		s.checkFailure(schemas[1])
		s.checkEnvelope(schemas[0])
		s.checkEnvelope(schemas[1])
		s.checkStatus(schema, schemas[0], schemas[1])
	}
}

// isSuccess reports whether the ErrorCode of a response is 0.
func isSuccess(response node) bool {
	return slices.Equal(response.get("properties", "ErrorCode", "enum").texts(), []string{"0"})
}

// checkFailure checks that the ErrorCode of a failure is never 0.
func (s *source) checkFailure(failure node) {
	code := failure.get("properties", "ErrorCode")
	values := code.get("enum")
	isNever := slices.Contains(code.get("not", "enum").texts(), "0")
	if code.exists() && !isNever && (!values.exists() || slices.Contains(values.texts(), "0")) {
		s.reportf(code, "want not: {enum: [0]}, which tells a failure from a success")
	}
	if status := failure.get("properties", "ActionStatus"); status.exists() && !slices.Contains(status.get("enum").texts(), "FAIL") {
		s.reportf(status, "want enum: [FAIL], which tells a failure from a success")
	}
}

// checkSuccess checks that a success differs from a failure by its envelope.
func (s *source) checkSuccess(success node) {
	code, status := success.get("properties", "ErrorCode"), success.get("properties", "ActionStatus")
	if code.exists() && !isSuccess(success) {
		s.reportf(code, "want enum: [0], which tells a success from a failure")
	}
	if values := status.get("enum"); status.exists() && (!values.exists() || slices.Contains(values.texts(), "FAIL")) {
		s.reportf(status, "want enum: [OK], which tells a success from a failure")
	}
}

// checkEnvelope checks the properties that the client reads of each response.
func (s *source) checkEnvelope(response node) {
	properties := response.get("properties")
	code := properties.get("ErrorCode")
	switch {
	case !code.exists():
		s.reportf(response, "want the property ErrorCode, 0 for a success")
	case !slices.Contains(response.get("required").texts(), "ErrorCode"):
		s.reportf(code, "want it among the required properties, since a client could take its absence for 0")
	case !s.isCode(code):
		s.reportf(code, "want the type of the schema ErrorCode: allOf with a $ref to it, or x-go-type: ErrorCode")
	}
	for _, name := range []string{"ActionStatus", "ErrorInfo", "ErrorDisplay"} {
		if property := properties.get(name); property.exists() && !isType(property, "string") {
			s.reportf(property, "want a string")
		}
	}
}

// isCode reports whether a property is an error code in Go.
func (s *source) isCode(property node) bool {
	for _, part := range property.get("allOf").items() {
		if part.get("$ref").text() == errorCode {
			return true
		}
	}
	return property.get("$ref").text() == errorCode || property.get("x-go-type").text() == "ErrorCode"
}

// checkStatus checks that a discriminator distinguishes successes from failures by ActionStatus, if the responses have
// one.
func (s *source) checkStatus(schema, success, failure node) {
	discriminator := schema.get("discriminator")
	ofSuccess, ofFailure := success.get("properties", "ActionStatus"), failure.get("properties", "ActionStatus")
	switch {
	case ofSuccess.exists() != ofFailure.exists():
		s.reportf(schema, "want ActionStatus in both %s and %s, or in neither", success.name(), failure.name())
		return
	case !ofSuccess.exists():
		s.reportf(discriminator, "want none, since %s has no ActionStatus; ErrorCode tells it from a failure", success.name())
		return
	case !discriminator.exists():
		s.reportf(schema, "discriminator is missing; want propertyName ActionStatus and a mapping of %s",
			strings.Join(statuses(ofSuccess, ofFailure), ", "))
		return
	}
	if property := discriminator.get("propertyName"); property.exists() && property.text() != "ActionStatus" {
		s.reportf(property, "want ActionStatus, got %s", property.text())
	}
	s.checkMapping(discriminator, ofSuccess, success)
	s.checkMapping(discriminator, ofFailure, failure)
	known := statuses(ofSuccess, ofFailure)
	for status, target := range discriminator.get("mapping").members() {
		if len(known) > 1 && !slices.Contains(known, status) {
			s.reportf(target, "neither response has this ActionStatus")
		}
	}
}

// checkMapping checks that each status leads to the schema that has it.
func (s *source) checkMapping(discriminator, property, schema node) {
	for _, status := range statuses(property) {
		target := discriminator.get("mapping", status)
		switch want := schemaPrefix + schema.name(); {
		case !target.exists():
			s.reportf(discriminator, "mapping.%s is missing; want %q", status, want)
		case s.isKnown(target) && target.text() != want:
			s.reportf(target, "want %q", want)
		}
	}
}

// statuses returns the values of properties that are an ActionStatus.
func statuses(properties ...node) []string {
	values := make([]string, 0, len(properties))
	for _, property := range properties {
		values = append(values, property.get("enum").texts()...)
	}
	return values
}

// isKnown reports whether a reference is not one that checkReferences reports.
func (s *source) isKnown(reference node) bool {
	name, isSchema := strings.CutPrefix(reference.text(), schemaPrefix)
	return isSchema && s.schema(name).exists()
}
