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

// verdict is a judgement, and how it went before anything was edited.
type verdict struct {
	judge   func() error
	accepts bool
	name    string // of the packet
	size    int    // of the packet, in bytes
}

func newVerdict(name string, size int, judge func() error) verdict {
	return verdict{judge, judge() == nil, name, size}
}

func (v verdict) changes() bool { return (v.judge() == nil) != v.accepts }

// side is what packets of an operation are judged for.
type side struct {
	command   string
	direction api.Direction
}

func newMutation(t *testing.T) *mutation {
	t.Helper()
	open, err := api.Parse(timsns.Document) // of its own, since it is changed
	require.NoError(t, err)
	m := &mutation{documents: [2]*api.Document{open, loadClosed(t)}, verdicts: map[string][]verdict{}}
	for _, operation := range open.Operations() {
		for _, direction := range []api.Direction{api.Requests, api.Responses} {
			for _, packet := range allFixtures(t, operation.Command, direction) {
				m.learn(side{operation.Command, direction}, packet.Name, packet.Body)
			}
		}
	}
	for _, verdicts := range m.verdicts { // what is judged fast goes first
		slices.SortStableFunc(verdicts, func(a, b verdict) int { return cmp.Compare(a.size, b.size) })
	}
	for _, document := range m.documents {
		for _, parameter := range document.Parameters() {
			for _, test := range queryTests() {
				judge := func() error { return document.CheckQuery(test.query) }
				m.verdicts[parameter.Name] = append(m.verdicts[parameter.Name], newVerdict("", 0, judge))
			}
		}
	}
	return m
}

// learn adds a packet to those that may notice an edit.
func (m *mutation) learn(side side, name string, body []byte) {
	for _, document := range m.documents {
		verdicts := verdictsOf(document, side, name, body)
		for component := range componentsOf(document, side) {
			m.verdicts[component] = append(m.verdicts[component], verdicts...)
		}
	}
}

// verdictsOf judges a packet as this package does. A reply is judged a second time by its schemas alone, as a tool would that knows
// no discriminator: otherwise nothing could be said about the property that the discriminator reads.
func verdictsOf(document *api.Document, side side, name string, body []byte) []verdict {
	operation, _ := document.Operation(side.command)
	verdicts := []verdict{newVerdict(name, len(body), func() error { return check(operation, side.direction, body) })}
	var value any
	if side.direction == api.Requests || json.Unmarshal(body, &value) != nil {
		return verdicts
	}
	_, reply := operation.Schemas()
	return append(verdicts, newVerdict(name, len(body), func() error {
		var failed []error
		for _, choice := range reply.OneOf {
			err := choice.Value.VisitJSON(value)
			if err == nil {
				return nil
			}
			failed = append(failed, err)
		}
		return errors.Join(failed...)
	}))
}

// componentsOf returns the names of the components that take part in judging a side.
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
	request, reply := operation.Schemas()
	visit(map[api.Direction]*openapi3.Schema{api.Requests: request, api.Responses: reply}[side.direction])
	return names
}
