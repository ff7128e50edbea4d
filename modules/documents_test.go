package modules_test

import (
	"os"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
)

// TestDocuments_shareWhatEveryPartHas checks that each document says the same as the root's about what answers before a
// command does: hosts, query parameters, and the codes of front ends and signatures.
func TestDocuments_shareWhatEveryPartHas(t *testing.T) {
	root, err := api.Load()
	require.NoError(t, err)
	rootCodes := frontEndCodes(t, "../openapi.yaml")
	for _, name := range documents {
		t.Run(name, func(t *testing.T) {
			document := open(name)
			assert.Equal(t, root.Servers(), document.Servers())
			assert.Equal(t, root.Parameters(), document.Parameters())
			assert.Equal(t, rootCodes, frontEndCodes(t, name+"/openapi.yaml"))
		})
	}
}

var frontEndCode = regexp.MustCompile(`- \{code: [67]\d{4},.*`)

// frontEndCodes returns the entries of a catalogue whose codes are 6xxxx and 7xxxx.
func frontEndCodes(t *testing.T, file string) []string {
	t.Helper()
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	found := frontEndCode.FindAllString(string(text), -1)
	require.NotEmpty(t, found)
	return found
}

// TestDocuments_areAll checks that no folder with a document is missing in the list of documents.
func TestDocuments_areAll(t *testing.T) {
	files, err := os.ReadDir(".")
	require.NoError(t, err)
	var folders []string
	for _, file := range files {
		if file.IsDir() {
			folders = append(folders, file.Name())
		}
	}
	assert.Equal(t, documents, folders)
}
