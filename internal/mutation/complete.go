package mutation

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/timsns/timsns/api"
)

// candidate is a body that could become a fixture.
type candidate struct {
	fixture

	long      string     // a longer name
	detectors []detector // nil until prepare
}

func (c *candidate) notices() bool { return slices.ContainsFunc(c.detectors, detector.notices) }

// completer writes fixtures for edits that no fixture notices.
type completer struct {
	suite      *Suite
	candidates map[side][]*candidate
	changes    []Change
}

// complete writes a variant of a fixture that notices the edit, unless there is none. If overwrites is set, it takes
// the place of a variant of the same name for a former bound.
func (c *completer) complete(edit Edit, overwrites bool) error {
	for _, side := range c.suite.sides() {
		if !c.suite.components[side][edit.component()] || c.suite.isBlocked(side) {
			continue
		}
		candidates, err := c.candidatesOf(side)
		if err != nil {
			return err
		}
		named, others := split(candidates, edit.hint())
		for _, candidates := range [][]*candidate{named, others} { // those with the property's name first: it saves time
			for _, candidate := range candidates {
				c.prepare(candidate)
			}
			if found := noticing(edit, candidates); found != nil {
				return c.add(found, edit, overwrites)
			}
		}
	}
	return nil
}

// split splits candidates into those whose name contains the hint, and others.
func split(candidates []*candidate, hint string) (named, others []*candidate) {
	for _, candidate := range candidates {
		if strings.Contains(candidate.Name, hint) {
			named = append(named, candidate)
		} else {
			others = append(others, candidate)
		}
	}
	return named, others
}

func noticing(edit Edit, candidates []*candidate) *candidate {
	undo := edit.apply()
	defer undo()
	index := slices.IndexFunc(candidates, (*candidate).notices)
	if index < 0 {
		return nil
	}
	return candidates[index]
}

func (c *completer) add(found *candidate, edit Edit, overwrites bool) error {
	change := Change{Added, "", "notices " + edit.String()}
	switch {
	case overwrites && bounds.MatchString(found.Name) && exists(found.stem()) && !c.hasAdded(found.stem()):
		change.Action = Renewed
	default:
		found.Name = found.unusedName()
	}
	change.File = found.stem() + ".json"
	c.changes = append(c.changes, change)
	c.suite.learn(found.side, found.Name, found.Body)
	return found.write()
}

// hasAdded reports whether the completer has added the fixture, so that it is not for a former bound.
func (c *completer) hasAdded(stem string) bool {
	return slices.ContainsFunc(c.changes, func(change Change) bool { return change.File == stem+".json" })
}

func exists(stem string) bool {
	_, err := os.Stat(stem + ".json")
	return err == nil
}

func (c *candidate) unusedName() string {
	names := []string{c.Name, c.long}
	for count := 2; ; count++ {
		for _, name := range names {
			if !exists(stemOf(c.root, c.side, name)) {
				return name
			}
		}
		names = []string{fmt.Sprintf("%s-%d", c.long, count)}
	}
}

// largestSeed is the size in bytes up to which fixtures are varied. Larger ones contain nothing new.
const largestSeed = 16 << 10

// candidatesOf returns the variants of the valid fixtures.
func (c *completer) candidatesOf(side side) ([]*candidate, error) {
	if found, isKnown := c.candidates[side]; isKnown {
		return found, nil
	}
	var candidates []*candidate
	for _, seed := range c.suite.seeds(side) {
		value, err := decode(seed.Body)
		if err != nil {
			return nil, fmt.Errorf("%s.json: %w", seed.stem(), err)
		}
		schema, prefix := c.suite.schemaFor(side, value)
		for _, variant := range variantsOf(schema, value) {
			if c.suite.isForeign(c.suite.operation(side), codeOf(variant.value)) {
				continue
			}
			variant.name, variant.long = prefix+variant.name, prefix+variant.long
			candidate, err := newCandidate(side, c.suite.folders, variant)
			if err != nil {
				return nil, err
			}
			candidates = append(candidates, candidate)
		}
	}
	c.candidates[side] = candidates
	return candidates, nil
}

// seeds returns the valid fixtures of a side that are not derived from others, the smallest first, since a variant is
// about as long as its seed.
func (s *Suite) seeds(side side) []*fixture {
	var seeds []*fixture
	for _, fixture := range s.fixtures {
		isValid := fixture.root == fixture.folders.Valid && fixture.problem == "" && !isGenerated(fixture.Name)
		if fixture.side == side && isValid && len(fixture.Body) <= largestSeed {
			seeds = append(seeds, fixture)
		}
	}
	slices.SortStableFunc(seeds, func(a, b *fixture) int { return cmp.Compare(len(a.Body), len(b.Body)) })
	return seeds
}

func newCandidate(side side, folders Folders, variant variant) (*candidate, error) {
	body, err := json.MarshalIndent(variant.value, "", "  ")
	if err != nil {
		return nil, err
	}
	body = append(body, '\n')
	fixture := fixture{Fixture: api.Fixture{Name: variant.name, Body: body}, side: side, folders: folders}
	return &candidate{fixture: fixture, long: variant.long}, nil
}

// prepare validates a candidate, which takes time, unless that was done before.
func (c *completer) prepare(candidate *candidate) {
	if candidate.detectors != nil {
		return
	}
	candidate.root, candidate.Reason = c.suite.classify(candidate.side, candidate.Body)
	for _, document := range c.suite.documents {
		detectors := document.detectorsOf(candidate.side, candidate.Name, candidate.Body)
		candidate.detectors = append(candidate.detectors, detectors...)
	}
}

// schemaFor returns the schema of a valid body in strict mode, and a prefix for the names of its variants.
func (s *Suite) schemaFor(side side, body any) (schema *openapi3.Schema, prefix string) {
	schema = schemaOf(s.documents[1].set.Spec, s.operation(side), side.direction)
	if side.direction == api.Requests {
		return schema, ""
	}
	for i, outcome := range schema.OneOf {
		if i > 0 {
			prefix = "failed-"
		}
		if outcome.Value.VisitJSON(body) == nil {
			return outcome.Value, prefix
		}
	}
	return schema, prefix
}
