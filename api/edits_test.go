//go:build !race

// These tests use one goroutine and would be ten times as slow with the race detector.

package api_test

import (
	"flag"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/stretchr/testify/assert"
)

var everyFlag = flag.Int("every", 25, "make every nth edit of the schemas; 1 makes all")

// equivalent describes edits that do not change what the document allows, so that no fixture can notice them.
type equivalent struct {
	reason  string
	matches func(edit edit) bool
}

var equivalents = []equivalent{
	{"the remaining enum has no value of another type or format", func(e edit) bool {
		return e.schema.Enum != nil && (e.kind == "type" || e.kind == "format")
	}},
	{"the enum of the schema that allOf refers to does not have the value", func(e edit) bool {
		return e.schema.AllOf != nil && strings.HasSuffix(e.what, " added")
	}},
	{"not excludes the value too", func(e edit) bool {
		return e.schema.Not != nil && e.what == "value 0 dropped"
	}},
	{"no schema refers to it: it names values for generated code", func(e edit) bool {
		return e.place == "ActionStatus"
	}},
	{"the bounds of the schema are narrower than those of its format", func(e edit) bool {
		return e.kind == "format" && e.schema.Max != nil
	}},
	{"null stands for an absent value, and is not validated", func(e edit) bool {
		absent, _ := e.schema.Extensions["x-absent-values"].([]any)
		return e.kind == "nullability" && slices.Contains(absent, nil)
	}},
	{"the values in a query are strings and never null", func(e edit) bool {
		return e.isParameter && (e.kind == "nullability" || e.what == "type dropped" && e.schema.Type.Is(openapi3.TypeString))
	}},
	{"an integer in a query consists of decimal digits without a sign", func(e edit) bool {
		return e.isParameter && e.schema.Min != nil && *e.schema.Min == 0 && strings.HasPrefix(e.what, "minimum ")
	}},
}

// TestSchemaEdits is a mutation test of the document. It makes one edit after another in the schemas, and requires
// that this changes the validity of some fixture, in strict mode or not. What no fixture notices could get lost
// unseen. There is a subtest for the schemas of each operation, for those that several share, and for the query
// parameters. By default the test makes some of the edits; -every 1 makes all, and -complete writes the missing
// fixtures.
func TestSchemaEdits(t *testing.T) {
	m := newMutation(t)
	score, used := newScore(), make([]bool, len(equivalents))
	for _, group := range m.groups() {
		t.Run(group.name, func(t *testing.T) {
			if *complete {
				m.complete(t, group.edits)
			}
			for i := 0; i < len(group.edits); i += step() {
				m.assertNoticed(t, group.edits[i], score, used)
			}
		})
	}
	if isFull := score.made["~all"] == len(m.edits()); isFull {
		for i, isUsed := range used {
			assert.True(t, isUsed, "%q explains no edit that survives", equivalents[i].reason)
		}
	}
	t.Log("\n" + score.String())
}

// step returns the distance between the edits that are made.
func step() int {
	if *complete {
		return 1
	}
	return max(1, *everyFlag)
}

// assertNoticed checks that a fixture notices the edit, or that no fixture can.
func (m *mutation) assertNoticed(t *testing.T, edit edit, score *score, used []bool) {
	t.Helper()
	isNoticed := m.notices(edit)
	score.count(edit, isNoticed)
	if isNoticed {
		return
	}
	index := equivalentOf(edit)
	const hint = "no fixture notices that in %s; go test ./api -run TestSchemaEdits -complete writes one"
	if assert.NotEqual(t, none, index, hint, edit) {
		t.Logf("survives: %s: %s", edit, equivalents[index].reason)
		used[index] = true
	}
}

const none = -1

// equivalentOf returns the index of the equivalent that matches the edit, or the constant none.
func equivalentOf(edit edit) int {
	return slices.IndexFunc(equivalents, func(e equivalent) bool { return e.matches(edit) })
}
