package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns"
	"github.com/timsns/timsns/api"
)

func TestEnlarge(t *testing.T) {
	for _, operations := range []int{1, 15, 16, 47} {
		enlarged, ids, err := enlarge(timsns.Document, operations)
		require.NoError(t, err)
		document, err := api.Parse(enlarged)
		require.NoError(t, err, "the document is valid, and all that it refers to is there")
		assert.Len(t, document.Operations(), operations)
		assert.Len(t, ids, operations)
	}
	document, _, err := enlarge(timsns.Document, 31)
	require.NoError(t, err)
	parsed, err := api.Parse(document)
	require.NoError(t, err)
	copied, isThere := parsed.Operation("black_list_add_0002")
	require.True(t, isThere)
	assert.NoError(t, copied.ValidateRequest([]byte(`{"From_Account":"alice","To_Account":["bob"]}`)), "a copy takes what the original does")
	assert.Error(t, copied.ValidateRequest([]byte(`{"From_Account":"alice"}`)))
}

func TestEnlargeWantsADocument(t *testing.T) {
	for name, text := range map[string]string{"no YAML": "\t", "no paths": "openapi: 3.0.3"} {
		t.Run(name, func(t *testing.T) {
			_, _, err := enlarge([]byte(text), 15)
			assert.ErrorContains(t, err, "the document")
		})
	}
}

// TestGenerateCommands is of the lines that emit each file of the client.
func TestGenerateCommands(t *testing.T) {
	commands, err := generateCommands("../../generate.go")
	require.NoError(t, err)
	assert.Len(t, commands, 6)
	for _, arguments := range commands {
		assert.Contains(t, arguments, "openapi.yaml")
	}
	_, err = generateCommands("document.go")
	assert.ErrorContains(t, err, "document.go: want lines that run")
}
