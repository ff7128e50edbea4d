package sandbox_test

import (
	"encoding/json"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/tencentyun/tls-sig-api-v2-golang/tencentyun"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/sandbox"
)

// exchange is a request to a sandbox, which tests modify.
type exchange struct {
	method, path, body string
	query              url.Values
	header             http.Header
}

const basic = `{"From_Account":"id","LastSequence":0}`

func newSandbox(t *testing.T) *sandbox.Sandbox {
	t.Helper()
	service, err := sandbox.New()
	require.NoError(t, err)
	return service
}

// newUserSig returns a UserSig that expires after 60 seconds.
func newUserSig(t *testing.T, app int, key, identifier string) string {
	t.Helper()
	userSig, err := tencentyun.GenUserSig(app, key, identifier, 60)
	require.NoError(t, err)
	return userSig
}

// newExchange returns a request that succeeds.
func newExchange(t *testing.T, service *sandbox.Sandbox) *exchange {
	t.Helper()
	credentials := service.Credentials()
	return &exchange{
		method: http.MethodPost, path: "/v4/sns/group_get", body: basic,
		query: url.Values{
			"sdkappid": {"1400000000"}, "identifier": {credentials.Identifier},
			"usersig": {newUserSig(t, 1400000000, credentials.SecretKey, credentials.Identifier)},
			"random":  {"4294967295"}, "contenttype": {"json"},
		},
	}
}

// send returns the response to a group_get request, which must be valid.
func (e *exchange) send(t *testing.T, service http.Handler) gen.ErrorResponse {
	t.Helper()
	body, response := e.serve(t, service)
	strict, err := api.LoadStrict()
	require.NoError(t, err)
	operation, _ := strict.Operation("group_get")
	require.NoError(t, operation.ValidateResponse(body), string(body))
	return response
}

// serve returns the body of the response, and its envelope.
func (e *exchange) serve(t *testing.T, service http.Handler) ([]byte, gen.ErrorResponse) {
	t.Helper()
	recorder := httptest.NewRecorder()
	request := httptest.NewRequestWithContext(
		t.Context(), e.method, e.path+"?"+e.query.Encode(), strings.NewReader(e.body),
	)
	maps.Copy(request.Header, e.header)
	service.ServeHTTP(recorder, request)
	assert.Equal(t, http.StatusOK, recorder.Code, "the status is 200 even for errors")
	assert.Equal(t, "application/json", recorder.Header().Get("Content-Type"))
	var response gen.ErrorResponse
	require.NoError(t, json.Unmarshal(recorder.Body.Bytes(), &response))
	return recorder.Body.Bytes(), response
}

