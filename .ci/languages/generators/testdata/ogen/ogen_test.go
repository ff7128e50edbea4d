// Package ogen_test calls the sandbox with a client that ogen generates.
package ogen_test

import (
	"context"
	"net/http"
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/timsns/timsns/.ci/languages/generators/testdata/ogen/client"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/sandbox"
	"github.com/timsns/timsns/signer"
)

// signing signs requests. The security source below leaves the query empty.
type signing func(ctx context.Context, request *http.Request) error

func (s signing) Do(request *http.Request) (*http.Response, error) {
	request.URL.RawQuery = ""
	if err := s(request.Context(), request); err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(request)
}

type unsigned struct{}

func (unsigned) Contenttype(context.Context, client.OperationName) (client.Contenttype, error) {
	return client.Contenttype{}, nil
}

func (unsigned) Identifier(context.Context, client.OperationName) (client.Identifier, error) {
	return client.Identifier{}, nil
}

func (unsigned) Random(context.Context, client.OperationName) (client.Random, error) {
	return client.Random{}, nil
}

func (unsigned) Sdkappid(context.Context, client.OperationName) (client.Sdkappid, error) {
	return client.Sdkappid{}, nil
}

func (unsigned) Usersig(context.Context, client.OperationName) (client.Usersig, error) {
	return client.Usersig{}, nil
}

func TestClient_hasAllOperations(t *testing.T) {
	document, err := api.Load()
	require.NoError(t, err)
	for _, operation := range document.Operations() {
		_, ok := reflect.TypeFor[*client.Client]().MethodByName(operation.ID)
		assert.True(t, ok, operation.ID)
	}
}

func TestClient_GroupGet(t *testing.T) {
	running := sandbox.Start(t, sandbox.WithoutQuota())
	sign, err := signer.New(running.Credentials())
	require.NoError(t, err)
	edit, err := sign.RequestEditor(running.Endpoint.URL)
	require.NoError(t, err)
	caller, err := client.NewClient(running.Endpoint.URL, unsigned{}, client.WithClient(signing(edit)))
	require.NoError(t, err)

	response, err := caller.GroupGet(t.Context(), &client.GroupGetRequest{FromAccount: "alice"})
	require.NoError(t, err)
	assert.True(t, response.IsGroupGetResponse())
	assert.NotEmpty(t, response.GroupGetResponse.ResultItem)

	response, err = caller.GroupGet(t.Context(), &client.GroupGetRequest{FromAccount: "nobody"})
	require.NoError(t, err)
	require.True(t, response.IsErrorResponse())
	assert.EqualValues(t, 30003, response.ErrorResponse.ErrorCode)
}
