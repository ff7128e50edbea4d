package mutation_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/internal/mutation"
)

// TestComplete_unions completes the fixtures of a document that has a union within itself.
func TestComplete_unions(t *testing.T) {
	document, err := os.ReadFile("../emit/testdata/chat/openapi.yaml")
	require.NoError(t, err)
	report := complete(t, document, mutation.FoldersOf(t.TempDir()), "echo")
	assert.Empty(t, report.Stale)
	for _, edit := range report.Unnoticed {
		assert.Fail(t, "unnoticed", edit.String())
	}
	assert.Contains(t, filesOf(report, mutation.Added), "text-missing")
	assert.Contains(t, filesOf(report, mutation.Added), "width-missing")
}
