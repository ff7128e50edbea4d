package snippet

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// scalar returns a text, a number or a boolean; a constant if the document gives the value a name.
func (g goPrinter) scalar(schema *openapi3.SchemaRef, value jsontext.Value) (string, error) {
	want := strings.Join(schema.Value.Type.Slice(), " or ")
	if kind, isGiven := schema.Value.Extensions["x-go-type"]; isGiven {
		return "", fmt.Errorf("the type %v has no known form in Go", kind)
	}
	kind := value.Kind()
	switch {
	case want == openapi3.TypeString && kind == jsontext.KindString:
		var text string
		if err := json.Unmarshal(value, &text); err != nil {
			return "", fmt.Errorf("want UTF-8: %w", err)
		}
		return g.constant(schema, text, quote(text)), nil
	case want == openapi3.TypeInteger && kind == jsontext.KindNumber && !strings.ContainsAny(string(value), ".eE"):
		number, _ := strconv.ParseFloat(string(value), 64) // as the document has it
		return g.constant(schema, number, string(value)), nil
	case want == openapi3.TypeNumber && kind == jsontext.KindNumber,
		want == openapi3.TypeBoolean && (kind == jsontext.KindTrue || kind == jsontext.KindFalse):
		return string(value), nil
	}
	return "", fmt.Errorf("want a value of type %s, got %.40s", want, value)
}

// constant returns the name of a value that has one, or else the literal.
func (g goPrinter) constant(schema *openapi3.SchemaRef, value any, literal string) string {
	values := schema.Value.Enum
	if known, ok := schema.Value.Extensions["x-known-values"].([]any); ok {
		values = known
	}
	names, _ := schema.Value.Extensions["x-enum-varnames"].([]any)
	if i := slices.Index(values, value); i >= 0 && i < len(names) {
		return fmt.Sprintf("%s.%v", g.Package, names[i])
	}
	return literal
}

// restValue returns a rest.Value.
func restValue(value jsontext.Value) (string, error) {
	var text string
	var number int64
	var texts []string
	switch {
	case value.Kind() == jsontext.KindString && json.Unmarshal(value, &text) == nil:
		return "rest.StringValue(" + quote(text) + ")", nil
	case value.Kind() == jsontext.KindNumber && json.Unmarshal(value, &number) == nil:
		return fmt.Sprintf("rest.IntegerValue(%d)", number), nil
	case value.Kind() == jsontext.KindBeginArray && json.Unmarshal(value, &texts) == nil:
		for i, text := range texts {
			texts[i] = quote(text)
		}
		return "rest.StringsValue(" + strings.Join(texts, ", ") + ")", nil
	}
	return "", fmt.Errorf("want a string, an integer of 64 bits or an array of strings, got %.40s", value)
}

// quote returns a literal of a text: with backquotes if that saves escapes.
func quote(text string) string {
	if strings.ContainsAny(text, `"\`) && strconv.CanBackquote(text) {
		return "`" + text + "`"
	}
	return strconv.Quote(text)
}
