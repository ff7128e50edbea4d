package main

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// fieldArg is a field of the request on the command line.
type fieldArg struct {
	name  string
	value jsontext.Value
}

// parseField parses FIELD=VALUE, for a string, or FIELD:=JSON, for any JSON value. The first = ends the name.
func parseField(argument string) (fieldArg, error) {
	name, value, found := strings.Cut(argument, "=")
	if !found {
		return fieldArg{}, usagef("argument %q: want FIELD=VALUE for a string, or FIELD:=JSON for any other value", argument)
	}
	name, isJSON := strings.CutSuffix(name, ":")
	if name == "" {
		return fieldArg{}, usagef("argument %q: want the name of a field before =", argument)
	}
	if !isJSON {
		text, err := json.Marshal(value)
		if err != nil {
			return fieldArg{}, usagef("field %s: want UTF-8: %w", name, err)
		}
		return fieldArg{name, text}, nil
	}
	var text jsontext.Value
	if err := json.Unmarshal([]byte(value), &text); err != nil {
		return fieldArg{}, usagef("field %s: want JSON after := (use = for a string without quotes): %w", name, err)
	}
	return fieldArg{name, text}, nil
}

// parseFields returns a JSON object with the fields of the command line, in their order.
func parseFields(arguments []string) (jsontext.Value, error) {
	var body bytes.Buffer
	seen := map[string]bool{}
	for _, argument := range arguments {
		field, err := parseField(argument)
		if err != nil {
			return nil, err
		}
		if seen[field.name] {
			return nil, usagef("field %s is given more than once", field.name)
		}
		name, err := json.Marshal(field.name)
		if err != nil {
			return nil, usagef("field %q: want UTF-8: %w", field.name, err)
		}
		separator := ","
		if len(seen) == 0 {
			separator = "{"
		}
		seen[field.name] = true
		fmt.Fprintf(&body, "%s%s:%s", separator, name, field.value)
	}
	body.WriteByte('}')
	return body.Bytes(), nil
}
