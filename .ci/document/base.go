package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// base is the document that a change must not break.
type base struct {
	file        string // a copy of it
	description string
}

// findBase copies the document of the last released version, which a tag such as v1.2.3 names. As long as none is, there
// is nobody to break, and the document of the last commit takes its place.
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
	description := "the released " + revision
	if revision == "" {
		revision, description = "HEAD", "the last commit: no version was released yet (no tag such as v1.2.3)"
	}
	document, err := git(ctx, folder, "show", revision+":"+name)
	if err != nil {
		return base{}, err
	}
	return copyOf(document, description+warning)
}

// complete fetches the tags that a shallow clone lacks, as CI services make it, or else warns.
func complete(ctx context.Context, folder string) (warning string, err error) {
	shallow, err := git(ctx, folder, "rev-parse", "--is-shallow-repository")
	if err != nil || strings.TrimSpace(shallow) != "true" {
		return "", err
	}
	if _, err := git(ctx, folder, "fetch", "--quiet", "--unshallow", "--tags"); err != nil {
		return "; WARNING: this clone is shallow and cannot be completed: a later release may be missing in it", nil //nolint:nilerr // git has told
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
	command := exec.CommandContext(ctx, "git", arguments...) //nolint:gosec // all are our own
	command.Dir = folder
	command.Stderr = os.Stderr
	output, err := command.Output()
	if err != nil {
		return "", fmt.Errorf("git %s: %w", arguments[0], err)
	}
	return string(output), nil
}
