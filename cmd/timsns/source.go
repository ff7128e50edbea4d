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

// standardInput is the name of what is no file.
const standardInput = "-"

// packetFiles are the ends of the names of files that are looked for in a folder.
var packetFiles = []string{".json", ".ndjson", ".jsonl", ".har"}

// readSources reads the files, and those in the folders, in the order in which they are named, each of them once.
func readSources(ctx context.Context, paths []string, pattern verify.Source, in io.Reader) ([]verify.Source, error) {
	files, err := allFiles(paths)
	if err != nil {
		return nil, err
	}
	sources := make([]verify.Source, len(files))
	for i, file := range files {
		sources[i] = pattern
		sources[i].Name = strings.ToValidUTF8(filepath.ToSlash(file), "\ufffd") // reports are in UTF-8, names may be in anything
		if sources[i].Content, err = readSource(ctx, file, in); err != nil {
			return nil, err
		}
	}
	return sources, nil
}

// allFiles returns the files that are named, and those in the folders that are.
func allFiles(paths []string) ([]string, error) {
	if len(paths) == 0 {
		return nil, usagef("want files or folders to verify, or %s for standard input", standardInput)
	}
	var files []string
	isThere := map[string]bool{}
	for _, name := range paths {
		if name == standardInput && isThere[name] {
			return nil, usagef("want %s, standard input, once", standardInput)
		}
		found, err := filesOf(name)
		if err != nil {
			return nil, err
		}
		for _, file := range found {
			if clean := filepath.Clean(file); !isThere[clean] {
				isThere[clean] = true
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
	content, err := os.ReadFile(name) //nolint:gosec // the files that the user names are read
	if err != nil {
		return nil, usageError{err}
	}
	return content, nil
}

// filesOf returns the packet files of a folder, or else the file itself, whatever its name is.
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
	files, err := packetFilesIn(name)
	switch {
	case err != nil:
		return nil, usageError{err}
	case files == nil:
		return nil, usagef("%s: want files that end with %s", quoteIfOdd(name), strings.Join(packetFiles, ", "))
	}
	return files, nil
}

// packetFilesIn follows a link that is named itself, and none within: they may lead round in circles.
func packetFilesIn(folder string) (files []string, err error) {
	err = filepath.WalkDir(folder+string(filepath.Separator), func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case isLinkToFolder(path, entry):
			return fmt.Errorf("%s: want no link to a folder: name its target itself", quoteIfOdd(path))
		case !entry.IsDir() && slices.Contains(packetFiles, strings.ToLower(filepath.Ext(path))):
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
