package api

import (
	"errors"
	"io/fs"
	"path"
	"strings"
)

// Direction distinguishes requests from responses.
type Direction string

// The directions, which are also the names of the folders under fixtures/<command>/.
const (
	Requests  Direction = "requests"
	Responses Direction = "responses"
)

// Fixture is the body of a recorded request or response.
type Fixture struct {
	Name string // the file's name without .json; a request and its response have the same name
	Body []byte // byte for byte

	// Reason is the text of the violations in strict mode. It is empty for a valid fixture.
	Reason string
}

// Fixtures returns the valid fixtures of a command, sorted by name. The list is empty for a command without fixtures.
// Without a folder of fixtures, it returns the examples in the document.
func (d *Document) Fixtures(command string, direction Direction) ([]Fixture, error) {
	if d.fixtures != nil {
		return ReadFixtures(d.fixtures, command, direction)
	}
	examples, err := d.Examples(command, direction)
	fixtures := make([]Fixture, 0, len(examples))
	for _, example := range examples {
		fixtures = append(fixtures, Fixture{Name: example.Name, Body: example.Body})
	}
	return fixtures, err
}

// Refused returns the invalid fixtures of a command, each with its reason. They are in the folder refused of the
// document's fixtures.
func (d *Document) Refused(command string, direction Direction) ([]Fixture, error) {
	return d.Fixtures(path.Join("refused", command), direction)
}

// ReadFixtures reads the fixtures in the folder <command>/<direction> of fsys: for each name.json the body, and if
// there is a name.txt, the reason. The list is sorted by name, and empty if the folder does not exist.
func ReadFixtures(fsys fs.FS, command string, direction Direction) ([]Fixture, error) {
	folder := path.Join(command, string(direction))
	files, err := fs.Glob(fsys, path.Join(folder, "*.json"))
	if err != nil {
		return nil, err
	}
	var found []Fixture
	for _, file := range files {
		fixture, err := readFixture(fsys, strings.TrimSuffix(file, ".json"))
		if err != nil {
			return nil, err
		}
		found = append(found, fixture)
	}
	return found, nil
}

func readFixture(fsys fs.FS, stem string) (Fixture, error) {
	body, err := fs.ReadFile(fsys, stem+".json")
	if err != nil {
		return Fixture{}, err
	}
	reason, err := fs.ReadFile(fsys, stem+".txt")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return Fixture{}, err
	}
	return Fixture{Name: path.Base(stem), Body: body, Reason: strings.TrimSpace(string(reason))}, nil
}
