package main

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// item is a field of the request, as given on the command line.
type item struct {
	name  string
	value jsontext.Value
}

// parseItem reads FIELD=VALUE, a string, or FIELD:=JSON, any JSON value. The first = parts the two.
func parseItem(argument string) (item, error) {
	name, value, found := strings.Cut(argument, "=")
	if !found {
		return item{}, usagef("argument %q: want FIELD=VALUE for a string, or FIELD:=JSON for any other value", argument)
	}
	name, isJSON := strings.CutSuffix(name, ":")
	if name == "" {
		return item{}, usagef("argument %q: want the name of a field before =", argument)
	}
	if !isJSON {
		text, err := json.Marshal(value)
		if err != nil {
			return item{}, usagef("field %s: want UTF-8: %w", name, err)
		}
		return item{name, text}, nil
	}
	var text jsontext.Value
	if err := json.Unmarshal([]byte(value), &text); err != nil {
		return item{}, usagef("field %s: want JSON after := (a string in it needs its quotes; = takes one without): %w", name, err)
	}
	return item{name, text}, nil
}

// parseItems makes a JSON object of the command line's fields, in their order.
func parseItems(arguments []string) (jsontext.Value, error) {
	var body bytes.Buffer
	seen := map[string]bool{}
	for _, argument := range arguments {
		item, err := parseItem(argument)
		if err != nil {
			return nil, err
		}
		if seen[item.name] {
			return nil, usagef("field %s is given more than once", item.name)
		}
		name, err := json.Marshal(item.name)
		if err != nil {
			return nil, usagef("field %q: want UTF-8: %w", item.name, err)
		}
		separator := ","
		if len(seen) == 0 {
			separator = "{"
		}
		seen[item.name] = true
		fmt.Fprintf(&body, "%s%s:%s", separator, name, item.value)
	}
	body.WriteByte('}')
	return body.Bytes(), nil
}
