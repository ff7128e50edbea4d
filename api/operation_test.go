package api_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
)

// TestDocument_idempotentOperations repeats the decision for each known command, since a wrong one makes the client
// repeat writes. Commands that are not listed here are not checked.
func TestDocument_idempotentOperations(t *testing.T) {
	document, err := api.Load()
	require.NoError(t, err)
	for want, commands := range map[bool]string{
		true: "friend_check friend_get friend_get_list black_list_get black_list_check group_get",
		false: "friend_add friend_import friend_update friend_delete friend_delete_all black_list_add black_list_delete " +
			"group_add group_delete",
	} {
		for command := range strings.FieldsSeq(commands) {
			operation, ok := document.Operation(command)
			require.True(t, ok, command)
			assert.Equal(t, want, operation.Idempotent, command)
		}
	}
}
