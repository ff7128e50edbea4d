package sandbox_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/tencentyun/tls-sig-api-v2-golang/tencentyun"

	"github.com/timsns/timsns"
	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/internal/corpus"
	"github.com/timsns/timsns/sandbox"
)

// sendExchange sends the request of an exchange over HTTP and returns the status and body of the response.
func sendExchange(t *testing.T, address string, exchange corpus.Exchange) (status int, body []byte) {
	t.Helper()
	sent := exchange.Request
	request, err := http.NewRequestWithContext(t.Context(), sent.Method, address+sent.Path+"?"+sent.Query, bytes.NewReader(sent.Body))
	require.NoError(t, err, exchange.Name)
	request.Header = sent.Header
	response, err := http.DefaultClient.Do(request)
	require.NoError(t, err, exchange.Name)
	body, err = io.ReadAll(response.Body)
	require.NoError(t, errors.Join(err, response.Body.Close()), exchange.Name)
	return response.StatusCode, body
}

// signedQuery returns the query of a valid request to the sandbox.
func signedQuery(t *testing.T, service *sandbox.Server) url.Values {
	t.Helper()
	credentials := service.Credentials()
	appID := int(credentials.SDKAppID)
	userSig, err := tencentyun.GenUserSig(appID, credentials.SecretKey, credentials.Identifier, 3600)
	require.NoError(t, err)
	return url.Values{
		"sdkappid": {strconv.Itoa(appID)}, "identifier": {credentials.Identifier}, "usersig": {userSig},
		"random": {"4294967295"}, "contenttype": {"json"},
	}
}

// malformed are the error codes of requests that cannot be understood.
var malformed = []gen.ErrorCode{
	gen.CodeInvalidParameter, gen.CodeMalformedURL, gen.CodeMalformedJSON, gen.CodeInvalidSDKAppID, gen.CodeInvalidResource,
	gen.CodeMissingSDKAppID, gen.CodeInvalidUserIDType, gen.CodeInvalidQueryParameter, gen.CodeUserSigEmpty,
}

// TestSandbox_readsCorpus sends the requests of all operations over HTTP. They are signed, unless the query is invalid.
func TestSandbox_readsCorpus(t *testing.T) {
	service, err := sandbox.Listen(sandbox.WithoutQuota())
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, service.Close()) })
	document, err := api.Open(timsns.Document, os.DirFS("../api/fixtures")) // with refused fixtures
	require.NoError(t, err)
	exchanges, err := corpus.Load(document, signedQuery(t, service))
	require.NoError(t, err)
	good, bad, accepted := 0, 0, map[string]int{}
	for _, exchange := range exchanges {
		switch {
		case exchange.Tested != api.Requests:
		case isAcceptedBySandbox(exchange, accepted):
			assertUnderstood(t, service, exchange)
		case exchange.Good, exchange.OnlyStrict: // the sandbox does not use strict mode
			good++
			assertUnderstood(t, service, exchange)
		default:
			bad++
			assertRejected(t, service, exchange)
		}
	}
	t.Logf("%d valid requests, %d invalid ones", good, bad)
	assert.Positive(t, good)
	assert.Positive(t, bad)
	for _, pattern := range acceptedBySandbox {
		assert.Positive(t, accepted[pattern], "the sandbox accepts no %s", pattern)
	}
}

// acceptedBySandbox matches invalid requests that the sandbox answers, since clients in the field send such.
var acceptedBySandbox = []string{
	`^requests/query/random: .*: the parameter is missing|^requests/query/random: .* is missing$`,
	`^requests/content type/a form: `,
}

func isAcceptedBySandbox(exchange corpus.Exchange, accepted map[string]int) bool {
	for _, pattern := range acceptedBySandbox {
		if !exchange.Good && regexp.MustCompile(pattern).MatchString(exchange.Case()) {
			accepted[pattern]++
			return true
		}
	}
	return false
}

// assertUnderstood checks that a valid request succeeds, or fails for a reason other than its form.
func assertUnderstood(t *testing.T, service *sandbox.Server, exchange corpus.Exchange) {
	t.Helper()
	status, body := sendExchange(t, service.Endpoint.URL, exchange)
	require.Equal(t, http.StatusOK, status, exchange.Name)
	response := decodeResponse(t, exchange, body)
	assert.False(t, slices.Contains(malformed, response.ErrorCode), "%s: %s", exchange.Name, response.ErrorInfo)
}

// assertRejected checks that an invalid request fails and is not carried out.
func assertRejected(t *testing.T, service *sandbox.Server, exchange corpus.Exchange) {
	t.Helper()
	before := service.Calls(exchange.Command)
	status, body := sendExchange(t, service.Endpoint.URL, exchange)
	assert.Equal(t, before, service.Calls(exchange.Command), "%s: %s: it was carried out", exchange.Name, exchange.Reason)
	if exchange.Request.Method == http.MethodHead {
		assert.Empty(t, body, "%s: a response to HEAD has no body", exchange.Name)
		return
	}
	if status >= http.StatusBadRequest && status < http.StatusInternalServerError {
		return // from net/http
	}
	response := decodeResponse(t, exchange, body)
	assert.Equal(t, gen.ActionStatusFail, response.ActionStatus, "%s: %s", exchange.Name, exchange.Reason)
	assert.NotZero(t, response.ErrorCode, exchange.Name)
	assert.NotEqual(t, gen.CodeAccountInternalError, response.ErrorCode, exchange.Name)
}

func decodeResponse(t *testing.T, exchange corpus.Exchange, body []byte) gen.ErrorResponse {
	t.Helper()
	var response gen.ErrorResponse
	require.NoError(t, json.Unmarshal(body, &response), "%s: %s", exchange.Name, body)
	return response
}
