package mutation

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/timsns/timsns/api"
)

// Action is what [Complete] did with a file.
type Action string

// The actions.
const (
	Added   Action = "added"
	Renewed Action = "renewed"
	Removed Action = "removed"
)

// Change is a file that [Complete] changed.
type Change struct {
	Action Action
	File   string
	Reason string
}

// Stale is a fixture that the document no longer fits.
type Stale struct {
	File      string
	Problem   string
	Generated bool // whether its name is one that this package gives
}

// Report is the state of the fixtures.
type Report struct {
	Made      int    // the number of edits
	Unnoticed []Edit // the edits that no fixture notices, except those that none can notice
	Stale     []Stale
	Missing   []string // the files of examples that have none
	Unknown   []string // the folders of no command
	Changes   []Change // nil unless [Complete] made the report
}

// Check makes all edits of the schemas that the commands alone use, or of all schemas if commands is empty.
func Check(text []byte, folders Folders, commands []string) (*Report, error) {
	suite, err := newFor(text, folders, commands)
	if err != nil {
		return nil, err
	}
	report := &Report{}
	for _, edit := range suite.editsFor(commands) {
		report.Made++
		if !suite.Notices(edit) && Equivalent(edit) == "" {
			report.Unnoticed = append(report.Unnoticed, edit)
		}
	}
	for _, stale := range suite.staleOf(commands) {
		report.Stale = append(report.Stale, stale.asStale())
	}
	report.Missing = filesOf(suite.missing(commands))
	if len(commands) == 0 {
		report.Unknown, err = suite.Unknown()
	}
	return report, err
}

// Unknown returns the folders of fixtures that no command of the document has, such as a misspelt one or that of a
// command that the document had: nothing reads what is in them.
func (s *Suite) Unknown() ([]string, error) {
	var unknown []string
	for _, root := range s.folders.all() {
		entries, err := os.ReadDir(root)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		for _, entry := range entries {
			folder := filepath.Join(root, entry.Name())
			_, isCommand := s.documents[0].Operation(entry.Name())
			if entry.IsDir() && !isCommand && !slices.Contains(s.folders.all(), folder) {
				unknown = append(unknown, folder)
			}
		}
	}
	return unknown, nil
}

func filesOf(fixtures []*fixture) []string {
	files := make([]string, len(fixtures))
	for i, fixture := range fixtures {
		files[i] = fixture.stem() + ".json"
	}
	return files
}

// Missing returns the files of those examples of the document that no fixture has.
func (s *Suite) Missing() []string { return filesOf(s.missing(nil)) }

// missing returns the examples of the document that no fixture has.
func (s *Suite) missing(commands []string) []*fixture {
	var found []*fixture
	for _, side := range s.sides() {
		if len(commands) > 0 && !slices.Contains(commands, side.command) {
			continue
		}
		for _, name := range slices.Sorted(maps.Keys(s.examples[side])) {
			example := &fixture{
				Fixture: api.Fixture{Name: name, Body: s.examples[side][name]}, side: side, folders: s.folders, root: s.folders.Valid,
			}
			if !exists(example.stem()) {
				found = append(found, example)
			}
		}
	}
	return found
}

// Stale returns the fixtures that the document no longer fits.
func (s *Suite) Stale() []Stale {
	stales := s.staleOf(nil)
	found := make([]Stale, 0, len(stales))
	for _, stale := range stales {
		found = append(found, stale.asStale())
	}
	return found
}

func (f *fixture) asStale() Stale {
	return Stale{f.stem() + ".json", f.problem, isGenerated(f.Name)}
}

