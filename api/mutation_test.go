//go:build !race

package api_test

import (
	"maps"
	"slices"
	"strings"

	"github.com/timsns/timsns/api"
)

// mutation is the document, with and without strict mode, which are edited alike, and the fixtures that notice edits.
type mutation struct {
	commands  map[string][]string   // the operations that use a component
	documents [2]*api.Document      // without and with strict mode
	detectors map[string][]detector // by component or query parameter
}

// group is the edits of the schemas of one operation, of those that operations share, or of the query parameters.
type group struct {
	name  string
	edits []edit
}

// groups returns all edits, in groups sorted by name.
func (m *mutation) groups() []group {
	byName := map[string][]edit{}
	for _, edit := range m.edits() {
		name := m.groupOf(edit)
		byName[name] = append(byName[name], edit)
	}
	var groups []group
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		groups = append(groups, group{name, byName[name]})
	}
	return groups
}

func (m *mutation) groupOf(edit edit) string {
	if edit.isParameter {
		return "query"
	}
	commands := m.commands[edit.component()]
	if len(commands) == 1 {
		return commands[0]
	}
	return "shared"
}

// edits returns the edits of all components and query parameters. Strict mode has all edits of the document and more.
func (m *mutation) edits() []edit {
	var edits []edit
	plain := map[string]edit{}
	for _, edit := range allEdits(m.documents[0]) {
		plain[edit.String()] = edit
	}
	for _, edit := range allEdits(m.documents[1]) {
		inStrictMode := edit.apply
		if counterpart, isInBoth := plain[edit.String()]; isInBoth {
			edit.apply = func() func() {
				undo, undoStrict := counterpart.apply(), inStrictMode()
				return func() { undo(); undoStrict() }
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
	detectors := m.detectors[edit.component()]
	hint := edit.hint()
	isNamed := func(d detector) bool { return strings.Contains(d.name, hint) }
	return slices.ContainsFunc(detectors, func(d detector) bool { return isNamed(d) && d.notices() }) ||
		slices.ContainsFunc(detectors, func(d detector) bool { return !isNamed(d) && d.notices() })
}
