package main

import (
	"strconv"
	"strings"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

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
		texts[i] = property.name + ": " + strings.ReplaceAll(property.cell(), "\n", "; ")
	}
	return strings.Join(texts, ", ")
}

// cell formats the value of a property. The service gives times in Unix seconds, which only machines read.
func (p property) cell() string {
	const earliest, latest = 1_000_000_000, 9_999_999_999 // other numbers of ten digits have other names
	name := strings.ToLower(p.name)
	if strings.HasSuffix(name, "time") || strings.HasSuffix(name, "timestamp") {
		if seconds, err := strconv.ParseInt(string(p.value), 10, 64); err == nil && seconds >= earliest && seconds <= latest {
			return time.Unix(seconds, 0).Format(time.DateTime)
		}
	}
	return cell(p.value)
}

// pairsOf returns the names and values that an array of objects holds, such as tags, if each object has a name and a
// Value, or only a name.
func pairsOf(array jsontext.Value) ([]property, bool) {
	var elements []jsontext.Value
	if json.Unmarshal(array, &elements) != nil {
		return nil, false
	}
	var pairs []property
	hasValues := false
	for _, element := range elements {
		pair, ok := pairOf(element)
		if !ok {
			return nil, false
		}
		hasValues = hasValues || pair.value != nil
		pairs = append(pairs, pair)
	}
	return pairs, hasValues
}

func pairOf(element jsontext.Value) (pair property, ok bool) {
	properties, err := propertiesOf(element)
	if err != nil || element.Kind() != jsontext.KindBeginObject {
		return pair, false
	}
	for _, property := range properties {
		var name string
		switch {
		case property.name == "Value":
			pair.value = property.value
		case pair.name != "" || json.Unmarshal(property.value, &name) != nil:
			return pair, false
		default:
			pair.name = quoteUnsafe(name)
		}
	}
	return pair, pair.name != ""
}

// commonPrefix returns what all names begin with, up to an underscore. It leaves something of each name.
func commonPrefix(names []string) string {
	if len(names) < 2 {
		return ""
	}
	prefix := names[0]
	for _, name := range names[1:] {
		for !strings.HasPrefix(name, prefix) {
			prefix = prefix[:len(prefix)-1]
		}
	}
	return prefix[:strings.LastIndexByte(prefix, '_')+1]
}