func TestSandbox_rejectsInvalidRequests(t *testing.T) {
	service := newSandbox(t)
	key := service.Credentials().SecretKey
	tests := map[string]struct {
		change func(*exchange)
		code   gen.ErrorCode
		info   string
	}{
		"a valid request": {func(*exchange) {}, 0, ""},
		"an unknown path": {
			func(e *exchange) { e.path = "/v4/sns/group_put" }, gen.CodeInvalidResource, "/v4/sns/group_put",
		},
		"a path in capitals": {
			func(e *exchange) { e.path = "/v4/sns/Group_Get" }, gen.CodeInvalidResource, "no command",
		},
		"GET": {
			func(e *exchange) { e.method = http.MethodGet }, gen.CodeMalformedURL, "want the method POST, got GET",
		},
		"no sdkappid": {func(e *exchange) { e.query.Del("sdkappid") }, gen.CodeMissingSDKAppID, "sdkappid"},
		"sdkappid not a number": {
			func(e *exchange) { e.query.Set("sdkappid", "app") }, gen.CodeInvalidSDKAppID, "sdkappid",
		},
		"sdkappid of another app": {
			func(e *exchange) { e.query.Set("sdkappid", "1400000001") }, gen.CodeAppNotFound, "sdkappid",
		},
		"no identifier": {
			func(e *exchange) { e.query.Del("identifier") }, gen.CodeInvalidCredentials, "identifier",
		},
		"no usersig":       {func(e *exchange) { e.query.Del("usersig") }, gen.CodeUserSigEmpty, "usersig"},
		"an empty usersig": {func(e *exchange) { e.query.Set("usersig", "") }, gen.CodeUserSigEmpty, "usersig"},
		"an unreadable usersig": {
			func(e *exchange) { e.query.Set("usersig", "rubbish") }, gen.CodeUserSigInvalid, "usersig",
		},
		"a truncated usersig": {
			func(e *exchange) { e.query.Set("usersig", e.query.Get("usersig")[:40]) }, gen.CodeUserSigInvalid, "usersig",
		},
		"a usersig of another key": {
			func(e *exchange) { e.query.Set("usersig", newUserSig(t, 1400000000, "other", "administrator")) },
			gen.CodeUserSigKeyMismatch, "usersig",
		},
		"a usersig of another user": {
			func(e *exchange) { e.query.Set("usersig", newUserSig(t, 1400000000, key, "alice")) },
			gen.CodeUserSigIdentifierMismatch, "usersig",
		},
		"a usersig of another app": {
			func(e *exchange) { e.query.Set("usersig", newUserSig(t, 1400000001, key, "administrator")) },
			gen.CodeUserSigSDKAppIDMismatch, "usersig",
		},
		"not an administrator": {func(e *exchange) {
			e.query.Set("identifier", "alice")
			e.query.Set("usersig", newUserSig(t, 1400000000, key, "alice"))
		}, gen.CodeAdminRequired, "identifier"},
		"no random":       {func(e *exchange) { e.query.Del("random") }, 0, ""},
		"an empty random": {func(e *exchange) { e.query.Set("random", "") }, gen.CodeMalformedURL, "random"},
		"neither random nor contenttype": {func(e *exchange) {
			e.query.Del("random")
			e.query.Del("contenttype")
		}, gen.CodeInvalidQueryParameter, "contenttype"},
		"random beyond 32 bits": {
			func(e *exchange) { e.query.Set("random", "4294967296") }, gen.CodeMalformedURL, "random",
		},
		"random negative": {func(e *exchange) { e.query.Set("random", "-1") }, gen.CodeMalformedURL, "random"},
		"no contenttype": {
			func(e *exchange) { e.query.Del("contenttype") }, gen.CodeInvalidQueryParameter, "contenttype",
		},
		"contenttype xml": {
			func(e *exchange) { e.query.Set("contenttype", "xml") }, gen.CodeInvalidQueryParameter, "contenttype",
		},
		"an empty body": {func(e *exchange) { e.body = "" }, gen.CodeMalformedJSON, "not valid JSON"},
		"invalid JSON":  {func(e *exchange) { e.body = "{" }, gen.CodeMalformedJSON, "not valid JSON"},
		"an empty object": {
			func(e *exchange) { e.body = "{}" }, gen.CodeInvalidParameter, "From_Account: property",
		},
		"an integer written as a fraction": {
			func(e *exchange) { e.body = `{"From_Account":"id","LastSequence":0.0}` }, 0, "",
		},
		"an integer too small for a floating-point number": {
			func(e *exchange) { e.body = `{"From_Account":"id","LastSequence":1e-999}` }, gen.CodeInvalidParameter,
			"a value in the body is out of range",
		},
		"a field of the wrong type": {
			func(e *exchange) { e.body = `{"From_Account":"id","LastSequence":"0"}` }, gen.CodeInvalidParameter,
			"LastSequence: value must be an integer",
		},
		"a field beyond its limit": {
			func(e *exchange) { e.body = `{"From_Account":"id","LastSequence":0,"GroupName":[""]}` }, gen.CodeInvalidParameter,
			"GroupName/0: minimum string length is 1",
		},
		"a body beyond 4 MiB": {
			func(e *exchange) { e.body = basic + strings.Repeat(" ", 4<<20) + "garbage" }, gen.CodeMalformedURL,
			"at most 4194304 bytes",
		},
		"a duplicate name": {
			func(e *exchange) { e.body = `{"From_Account":"id","From_Account":"id","LastSequence":0}` },
			gen.CodeInvalidParameter, "duplicate",
		},
		"invalid UTF-8": {
			func(e *exchange) { e.body = "{\"From_Account\":\"\xff\",\"LastSequence\":0}" }, gen.CodeInvalidParameter, "UTF-8",
		},
		"an unknown account": {
			func(e *exchange) { e.body = `{"From_Account":"nobody","LastSequence":0}` }, gen.CodeAccountNotFound, "From_Account",
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			exchange := newExchange(t, service)
			test.change(exchange)
			response := exchange.send(t, service)
			assert.Equal(t, test.code, response.ErrorCode, response.ErrorInfo)
			assert.Contains(t, response.ErrorInfo, test.info)
			if userSig := exchange.query.Get("usersig"); userSig != "" {
				assert.NotContains(t, response.ErrorInfo, userSig)
			}
		})
	}
}

func TestSandbox_userSigExpires(t *testing.T) {
	service := newSandbox(t)
	synctest.Test(t, func(t *testing.T) {
		exchange := newExchange(t, service)
		time.Sleep(60 * time.Second)
		assert.Zero(t, exchange.send(t, service).ErrorCode, "at its last second")
		time.Sleep(time.Second)
		assert.Equal(t, gen.CodeUserSigExpired, exchange.send(t, service).ErrorCode)
	})
}
