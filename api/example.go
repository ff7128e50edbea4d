package api

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"

	"github.com/getkin/kin-openapi/openapi3"
)

// Example is an example of a request or response in the document.
type Example struct {
	Name    string // such as basic; a request and its response have the same name
	Summary string // a line without a full stop
	Body    []byte // with the properties in the order of the fixture of the same name, or else sorted
}

// Examples returns the examples of a command, sorted by name. The list is empty for an unknown command.
func (d *Document) Examples(command string, direction Direction) ([]Example, error) {
	d = d.parsed()
	operation, isKnown := d.Operation(command)
	if !isKnown {
		return nil, nil
	}
	found := contentOf(d.spec.Paths.Value(operation.Path).Post, direction)["application/json"].Examples
	examples := make([]Example, 0, len(found))
	for _, name := range slices.Sorted(maps.Keys(found)) {
		body, err := json.Marshal(found[name].Value.Value)
		if err != nil {
			return nil, fmt.Errorf("api: example %s: %w", name, err)
		}
		if recorded, err := d.readRecorded(command, direction, name); err == nil {
			body = recorded
		}
		examples = append(examples, Example{name, found[name].Value.Summary, body})
	}
	return examples, nil
}

func contentOf(spec *openapi3.Operation, direction Direction) openapi3.Content {
	if direction == Requests {
		return spec.RequestBody.Value.Content
	}
	return spec.Responses.Value("200").Value.Content
}

// readRecorded returns the fixture that is equal to an example.
func (d *Document) readRecorded(command string, direction Direction, name string) ([]byte, error) {
	if d.fixtures == nil {
		return nil, fs.ErrNotExist
	}
	return fs.ReadFile(d.fixtures, path.Join(command, string(direction), name+".json"))
}
