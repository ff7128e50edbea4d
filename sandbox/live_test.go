package sandbox_test

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/api/traffic"
	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/sandbox"
	"github.com/timsns/timsns/signer"
)

// TestLiveService calls the commands that only read, with the credentials of the environment, and validates the
// responses of the real service. It runs if TIMSNS_LIVE is 1.
func TestLiveService(t *testing.T) {
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

// TestLiveService_sandbox makes the same calls to the sandbox, to check that TestLiveService makes calls.
func TestLiveService_sandbox(t *testing.T) {
	service := sandbox.Start(t)
	assert.GreaterOrEqual(t, readAll(t, service.Endpoint, service.Credentials()), 6, "commands that read")
}

// newRecorder returns a recorder and what it has reported.
func newRecorder(t *testing.T) (*traffic.Recorder, *[]traffic.Result) {
	t.Helper()
	reported := &[]traffic.Result{}
	recorder, err := traffic.NewRecorder(func(_ traffic.Exchange, results []traffic.Result) {
		*reported = append(*reported, results...)
	})
	require.NoError(t, err)
	return recorder, reported
}

// readAll calls the commands that only read, for the administrator's account, and returns the number of calls.
func readAll(t *testing.T, server rest.Server, credentials signer.Credentials) (calls int) {
	t.Helper()
	recorder, reported := newRecorder(t)
	sign, err := signer.New(credentials)
	require.NoError(t, err)
	client, err := rest.NewClient(server, sign, gen.LookupCode, rest.WithMiddleware(recorder.Wrap))
	require.NoError(t, err)
	defer client.CloseIdleConnections()
	document, err := api.Load()
	require.NoError(t, err)
	for _, operation := range document.Operations() {
		if !operation.Idempotent { // it may write
			continue
		}
		calls++
		callRaw(t, client, document, operation, credentials.Identifier)
	}
	assert.GreaterOrEqual(t, len(*reported), 2*calls, "requests and responses")
	for _, result := range *reported {
		assert.Empty(t, result.Violations, "%s %s", result.Command, result.Direction)
	}
	return calls
}

// callRaw sends the basic request for an account, in the place of the document's own. The service may respond that the
// account does not exist, which is as good as any other response.
func callRaw(
	t *testing.T, client *rest.Client, document *api.Document, operation *api.Operation, account string,
) {
	t.Helper()
	sample, own := strconv.Quote(document.SampleAccount()), strconv.Quote(account)
	request := jsontext.Value(strings.ReplaceAll(requestOf(t, document, operation, sample), sample, own))
	described := rest.Operation{ID: operation.ID, Path: operation.Path, RateLimit: operation.RateLimit, Idempotent: true}
	_, err := rest.Call[rest.RawResponse](t.Context(), client, described, request)
	var failure *rest.Error
	if err != nil && assert.ErrorAs(t, err, &failure) {
		assert.NotZero(t, failure.Code, "want a response, got %v", err)
	}
}

// requestOf returns a fixture that contains the sample account, the basic one if possible.
func requestOf(t *testing.T, document *api.Document, operation *api.Operation, sample string) string {
	t.Helper()
	fixtures, err := document.Fixtures(operation.Command, api.Requests)
	require.NoError(t, err)
	require.NotEmpty(t, fixtures, operation.Command)
	rank := func(fixture api.Fixture) (rank int) {
		if strings.Contains(string(fixture.Body), sample) {
			rank += 2
		}
		if fixture.Name == "basic" {
			rank++
		}
		return rank
	}
	return string(slices.MaxFunc(fixtures, func(a, b api.Fixture) int { return rank(a) - rank(b) }).Body)
}
