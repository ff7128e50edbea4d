package api_test

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/sandbox"
	"github.com/timsns/timsns/signer"
)

// TestTheLiveServiceKeepsTheContract calls the commands that only read, with the credentials of the environment, and judges
// what the real service replies. It runs if TIMSNS_LIVE is 1.
func TestTheLiveServiceKeepsTheContract(t *testing.T) {
	if os.Getenv("TIMSNS_LIVE") != "1" {
		t.Skip("set TIMSNS_LIVE=1 and the credentials to call the real service")
	}
	sdkAppID, err := strconv.ParseUint(os.Getenv("TIMSNS_SDKAPPID"), 10, 32)
	require.NoError(t, err, "TIMSNS_SDKAPPID: want the number of the app")
	credentials := signer.Credentials{
		SDKAppID: uint32(sdkAppID), Identifier: os.Getenv("TIMSNS_IDENTIFIER"), SecretKey: os.Getenv("TIMSNS_SECRET_KEY"),
	}
	for _, server := range gen.Servers() {
		if strings.EqualFold(server.Name, os.Getenv("TIMSNS_SERVER")) {
			readAll(t, server, credentials)
			return
		}
	}
	require.Fail(t, "TIMSNS_SERVER: want the app's region")
}

// TestTheLiveTest runs the same calls against the sandbox, which keeps the contract, and shows that they are made.
func TestTheLiveTest(t *testing.T) {
	service := sandbox.Start(t)
	assert.GreaterOrEqual(t, readAll(t, service.Server, service.Credentials()), 6, "commands that read")
}

// readAll calls the commands that only read, on the administrator's own account, and returns how many there are.
func readAll(t *testing.T, server rest.Server, credentials signer.Credentials) (calls int) {
	t.Helper()
	recorder, told := newRecorder(t)
	sign, err := signer.New(credentials)
	require.NoError(t, err)
	client, err := rest.NewClient(server, sign, gen.LookupCode, rest.WithMiddleware(recorder.Wrap))
	require.NoError(t, err)
	defer client.CloseIdleConnections()
	document, err := api.Load()
	require.NoError(t, err)
	for _, operation := range document.Operations() {
		if !operation.Idempotent { // those that are only read
			continue
		}
		calls++
		callRaw(t, client, operation, credentials.Identifier)
	}
	assert.GreaterOrEqual(t, len(told.exchanges), calls)
	for _, verdict := range told.verdicts {
		assert.Empty(t, verdict.Findings, "%s %s", verdict.Command, verdict.Direction)
	}
	return calls
}

// callRaw makes the first request of the fixtures for an account. The service may answer that there is none: such a reply
// is judged like any other.
func callRaw(t *testing.T, client *rest.Client, operation *api.Operation, account string) {
	t.Helper()
	var request map[string]any
	require.NoError(t, json.Unmarshal(packetOr(t, operation, api.Requests, api.Responses, api.Fixture{}), &request))
	request["From_Account"] = account
	travelled := rest.Operation{ID: operation.ID, Path: operation.Path, RateLimit: operation.RateLimit, Idempotent: true}
	_, err := rest.Call[rest.RawResponse](t.Context(), client, travelled, request)
	var failure *rest.Error
	if err != nil && assert.ErrorAs(t, err, &failure) {
		assert.NotZero(t, failure.Code, "want a reply, got %v", err)
	}
}
