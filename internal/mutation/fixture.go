package mutation

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"

	"github.com/timsns/timsns/api"
)

// Folders are the folders that have fixtures in <command>/<direction>/<name>.json.
type Folders struct {
	Valid     string // valid bodies
	Refused   string // invalid bodies, each with its reason in <name>.txt
	Tolerated string // requests that are valid only because of x-optional-since or x-absent-values
}

// FoldersOf returns the folders of a folder with packets: itself, and refused and tolerated in it.
func FoldersOf(packets string) Folders {
	return Folders{packets, filepath.Join(packets, "refused"), filepath.Join(packets, "tolerated")}
}

func (f Folders) all() []string { return []string{f.Valid, f.Tolerated, f.Refused} }

// fixture is a fixture in a file.
type fixture struct {
	api.Fixture

	side    side
	folders Folders
	root    string // one of folders
	problem string // why the fixture is stale; empty if it is not
}

func readFixtures(side side, folders Folders) ([]*fixture, error) {
	var fixtures []*fixture
	for _, root := range folders.all() {
		found, err := api.ReadFixtures(os.DirFS(root), side.command, side.direction)
		if err != nil {
			return nil, err
		}
		for _, one := range found {
			fixtures = append(fixtures, &fixture{Fixture: one, side: side, folders: folders, root: root})
		}
	}
	return fixtures, nil
}

// stem returns the file's name without its extension.
func (f *fixture) stem() string { return stemOf(f.root, f.side, f.Name) }

func stemOf(root string, side side, name string) string {
	return filepath.Join(root, side.command, string(side.direction), name)
}

func (f *fixture) write() error {
	if err := os.MkdirAll(filepath.Dir(f.stem()), 0o755); err != nil { //nolint:gosec // as git creates folders
		return err
	}
	if f.root == f.folders.Refused {
		if err := writeFile(f.stem()+".txt", []byte(f.Reason+"\n")); err != nil {
			return err
		}
	}
	return writeFile(f.stem()+".json", f.Body)
}

func writeFile(name string, content []byte) error {
	return os.WriteFile(name, content, 0o644) //nolint:gosec // as git creates files
}

func (f *fixture) remove() error {
	err := os.Remove(f.stem() + ".txt")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return os.Remove(f.stem() + ".json")
}

// notJSON is the reason of a body that is not valid JSON. The decoder words the rest of the violation.
const notJSON = "not valid JSON"

// validateFixture sets problem.
func (s *Suite) validateFixture(f *fixture) {
	root, reason := s.classify(f.side, f.Body)
	if f.root == f.folders.Refused {
		f.problem = problemOfRefused(f, reason)
		return
	}
	example, isExample := s.examples[f.side][f.Name]
	switch {
	case reason != "":
		f.problem = "it is invalid now: " + reason
	case f.root == f.folders.Tolerated && root != f.root:
		f.problem = "it is valid now without x-optional-since and x-absent-values"
	case isExample && f.root == f.folders.Valid && !equal(f.Body, example):
		f.problem = "it differs from the example of the document that has its name"
	}
}

// problemOfRefused returns what is wrong with an invalid fixture whose violation is reason, or "".
func problemOfRefused(f *fixture, reason string) string {
	switch {
	case reason == "":
		return "it is valid now; want the violation " + f.Reason
	case f.Reason == notJSON && strings.Contains(reason, notJSON), f.Reason == reason:
		return ""
	}
	return fmt.Sprintf("its violation is now %s; %s.txt has %s", reason, f.Name, f.Reason)
}

// equal reports whether two bodies have the same JSON value.
func equal(a, b []byte) bool {
	first, err := decode(a)
	second, errSecond := decode(b)
	return err == nil && errSecond == nil && reflect.DeepEqual(first, second)
}

// classify returns the folder that a body belongs to, and for an invalid one the reason.
func (s *Suite) classify(side side, body []byte) (root, reason string) {
	operation := s.operation(side)
	if err := validate(operation, side.direction, body); err != nil {
		return s.folders.Refused, err.Error()
	}
	value, err := decode(body)
	if err == nil && side.direction == api.Requests && schemaOf(s.raw, operation, side.direction).VisitJSON(value) != nil {
		return s.folders.Tolerated, ""
	}
	return s.folders.Valid, ""
}

// validate validates a body of one direction.
func validate(operation *api.Operation, direction api.Direction, body []byte) error {
	if direction == api.Requests {
		return operation.ValidateRequest(body)
	}
	return operation.ValidateResponse(body)
}

// changes matches the end of the names that the package gives to fixtures: what the variant changes.
var changes = regexp.MustCompile(`(^|-)(null|string|number|fraction|boolean|array|object|another|negative|` +
	`((below|above)-)?(smallest|largest)|beyond-(32|64)-bits|empty|shortest|longest|too-long|prefixed|suffixed|with-digit|` +
	`(longer|shorter)-by-\d+|(upper|lower)-case-\d+|none|most|too-many|every-.+|missing|undeclared-property|code-\d+)(-\d+)?$`)

// isGenerated reports whether the name is one that the package gives: a property and a change, as in
// from-account-too-long. The package renews and removes such fixtures, and no others.
func isGenerated(name string) bool { return changes.MatchString(name) }

// bounds matches the names of variants whose value depends on a bound or an enum alone.
var bounds = regexp.MustCompile(`(^|-)((below-|above-)?(smallest|largest)|shortest|longest|too-long|most|too-many|every-[^.]+)$`)
