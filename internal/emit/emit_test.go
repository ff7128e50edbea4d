package emit_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns"
	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/emit"
	"github.com/timsns/timsns/internal/testutil"
)

// TestFiles_areCommitted compares the emitted files with those in gen.
func TestFiles_areCommitted(t *testing.T) {
	testutil.SkipWithRaceDetector(t)
	files, err := emit.Files("openapi.yaml", timsns.Document, "gen")
	require.NoError(t, err)
	compareWith(t, "../../gen", files)
}

// compareWith compares emitted files with those in a folder.
func compareWith(t *testing.T, folder string, files map[string][]byte) {
	t.Helper()
	committed, err := filepath.Glob(filepath.Join(folder, "*.gen.go"))
	require.NoError(t, err)
	assert.Len(t, files, len(committed))
	for _, name := range committed {
		content, err := os.ReadFile(name)
		require.NoError(t, err)
		emitted := string(files[filepath.Base(name)])
		if withoutHeader(emitted) != withoutHeader(string(content)) {
			assert.Fail(t, name+" differs; run go generate ./...")
		}
	}
}

// withoutHeader removes the first line, which has the generator's version: a test does not always know it.
func withoutHeader(source string) string {
	_, rest, _ := strings.Cut(source, "\n")
	return rest
}

// newFolder returns a copy of the document and a folder to emit into, within the module for the sake of its imports.
func newFolder(t *testing.T) (document, folder string) {
	t.Helper()
	parent, err := os.MkdirTemp(".", "_test") //nolint:usetesting // within the module
	require.NoError(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(parent) })
	document = filepath.Join(t.TempDir(), "openapi.yaml")
	require.NoError(t, os.WriteFile(document, timsns.Document, 0o600))
	return document, filepath.Join(parent, "gen")
}

func TestRun_changesNothingTheSecondTime(t *testing.T) {
	testutil.SkipWithRaceDetector(t)
	document, folder := newFolder(t)
	require.NoError(t, emit.Run(t.Context(), t.Output(), document, folder, "gen"))
	first, err := os.Stat(filepath.Join(folder, "models.gen.go"))
	require.NoError(t, err)
	require.NoError(t, emit.Run(t.Context(), t.Output(), document, folder, "gen"))
	second, err := os.Stat(filepath.Join(folder, "models.gen.go"))
	require.NoError(t, err)
	assert.Equal(t, first.ModTime(), second.ModTime())
	assert.True(t, os.SameFile(first, second))
}

func TestRun_removesOnlyEmittedFiles(t *testing.T) {
	_, folder := newFolder(t)
	require.NoError(t, os.Mkdir(folder, 0o750))
	for _, name := range []string{"pages.gen.go", "mocks.gen.go", "handwritten.go"} {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte("package gen\n"), 0o600))
	}
	require.NoError(t, emit.Run(t.Context(), t.Output(), "testdata/chat/openapi.yaml", folder, "gen"))
	assert.NoFileExists(t, filepath.Join(folder, "pages.gen.go")) // the document has no pages
	assert.FileExists(t, filepath.Join(folder, "mocks.gen.go"))
	assert.FileExists(t, filepath.Join(folder, "handwritten.go"))
	assert.FileExists(t, filepath.Join(folder, "client.gen.go"))
}

func TestRun_writesNothingIfARuleIsBroken(t *testing.T) {
	document, folder := newFolder(t)
	broken := bytes.Replace(timsns.Document, []byte("x-idempotent:"), []byte("x-idempotnet:"), 1)
	require.NoError(t, os.WriteFile(document, broken, 0o600))
	var violations api.DocumentViolations
	require.ErrorAs(t, emit.Run(t.Context(), t.Output(), document, folder, "gen"), &violations)
	assert.Len(t, violations, 1)
	assert.NoDirExists(t, folder)
}

// TestRun_writesNothingThatDoesNotCompile emits a type that no rule knows to be unknown.
func TestRun_writesNothingThatDoesNotCompile(t *testing.T) {
	testutil.SkipWithRaceDetector(t)
	document, folder := newFolder(t)
	broken := bytes.Replace(timsns.Document, []byte("x-go-type: rest.Value"), []byte("x-go-type: rest.Values"), 1)
	require.NotEqual(t, timsns.Document, broken)
	require.NoError(t, os.WriteFile(document, broken, 0o600))
	err := emit.Run(t.Context(), t.Output(), document, folder, "gen")
	require.ErrorContains(t, err, "the emitted code does not compile, so nothing was written:\n")
	require.ErrorContains(t, err, "models.gen.go:")
	require.ErrorContains(t, err, "undefined: rest.Values")
	assert.NoDirExists(t, folder)
}

// BenchmarkFiles emits documents with copies of group_get.
func BenchmarkFiles(b *testing.B) {
	for _, count := range []int{0, 150, 500, 1500} {
		document := withCopies(string(timsns.Document), count)
		b.Run(fmt.Sprint(count, " more operations"), func(b *testing.B) {
			for b.Loop() {
				_, err := emit.Files("openapi.yaml", document, "gen")
				require.NoError(b, err)
			}
		})
	}
}

// withCopies adds operations that are like group_get, with schemas of their own.
func withCopies(document string, count int) []byte {
	_, path, _ := strings.Cut(document, "  /v4/sns/group_get:\n")
	path, _, _ = strings.Cut(path, "\ncomponents:")
	_, schemas, _ := strings.Cut(document, "    GroupGetRequest:\n")
	schemas, _, _ = strings.Cut(schemas, "    NeedFriendType:")
	_, response, _ := strings.Cut(document, "    GroupGetResponse:\n")
	response, _, _ = strings.Cut(response, "    GroupGetResultItem:")
	paths, components := &strings.Builder{}, &strings.Builder{}
	for i := range count {
		letters := strings.NewReplacer("0", "a", "1", "b", "2", "c", "3", "d", "4", "e", "5", "f", "6", "g", "7", "h", "8", "i", "9", "j")
		command := "group_" + letters.Replace(fmt.Sprintf("%04d", i))
		name := "Group" + strings.ToUpper(command[6:7]) + command[7:]
		rename := strings.NewReplacer("GroupGetRequest", name+"Request", "GroupGetResponse", name+"Response",
			"operationId: GroupGet", "operationId: "+name)
		fmt.Fprintf(paths, "  /v4/sns/%s:\n%s\n", command, rename.Replace(path))
		fmt.Fprintf(components, "    %sRequest:\n%s    %sResponse:\n%s", name, schemas, name, response)
	}
	document = strings.Replace(document, "paths:\n", "paths:\n"+paths.String(), 1)
	return []byte(strings.Replace(document, "\n    ErrorResponse:\n", "\n"+components.String()+"    ErrorResponse:\n", 1))
}
