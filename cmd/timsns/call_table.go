package main

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// printTables prints each array of objects in the response as a table of at most width columns of text, if width is not
// 0, and each other property on a line. It works for any operation, since the layout depends only on the JSON. What
// only says that the call succeeded is omitted, unless there is nothing else.
func printTables(out io.Writer, body jsontext.Value, width int) error {
	properties, err := propertiesOf(body)
	if err != nil {
		return err
	}
	printed := &countingWriter{Writer: out}
	for _, property := range properties {
		switch {
		case property.saysSuccess():
		case property.value.Kind() == jsontext.KindBeginArray:
			err = printArray(printed, property, width)
		case property.cell() != "":
			_, err = fmt.Fprintf(printed, "%s: %s\n", property.name, property.cell())
		}
		if err != nil {
			return err
		}
	}
	if printed.count == 0 {
		_, err = fmt.Fprintln(out, "done")
	}
	return err
}

// countingWriter counts what is written.
type countingWriter struct {
	io.Writer

	count int
}

func (w *countingWriter) Write(text []byte) (int, error) {
	w.count += len(text)
	return w.Writer.Write(text)
}

// saysSuccess reports whether a property of the envelope has its usual value.
func (p property) saysSuccess() bool {
	return p.name == "ActionStatus" && string(p.value) == `"OK"` || p.name == "ErrorCode" && string(p.value) == "0"
}

// printArray prints an array of objects with a row for each, and any other array on one line. The properties of the
// objects are columns.
func printArray(out io.Writer, array property, width int) error {
	var elements []jsontext.Value
	if err := json.Unmarshal(array.value, &elements); err != nil {
		return err
	}
	isObject := func(element jsontext.Value) bool { return element.Kind() == jsontext.KindBeginObject }
	switch {
	case len(elements) == 0:
		_, err := fmt.Fprintf(out, "%s: none\n", array.name)
		return err
	case !slices.ContainsFunc(elements, isObject):
		_, err := fmt.Fprintf(out, "%s: %s\n", array.name, listOf(elements))
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

// maxList is the largest number of bytes of a list that are printed.
const maxList = 4000

// listOf returns values on one line.
func listOf(elements []jsontext.Value) string {
	var list strings.Builder
	for i, element := range elements {
		text := cell(element)
		if list.Len()+len(text) > maxList {
			fmt.Fprintf(&list, "… and %d more; --output json prints all", len(elements)-i)
			break
		}
		list.WriteString(text)
		if i+1 < len(elements) {
			list.WriteString(", ")
		}
	}
	return list.String()
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
