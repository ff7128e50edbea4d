package sandbox_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/internal/corpus"
	"github.com/timsns/timsns/sandbox"
)

// sendExchange sends the request of an exchange over HTTP and returns status and body of the response.
func sendExchange(t *testing.T, address string, exchange corpus.Exchange) (status int, body []byte) {
	t.Helper()
	sent := exchange.Request
	url := address + sent.Path + "?" + sent.Query
	request, err := http.NewRequestWithContext(t.Context(), sent.Method, url, bytes.NewReader(sent.Body))
	require.NoError(t, err, exchange.Name)
	request.Header = sent.Header
	response, err := http.DefaultClient.Do(request)
	require.NoError(t, err, exchange.Name)
	body, err = io.ReadAll(response.Body)
	require.NoError(t, errors.Join(err, response.Body.Close()), exchange.Name)
	return response.StatusCode, body
}

// malformed are the codes for requests that are not valid, whatever they ask for.
var malformed = []gen.ErrorCode{
	gen.CodeInvalidParameter, gen.CodeMalformedURL, gen.CodeMalformedJSON, gen.CodeInvalidSDKAppID,
	gen.CodeInvalidResource, gen.CodeMissingSDKAppID, gen.CodeInvalidUserIDType, gen.CodeInvalidQueryParameter,
	gen.CodeUserSigEmpty,
}

// TestSandbox_validatesCorpusRequests sends valid and invalid requests of all operations over HTTP. The signatures are
// valid, except where the query is the invalid part.
func TestSandbox_validatesCorpusRequests(t *testing.T) {
	service, err := sandbox.Listen(sandbox.WithoutQuota())
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, service.Close()) })
	exchanges, err := corpus.Load(newExchange(t, service.Sandbox).query)
	require.NoError(t, err)
	good, bad := 0, 0
	for _, exchange := range exchanges {
		switch {
		case exchange.Tested != api.Requests:
		case exchange.Good, exchange.OnlyClosed: // the sandbox allows undeclared properties
			good++
			assertAccepted(t, service, exchange)
		default:
			bad++
			assertRejected(t, service, exchange)
		}
	}
	t.Logf("%d valid and %d invalid requests", good, bad)
	assert.Positive(t, good)
	assert.Positive(t, bad)
}

// assertAccepted asserts that a valid request succeeds, or fails only because of the state.
func assertAccepted(t *testing.T, service *sandbox.Server, exchange corpus.Exchange) {
	t.Helper()
	status, body := sendExchange(t, service.Endpoint.URL, exchange)
	require.Equal(t, http.StatusOK, status, exchange.Name)
	response := decodeResponse(t, exchange, body)
	assert.False(t, slices.Contains(malformed, response.ErrorCode), "%s: %s", exchange.Name, response.ErrorInfo)
}

// assertRejected asserts that an invalid request fails and is not executed.
func assertRejected(t *testing.T, service *sandbox.Server, exchange corpus.Exchange) {
	t.Helper()
	before := service.Calls(exchange.Command)
	status, body := sendExchange(t, service.Endpoint.URL, exchange)
	assert.Equal(t, before, service.Calls(exchange.Command), "%s: %s: it was executed", exchange.Name, exchange.Reason)
	if exchange.Request.Method == http.MethodHead {
		assert.Empty(t, body, "%s: a response to HEAD has no body", exchange.Name)
		return
	}
	if status >= http.StatusBadRequest && status < http.StatusInternalServerError {
		return // net/http rejected it
	}
	response := decodeResponse(t, exchange, body)
	assert.Equal(t, gen.ActionStatusFail, response.ActionStatus, "%s: %s", exchange.Name, exchange.Reason)
	assert.NotZero(t, response.ErrorCode, exchange.Name)
	assert.NotEqual(t, gen.CodeInternalError, response.ErrorCode, exchange.Name)
}

func decodeResponse(t *testing.T, exchange corpus.Exchange, body []byte) gen.ErrorResponse {
	t.Helper()
	var response gen.ErrorResponse
	require.NoError(t, json.Unmarshal(body, &response), "%s: %s", exchange.Name, body)
	return response
}
