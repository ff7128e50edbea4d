package export

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// state is the content of the state file. It describes what the output has, so that an export can go on from there.
type state struct {
	Export   identity
	Position position
}

// identity is what an export must have in common with the one that it continues.
type identity struct {
	App      string // such as the SDKAppID
	Requests []requestIdentity
	Accounts fileIdentity
}

// requestIdentity is what the document and the command line say about a request. Whatever else the document says, such
// as a description, may change meanwhile.
type requestIdentity struct {
	Path   string
	Body   string // with an empty account
	Paging jsontext.Value
}

// fileIdentity is that of the whole accounts file: reading it takes a second for some ten million accounts.
type fileIdentity struct {
	Size   int64
	Lines  int64
	SHA256 string
}

// position is how far an export is. The first pass reads the accounts file, and the others read the failures of the pass
// before.
type position struct {
	Pass   int
	Offset int64 // of the next line of what the pass reads
	Number int64 // of the lines before it
	Total  int64 // the lines that the pass reads
	Size   int64 // of the file that it reads

	Output       int64 // the length of the output
	Failures     int64 // how many calls of the pass failed
	FailuresSize int64 // the length of the file that lists them

	IsComplete  bool // the pass has read everything
	IsReplacing bool // the failures of the pass are to replace those of the pass before
}

func (r *Request) identity() (requestIdentity, error) {
	paging, err := json.Marshal(r.operation.Paging)
	return requestIdentity{r.operation.Path, r.before + `""` + r.after, paging}, err
}

func identify(file *os.File) (found fileIdentity, err error) {
	hash := sha256.New()
	buffer := make([]byte, 1<<20)
	isOpen := false // whether the last line has no line break yet
	for {
		n, err := file.Read(buffer)
		found.Size += int64(n)
		found.Lines += int64(bytes.Count(buffer[:n], []byte("\n")))
		_, _ = hash.Write(buffer[:n]) // it never fails
		if n > 0 {
			isOpen = buffer[n-1] != '\n' //nolint:gosec // n is above 0
		}
		if errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return found, err
		}
	}
	if isOpen {
		found.Lines++
	}
	found.SHA256 = hex.EncodeToString(hash.Sum(nil))
	return found, nil
}

// differs says what the export is of, as opposed to another one. It is empty if they are the same.
func (i identity) differs(other identity) string {
	switch {
	case i.App != other.App:
		return fmt.Sprintf("of the app %s, not %s", i.App, other.App)
	case i.Accounts != other.Accounts:
		return "of another accounts file"
	}
	these, err := json.Marshal(i.Requests)
	if those, errOther := json.Marshal(other.Requests); err != nil || errOther != nil || !bytes.Equal(these, those) {
		return "of other commands or fields, or of another document"
	}
	return ""
}

// readState returns nil if there is no state.
func readState(name string) (*state, error) {
	text, err := os.ReadFile(name) //nolint:gosec // beside the file that the user names
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil //nolint:nilnil // as documented
	case err != nil:
		return nil, err
	}
	read := &state{}
	if err := json.Unmarshal(text, read, json.RejectUnknownMembers(true)); err != nil {
		return nil, &InvalidError{fmt.Errorf("%s: want the state of an export: %w", name, err)}
	}
	return read, nil
}

// write replaces the state file, so that there is a whole one at any time.
func (s *state) write(name string) error {
	text, err := json.Marshal(s)
	if err != nil {
		return err
	}
	next := name + ".new"
	file, err := os.OpenFile(next, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600) //nolint:gosec // as above
	if err != nil {
		return err
	}
	_, err = file.Write(append(text, '\n'))
	if err := errors.Join(err, file.Sync(), file.Close()); err != nil {
		return err
	}
	return os.Rename(next, name)
}
