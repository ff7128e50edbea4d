//go:build !race

package api_test

import (
	"cmp"
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns"
	"github.com/timsns/timsns/api"
)

// detector validates a fixture, and notices an edit that changes whether the fixture is valid.
type detector struct {
	validate func() error
	isValid  bool   // before any edit
	name     string // of the fixture
	size     int    // of the fixture, in bytes
}

func newDetector(name string, size int, validate func() error) detector {
	return detector{validate, validate() == nil, name, size}
}

func (d detector) notices() bool { return (d.validate() == nil) != d.isValid }

// side is the requests or the responses of an operation.
type side struct {
	command   string
	direction api.Direction
}

func newMutation(t *testing.T) *mutation {
	t.Helper()
	document, err := api.Parse(timsns.Document) // parsed anew, since edits change it
	require.NoError(t, err)
	strict, err := api.ParseStrict(timsns.Document)
	require.NoError(t, err)
	m := &mutation{map[string][]string{}, [2]*api.Document{document, strict}, map[string][]detector{}}
	for _, operation := range document.Operations() {
		for _, direction := range []api.Direction{api.Requests, api.Responses} {
			side := side{operation.Command, direction}
			for component := range componentsOf(document, side) {
				if !slices.Contains(m.commands[component], operation.Command) {
					m.commands[component] = append(m.commands[component], operation.Command)
				}
			}
			for _, fixture := range allFixtures(t, operation.Command, direction) {
				m.learn(side, fixture.Name, fixture.Body)
			}
		}
	}
	for _, detectors := range m.detectors { // the fastest first
		slices.SortStableFunc(detectors, func(a, b detector) int { return cmp.Compare(a.size, b.size) })
	}
	for _, document := range m.documents {
		for _, parameter := range document.Parameters() {
			for _, test := range queryTests() {
				detector := newDetector("", 0, func() error { return document.ValidateQuery(test.query) })
				m.detectors[parameter.Name] = append(m.detectors[parameter.Name], detector)
			}
		}
	}
	return m
}

// learn adds a fixture to those that may notice an edit.
func (m *mutation) learn(side side, name string, body []byte) {
	for _, document := range m.documents {
		detectors := detectorsOf(document, side, name, body)
		for component := range componentsOf(document, side) {
			m.detectors[component] = append(m.detectors[component], detectors...)
		}
	}
}

// detectorsOf returns a detector that validates a body as package api does. For a response there is a second one that
// ignores the discriminator, as other tools may, since edits of the discriminator's property would go unnoticed
// otherwise.
func detectorsOf(document *api.Document, side side, name string, body []byte) []detector {
	operation, _ := document.Operation(side.command)
	detectors := []detector{newDetector(name, len(body), func() error { return validate(operation, side.direction, body) })}
	var value any
	if side.direction == api.Requests || json.Unmarshal(body, &value) != nil {
		return detectors
	}
	_, response := operation.Schemas()
	return append(detectors, newDetector(name, len(body), func() error {
		var failed []error
		for _, choice := range response.OneOf {
			err := choice.Value.VisitJSON(value)
			if err == nil {
				return nil
			}
			failed = append(failed, err)
		}
		return errors.Join(failed...)
	}))
}

// componentsOf returns the names of the components that a side uses.
func componentsOf(document *api.Document, side side) map[string]bool {
	operation, _ := document.Operation(side.command)
	names := map[string]bool{}
	var visit func(schema *openapi3.Schema)
	visit = func(schema *openapi3.Schema) {
		for name, component := range document.Spec().Components.Schemas {
			if component.Value == schema {
				names[name] = true
			}
		}
		for _, child := range childrenOf(schema) {
			visit(child.schema.Value)
		}
	}
	request, response := operation.Schemas()
	visit(map[api.Direction]*openapi3.Schema{api.Requests: request, api.Responses: response}[side.direction])
	return names
}
