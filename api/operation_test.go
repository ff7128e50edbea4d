package api_test

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/signer"
)

// recorder is a limiter that keeps the operation and rejects the call.
type recorder struct{ operation rest.Operation }

func (r *recorder) Wait(_ context.Context, _ uint32, operation rest.Operation) (int, error) {
	r.operation = operation
	return 0, http.ErrAbortHandler
}

// TestClient_operationsMatchDocument compares the rest.Operation of each generated method with the document.
func TestClient_operationsMatchDocument(t *testing.T) {
	sign, err := signer.New(signer.Credentials{SDKAppID: 1, Identifier: "administrator", SecretKey: "key"})
	require.NoError(t, err)
	limiter := &recorder{}
	client, err := gen.NewClient(gen.Singapore, sign, rest.WithLimiter(limiter))
	require.NoError(t, err)
	document, err := api.Load()
	require.NoError(t, err)
	for _, operation := range document.Operations() {
		require.ErrorIs(t, callEmitted(t, client, operation, []byte("{}")), http.ErrAbortHandler)
		want := rest.Operation{ID: operation.ID, Path: operation.Path, RateLimit: operation.RateLimit, Idempotent: operation.Idempotent}
		assert.Equal(t, want, limiter.operation)
	}
}

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
