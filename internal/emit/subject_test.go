package emit_test

import (
	"os"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/internal/emit"
)

// foreign matches words of the document of this repository.
var foreign = regexp.MustCompile(`openapi\.yaml|\bgen\.|[Ff]riend|v4/sns`)

// TestFiles_haveTheWordsOfTheDocument emits the package under another name from another file.
func TestFiles_haveTheWordsOfTheDocument(t *testing.T) {
	document, err := os.ReadFile("testdata/paging/openapi.yaml")
	require.NoError(t, err)
	files, err := emit.Files("folder/book.yaml", document, "book")
	require.NoError(t, err)
	for name, file := range files {
		assert.Regexp(t, "^// Code generated from book.yaml by oapi-codegen .* DO NOT EDIT.\n", string(file), name)
		assert.Empty(t, foreign.FindAllString(string(file), -1), name)
	}
	client := string(files["client.gen.go"])
	assert.Contains(t, client, "\n// Package book is a typed client for Pages (v4/pages/*).\n//\n// Operations that return")
	assert.Contains(t, client, "\n//	client, err := book.NewClient(book.China, sign)\n")
	assert.Contains(t, client, "\n//	type fake struct{ book.API }\n")
	assert.NotContains(t, client, "Failures returns", "no operation takes a batch")
}
