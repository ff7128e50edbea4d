package api

import (
	"embed"
	"errors"
	"io/fs"
	"path"
	"strings"
)

//go:embed fixtures
var fixtures embed.FS

// Direction tells requests from responses.
type Direction string

// The directions, which are also the names of the folders under fixtures/<command>/.
const (
	Requests  Direction = "requests"
	Responses Direction = "responses"
)

// Fixture is a recorded packet.
type Fixture struct {
	Name string // the file's name without .json, such as basic. A request and its response have the same
	Body []byte // byte for byte

	// Refused is the reason for which the closed twin refuses the packet, and empty for one that it accepts.
	Refused string
}

// Fixtures returns the packets of a command that keep the contract, sorted by name. There are none for a command
// without fixtures.
func Fixtures(command string, direction Direction) ([]Fixture, error) {
	return readFixtures(path.Join("fixtures", command, string(direction)))
}

// RefusedFixtures returns the packets of a command that break the contract, each with the reason.
func RefusedFixtures(command string, direction Direction) ([]Fixture, error) {
	folder := path.Join("fixtures", command, string(direction), "refused")
	packets, err := readFixtures(folder)
	if err != nil {
		return nil, err
	}
	for i, packet := range packets {
		reason, err := fixtures.ReadFile(path.Join(folder, packet.Name+".txt"))
		if err != nil {
			return nil, err
		}
		packets[i].Refused = strings.TrimSpace(string(reason))
	}
	return packets, nil
}

func readFixtures(folder string) ([]Fixture, error) {
	entries, err := fixtures.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var packets []Fixture
	for _, entry := range entries {
		name, isPacket := strings.CutSuffix(entry.Name(), ".json")
		if !isPacket {
			continue
		}
		body, err := fixtures.ReadFile(path.Join(folder, entry.Name()))
		if err != nil {
			return nil, err
		}
		packets = append(packets, Fixture{Name: name, Body: body})
	}
	return packets, nil
}
