package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// newRepository returns a repository with a commit for each document.
func newRepository(t *testing.T) (folder string, commit func(document string, tags ...string)) {
	t.Helper()
	folder = t.TempDir()
	run := func(arguments ...string) {
		author := []string{"-c", "user.name=test", "-c", "user.email=test@example.com"}
		_, err := git(t.Context(), folder, append(author, arguments...)...)
		require.NoError(t, err)
	}
	run("init", "--quiet")
	return folder, func(document string, tags ...string) {
		require.NoError(t, os.WriteFile(filepath.Join(folder, "openapi.yaml"), []byte(document), 0o600))
		run("add", "openapi.yaml")
		run("commit", "--quiet", "--message", "change")
		for _, tag := range tags {
			run("tag", tag)
		}
	}
}

func TestFindBase(t *testing.T) {
	folder, commit := newRepository(t)
	found := func() (document, description string) {
		base, err := findBase(t.Context(), folder, "openapi.yaml")
		require.NoError(t, err)
		t.Cleanup(func() { _ = os.Remove(base.file) })
		text, err := os.ReadFile(base.file)
		require.NoError(t, err)
		return string(text), base.description
	}
	commit("first")
	document, description := found()
	assert.Equal(t, "first", document)
	assert.Contains(t, description, "no version has been released yet")

	commit("second", "v0.9.0", "rest/redisquota/v2.0.0")
	commit("third", "v0.10.0")
	commit("fourth", "vendor-page-2024")
	document, description = found()
	assert.Equal(t, "third", document)
	assert.Equal(t, "release v0.10.0", description)
}

// TestFindBase_newDocument checks that a document is compared with itself before it is in a release.
func TestFindBase_newDocument(t *testing.T) {
	folder, commit := newRepository(t)
	commit("first", "v1.0.0")
	require.NoError(t, os.WriteFile(filepath.Join(folder, "other.yaml"), []byte("new"), 0o600))
	base, err := findBase(t.Context(), folder, "other.yaml")
	require.NoError(t, err)
	t.Cleanup(func() { _ = os.Remove(base.file) })
	text, err := os.ReadFile(base.file)
	require.NoError(t, err)
	assert.Equal(t, "new", string(text))
	assert.Equal(t, "itself: it is not in release v1.0.0", base.description)
}

func TestFindBase_shallowClone(t *testing.T) {
	folder, commit := newRepository(t)
	commit("first", "v1.0.0")
	commit("second")
	for name, test := range map[string]struct {
		isGone bool // the origin
		want   string
	}{
		"the origin is there": {false, "release v1.0.0"},
		"the origin is gone":  {true, "WARNING: this clone is shallow"},
	} {
		t.Run(name, func(t *testing.T) {
			shallow := filepath.Join(t.TempDir(), "clone")
			_, err := git(t.Context(), folder, "clone", "--quiet", "--depth", "1", "file://"+folder, shallow)
			require.NoError(t, err)
			if test.isGone {
				_, err := git(t.Context(), shallow, "remote", "set-url", "origin", "file://"+t.TempDir())
				require.NoError(t, err)
			}
			base, err := findBase(t.Context(), shallow, "openapi.yaml")
			require.NoError(t, err)
			assert.Contains(t, base.description, test.want)
			assert.NoError(t, os.Remove(base.file))
		})
	}
}
