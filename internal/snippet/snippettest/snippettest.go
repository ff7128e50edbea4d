// Package snippettest tests the snippets of documents with the clients emitted from them.
package snippettest

import (
	_ "embed"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"text/template"

	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/snippet"
)

// Package is an emitted package and its document.
type Package struct {
	Name, Path string
	Document   *api.Document
}

// call is a call in the program.
type call struct{ Package, Operation, Name, Fixture, Snippet string }

//go:embed program.go.tmpl
var program string

// Run renders all fixtures of requests as Go, and runs them in one program. Each must send what the emitted types make of
// the fixture.
func Run(t *testing.T, packages ...Package) {
	t.Helper()
	var calls []call //nolint:prealloc // of unknown number
	for _, found := range packages {
		calls = append(calls, callsOf(t, found)...)
	}
	require.NotEmpty(t, calls)
	file := filepath.Join(t.TempDir(), "main.go")
	source, err := os.Create(file) //nolint:gosec // in a folder of the test
	require.NoError(t, err)
	parsed := template.Must(template.New("").Parse(program))
	require.NoError(t, parsed.Execute(source, map[string]any{"Packages": packages, "Calls": calls}))
	require.NoError(t, source.Close())
	output, err := exec.CommandContext(t.Context(), "go", "run", file).CombinedOutput() //nolint:gosec // the file above
	require.NoError(t, err, "%s", output)
	t.Logf("calls: %d", len(calls))
}

func callsOf(t *testing.T, found Package) (calls []call) {
	t.Helper()
	for _, operation := range found.Document.Operations() {
		fixtures, err := found.Document.Fixtures(operation.Command, api.Requests)
		require.NoError(t, err)
		for _, fixture := range fixtures {
			name := strings.Join([]string{found.Name, operation.Command, fixture.Name}, "/")
			code, err := snippet.Go(found.Document, operation, fixture.Body, snippet.GoOptions{Package: found.Name})
			require.NoError(t, err, name)
			calls = append(calls, call{found.Name, operation.ID, name, string(fixture.Body), code})
		}
	}
	return calls
}
