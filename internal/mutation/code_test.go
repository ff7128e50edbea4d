package mutation_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns"
	"github.com/timsns/timsns/internal/mutation"
)

// withOwnFailure returns the document with a schema of failures that group_get alone has.
func withOwnFailure(t *testing.T) []byte {
	t.Helper()
	const command, schema, next = "  /v4/sns/group_get:\n", "    ErrorResponse:\n", "\n    ActionStatus:\n"
	before, after, isThere := strings.Cut(string(timsns.Document), command)
	require.True(t, isThere)
	after = strings.ReplaceAll(after, "#/components/schemas/ErrorResponse", "#/components/schemas/ListsErrorResponse")
	_, copied, isThere := strings.Cut(after, schema)
	require.True(t, isThere)
	copied, _, isThere = strings.Cut(copied, next)
	require.True(t, isThere)
	return []byte(before + command + strings.Replace(after, schema, "    ListsErrorResponse:\n"+copied+"\n"+schema, 1))
}

// TestComplete_ownFailure checks that a schema of failures needs no fixtures with the codes of commands that fail with
// another schema.
func TestComplete_ownFailure(t *testing.T) {
	folders := copyFixtures(t, "group_get")
	report := complete(t, withOwnFailure(t), folders, "group_get")
	assert.Empty(t, report.Unnoticed)
	assert.Contains(t, filesOf(report, mutation.Added), "failed-error-code-30007", "one of its own codes")
	assert.NotContains(t, filesOf(report, mutation.Added), "failed-error-code-30516", "a code of friend_add")
}
