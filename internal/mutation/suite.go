// Package mutation is a mutation test of an OpenAPI document: it edits the schemas, one edit at a time, and looks for
// a fixture whose validity changes. What no fixture notices could get lost unseen. The package also writes the missing
// fixtures, which it derives from the valid ones.
package mutation

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/schemas"
)

// Suite is a document, with and without strict mode, which are edited alike, and the fixtures that notice edits. It is
// for one goroutine.
type Suite struct {
	raw        *openapi3.T         // the document as other tools read it
	documents  [2]*document        // without and with strict mode
	commands   map[string][]string // the operations that use a component
	components map[side]map[string]bool
	examples   map[side]map[string][]byte // the bodies of the document's examples, by name
	folders    Folders
	fixtures   []*fixture
	detectors  map[string][]detector // by component or query parameter
}

// document is a document and its schemas.
type document struct {
	*api.Document

	set schemas.Set
}

// side is the requests or the responses of an operation.
type side struct {
	command   string
	direction api.Direction
}

// New reads the fixtures of a document, which has to be valid. The queries notice edits of the query parameters; nil
// leaves these edits out.
func New(text []byte, folders Folders, queries []url.Values) (*Suite, error) {
	s := &Suite{
		folders: folders, commands: map[string][]string{}, components: map[side]map[string]bool{},
		examples: map[side]map[string][]byte{}, detectors: map[string][]detector{},
	}
	if err := s.parse(text); err != nil {
		return nil, err
	}
	for _, side := range s.sides() {
		if err := s.addSide(side); err != nil {
			return nil, err
		}
	}
	for _, fixture := range s.fixtures {
		s.learn(fixture.side, fixture.Name, fixture.Body)
	}
	s.sortDetectors()
	s.learnQueries(queries)
	return s, nil
}

func (s *Suite) parse(text []byte) error {
	raw, err := openapi3.NewLoader().LoadFromData(text)
	if err != nil {
		return fmt.Errorf("loading the document: %w", err)
	}
	s.raw = raw
	parsed, err := api.Parse(text) // anew, since edits change it
	if err != nil {
		return err
	}
	strict, err := parsed.Strict()
	if err != nil {
		return err
	}
	s.documents = [...]*document{{parsed, schemas.Of(parsed)}, {strict, schemas.Of(strict)}}
	return nil
}

func (s *Suite) addSide(side side) error {
	s.components[side] = s.componentsOf(side)
	for component := range s.components[side] {
		if !slices.Contains(s.commands[component], side.command) {
			s.commands[component] = append(s.commands[component], side.command)
		}
	}
	if err := s.readExamples(side); err != nil {
		return err
	}
	fixtures, err := readFixtures(side, s.folders)
	for _, fixture := range fixtures {
		s.validateFixture(fixture)
	}
	s.fixtures = append(s.fixtures, fixtures...)
	return err
}

// readExamples keeps the examples of a side.
func (s *Suite) readExamples(side side) error {
	s.examples[side] = map[string][]byte{}
	for name, example := range contentOf(s.raw, s.operation(side), side.direction).Examples {
		body, err := json.MarshalIndent(example.Value.Value, "", "  ")
		if err != nil {
			return err
		}
		s.examples[side][name] = append(body, '\n')
	}
	return nil
}

// sides returns the requests and responses of all operations.
func (s *Suite) sides() []side {
	operations := s.documents[0].Operations()
	sides := make([]side, 0, 2*len(operations))
	for _, operation := range operations {
		for _, direction := range []api.Direction{api.Requests, api.Responses} {
			sides = append(sides, side{operation.Command, direction})
		}
	}
	return sides
}

// componentsOf returns the names of the components that a side uses.
func (s *Suite) componentsOf(side side) map[string]bool {
	names := map[string]bool{}
	var visit func(schema *openapi3.Schema)
	visit = func(schema *openapi3.Schema) {
		for name, component := range s.documents[0].set.Spec.Components.Schemas {
			if component.Value != schema {
				continue
			}
			if names[name] { // a schema may refer to itself
				return
			}
			names[name] = true
		}
		for _, child := range childrenOf(schema) {
			visit(child.schema.Value)
		}
	}
	visit(schemaOf(s.documents[0].set.Spec, s.operation(side), side.direction))
	return names
}

