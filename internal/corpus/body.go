package corpus

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"unicode/utf16"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/timsns/timsns/api"
)

const (
	noJSON     = "not valid JSON"
	twice      = "not valid JSON: duplicate name, and decoders differ on which value counts"
	noObject   = "the body is not a JSON object"
	noUTF8     = "not valid JSON: the text is not UTF-8"
	undeclared = "the document does not declare the property"
	wrongCase  = "names are case-sensitive: a required property is missing"
	wrongType  = "the value has a wrong type"
	wrongValue = "the value is not one of those allowed"
	tooLarge   = "the number is too large"
	null       = "null"
)

// wellformedBodies returns other spellings of the same JSON value.
func wellformedBodies(o object) []variant {
	return []variant{
		{"compact", "", o.text()},
		{"in another order", "", o.reversed().text()},
		{"white space around", "", "\r\n\t " + o.text() + " \n"},
		{"names with an escape", "", o.rename(escapeFirst).text()},
	}
}

// escapeFirst writes the first character of a name as an escape, which does not change the name.
func escapeFirst(name string) string { return fmt.Sprintf(`\u%04x%s`, name[0], name[1:]) }

func addSpace(name string) string { return name + " " }

// malformedBodies returns bodies that are not valid JSON objects or do not match the schema of o.
func malformedBodies(o object, schema *openapi3.Schema) []variant {
	text := o.text()
	first := o[0]
	wrongCase := wrongCase
	if len(schema.Required) == 0 {
		wrongCase = undeclared
	}
	variants := append(otherValues(o, schema), []variant{
		{"white space alone", noJSON, " \r\n\t"},
		{"a brace alone", noJSON, "{"},
		{"cut by a byte", noJSON, text[:len(text)-1]},
		{"cut in half", noJSON, text[:len(text)/2]},
		{"a brace too many", noJSON, text + "}"},
		{"a second value", noJSON, text + "\n" + text},
		{"words after", noJSON, text + " end"},
		{"a zero byte after", noJSON, text + "\x00"},
		{"a byte order mark", noJSON, "\ufeff" + text},
		{"a guard before", noJSON, ")]}',\n" + text},
		{"an assignment before", noJSON, "response = " + text},
		{"a comma after the last member", noJSON, text[:len(text)-1] + ",}"},
		{"a comma alone", noJSON, "{," + text[1:]},
		{"a colon missing", noJSON, strings.Replace(text, ":", " ", 1)},
		{"an equals sign for a colon", noJSON, strings.Replace(text, ":", "=", 1)},
		{"a comment before", noJSON, "// a comment\n" + text},
		{"a comment within", noJSON, "{/* a comment */" + text[1:]},
		{"single quotes", noJSON, strings.ReplaceAll(text, `"`, "'")},
		{"a name without quotes", noJSON, strings.Replace(text, `"`+first.name+`"`, first.name, 1)},
		{"a line feed in a name", noJSON, o.and("a\nb", "1").text()},
		{"an invalid escape", noJSON, o.and("Undeclared", `"\x41"`).text()},
		{"a leading zero", noJSON, o.and("Undeclared", "01").text()},
		{"an invalid number", noJSON, o.and("Undeclared", "NaN").text()},
		{"a hexadecimal number", noJSON, o.and("Undeclared", "0x1").text()},
		{"a literal in capitals", noJSON, o.and("Undeclared", "TRUE").text()},
		{"bytes that are not UTF-8", noUTF8, o.and("Undeclared", "\"\xff\"").text()},
		{"half a surrogate pair", noUTF8, o.and("Undeclared", `"\ud800"`).text()},
		{"UTF-16", noUTF8, inUTF16(text)},
		{"a name twice", twice, o.and(first.name, first.value).text()},
		{"a name twice, once with an escape", twice, o.and(escapeFirst(first.name), first.value).text()},
		{"a name twice, first null", twice, append(object{{first.name, null}}, o...).text()},
		{"a name twice within", twice, o.and("Undeclared", `{"a":1,"a":1}`).text()},
		{"deep nesting", undeclared + ", and no parser takes such depth", o.and("Undeclared", nest(20_000)).text()},
		{"an undeclared property", undeclared, o.and("Undeclared", "1").text()},
		{"an undeclared property of null", undeclared, o.and("Undeclared", null).text()},
		{"an undeclared property without a name", undeclared, o.and("", "1").text()},
		{"names in upper case", wrongCase, o.rename(strings.ToUpper).text()},
		{"names in lower case", wrongCase, o.rename(strings.ToLower).text()},
		{"names with a space", "a space is a part of the name", o.rename(addSpace).text()},
	}...)
	return slices.DeleteFunc(variants, func(v variant) bool { return v.text == text }) // such as names in lower case
}

// otherValues returns bodies that are other JSON values or other formats.
func otherValues(o object, schema *openapi3.Schema) []variant {
	const missing = "required properties are missing"
	empty, within := missing, missing
	if len(schema.Required) == 0 {
		empty, within = "", undeclared
	}
	return []variant{
		{null, noObject, null},
		{"a boolean", noObject, "true"},
		{"a number", noObject, "0"},
		{"a string", noObject, `"OK"`},
		{"itself as a string", noObject, `"` + strings.ReplaceAll(o.text(), `"`, `\"`) + `"`},
		{"itself in an array", noObject, "[" + o.text() + "]"},
		{"an array", noObject, "[]"},
		{"an empty object", empty, "{}"},
		{"itself in an object", within, `{"Body":` + o.text() + "}"},
		{"a form", noJSON, "ActionStatus=OK&ErrorCode=0"},
		{"XML", noJSON, "<ErrorCode>0</ErrorCode>"},
		{"HTML", noJSON, "<!DOCTYPE html><title>Sign in</title>"},
		{"base64", noJSON, "eyJFcnJvckNvZGUiOjB9"},
	}
}

func nest(depth int) string {
	return strings.Repeat("[", depth) + strings.Repeat("]", depth)
}

func inUTF16(text string) string {
	var encoded strings.Builder
	for _, unit := range utf16.Encode([]rune("\ufeff" + text)) {
		encoded.WriteByte(byte(unit >> 8))   // the upper half
		encoded.WriteByte(byte(unit & 0xff)) // the lower half
	}
	return encoded.String()
}

// addRequestBodies adds the basic request with other bodies.
func (b *builder) addRequestBodies() error {
	basic, err := parse(b.request.Body)
	if err != nil {
		return err
	}
	schema := b.post.RequestBody.Value.Content["application/json"].Schema.Value
	for _, v := range append(wellformedBodies(basic), malformedBodies(basic, schema)...) {
		b.add(api.Requests, Body, v.name, v.reason, func(e *Exchange) { e.setBody([]byte(v.text)) })
	}
	b.add(api.Requests, Body, "empty", "the body is empty", func(e *Exchange) { e.setBody([]byte{}) })
	b.add(api.Requests, Body, "absent", "there is no body", func(e *Exchange) {
		e.Request.Header, e.Request.Body = http.Header{}, nil
	})
	return nil
}
