package draft

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/timsns/timsns/api"
)

// build returns the document with the command. The samples that are not valid become no examples, but show what occurs.
func (d *drafter) build(requests, responses []*sample, isValid map[*sample]bool) ([]byte, error) {
	if err := d.begin(requests, isValid); err != nil {
		return nil, err
	}
	request, response := d.read(api.Requests, requests), d.read(api.Responses, responses)
	d.envelope = d.readEnvelope(response)
	d.xBatch = d.batch(request, response)
	if d.xBatch == nil {
		d.xPaging = d.paging(request, response)
	}
	d.addSchemas(request, response)
	d.choose(api.Requests, request, requests, isValid)
	d.choose(api.Responses, response, responses, isValid)
	if err := d.insert(); err != nil {
		return nil, err
	}
	text := d.document.edited()
	return []byte(text), d.checkUnchanged(text)
}

// read merges what the pages say, and compares it with the samples.
func (d *drafter) read(direction api.Direction, samples []*sample) *value {
	merged := read(d.pages[0], direction)
	for _, p := range d.pages[1:] {
		merged.merge(read(p, direction))
	}
	for _, s := range samples {
		code := failureCode(s.value)
		if direction == api.Responses && code != 0 {
			continue
		}
		merged.observe(s.value)
		if _, status := member(s.value, actionStatus); direction == api.Responses && status != nil && status.Tag == stringTag &&
			word.MatchString(status.Value) && !slices.Contains(d.successStatus, status.Value) {
			d.successStatus = append(d.successStatus, status.Value)
		}
	}
	merged.settle(direction)
	return merged
}

// addSchemas adds the schemas of the operation, each before those that it refers to.
func (d *drafter) addSchemas(request, response *value) {
	d.body(request, "Request")
	at := d.body(response, "Response")
	if d.envelope.failure == "" {
		d.envelope.failure = d.taken.take(d.id + "ErrorResponse")
		d.add(d.envelope.failure, d.envelope.failureSchema())
	}
	d.envelope.addTo(d.schemas[at].schema, d.document)
}

func (d *drafter) body(v *value, suffix string) (at int) {
	v.name, v.isBody = "of the "+strings.ToLower(suffix), true
	at = d.reserve()
	d.schemas[at] = schema{d.id + suffix, d.objectSchema(v)}
	return at
}

// insert adds path, schemas and error codes to the text of the document.
func (d *drafter) insert() error {
	path, err := render(d.page().Path, d.path(), 2)
	if err != nil {
		return err
	}
	if err := d.document.insertAtEnd(path, "paths"); err != nil {
		return err
	}
	var schemas strings.Builder
	for _, s := range d.schemas {
		text, err := render(s.name, s.schema.Node, 4)
		if err != nil {
			return err
		}
		schemas.WriteString(text + "\n")
	}
	if key, _ := member(d.document.get("components", "schemas"), "ErrorResponse"); key != nil {
		d.document.insertBefore(key, schemas.String())
	} else if err := d.document.insertAtEnd(strings.TrimSuffix(schemas.String(), "\n"), "components", "schemas"); err != nil {
		return err
	}
	return d.addCodes()
}

// checkUnchanged returns an error if anything is different but what was added: then the document has a layout in which
// lines cannot be inserted.
func (d *drafter) checkUnchanged(text string) error {
	var parsed yaml.Node
	if err := yaml.Unmarshal([]byte(text), &parsed); err != nil {
		return fmt.Errorf("%s: %w: %w", d.file, errLayout, err)
	}
	after := &document{file: d.file, text: text, root: parsed.Content[0]}
	remove(after.get("paths"), d.page().Path)
	for _, s := range d.schemas {
		remove(after.get("components", "schemas"), s.name)
	}
	if catalogue := after.get("components", "schemas", errorCode, "x-catalogue"); catalogue != nil {
		catalogue.Content = slices.DeleteFunc(catalogue.Content, func(entry *yaml.Node) bool {
			_, code := member(entry, "code")
			isNew := func(c newCode) bool { return code != nil && strconv.Itoa(c.code) == code.Value }
			return slices.ContainsFunc(d.newCodes, isNew)
		})
	}
	want, got := decode(d.document.root), decode(after.root)
	if paths := d.document.get("paths"); paths.Kind != yaml.MappingNode { // there was none
		want.(map[string]any)["paths"] = map[string]any{} //nolint:forcetypeassert // the document is an object
	}
	if !reflect.DeepEqual(want, got) {
		return fmt.Errorf("%s: %w", d.file, errLayout)
	}
	return nil
}

var errLayout = errors.New("no command can be inserted; want YAML with each name on a line of its own")

func remove(object *yaml.Node, name string) {
	for i := 0; object != nil && i+1 < len(object.Content); i += 2 {
		if object.Content[i].Value == name {
			object.Content = slices.Delete(object.Content, i, i+2)
			return
		}
	}
}
