package corpus

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/timsns/timsns/api"
)

// addResponseBodies adds the basic success and a failure with other bodies and envelopes.
func (b *builder) addResponseBodies() error {
	success, err := parse(b.success.Body)
	if err != nil {
		return err
	}
	failure, err := parse(b.failure.Body)
	if err != nil {
		return err
	}
	for outcome, basic := range map[string]object{"a success": success, "a failure": failure} {
		schema, err := b.schemaOf(basic)
		if err != nil {
			return err
		}
		for _, v := range append(wellformedBodies(basic), malformedBodies(basic, schema)...) {
			b.addResponse(Body, outcome+": "+v.name, v.reason, v.text)
		}
		for _, v := range envelopes(basic, schema) {
			b.addResponse(Envelope, outcome+": "+v.name, v.reason, v.text)
		}
	}
	for _, v := range contradictions(success, failure) {
		b.addResponse(Envelope, v.name, v.reason, v.text)
	}
	b.addResponse(Body, "empty", "the body is empty", "")
	b.add(api.Responses, Body, "absent", "there is no body", func(e *Exchange) {
		e.Response.Header, e.Response.Body = http.Header{}, nil
	})
	return nil
}

// schemaOf returns the schema that a basic response matches: that of a success, or of a failure. They differ in
// ErrorCode, whatever else they have in common.
func (b *builder) schemaOf(response object) (*openapi3.Schema, error) {
	var code any
	if err := json.Unmarshal([]byte(response.value(errorCode)), &code); err != nil {
		return nil, fmt.Errorf("want an ErrorCode in each basic response: %w", err)
	}
	for _, outcome := range b.post.Responses.Value("200").Value.Content["application/json"].Schema.Value.OneOf {
		if property := outcome.Value.Properties[errorCode]; property != nil && property.Value.VisitJSON(code) == nil {
			return outcome.Value, nil
		}
	}
	return nil, fmt.Errorf("no response of the document allows the ErrorCode %v", code)
}

func (b *builder) addResponse(kind Kind, name, reason, text string) {
	b.add(api.Responses, kind, name, reason, func(e *Exchange) { e.setBody([]byte(text)) })
}

// The envelope: the fields that all responses have in common.
const (
	actionStatus = "ActionStatus"
	errorCode    = "ErrorCode"
	errorInfo    = "ErrorInfo"
	errorDisplay = "ErrorDisplay"
)

// envelopes returns bodies with an invalid field of the envelope. They leave out the fields that the schema lacks.
func envelopes(o object, schema *openapi3.Schema) []variant {
	var variants []variant
	for _, name := range []string{actionStatus, errorCode, errorInfo, errorDisplay} {
		if schema.Properties[name] == nil {
			continue
		}
		if o.value(name) == "" { // an optional text
			o = o.with(name, `""`)
		}
		variants = append(variants, fields(o, name, slices.Contains(schema.Required, name))...)
		switch name {
		case actionStatus:
			variants = append(variants, statuses(o)...)
		case errorCode:
			variants = append(variants, codes(o)...)
		default:
			variants = append(variants, variant{name + " a number", wrongType, o.with(name, "0").text()})
		}
	}
	return variants
}

// fields returns bodies in which a field of the envelope is invalid.
func fields(o object, name string, isRequired bool) []variant {
	value := o.value(name)
	renamed := func(other string) string {
		return o.rename(func(known string) string {
			if known == name {
				return other
			}
			return known
		}).text()
	}
	missing, otherCase := "", undeclared
	if isRequired {
		missing, otherCase = "a required property is missing", wrongCase
	}
	return []variant{
		{name + " missing", missing, o.without(name).text()},
		{name + " null", "the value is null", o.with(name, null).text()},
		{name + " in an array", wrongType, o.with(name, "["+value+"]").text()},
		{name + " in an object", wrongType, o.with(name, `{"Value":`+value+"}").text()},
		{name + " a boolean", wrongType, o.with(name, "false").text()},
		{name + ", the name in lower case", otherCase, renamed(strings.ToLower(name))},
		{name + ", the name in upper case", otherCase, renamed(strings.ToUpper(name))},
		{name + ", the name in camel case", otherCase, renamed(strings.ToLower(name[:1]) + name[1:])},
		{name + " twice", twice, o.and(name, value).text()},
		{name + " twice, then null", twice, o.and(name, null).text()},
		{name + " beside its name in lower case", undeclared, o.and(strings.ToLower(name), value).text()},
	}
}

