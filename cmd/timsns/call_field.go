package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
)

// fieldArg is a field of the request on the command line.
type fieldArg struct {
	path   []string // the name of the property, and the indices and names of what is within it
	isJSON bool
	text   string
}

// name returns the path as it is on the command line.
func (f *fieldArg) name() string { return joinPath(f.path) }

func joinPath(path []string) string {
	if len(path) == 1 {
		return path[0]
	}
	return path[0] + "[" + strings.Join(path[1:], "][") + "]"
}

// parseField parses FIELD=VALUE, or FIELD:=JSON for any JSON value. The first = ends the name.
func parseField(argument string) (*fieldArg, error) {
	name, text, found := strings.Cut(argument, "=")
	if !found {
		return nil, usagef("argument %q: want FIELD=VALUE, or FIELD:=JSON for any JSON value", argument)
	}
	name, isJSON := strings.CutSuffix(name, ":")
	name, within, isNested := strings.Cut(name, "[")
	path := []string{name}
	if isNested {
		inner, isClosed := strings.CutSuffix(within, "]")
		path = append(path, strings.Split(inner, "][")...)
		if !isClosed {
			path = append(path, "[") // which the next check reports
		}
	}
	if name == "" {
		return nil, usagef("argument %q: want the name of a field before =", argument)
	}
	if strings.ContainsAny(strings.Join(path, ""), "[]") {
		return nil, usagef("argument %q: want brackets as in FIELD[0][NAME]=VALUE", argument)
	}
	return &fieldArg{path, isJSON, text}, nil
}

// readFile replaces @FILE by the content of the file, and @- by standard input. The last line break of a text is
// omitted: editors and echo add it.
func (f *fieldArg) readFile(ctx context.Context, streams streams) error {
	file, isFile := strings.CutPrefix(f.text, "@")
	if !isFile {
		return nil
	}
	open := func() (io.ReadCloser, error) { return os.Open(file) }
	if file == "-" {
		open = func() (io.ReadCloser, error) { return streams.announcedInput(), nil }
	}
	content, err := readInput(ctx, "the value of field "+f.name(), open)
	if err != nil && !f.isJSON {
		return usagef(`%w (for a text that begins with @, use %s:='"@…"')`, err, f.name())
	}
	f.text = strings.TrimSuffix(strings.TrimSuffix(string(content), "\n"), "\r")
	f.text = strings.ReplaceAll(f.text, "\r\n", "\n")
	return err
}

// readFields returns a JSON object with the fields of the command line, in their order. The document says which type
// the value of a field has.
func readFields(
	ctx context.Context, arguments []string, fields []api.Field, streams streams,
) (jsontext.Value, error) {
	request := &part{}
	for _, argument := range arguments {
		field, err := parseField(argument)
		if err != nil {
			return nil, err
		}
		if err := field.readFile(ctx, streams); err != nil {
			return nil, err
		}
		if err := request.set(field, requestPlace(fields)); err != nil {
			return nil, err
		}
	}
	return request.encode()
}

// The types of JSON values in the document.
const (
	objectType  = "object"
	stringType  = "string"
	booleanType = "boolean"
	arrayOf     = "array of "
)

// parts returns the value of a field of a type: one part for a single value, and several for the elements of an array.
func (f *fieldArg) parts(at place) (values []*part, isArray bool, err error) {
	if f.isJSON {
		value := jsontext.Value(f.text)
		if err := json.Unmarshal(value, new(jsontext.Value)); err != nil {
			return nil, false, usagef("field %s: want JSON after :=, got %.40q: %w", f.name(), f.text, err)
		}
		return []*part{{value: value}}, false, nil
	}
	texts := []string{f.text}
	element, isArray := at.element()
	if isArray {
		at = element
		texts = splitElements(f.text)
	}
	for _, text := range texts {
		value, ok := at.parse(text)
		if !ok {
			return nil, isArray, f.mismatch(at.Type, isArray, at.Fields)
		}
		values = append(values, &part{value: value})
	}
	return values, isArray, nil
}

// splitElements splits at commas, or into the lines of a file.
func splitElements(text string) []string {
	if text == "" {
		return nil
	}
	if strings.Contains(text, "\n") {
		return slices.DeleteFunc(strings.Split(text, "\n"), func(line string) bool { return line == "" })
	}
	return strings.Split(text, ",")
}

// mismatch says what a field wants, what it got, and how to write it.
func (f *fieldArg) mismatch(kind string, isArray bool, fields []api.Field) error {
	name, want := f.name(), "a value of type "+kind
	if isArray {
		want, name = "an "+arrayOf+kind+"s", name+"[0]"
	}
	hint := ""
	if kind == objectType {
		within := "NAME"
		if len(fields) > 0 {
			within = fields[0].Name
		}
		hint = fmt.Sprintf("; set %s[%s]=VALUE, or %s:=JSON", name, within, f.name())
	}
	return usagef("field %s: want %s, got %.40q%s", f.name(), want, f.text, hint)
}
