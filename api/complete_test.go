//go:build !race

package api_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
)

var complete = flag.Bool("complete", false, "write a fixture for each edit of a schema that no fixture notices; review them before committing")

// candidate is a body that could become a fixture.
type candidate struct {
	variant

	side      side
	body      []byte
	err       error // of validating it in strict mode
	tolerated bool  // whether it is valid only because of x-optional-since or x-absent-values
	detectors []detector
}

func (c *candidate) notices() bool { return slices.ContainsFunc(c.detectors, detector.notices) }

// complete writes, for each edit that survives, a variant of a fixture that notices it.
func (m *mutation) complete(t *testing.T, edits []edit) {
	t.Helper()
	candidates := map[side][]*candidate{}
	for _, edit := range edits {
		if m.notices(edit) || equivalentOf(edit) != none {
			continue
		}
		for _, side := range m.sidesOf(edit) {
			if candidates[side] == nil {
				candidates[side] = m.candidatesOf(t, side)
			}
			if found := noticing(edit, candidates[side]); found != nil {
				t.Logf("%s notices that in %s", found.write(t), edit)
				m.learn(side, found.name, found.body)
				break
			}
		}
	}
}

// sidesOf returns the sides whose fixtures may notice the edit.
func (m *mutation) sidesOf(edit edit) []side {
	var sides []side
	for _, operation := range m.documents[0].Operations() {
		for _, direction := range []api.Direction{api.Requests, api.Responses} {
			side := side{operation.Command, direction}
			if componentsOf(m.documents[0], side)[edit.component()] {
				sides = append(sides, side)
			}
		}
	}
	return sides
}

func noticing(edit edit, candidates []*candidate) *candidate {
	undo := edit.apply()
	defer undo()
	index := slices.IndexFunc(candidates, (*candidate).notices)
	if index < 0 {
		return nil
	}
	return candidates[index]
}

// largestSeed is the size in bytes up to which fixtures are varied. Larger ones contain nothing new.
const largestSeed = 16 << 10

// candidatesOf returns the variants of the valid fixtures.
func (m *mutation) candidatesOf(t *testing.T, side side) []*candidate {
	t.Helper()
	operation, _ := m.documents[1].Operation(side.command)
	fixtures, err := api.Fixtures(side.command, side.direction)
	require.NoError(t, err)
	slices.SortStableFunc(fixtures, func(a, b api.Fixture) int { // the largest first
		return cmp.Compare(len(b.Body), len(a.Body))
	})
	var candidates []*candidate
	for _, fixture := range fixtures {
		if len(fixture.Body) > largestSeed {
			continue
		}
		decoder := json.NewDecoder(bytes.NewReader(fixture.Body))
		decoder.UseNumber()
		var value any
		require.NoError(t, decoder.Decode(&value))
		schema, prefix := schemaOf(operation, side.direction, value)
		for _, variant := range variantsOf(schema, value) {
			if m.isForeign(operation, variant.value) {
				continue
			}
			variant.name, variant.long = prefix+variant.name, prefix+variant.long
			candidates = append(candidates, m.newCandidate(t, side, variant))
		}
	}
	return candidates
}

// isForeign reports whether a response has an error code that is specific to other operations.
func (m *mutation) isForeign(operation *api.Operation, body any) bool {
	object, _ := body.(map[string]any)
	code, _ := object["ErrorCode"].(float64)
	return !slices.Contains(operation.Codes, int(code)) && slices.ContainsFunc(m.documents[1].Operations(), func(o *api.Operation) bool {
		return slices.Contains(o.Codes, int(code))
	})
}

func (m *mutation) newCandidate(t *testing.T, side side, variant variant) *candidate {
	t.Helper()
	body, err := json.MarshalIndent(variant.value, "", "  ")
	require.NoError(t, err)
	candidate := &candidate{variant: variant, side: side, body: append(body, '\n')}
	for _, document := range m.documents {
		candidate.detectors = append(candidate.detectors, detectorsOf(document, side, variant.name, body)...)
	}
	operation, _ := m.documents[1].Operation(side.command)
	candidate.err = validate(operation, side.direction, body)
	schema := components()[operation.ID+"Request"].Value
	candidate.tolerated = side.direction == api.Requests && candidate.err == nil && schema.VisitJSON(decodeNumbers(t, body)) != nil
	return candidate
}

// schemaOf returns the schema of a valid body, and a prefix for the names of its variants.
func schemaOf(operation *api.Operation, direction api.Direction, body any) (schema *openapi3.Schema, prefix string) {
	request, response := operation.Schemas()
	if direction == api.Requests {
		return request, ""
	}
	if response.OneOf[0].Value.VisitJSON(body) == nil {
		return response.OneOf[0].Value, ""
	}
	return response.OneOf[1].Value, "failed-"
}

// write makes the candidate a fixture with an unused name, and returns the name of the file.
func (c *candidate) write(t *testing.T) string {
	t.Helper()
	root := "fixtures"
	if c.err != nil {
		root = filepath.Join("testdata", "refused")
	} else if c.tolerated {
		root = filepath.Join("testdata", "tolerated")
	}
	folder := filepath.Join(root, c.side.command, string(c.side.direction))
	path := c.unused(folder)
	require.NoError(t, os.MkdirAll(folder, 0o755))
	require.NoError(t, os.WriteFile(path+".json", c.body, 0o644))
	if c.err != nil {
		require.NoError(t, os.WriteFile(path+".txt", []byte(c.err.Error()+"\n"), 0o644))
	}
	return path + ".json"
}

func (c *candidate) unused(folder string) string {
	names := []string{c.name, c.long}
	for count := 2; ; count++ {
		for _, name := range names {
			path := filepath.Join(folder, name)
			if _, err := os.Stat(path + ".json"); errors.Is(err, fs.ErrNotExist) {
				return path
			}
		}
		names = []string{fmt.Sprintf("%s-%d", c.long, count)}
	}
}
