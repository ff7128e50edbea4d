// Package stock_test calls the sandbox with a client that oapi-codegen generates with its own templates.
package stock_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/timsns/timsns/.ci/languages/generators/testdata/stock/client"

	"github.com/timsns/timsns/sandbox"
	"github.com/timsns/timsns/signer"
)

func TestClient_GroupGet(t *testing.T) {
	running := sandbox.Start(t, sandbox.WithoutQuota())
	sign, err := signer.New(running.Credentials())
	require.NoError(t, err)
	edit, err := sign.RequestEditor(running.Endpoint.URL)
	require.NoError(t, err)
	caller, err := client.NewClientWithResponses(running.Endpoint.URL, client.WithRequestEditorFn(edit))
	require.NoError(t, err)

	response, err := caller.GroupGetWithResponse(t.Context(), client.GroupGetRequest{FromAccount: "alice"})
	require.NoError(t, err)
	value, err := response.JSON200.ValueByDiscriminator()
	require.NoError(t, err)
	require.IsType(t, client.GroupGetResponse{}, value)
	assert.NotEmpty(t, value.(client.GroupGetResponse).ResultItem)

	response, err = caller.GroupGetWithResponse(t.Context(), client.GroupGetRequest{FromAccount: "nobody"})
	require.NoError(t, err)
	value, err = response.JSON200.ValueByDiscriminator()
	require.NoError(t, err)
	require.IsType(t, client.ErrorResponse{}, value)
	assert.EqualValues(t, 30003, value.(client.ErrorResponse).ErrorCode)
}
