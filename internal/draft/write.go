package draft

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/mutation"
)

// Written lists the files of a draft, relative to the folder of the document.
type Written struct {
	New  []string
	Kept []string // packets that were there already; they stay as they are
}

// Write writes the packets, those that can be derived from them, and then the document. Packets is their folder, which
// is relative to that of the document. Nothing is written outside of the document's folder, and no file half.
func (d *Draft) Write(document, packets string) (*Written, error) {
	folder, name := filepath.Split(filepath.Clean(document))
	folder = filepath.Clean(folder)
	if err := os.MkdirAll(folder, 0o750); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	defer func() { _ = root.Close() }() // the files are closed
	if err := root.MkdirAll(packets, 0o750); err != nil {
		return nil, err
	}
	temporary, err := os.MkdirTemp(folder, ".timsns-draft-")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(temporary) }()
	files, err := d.complete(temporary)
	if err != nil {
		return nil, err
	}
	written := &Written{}
	if err := written.move(root, filepath.Base(temporary), packets, files); err != nil {
		return nil, err
	}
	draft := filepath.Join(filepath.Base(temporary), "document")
	if err := root.WriteFile(draft, d.Document, 0o644); err != nil {
		return nil, err
	}
	written.New = append(written.New, name)
	return written, root.Rename(draft, name)
}

// complete writes all packets into a folder, and returns their names.
func (d *Draft) complete(folder string) (files []string, err error) {
	for name, body := range d.Files() {
		file := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o750); err != nil {
			return nil, err
		}
		if err := os.WriteFile(file, body, 0o644); err != nil { //nolint:gosec // packets are readable
			return nil, err
		}
	}
	if _, err := mutation.Complete(d.Document, mutation.FoldersOf(folder), []string{d.Command}); err != nil {
		return nil, err
	}
	err = fs.WalkDir(os.DirFS(folder), ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			files = append(files, filepath.FromSlash(name))
		}
		return err
	})
	return files, err
}

// move moves the packets to their folder, unless they exist there.
func (w *Written) move(root *os.Root, from, to string, files []string) error {
	for _, file := range files {
		target := filepath.Join(to, file)
		switch _, err := root.Stat(target); {
		case err == nil:
			w.Kept = append(w.Kept, target)
			continue
		case !errors.Is(err, fs.ErrNotExist):
			return err
		}
		if err := root.MkdirAll(filepath.Dir(target), 0o750); err != nil {
			return err
		}
		if err := root.Rename(filepath.Join(from, file), target); err != nil {
			return err
		}
		w.New = append(w.New, target)
	}
	return nil
}

// Files returns the packets of the pages by name, relative to the folder of packets.
func (d *Draft) Files() map[string][]byte {
	files := map[string][]byte{}
	for _, direction := range []api.Direction{api.Requests, api.Responses} {
		for _, fixture := range d.Packets[direction] {
			files[filepath.Join(d.Command, string(direction), fixture.Name+".json")] = fixture.Body
		}
	}
	return files
}
