package mutation

import (
	"cmp"
	"encoding/json"
	"errors"
	"net/url"
	"slices"

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

// learn adds a fixture to those that may notice an edit.
func (s *Suite) learn(side side, name string, body []byte) {
	for _, document := range s.documents {
		detectors := document.detectorsOf(side, name, body)
		for component := range s.components[side] {
			s.detectors[component] = append(s.detectors[component], detectors...)
		}
	}
}

// sortDetectors puts the fastest detectors first.
func (s *Suite) sortDetectors() {
	for _, detectors := range s.detectors {
		slices.SortStableFunc(detectors, func(a, b detector) int { return cmp.Compare(a.size, b.size) })
	}
}

func (s *Suite) learnQueries(queries []url.Values) {
	for _, document := range s.documents {
		for name := range document.set.Parameters {
			for _, query := range queries {
				detector := newDetector("", 0, func() error { return document.ValidateQuery(query) })
				s.detectors[name] = append(s.detectors[name], detector)
			}
		}
	}
}

// detectorsOf returns a detector that validates a body as package api does. For a response there is a second one that
// ignores the discriminator, as other tools may, since edits of the discriminator's property would go unnoticed
// otherwise.
func (d *document) detectorsOf(side side, name string, body []byte) []detector {
	operation, _ := d.Operation(side.command)
	detectors := make([]detector, 0, 2)
	detectors = append(detectors,
		newDetector(name, len(body), func() error { return validate(operation, side.direction, body) }))
	var value any
	if side.direction == api.Requests || json.Unmarshal(body, &value) != nil {
		return detectors
	}
	response := schemaOf(d.set.Spec, operation, side.direction)
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
