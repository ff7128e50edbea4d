package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// base is the document that a change must be compatible with.
type base struct {
	file        string // contains a copy
	description string
}

// findBase copies the document of the last release, which has a tag such as v1.2.3. It copies the document of the last
// commit if no version has been released, and the document itself if it is new. The name is relative to the folder.
func findBase(ctx context.Context, folder, name string) (base, error) {
	warning, err := complete(ctx, folder)
	if err != nil {
		return base{}, err
	}
	tags, err := git(ctx, folder, "tag", "--list", "v[0-9]*", "--merged", "HEAD", "--sort", "-version:refname")
	if err != nil {
		return base{}, err
	}
	revision, _, _ := strings.Cut(tags, "\n")
	description := "release " + revision
	if revision == "" {
		revision, description = "HEAD", "the last commit: no version has been released yet (no tag such as v1.2.3)"
	}
	found, err := git(ctx, folder, "ls-tree", revision, name)
	switch {
	case err != nil:
		return base{}, err
	case found == "":
		document, err := os.ReadFile(filepath.Join(folder, name)) //nolint:gosec // the document that the user names
		if err != nil {
			return base{}, err
		}
		return copyOf(string(document), "itself: it is not in "+description+warning)
	}
	document, err := git(ctx, folder, "show", revision+":./"+filepath.ToSlash(name))
	if err != nil {
		return base{}, err
	}
	return copyOf(document, description+warning)
}

// complete fetches the history and tags that a shallow clone lacks. It returns a warning if it cannot.
func complete(ctx context.Context, folder string) (string, error) {
	shallow, err := git(ctx, folder, "rev-parse", "--is-shallow-repository")
	if err != nil || strings.TrimSpace(shallow) != "true" {
		return "", err
	}
	if _, err := git(ctx, folder, "fetch", "--quiet", "--unshallow", "--tags"); err != nil {
		warning := "; WARNING: this clone is shallow and could not be completed, so it may lack a later release"
		return warning, nil //nolint:nilerr // git has printed the error
	}
	return "", nil
}

func copyOf(document, description string) (base, error) {
	file, err := os.CreateTemp("", "base-*.yaml")
	if err != nil {
		return base{}, err
	}
	if _, err := file.WriteString(document); err != nil {
		return base{}, err
	}
	return base{file.Name(), description}, file.Close()
}

func git(ctx context.Context, folder string, arguments ...string) (string, error) {
	command := exec.CommandContext(ctx, "git", arguments...) //nolint:gosec // the arguments are constants and tags
	command.Dir = folder
	command.Stderr = os.Stderr
	output, err := command.Output()
	if err != nil {
		return "", fmt.Errorf("git %s: %w", arguments[0], err)
	}
	return string(output), nil
}
