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

var complete = flag.Bool("complete", false, "write a fixture for each edit of a schema that no fixture notices; look at them before committing")

// candidate is a packet that could become a fixture.
type candidate struct {
	variant

	side     side
	body     []byte
	verdict  error // of the closed twin
	verdicts []verdict
}

func (c *candidate) notices() bool { return slices.ContainsFunc(c.verdicts, verdict.changes) }

// complete looks for each edit that survives among the variants of the fixtures for one that notices it.
func (m *mutation) complete(t *testing.T) {
	t.Helper()
	candidates := map[side][]*candidate{}
	for _, edit := range m.edits() {
		if m.notices(edit) || reasonOf(edit) != none {
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

// sidesOf returns what may have a packet that notices the edit.
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

// largestSeed is the size in bytes beyond which a packet is only long.
const largestSeed = 16 << 10

// candidatesOf returns the variants of the good fixtures.
func (m *mutation) candidatesOf(t *testing.T, side side) []*candidate {
	t.Helper()
	operation, _ := m.documents[1].Operation(side.command)
	packets, err := api.Fixtures(side.command, side.direction)
	require.NoError(t, err)
	slices.SortStableFunc(packets, func(a, b api.Fixture) int { // the one with most in it first
		return cmp.Compare(len(b.Body), len(a.Body))
	})
	var candidates []*candidate
	for _, packet := range packets {
		if len(packet.Body) > largestSeed {
			continue
		}
		decoder := json.NewDecoder(bytes.NewReader(packet.Body))
		decoder.UseNumber()
		var value any
		require.NoError(t, decoder.Decode(&value))
		schema, prefix := schemaOf(operation, side.direction, value)
		for _, variant := range variantsOf(schema, value) {
			if m.isAnothers(operation, variant.value) {
				continue
			}
			variant.name, variant.long = prefix+variant.name, prefix+variant.long
			candidates = append(candidates, m.newCandidate(t, side, variant))
		}
	}
	return candidates
}

// isAnothers tells whether a reply has a code that the pages of other operations list, and that of this one does not.
func (m *mutation) isAnothers(operation *api.Operation, packet any) bool {
	object, _ := packet.(map[string]any)
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
		candidate.verdicts = append(candidate.verdicts, verdictsOf(document, side, variant.name, body)...)
	}
	twin, _ := m.documents[1].Operation(side.command)
	candidate.verdict = check(twin, side.direction, body)
	return candidate
}

// schemaOf returns the schema of a good packet, and what the names of its variants begin with.
func schemaOf(operation *api.Operation, direction api.Direction, packet any) (schema *openapi3.Schema, prefix string) {
	request, reply := operation.Schemas()
	if direction == api.Requests {
		return request, ""
	}
	if reply.OneOf[0].Value.VisitJSON(packet) == nil {
		return reply.OneOf[0].Value, ""
	}
	return reply.OneOf[1].Value, "failed-"
}

// write makes a fixture of the candidate, under a name that no other has, and returns the name of the file.
func (c *candidate) write(t *testing.T) string {
	t.Helper()
	folder := filepath.Join("fixtures", c.side.command, string(c.side.direction))
	if c.verdict != nil {
		folder = filepath.Join(folder, "refused")
	}
	path := c.unused(folder)
	require.NoError(t, os.MkdirAll(folder, 0o755))
	require.NoError(t, os.WriteFile(path+".json", c.body, 0o644))
	if c.verdict != nil {
		require.NoError(t, os.WriteFile(path+".txt", []byte(c.verdict.Error()+"\n"), 0o644))
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
