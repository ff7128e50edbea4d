package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// printTables prints each array of the response as a table of at most width columns of text, if width is not 0, and each
// other property on a line. It works for any operation, since the layout depends only on the JSON.
func printTables(out io.Writer, body jsontext.Value, width int) error {
	properties, err := propertiesOf(body)
	if err != nil {
		return err
	}
	for _, property := range properties {
		if property.value.Kind() == jsontext.KindBeginArray {
			err = printTable(out, property, width)
		} else if text := cell(property.value); text != "" {
			_, err = fmt.Fprintf(out, "%s: %s\n", property.name, text)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// printTable prints an array with a row for each element. The properties of objects are columns; other values have one
// column.
func printTable(out io.Writer, array property, width int) error {
	var elements []jsontext.Value
	if err := json.Unmarshal(array.value, &elements); err != nil {
		return err
	}
	if len(elements) == 0 {
		_, err := fmt.Fprintf(out, "%s: none\n", array.name)
		return err
	}
	grid, err := gridOf(elements)
	if err != nil {
		return err
	}
	grid.fit(width)
	_, err = fmt.Fprintf(out, "%s:\n%s\n%s", array.name, grid.render(), grid.omissions())
	return err
}

// property is a property of a JSON object. Its name can be printed.
type property struct {
	name  string
	value jsontext.Value
}

// propertiesOf returns the properties of an object in their order. It returns any other value as one property that is
// named value.
func propertiesOf(value jsontext.Value) ([]property, error) {
	if value.Kind() != jsontext.KindBeginObject {
		return []property{{"value", value}}, nil
	}
	decoder := jsontext.NewDecoder(bytes.NewReader(value))
	if _, err := decoder.ReadToken(); err != nil {
		return nil, err
	}
	var properties []property
	for decoder.PeekKind() == jsontext.KindString {
		name, err := decoder.ReadToken()
		if err != nil {
			return nil, err
		}
		text := quoteUnsafe(name.String())
		value, err := decoder.ReadValue()
		if err != nil {
			return nil, err
		}
		properties = append(properties, property{text, value.Clone()})
	}
	return properties, nil
}

// cell formats a value for a table: strings without quotes, arrays separated by commas, and arrays of objects with one
// object per line.
func cell(value jsontext.Value) string {
	var text string
	var list []jsontext.Value
	switch {
	case json.Unmarshal(value, &text) == nil:
		return quoteUnsafe(text)
	case json.Unmarshal(value, &list) == nil:
		return joinCells(list)
	case value.Kind() == jsontext.KindBeginObject:
		return objectCell(value)
	}
	return quoteUnsafe(string(value))
}

func joinCells(list []jsontext.Value) string {
	texts, separator := make([]string, len(list)), ", "
	for i, element := range list {
		texts[i] = cell(element)
		if element.Kind() == jsontext.KindBeginObject {
			separator = "\n"
		}
	}
	return strings.Join(texts, separator)
}

// objectCell formats an object on one line.
func objectCell(object jsontext.Value) string {
	properties, err := propertiesOf(object)
	if err != nil {
		return quoteUnsafe(string(object))
	}
	texts := make([]string, len(properties))
	for i, property := range properties {
		texts[i] = property.name + ": " + strings.ReplaceAll(cell(property.value), "\n", "; ")
	}
	return strings.Join(texts, ", ")
}
