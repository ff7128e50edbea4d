//go:build !race

// One goroutine does all of this: the race detector would find nothing, ten times as slowly.

package api_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/stretchr/testify/assert"

	"github.com/timsns/timsns/api"
)

// equivalent tells of edits after which the document says the same, so that no packet can notice them.
type equivalent struct {
	reason string
	of     func(edit edit) bool
}

var equivalents = []equivalent{
	{"an enum that is left has no value of another type or format", func(e edit) bool {
		return e.schema.Enum != nil && (e.kind == "type" || e.kind == "format")
	}},
	{"the enum of the component that allOf refers to still has no such value", func(e edit) bool {
		return e.schema.AllOf != nil && strings.HasSuffix(e.what, " added")
	}},
	{"the enum beside allOf allows less than the component does", func(e edit) bool {
		return e.schema.Enum != nil && e.kind == "composition"
	}},
	{"all that refers to the component has a narrower enum beside it", func(e edit) bool {
		return e.place == "ActionStatus" && e.kind == "enum"
	}},
	{"the bounds of the schema are narrower than those of its format", func(e edit) bool {
		return e.kind == "format" && e.schema.Max != nil
	}},
	{"a query has strings alone, and no null", func(e edit) bool {
		return e.isParameter && (e.kind == "nullability" || e.what == "type dropped" && e.schema.Type.Is(openapi3.TypeString))
	}},
	{"an integer in a query is of decimal digits, without a sign", func(e edit) bool {
		return e.isParameter && e.schema.Min != nil && *e.schema.Min == 0 && strings.HasPrefix(e.what, "minimum ")
	}},
}

// TestEveryEditOfASchemaIsNoticed is a mutation test of the document: it changes one thing after another in the schemas,
// and demands that some fixture is then judged otherwise, by the document or its closed twin. What survives is
// said by no fixture, and could be lost unseen. With -complete, fixtures are written for what survives.
func TestEveryEditOfASchemaIsNoticed(t *testing.T) {
	m := newMutation(t)
	if *complete {
		m.complete(t)
	}
	used := make([]bool, len(equivalents))
	score := newScore()
	for _, edit := range m.edits() {
		isNoticed := m.notices(edit)
		score.count(edit, isNoticed)
		if isNoticed {
			continue
		}
		reason := reasonOf(edit)
		if assert.NotEqual(t, none, reason, "no fixture notices that in %s; go test ./api -complete writes one", edit) {
			t.Logf("survives: %s: %s", edit, equivalents[reason].reason)
			used[reason] = true
		}
	}
	for i, isUsed := range used {
		assert.True(t, isUsed, "%q explains no edit that survives", equivalents[i].reason)
	}
	t.Log("\n" + score.String())
}

const none = -1

// reasonOf returns which of the equivalents the edit is, or none.
func reasonOf(edit edit) int {
	return slices.IndexFunc(equivalents, func(e equivalent) bool { return e.of(edit) })
}

// mutation is the document and its closed twin, which are changed alike, and the packets that they judge.
type mutation struct {
	documents [2]*api.Document // the document and its twin
	verdicts  map[string][]verdict
}

// edits returns the edits of all components, and of what query parameters are held to. The twin has all that the document
// has, and more.
func (m *mutation) edits() []edit {
	var edits []edit
	open := map[string]edit{}
	for _, edit := range allEdits(m.documents[0]) {
		open[edit.String()] = edit
	}
	for _, edit := range allEdits(m.documents[1]) {
		twin := edit.apply
		if counterpart, isInBoth := open[edit.String()]; isInBoth {
			edit.apply = func() func() {
				undo, undoTwin := counterpart.apply(), twin()
				return func() { undo(); undoTwin() }
			}
		}
		edits = append(edits, edit)
	}
	return edits
}

func allEdits(document *api.Document) []edit {
	var edits []edit
	schemas := document.Spec().Components.Schemas
	for _, name := range slices.Sorted(maps.Keys(schemas)) {
		edits = append(edits, editsOf(name, schemas[name].Value)...)
	}
	for _, parameter := range document.Parameters() {
		for _, edit := range editsOf(parameter.Name, parameter.Schema()) {
			edit.isParameter = true
			edits = append(edits, edit)
		}
	}
	return edits
}

func (m *mutation) notices(edit edit) bool {
	undo := edit.apply()
	defer undo()
	verdicts := m.verdicts[edit.component()]
	hint := edit.hint()
	isNamed := func(v verdict) bool { return strings.Contains(v.name, hint) }
	return slices.ContainsFunc(verdicts, func(v verdict) bool { return isNamed(v) && v.changes() }) ||
		slices.ContainsFunc(verdicts, func(v verdict) bool { return !isNamed(v) && v.changes() })
}

// score counts the edits by their kind.
type score struct{ made, noticed map[string]int }

func newScore() *score { return &score{map[string]int{}, map[string]int{}} }

func (s *score) count(edit edit, isNoticed bool) {
	for _, kind := range []string{edit.kind, "~all"} { // which sorts last
		s.made[kind]++
		if isNoticed {
			s.noticed[kind]++
		}
	}
}

func (s *score) String() string {
	var text strings.Builder
	table := tabwriter.NewWriter(&text, 0, 0, 2, ' ', tabwriter.AlignRight)
	_, _ = fmt.Fprintln(table, "edits of\tmade\tnoticed\tsurvive\tscore\t")
	for _, kind := range slices.Sorted(maps.Keys(s.made)) {
		made, noticed := s.made[kind], s.noticed[kind]
		_, _ = fmt.Fprintf(table, "%s\t%d\t%d\t%d\t%.1f %%\t\n", strings.TrimPrefix(kind, "~"), made, noticed, made-noticed,
			100*float64(noticed)/float64(made))
	}
	_ = table.Flush()
	return text.String()
}
