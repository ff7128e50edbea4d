package timsns_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestGenerate_templates checks that the template folders named in generate.go exist: the generator silently uses its
// own templates in place of a missing one.
func TestGenerate_templates(t *testing.T) {
	source, err := os.ReadFile("generate.go")
	require.NoError(t, err)
	var folders []string
	for line := range strings.Lines(string(source)) {
		if _, arguments, isFound := strings.Cut(line, " -templates "); isFound {
			folders = append(folders, strings.Fields(arguments)[0])
		}
	}
	require.NotEmpty(t, folders)
	for _, folder := range folders {
		assert.FileExists(t, filepath.Join(folder, "imports.tmpl"))
	}
}
