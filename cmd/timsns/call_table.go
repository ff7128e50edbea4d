package main

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/jedib0t/go-pretty/v6/table"
)

// printTables prints each array of the reply as a table, and what else it says a line a field. It knows no command:
// the shape of the reply decides.
func printTables(out io.Writer, reply jsontext.Value) error {
	members, err := membersOf(reply)
	if err != nil {
		return err
	}
	for _, member := range members {
		if member.value.Kind() == jsontext.KindBeginArray {
			err = printTable(out, member)
		} else if text := cell(member.value); text != "" {
			_, err = fmt.Fprintf(out, "%s: %s\n", member.name, text)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// printTable prints an array a row an element. An object's fields are columns; anything else is one column.
func printTable(out io.Writer, array item) error {
	var elements []jsontext.Value
	if err := json.Unmarshal(array.value, &elements); err != nil {
		return err
	}
	if len(elements) == 0 {
		_, err := fmt.Fprintf(out, "%s: none\n", array.name)
		return err
	}
	var columns []string
	var rows []map[string]string
	for _, element := range elements {
		members, err := membersOf(element)
		if err != nil {
			return err
		}
		row := map[string]string{}
		for _, member := range members {
			if !slices.Contains(columns, member.name) {
				columns = append(columns, member.name)
			}
			row[member.name] = cell(member.value)
		}
		rows = append(rows, row)
	}
	_, err := fmt.Fprintf(out, "%s:\n%s\n", array.name, render(columns, rows))
	return err
}

func render(columns []string, rows []map[string]string) string {
	writer := table.NewWriter()
	writer.SetStyle(table.StyleLight)
	writer.Style().Format.Header = 0 // the service's names keep their case
	writer.AppendHeader(tableRow(columns, func(column string) string { return column }))
	for _, row := range rows {
		writer.AppendRow(tableRow(columns, func(column string) string { return row[column] }))
	}
	return writer.Render()
}

func tableRow(columns []string, text func(column string) string) table.Row {
	row := make(table.Row, 0, len(columns))
	for _, column := range columns {
		row = append(row, text(column))
	}
	return row
}

// membersOf returns the members of an object in their order, and any other value as one member named value.
func membersOf(value jsontext.Value) ([]item, error) {
	if value.Kind() != jsontext.KindBeginObject {
		return []item{{"value", value}}, nil
	}
	decoder := jsontext.NewDecoder(bytes.NewReader(value))
	if _, err := decoder.ReadToken(); err != nil {
		return nil, err
	}
	var members []item
	for decoder.PeekKind() == jsontext.KindString {
		name, err := decoder.ReadToken()
		if err != nil {
			return nil, err
		}
		text := printable(name.String())
		value, err := decoder.ReadValue()
		if err != nil {
			return nil, err
		}
		members = append(members, item{text, value.Clone()})
	}
	return members, nil
}

// cell writes a value for a table: strings without quotes, arrays with commas, and of objects an object a line.
func cell(value jsontext.Value) string {
	var text string
	var list []jsontext.Value
	switch {
	case json.Unmarshal(value, &text) == nil:
		return printable(text)
	case json.Unmarshal(value, &list) == nil:
		return joinCells(list)
	case value.Kind() == jsontext.KindBeginObject:
		return objectCell(value)
	}
	return printable(string(value))
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

// objectCell writes an object in one line.
func objectCell(object jsontext.Value) string {
	members, err := membersOf(object)
	if err != nil {
		return printable(string(object))
	}
	texts := make([]string, len(members))
	for i, member := range members {
		texts[i] = member.name + ": " + strings.ReplaceAll(cell(member.value), "\n", "; ")
	}
	return strings.Join(texts, ", ")
}

// printable replaces control characters, with which a name could take over the terminal.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return unicode.ReplacementChar
	}, text)
}
