package main

import (
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/timsns/timsns/api"
)

// packetFiles are the ends of the names of files that are looked for in a folder.
var packetFiles = []string{".json", ".ndjson", ".jsonl", ".har"}

// readSources reads the files, and those in the folders, in the order in which they are named.
func readSources(ctx context.Context, paths []string, pattern api.Source, in io.Reader) ([]api.Source, error) {
	if len(paths) == 0 {
		return nil, usagef("want files or folders to verify, or - for standard input")
	}
	var sources []api.Source
	for _, name := range paths {
		files, err := filesOf(name)
		if err != nil {
			return nil, err
		}
		for _, file := range files {
			source := pattern
			source.Name = filepath.ToSlash(file)
			if source.Content, err = readSource(ctx, file, in); err != nil {
				return nil, err
			}
			sources = append(sources, source)
		}
	}
	return sources, nil
}

func readSource(ctx context.Context, name string, in io.Reader) ([]byte, error) {
	if name == "-" {
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
	if name == "-" {
		return []string{name}, nil
	}
	info, err := os.Stat(name)
	if err != nil {
		return nil, usageError{err}
	}
	if !info.IsDir() {
		return []string{name}, nil
	}
	var files []string
	err = filepath.WalkDir(name, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && slices.Contains(packetFiles, strings.ToLower(filepath.Ext(path))) {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		return nil, usageError{err}
	}
	if files == nil {
		return nil, usagef("%s: want files that end with %s", name, strings.Join(packetFiles, ", "))
	}
	return files, nil
}
