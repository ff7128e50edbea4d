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

// sendExchange sends the request of an exchange over HTTP and returns status and body of the answer.
func sendExchange(t *testing.T, address string, exchange corpus.Exchange) (status int, answer []byte) {
	t.Helper()
	sent := exchange.Request
	request, err := http.NewRequestWithContext(t.Context(), sent.Method, address+sent.Path+"?"+sent.Query, bytes.NewReader(sent.Body))
	require.NoError(t, err, exchange.Name)
	request.Header = sent.Header
	response, err := http.DefaultClient.Do(request)
	require.NoError(t, err, exchange.Name)
	answer, err = io.ReadAll(response.Body)
	require.NoError(t, errors.Join(err, response.Body.Close()), exchange.Name)
	return response.StatusCode, answer
}

// malformed are the codes that say that the request could not be understood, whatever it asks for.
var malformed = []gen.ErrorCode{
	gen.CodeInvalidParameter, gen.CodeMalformedURL, gen.CodeMalformedJSON, gen.CodeInvalidSDKAppID, gen.CodeInvalidResource,
	gen.CodeMissingSDKAppID, gen.CodeInvalidUserIDType, gen.CodeInvalidQueryParameter, gen.CodeUserSigEmpty,
}

// TestASandboxJudgesRequestsAsTheCorpusDoes sends the requests of all operations over HTTP, signed rightly unless the
// query is at fault.
func TestASandboxJudgesRequestsAsTheCorpusDoes(t *testing.T) {
	service, err := sandbox.Listen(sandbox.WithoutQuota())
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, service.Close()) })
	exchanges, err := corpus.Load(newExchange(t, service.Sandbox).query)
	require.NoError(t, err)
	good, bad := 0, 0
	for _, exchange := range exchanges {
		switch {
		case exchange.Tested != api.Requests:
		case exchange.Good, exchange.OnlyClosed: // the sandbox judges by the document, which is open
			good++
			assertUnderstood(t, service, exchange)
		default:
			bad++
			assertRefused(t, service, exchange)
		}
	}
	t.Logf("%d requests that the document allows, %d bad ones", good, bad)
	assert.Positive(t, good)
	assert.Positive(t, bad)
}

// assertUnderstood holds that the answer to a request that the document allows is a success, or a failure for what it asks for.
func assertUnderstood(t *testing.T, service *sandbox.Running, exchange corpus.Exchange) {
	t.Helper()
	status, answer := sendExchange(t, service.Server.URL, exchange)
	require.Equal(t, http.StatusOK, status, exchange.Name)
	reply := decodeAnswer(t, exchange, answer)
	assert.False(t, slices.Contains(malformed, reply.ErrorCode), "%s: %s", exchange.Name, reply.ErrorInfo)
}

// assertRefused holds that the answer to a bad request is a failure, and that nothing was carried out.
func assertRefused(t *testing.T, service *sandbox.Running, exchange corpus.Exchange) {
	t.Helper()
	before := service.Calls(exchange.Command)
	status, answer := sendExchange(t, service.Server.URL, exchange)
	assert.Equal(t, before, service.Calls(exchange.Command), "%s: %s: it was carried out", exchange.Name, exchange.Reason)
	if exchange.Request.Method == http.MethodHead {
		assert.Empty(t, answer, "%s: no answer to HEAD has a body", exchange.Name)
		return
	}
	if status >= http.StatusBadRequest && status < http.StatusInternalServerError {
		return // net/http refused it
	}
	reply := decodeAnswer(t, exchange, answer)
	assert.Equal(t, gen.ActionStatusFail, reply.ActionStatus, "%s: %s", exchange.Name, exchange.Reason)
	assert.NotZero(t, reply.ErrorCode, exchange.Name)
	assert.NotEqual(t, gen.CodeInternalError, reply.ErrorCode, exchange.Name)
}

func decodeAnswer(t *testing.T, exchange corpus.Exchange, answer []byte) gen.ErrorResponse {
	t.Helper()
	var reply gen.ErrorResponse
	require.NoError(t, json.Unmarshal(answer, &reply), "%s: %s", exchange.Name, answer)
	return reply
}