// Complete adds the document's examples, renews or removes stale fixtures whose names are those that this package
// gives, adds fixtures for edits that no fixture notices, and reports the rest as [Check] does. It leaves the requests
// or responses of an operation alone while a valid fixture with another name is stale, since it derives all others from
// the valid ones.
func Complete(text []byte, folders Folders, commands []string) (*Report, error) {
	var changes []Change
	for _, step := range []func(*completer, []string) error{
		(*completer).addExamples, (*completer).renew, (*completer).replace, (*completer).addUnnoticed,
	} {
		suite, err := newFor(text, folders, commands)
		if err != nil {
			return nil, err
		}
		c := &completer{suite: suite, candidates: map[side][]*candidate{}}
		err = step(c, commands)
		changes = append(changes, c.changes...)
		if err != nil {
			return &Report{Changes: changes}, err
		}
	}
	report, err := Check(text, folders, commands)
	if err != nil {
		return &Report{Changes: changes}, err
	}
	report.Changes = changes
	return report, nil
}

func newFor(text []byte, folders Folders, commands []string) (*Suite, error) {
	suite, err := New(text, folders, nil)
	if err != nil {
		return nil, err
	}
	for _, command := range commands {
		if _, isKnown := suite.documents[0].Operation(command); !isKnown {
			return nil, fmt.Errorf("the document has no command %q", command)
		}
	}
	return suite, nil
}

func (s *Suite) editsFor(commands []string) []Edit {
	var edits []Edit
	for _, group := range s.Groups() {
		if len(commands) == 0 || slices.Contains(commands, group.Name) {
			edits = append(edits, group.Edits...)
		}
	}
	return edits
}

func (s *Suite) staleOf(commands []string) []*fixture {
	var found []*fixture
	for _, fixture := range s.fixtures {
		if fixture.problem != "" && (len(commands) == 0 || slices.Contains(commands, fixture.side.command)) {
			found = append(found, fixture)
		}
	}
	return found
}

// isBlocked reports whether a valid fixture that somebody wrote is stale.
func (s *Suite) isBlocked(side side) bool {
	return slices.ContainsFunc(s.fixtures, func(f *fixture) bool {
		return f.side == side && f.problem != "" && f.root == f.folders.Valid && !isGenerated(f.Name)
	})
}

// addExamples adds the examples of the document that have no fixture.
func (c *completer) addExamples(commands []string) error {
	for _, example := range c.suite.missing(commands) {
		if err := example.write(); err != nil {
			return err
		}
		c.changes = append(c.changes, Change{Added, example.stem() + ".json", "is an example of the document"})
	}
	return nil
}

// renew renews or removes the stale fixtures.
func (c *completer) renew(commands []string) error {
	for _, stale := range c.suite.staleOf(commands) {
		if !isGenerated(stale.Name) || c.suite.isBlocked(stale.side) {
			continue
		}
		candidates, err := c.candidatesOf(stale.side)
		if err != nil {
			return err
		}
		index := slices.IndexFunc(candidates, func(candidate *candidate) bool {
			if candidate.Name != stale.Name && candidate.long != stale.Name {
				return false
			}
			c.prepare(candidate)
			return candidate.root == stale.root
		})
		change := Change{Removed, stale.stem() + ".json", stale.problem}
		if index < 0 {
			err = stale.remove()
		} else {
			change.Action = Renewed
			stale.Body, stale.Reason = candidates[index].Body, candidates[index].Reason
			err = stale.write()
		}
		if err != nil {
			return err
		}
		c.changes = append(c.changes, change)
	}
	return nil
}

// replace renews fixtures for a former bound or enum where this notices more edits.
func (c *completer) replace(commands []string) error { return c.completeAll(commands, true) }

// addUnnoticed adds fixtures for edits that none notices.
func (c *completer) addUnnoticed(commands []string) error { return c.completeAll(commands, false) }

func (c *completer) completeAll(commands []string, overwrites bool) error {
	for _, edit := range c.suite.editsFor(commands) {
		if c.suite.Notices(edit) || Equivalent(edit) != "" {
			continue
		}
		if err := c.complete(edit, overwrites); err != nil {
			return err
		}
	}
	return nil
}