func statuses(o object) []variant {
	value := strings.Trim(o.value(actionStatus), `"`)
	return []variant{
		{actionStatus + " empty", wrongValue, o.with(actionStatus, `""`).text()},
		{actionStatus + " in lower case", wrongValue, o.with(actionStatus, `"`+strings.ToLower(value)+`"`).text()},
		{actionStatus + " with a space", wrongValue, o.with(actionStatus, `"`+value+` "`).text()},
		{actionStatus + " another word", wrongValue, o.with(actionStatus, `"PENDING"`).text()},
		{actionStatus + " a number", wrongValue, o.with(actionStatus, "0").text()},
	}
}

func codes(o object) []variant {
	value := o.value(errorCode)
	return []variant{
		{errorCode + " a string", wrongType, o.with(errorCode, `"`+value+`"`).text()},
		{errorCode + " an empty string", wrongType, o.with(errorCode, `""`).text()},
		{errorCode + " a word", wrongType, o.with(errorCode, `"none"`).text()},
		{errorCode + " a fraction", wrongType, o.with(errorCode, value+".5").text()},
		{errorCode + " by one beyond 64 bits", tooLarge, o.with(errorCode, "9223372036854775808").text()},
		{errorCode + " beyond 64 bits", tooLarge, o.with(errorCode, "18446744073709551616").text()},
		{errorCode + " beyond all floating-point numbers", tooLarge, o.with(errorCode, "1e999").text()},
		{errorCode + " too small for a floating-point number", wrongType, o.with(errorCode, "1e-999").text()},
	}
}

// contradictions returns responses that are both a success and a failure, or that have an undocumented code.
func contradictions(success, failure object) []variant {
	code := failure.value(errorCode)
	byCode := []variant{
		{"a success with an undocumented code", both, success.with(errorCode, "999999").text()},
		{"a success with a negative code", both, success.with(errorCode, "-1").text()},
		{"a failure with an undocumented code", unknown, failure.with(errorCode, "999999").text()},
		{"a failure with a negative code", unknown, failure.with(errorCode, "-1").text()},
		{"a success, then an error code", twice, success.and(errorCode, code).text()},
		{"an error code, then a success", twice, append(object{{errorCode, code}}, success...).text()},
	}
	status, ok := failure.value(actionStatus), success.value(actionStatus)
	if status == "" || ok == "" { // ErrorCode decides alone
		return byCode
	}
	ended, lower := failure.with(errorCode, "0"), strings.ToLower(status)
	return slices.Concat(byCode, []variant{
		{"a success with an error code", both, success.with(errorCode, code).text()},
		{"a success named a failure", both, success.with(actionStatus, status).text()},
		{"a failure named a success", both, failure.with(actionStatus, ok).text()},
		{"a failure with code 0", both, ended.text()},
		{"a failure with code 0, ActionStatus in lower case", wrongValue, ended.with(actionStatus, lower).text()},
		{"a failure with code 0, ActionStatus with a space", wrongValue, ended.with(actionStatus, `"FAIL "`).text()},
		{"a failure with code 0, ActionStatus in the past tense", wrongValue, ended.with(actionStatus, `"FAILED"`).text()},
		{"a success, then a failure", twice, success.and(actionStatus, status).and(errorCode, code).text()},
		{"a failure, then a success", twice, failure.and(actionStatus, ok).and(errorCode, "0").text()},
	})
}

const (
	both    = "ActionStatus and ErrorCode contradict each other"
	unknown = "the catalogue does not have the code"
)
