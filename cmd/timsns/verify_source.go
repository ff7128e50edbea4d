package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// standardInput names standard input on the command line.
const standardInput = "-"

// extensions are the extensions of the files that are read in folders.
var extensions = []string{".json", ".ndjson", ".jsonl", ".har"}

// allFiles returns the named files and those in the named folders.
func allFiles(paths []string) ([]string, error) {
	if len(paths) == 0 {
		return nil, usagef("want files or folders to verify, or %s for standard input", standardInput)
	}
	var files []string
	seen := map[string]bool{}
	for _, name := range paths {
		if name == standardInput && seen[name] {
			return nil, usagef("want %s for standard input only once", standardInput)
		}
		found, err := filesOf(name)
		if err != nil {
			return nil, err
		}
		for _, file := range found {
			if clean := filepath.Clean(file); !seen[clean] {
				seen[clean] = true
				files = append(files, file)
			}
		}
	}
	return files, nil
}

// openSource opens a file, or standard input.
func openSource(name string, in io.Reader, progress *progress) (io.ReadCloser, error) {
	if name == standardInput {
		return &announcedInput{in: in, note: progress.note}, nil
	}
	file, err := os.Open(name) //nolint:gosec // the user names the files
	if err != nil {
		return nil, usageError{err}
	}
	return file, nil
}

// filesOf returns the files of a folder that have one of the extensions, or the name of a file, whatever its extension.
func filesOf(name string) ([]string, error) {
	if name == standardInput {
		return []string{name}, nil
	}
	info, err := os.Stat(name)
	if err != nil {
		return nil, usageError{err}
	}
	if !info.IsDir() {
		return []string{name}, nil
	}
	files, err := filesIn(name)
	switch {
	case err != nil:
		return nil, usageError{err}
	case files == nil:
		return nil, usagef("%s: want files that end with %s", name, strings.Join(extensions, ", "))
	}
	return files, nil
}

// refused is the name of the folder with invalid packets, which is beside the valid ones.
const refused = "refused"

// filesIn follows folder if it is a symbolic link, but no symbolic links to folders inside it, which could form a
// cycle. It leaves out folders named refused.
func filesIn(folder string) (files []string, err error) {
	root := folder + string(filepath.Separator)
	err = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && entry.Name() == refused && path != root {
			return fs.SkipDir
		}
		isWanted := !entry.IsDir() && slices.Contains(extensions, strings.ToLower(filepath.Ext(path)))
		if isWanted {
			files = append(files, path)
		}
		return checkEntry(path, entry, isWanted)
	})
	return files, err
}

// checkEntry returns an error if an entry of a folder is a symbolic link to a folder, or is wanted and not a regular
// file: reading a named pipe or a device may never end.
func checkEntry(path string, entry fs.DirEntry, isWanted bool) error {
	if entry.IsDir() || entry.Type().IsRegular() {
		return nil
	}
	target, err := os.Stat(path) // of the link, if it is one
	switch {
	case err != nil && isWanted:
		return err
	case err != nil:
		return nil //nolint:nilerr // a broken link that nobody wants to read
	case target.IsDir():
		return fmt.Errorf("%s: want no symbolic link to a folder: pass its target instead", path)
	case isWanted && !target.Mode().IsRegular():
		return fmt.Errorf("%s: want a regular file, got %s", path, kindOf(target.Mode()))
	}
	return nil
}

func kindOf(mode fs.FileMode) string {
	switch {
	case mode&fs.ModeNamedPipe != 0:
		return "a named pipe"
	case mode&fs.ModeSocket != 0:
		return "a socket"
	}
	return "a device"
}
