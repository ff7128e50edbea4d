package sandbox_test

import (
	"bytes"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/sandbox"
	"github.com/timsns/timsns/signer"
)

// otherDocument returns the document of another service in strict mode.
func otherDocument(t *testing.T) *api.Document {
	t.Helper()
	text, err := os.ReadFile("testdata/account/openapi.yaml")
	require.NoError(t, err)
	document, err := api.Open(text, os.DirFS("testdata/account/packets"))
	require.NoError(t, err)
	strict, err := document.Strict()
	require.NoError(t, err)
	return strict
}

const (
	ann     = `{"UserID":"ann","ResultCode":0,"ResultInfo":"","AccountStatus":"Imported"}`
	success = `"ActionStatus":"OK","ErrorCode":0}`
)

func TestWithDocument(t *testing.T) {
	document := otherDocument(t)
	const check, remove = "/v4/im_open_login_svc/account_check", "/v4/im_open_login_svc/account_delete"
	tests := map[string]struct{ path, body, want string }{
		"a fixture": {check, `{"CheckItem":[{"UserID":"ann"}]}`, `{"ResultItem":[` + ann + `],` + success},
		"a fixture that is not basic": {
			check, ` {"CheckItem":[{"UserID":"zoe"}]}`,
			`{"ResultItem":[{"UserID":"zoe","ResultCode":70402,"ResultInfo":"no such account"}],` + success,
		},
		"other accounts": {
			check, `{"CheckItem":[{"UserID":"bob"}]}`,
			`{"ResultItem":[{"UserID":"bob","ResultCode":0,"ResultInfo":"","AccountStatus":"Imported"}],` + success,
		},
		"an unknown property": {check, `{"CheckItem":[{"UserID":"ann"}],"New":1}`, `{"ActionStatus":"FAIL","ErrorCode":70402,"ErrorInfo":"New: property \"New\" is unsupported"}`},
		"an invalid body":     {check, `{}`, `{"ActionStatus":"FAIL","ErrorCode":70402,"ErrorInfo":"CheckItem: property \"CheckItem\" is missing"}`},
		"an invalid body of an operation with a code of its own": {
			remove, `{}`, `{"ActionStatus":"FAIL","ErrorCode":40006,"ErrorInfo":"UserID: property \"UserID\" is missing"}`,
		},
		"no fixtures": {
			remove, `{"UserID":"ann"}`,
			`{"ActionStatus":"FAIL","ErrorCode":60009,"ErrorInfo":"the sandbox has no fixtures of account_delete"}`,
		},
		"a path of the embedded document": {
			"/v4/sns/group_get", `{}`,
			`{"ActionStatus":"FAIL","ErrorCode":60009,"ErrorInfo":"no command has the path /v4/sns/group_get"}`,
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			service, err := sandbox.New(sandbox.WithDocument(document))
			require.NoError(t, err)
			exchange := newExchange(t, service)
			exchange.path, exchange.body = test.path, test.body
			got, _ := exchange.serve(t, service)
			assert.JSONEq(t, test.want, string(got))
			if operation, ok := document.OperationAt(test.path); ok {
				assert.NoError(t, operation.ValidateResponse(got))
			}
		})
	}
}

func TestWithDocument_limitsItsOperations(t *testing.T) {
	service, err := sandbox.New(sandbox.WithDocument(otherDocument(t)))
	require.NoError(t, err)
	exchange := newExchange(t, service)
	exchange.path, exchange.body = "/v4/im_open_login_svc/account_delete", `{}`
	_, first := exchange.serve(t, service)
	assert.EqualValues(t, 40006, first.ErrorCode)
	_, second := exchange.serve(t, service)
	assert.Equal(t, gen.CodeRateLimitExceeded, second.ErrorCode)
	assert.Contains(t, second.ErrorInfo, "more than 1 calls in a second")
}

// TestWithDocument_withoutCode calls a service whose document does not say which code a bad body has.
func TestWithDocument_withoutCode(t *testing.T) {
	text, err := os.ReadFile("testdata/account/openapi.yaml")
	require.NoError(t, err)
	document, err := api.Parse(bytes.Replace(text, []byte("x-sandbox:"), []byte("x-other:"), 1))
	require.NoError(t, err)
	service, err := sandbox.New(sandbox.WithDocument(document))
	require.NoError(t, err)
	exchange := newExchange(t, service)
	exchange.path, exchange.body = "/v4/im_open_login_svc/account_check", `{}`
	_, response := exchange.serve(t, service)
	assert.Equal(t, gen.CodeMalformedJSON, response.ErrorCode)
}

// TestWithDocument_embedded checks that the embedded document has its behaviours even if it is passed.
func TestWithDocument_embedded(t *testing.T) {
	document, err := api.Load()
	require.NoError(t, err)
	service, err := sandbox.New(sandbox.WithDocument(document))
	require.NoError(t, err)
	service.AddToList("zoe", "rowing", "ann")
	exchange := newExchange(t, service)
	exchange.body = `{"From_Account":"zoe","LastSequence":0}`
	got, _ := exchange.serve(t, service)
	assert.Contains(t, string(got), "rowing")
}

func TestWithDocument_nil(t *testing.T) {
	_, err := sandbox.New(sandbox.WithDocument(nil))
	assert.EqualError(t, err, "sandbox: WithDocument: want a document, got nil")
}

// TestWithDocument_oneSignerForAll calls the sandboxes of two documents with one signer and one limiter, each through a
// client that has the codes of its document.
func TestWithDocument_oneSignerForAll(t *testing.T) {
	document := otherDocument(t)
	friends := sandbox.Start(t)
	accounts := sandbox.Start(t, sandbox.WithDocument(document), sandbox.WithCredentials(friends.Credentials()))
	sign, err := signer.New(friends.Credentials())
	require.NoError(t, err)
	limiter, err := rest.NewLocalLimiter(1)
	require.NoError(t, err)
	first, err := gen.NewClient(friends.Endpoint, sign, rest.WithLimiter(limiter))
	require.NoError(t, err)
	second, err := rest.NewClient(accounts.Endpoint, sign, document.LookupCode, rest.WithLimiter(limiter))
	require.NoError(t, err)
	_, err = first.GroupGet(t.Context(), gen.GroupGetRequest{FromAccount: "alice"})
	require.NoError(t, err)
	_, err = rest.Call[rest.RawResponse](t.Context(), second, rest.Operation{
		ID: "AccountDelete", Path: "/v4/im_open_login_svc/account_delete", RateLimit: 1,
	}, map[string]string{})
	var failed *rest.Error
	require.ErrorAs(t, err, &failed)
	assert.Equal(t, "the account could not be deleted", failed.Meaning)
}