func (s *Suite) operation(side side) *api.Operation {
	operation, _ := s.documents[1].Operation(side.command)
	return operation
}

// schemaOf returns the schema of an operation's requests or responses in a document.
func schemaOf(spec *openapi3.T, operation *api.Operation, direction api.Direction) *openapi3.Schema {
	return contentOf(spec, operation, direction).Schema.Value
}

func contentOf(spec *openapi3.T, operation *api.Operation, direction api.Direction) *openapi3.MediaType {
	post := spec.Paths.Value(operation.Path).Post
	if direction == api.Requests {
		return post.RequestBody.Value.Content["application/json"]
	}
	return post.Responses.Value("200").Value.Content["application/json"]
}

// Group is the edits of the schemas of one operation, of those that operations share, or of the query parameters.
type Group struct {
	Name  string // the command, shared or query
	Edits []Edit
}

// Groups returns all edits, in groups sorted by name.
func (s *Suite) Groups() []Group {
	byName := map[string][]Edit{}
	for _, edit := range s.edits() {
		name := s.groupOf(edit)
		byName[name] = append(byName[name], edit)
	}
	groups := make([]Group, 0, len(byName))
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		groups = append(groups, Group{name, byName[name]})
	}
	return groups
}

func (s *Suite) groupOf(edit Edit) string {
	if edit.isParameter {
		return "query"
	}
	commands := s.commands[edit.component()]
	if len(commands) == 1 {
		return commands[0]
	}
	return "shared"
}

// edits returns the edits of all components and query parameters. Strict mode has all edits of the document and more.
func (s *Suite) edits() []Edit {
	var edits []Edit
	plain := map[string]Edit{}
	for _, edit := range s.documents[0].edits() {
		plain[edit.String()] = edit
	}
	for _, edit := range s.documents[1].edits() {
		inStrictMode := edit.apply
		if counterpart, isInBoth := plain[edit.String()]; isInBoth {
			edit.apply = func() func() {
				undo, undoStrict := counterpart.apply(), inStrictMode()
				return func() { undo(); undoStrict() }
			}
		}
		if edit.isParameter && s.detectors[edit.component()] == nil || s.dropsForeignCode(edit) {
			continue
		}
		edits = append(edits, edit)
	}
	return edits
}

func (d *document) edits() []Edit {
	var edits []Edit
	components := d.set.Spec.Components.Schemas
	kinds := d.kinds()
	for _, name := range slices.Sorted(maps.Keys(components)) {
		for _, edit := range editsOf(name, components[name].Value) {
			property, _, _ := strings.Cut(edit.what, " ")
			if kinds[edit.place] || edit.kind == "required" && kinds[edit.place+"."+property] {
				continue // no body can notice it: the discriminator has selected the schema by the property's value
			}
			edits = append(edits, edit)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(d.set.Parameters)) {
		for _, edit := range editsOf(name, d.set.Parameters[name]) {
			edit.isParameter = true
			edits = append(edits, edit)
		}
	}
	return edits
}

// kinds returns the places of the discriminators' properties in the members of unions, such as TextElement.MsgType.
func (d *document) kinds() map[string]bool {
	places := map[string]bool{}
	for _, component := range d.set.Spec.Components.Schemas {
		if discriminator := component.Value.Discriminator; discriminator != nil {
			for _, member := range component.Value.OneOf {
				places[path.Base(member.Ref)+"."+discriminator.PropertyName] = true
			}
		}
	}
	return places
}

// Notices reports whether a fixture notices the edit.
func (s *Suite) Notices(edit Edit) bool {
	undo := edit.apply()
	defer undo()
	detectors := s.detectors[edit.component()]
	hint := edit.hint()
	isNamed := func(d detector) bool { return strings.Contains(d.name, hint) }
	return slices.ContainsFunc(detectors, func(d detector) bool { return isNamed(d) && d.notices() }) ||
		slices.ContainsFunc(detectors, func(d detector) bool { return !isNamed(d) && d.notices() })
}

// decode decodes JSON and keeps all digits of numbers.
func decode(body []byte) (any, error) {
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.UseNumber()
	var value any
	err := decoder.Decode(&value)
	return value, err
}
