package main

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/timsns/timsns/api/verify"
)

// standardInput names standard input on the command line.
const standardInput = "-"

// extensions are the extensions of the files that are read in folders.
var extensions = []string{".json", ".ndjson", ".jsonl", ".har"}

// readSources reads the named files and those in the named folders, in the given order and each of them once.
func readSources(ctx context.Context, paths []string, pattern verify.Source, in io.Reader) ([]verify.Source, error) {
	files, err := allFiles(paths)
	if err != nil {
		return nil, err
	}
	sources := make([]verify.Source, len(files))
	for i, file := range files {
		sources[i] = pattern
		sources[i].Name = strings.ToValidUTF8(filepath.ToSlash(file), "\ufffd") // reports are in UTF-8
		if sources[i].Content, err = readSource(ctx, file, in); err != nil {
			return nil, err
		}
	}
	return sources, nil
}

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

func readSource(ctx context.Context, name string, in io.Reader) ([]byte, error) {
	if name == standardInput {
		return readInput(ctx, in)
	}
	content, err := os.ReadFile(name) //nolint:gosec // the user names the files
	if err != nil {
		return nil, usageError{err}
	}
	return content, nil
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
		return nil, usagef("%s: want files that end with %s", quoteUnprintable(name), strings.Join(extensions, ", "))
	}
	return files, nil
}

// filesIn follows folder if it is a symbolic link, but no symbolic links inside it, which could form a cycle.
func filesIn(folder string) (files []string, err error) {
	err = filepath.WalkDir(folder+string(filepath.Separator), func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case isLinkToFolder(path, entry):
			return fmt.Errorf("%s: want no symbolic link to a folder: pass its target instead", quoteUnprintable(path))
		case !entry.IsDir() && slices.Contains(extensions, strings.ToLower(filepath.Ext(path))):
			files = append(files, path)
		}
		return nil
	})
	return files, err
}

func isLinkToFolder(path string, entry fs.DirEntry) bool {
	if entry.Type()&fs.ModeSymlink == 0 {
		return false
	}
	target, err := os.Stat(path)
	return err == nil && target.IsDir()
}
