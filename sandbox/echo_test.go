package sandbox_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/sandbox"
)

// TestWithDocument_outcomes calls operations that report outcomes in other ways than those of this module's document.
// They have no fixtures but the examples, all of them for alice or group a.
func TestWithDocument_outcomes(t *testing.T) {
	text, err := os.ReadFile("../internal/emit/testdata/outcomes/openapi.yaml")
	require.NoError(t, err)
	document, err := api.Parse(text)
	require.NoError(t, err)
	const ok, members = `"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""}`, `{"Members":["bob","carol"]}`
	tests := map[string]struct{ command, body, want string }{
		"codes in items": {
			"get_groups", `{"GroupIdList":["b","c"]}`,
			`{"GroupInfo":[{"GroupId":"b","ErrorCode":0,"ErrorInfo":""},{"GroupId":"c","ErrorCode":0,"ErrorInfo":""}],` + ok,
		},
		"words in items": {
			"delete_members", members,
			`{"ResultList":[{"Member_Account":"bob","Result":"ok"},{"Member_Account":"carol","Result":"ok"}],` + ok,
		},
		"numbers in items": {
			"add_members", members,
			`{"MemberList":[{"Member_Account":"bob","Result":1},{"Member_Account":"carol","Result":1}],` + ok,
		},
		"no accounts":                {"get_groups", `{"GroupIdList":[]}`, `{"GroupInfo":[],` + ok},
		"results of failures":        {"send_messages", `{"To_Account":["bob"]}`, `{"ActionStatus":"SomeError","ErrorCode":0,"ErrorInfo":""}`},
		"names of failures":          {"import_accounts", `{"AccountList":[{"UserID":"bob"}]}`, `{"ActionStatus":"OK","ErrorCode":0}`},
		"the example itself":         {"import_accounts", `{"AccountList":[{"UserID":"alice"}]}`, `{"ActionStatus":"OK","ErrorCode":0,"FailAccounts":["alice"]}`},
		"no batch":                   {"get_time", `{"Key":"a"}`, `{"Time":7,"ErrorCode":0}`},
		"a failure without a status": {"get_time", `{"Key":""}`, `{"ErrorCode":40001}`},
		"a failure without a text":   {"import_accounts", `{}`, `{"ActionStatus":"FAIL","ErrorCode":40002}`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			service, err := sandbox.New(sandbox.WithDocument(document))
			require.NoError(t, err)
			operation, ok := document.Operation(test.command)
			require.True(t, ok)
			exchange := newExchange(t, service)
			exchange.path, exchange.body = operation.Path, test.body
			got, _ := exchange.serve(t, service)
			assert.JSONEq(t, test.want, string(got))
			assert.NoError(t, operation.ValidateResponse(got))
		})
	}
}

// TestWithDocument_fixtureOfNoSuccess calls a batch whose only fixture has no result of a success to copy.
func TestWithDocument_fixtureOfNoSuccess(t *testing.T) {
	text, err := os.ReadFile("../internal/emit/testdata/outcomes/openapi.yaml")
	require.NoError(t, err)
	for name, fixture := range map[string]string{
		"a failure":    `{"GroupInfo":[{"GroupId":"a","ErrorCode":40001}],"ActionStatus":"OK","ErrorCode":0}`,
		"no results":   `{"ActionStatus":"OK","ErrorCode":0}`,
		"null results": `{"GroupInfo":null,"ActionStatus":"OK","ErrorCode":0}`,
	} {
		t.Run(name, func(t *testing.T) {
			fixtures := fstest.MapFS{"get_groups/responses/only.json": {Data: []byte(fixture)}}
			document, err := api.Open(text, fixtures)
			require.NoError(t, err)
			service, err := sandbox.New(sandbox.WithDocument(document))
			require.NoError(t, err)
			exchange := newExchange(t, service)
			exchange.path, exchange.body = "/v4/outcomes/get_groups", `{"GroupIdList":["b"]}`
			got, _ := exchange.serve(t, service)
			assert.JSONEq(t, fixture, string(got))
		})
	}
}

// TestWithDocument_allAccounts calls a batch whose accounts are optional, without any: it is about all that there are.
func TestWithDocument_allAccounts(t *testing.T) {
	text, err := os.ReadFile("../internal/emit/testdata/outcomes/openapi.yaml")
	require.NoError(t, err)
	document, err := api.Parse([]byte(strings.Replace(string(text), "      required: [GroupIdList]\n", "", 1)))
	require.NoError(t, err)
	service, err := sandbox.New(sandbox.WithDocument(document))
	require.NoError(t, err)
	exchange := newExchange(t, service)
	exchange.path, exchange.body = "/v4/outcomes/get_groups", `{}`
	got, _ := exchange.serve(t, service)
	assert.Contains(t, string(got), `"GroupId":"a"`)
}
