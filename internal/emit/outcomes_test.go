package emit_test

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/emit"
	"github.com/timsns/timsns/internal/emit/testdata/outcomes"
	"github.com/timsns/timsns/internal/testutil"
	"github.com/timsns/timsns/rest"
)

//go:generate go run ../../cmd/timsns-generate --document testdata/outcomes/openapi.yaml --output testdata/outcomes

func TestFiles_emitOutcomes(t *testing.T) {
	document, err := os.ReadFile("testdata/outcomes/openapi.yaml")
	require.NoError(t, err)
	files, err := emit.Files("openapi.yaml", document, "outcomes")
	require.NoError(t, err)
	compareWith(t, "testdata/outcomes", files)
}

// respond returns a client of a service that sends the same response to each request.
func respond(t *testing.T, body string) *outcomes.Client {
	t.Helper()
	return outcomesClient(t, func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, body) })
}

func outcomesClient(t *testing.T, handler http.HandlerFunc) *outcomes.Client {
	t.Helper()
	client, err := outcomes.NewClient(outcomes.China, testutil.NewSigner(t), rest.WithTransport(testutil.Transport(handler)))
	require.NoError(t, err)
	return client
}

// TestEnvelope_ofOtherDocuments calls operations whose responses lack fields of the envelope or have another status.
func TestEnvelope_ofOtherDocuments(t *testing.T) {
	plain := func(c *outcomes.Client) error {
		_, err := c.GetTime(t.Context(), outcomes.GetTimeRequest{})
		return err
	}
	messages := func(c *outcomes.Client) error {
		_, err := c.SendMessages(t.Context(), outcomes.SendMessagesRequest{})
		return err
	}
	accounts := func(c *outcomes.Client) error {
		_, err := c.ImportAccounts(t.Context(), outcomes.ImportAccountsRequest{})
		return err
	}
	const failed = ": error code 40001: a parameter is wrong"
	tests := map[string]struct {
		call       func(*outcomes.Client) error
		body, want string // want is the beginning of the error
	}{
		"no status, a success":         {plain, `{"ErrorCode":0,"Time":7}`, ""},
		"no status, a failure":         {plain, `{"ErrorCode":40001}`, "GetTime" + failed},
		"no status, no code":           {plain, `{"Time":7}`, "GetTime: invalid response: "},
		"no status, an undeclared one": {plain, `{"ActionStatus":"FAIL","ErrorCode":0}`, ""},
		"some errors":                  {messages, `{"ActionStatus":"SomeError","ErrorCode":0,"ErrorInfo":""}`, ""},
		"no errors":                    {messages, `{"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""}`, ""},
		"some errors with a code": {
			messages, `{"ActionStatus":"SomeError","ErrorCode":40001,"ErrorInfo":""}`,
			"SendMessages: error code 40001: invalid response: ActionStatus is SomeError although ErrorCode is not 0",
		},
		"an unknown status": {
			messages, `{"ActionStatus":"AllError","ErrorCode":0,"ErrorInfo":""}`,
			"SendMessages: invalid response: ActionStatus is neither OK, SomeError nor FAIL",
		},
		"some errors where there can be none": {
			accounts, `{"ActionStatus":"SomeError","ErrorCode":0}`,
			"ImportAccounts: invalid response: ActionStatus is neither OK nor FAIL",
		},
		"a failure without texts": {accounts, `{"ActionStatus":"FAIL","ErrorCode":40001}`, "ImportAccounts" + failed},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			err := test.call(respond(t, test.body))
			if test.want == "" {
				require.NoError(t, err)
				return
			}
			require.ErrorContains(t, err, test.want)
		})
	}
}

// TestFailures_ofOtherDocuments reads results of other names and forms.
func TestFailures_ofOtherDocuments(t *testing.T) {
	const envelope = `"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""}`
	type batch interface{ Err() error }
	names := []string{"a", "b"}
	groups := func(c *outcomes.Client) (batch, error) {
		return c.GetGroups(t.Context(), outcomes.GetGroupsRequest{GroupIdList: names})
	}
	messages := func(c *outcomes.Client) (batch, error) {
		return c.SendMessages(t.Context(), outcomes.SendMessagesRequest{ToAccount: names})
	}
	accounts := func(c *outcomes.Client) (batch, error) {
		four := make([]outcomes.NewAccount, 4)
		return c.ImportAccountsAll(t.Context(), outcomes.ImportAccountsRequest{AccountList: four})
	}
	deletes := func(c *outcomes.Client) (batch, error) {
		return c.DeleteMembers(t.Context(), outcomes.DeleteMembersRequest{Members: names})
	}
	adds := func(c *outcomes.Client) (batch, error) {
		return c.AddMembers(t.Context(), outcomes.AddMembersRequest{Members: names})
	}
	tests := map[string]struct {
		call       func(*outcomes.Client) (batch, error)
		body, want string // want is the text of Err
	}{
		"a code in each item": {
			groups, `{"GroupInfo":[{"GroupId":"a","ErrorCode":0},{"GroupId":"b","ErrorCode":40001,"ErrorInfo":"no group"}],` + envelope,
			`GetGroups: 1 of 2 accounts failed: b: error code 40001: a parameter is wrong: the service says "no group"`,
		},
		"no items": {
			groups, `{` + envelope, `GetGroups: 2 of 2 accounts failed: a: the response has no result for the account; ` +
				`b: the response has no result for the account`,
		},
		"results of failures only": {
			messages, `{"ErrorList":[{"To_Account":"b","ErrorCode":40002}],` + envelope,
			`SendMessages: 1 of 2 accounts failed: b: error code 40002: an account is wrong`,
		},
		"a failure with the code of a success": {
			messages, `{"ErrorList":[{"To_Account":"b","ErrorCode":0}],` + envelope,
			`SendMessages: 1 of 2 accounts failed: b: listed as failed, without a code`,
		},
		"no failures": {messages, `{` + envelope, ""},
		"names of failures only, of two calls": {
			accounts, `{"FailAccounts":["b"],` + envelope,
			`ImportAccounts: 1 of 4 accounts failed: b: listed as failed, without a code`,
		},
		"words": {
			deletes, `{"ResultList":[{"Member_Account":"a","Result":"absent"},{"Member_Account":"b","Result":"denied"}],` + envelope,
			`DeleteMembers: 1 of 2 accounts failed: b: the service reports "denied"`,
		},
		"numbers beside refusals": {
			adds, `{"MemberList":[{"Member_Account":"a","Result":0,"Text":"full"}],"Refused":[{"To_Account":"b","ErrorCode":40001}],` + envelope,
			`AddMembers: 2 of 2 accounts failed: a: the service reports "0": the service says "full"; ` +
				`b: error code 40001: a parameter is wrong`,
		},
		"numbers of successes": {
			adds, `{"MemberList":[{"Member_Account":"a","Result":1},{"Member_Account":"b","Result":2}],` + envelope, "",
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			response, err := test.call(respond(t, test.body))
			require.NoError(t, err)
			if test.want == "" {
				require.NoError(t, response.Err())
				return
			}
			require.EqualError(t, response.Err(), test.want)
		})
	}
}

func TestResult_requiresItsStatus(t *testing.T) {
	var word outcomes.DeletedMember
	require.NoError(t, json.Unmarshal([]byte(`{"Member_Account":"a","Result":"ok"}`), &word))
	assert.Equal(t, outcomes.DeletedMember{MemberAccount: "a", Result: "ok"}, word)
	for _, body := range []string{`{}`, `{"Result":null}`, `{"Result":""}`} {
		require.ErrorContains(t, json.Unmarshal([]byte(body), &word), "Result is missing", body)
	}
	var number outcomes.AddedMember
	require.NoError(t, json.Unmarshal([]byte(`{"Member_Account":"a","Result":0}`), &number))
	for _, body := range []string{`{}`, `{"Result":null}`} {
		require.ErrorContains(t, json.Unmarshal([]byte(body), &number), "Result is missing", body)
	}
	client := respond(t, `{"ResultList":[{"Member_Account":"a"}],"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""}`)
	_, err := client.DeleteMembers(t.Context(), outcomes.DeleteMembersRequest{})
	require.ErrorIs(t, err, rest.ErrInvalidResponse)
	assert.ErrorContains(t, err, `within "/ResultList/0": Result is missing`)
}

// TestCall_isRepeatedWithItsKey counts the attempts of calls of a service that fails after a delay.
func TestCall_isRepeatedWithItsKey(t *testing.T) {
	tests := map[string]struct {
		request outcomes.SendMessagesRequest
		delay   time.Duration // of each response
		want    int
	}{
		"both parts of the key":        {outcomes.SendMessagesRequest{MsgSeq: 1, MsgKey: "k"}, 0, 4},
		"one part":                     {outcomes.SendMessagesRequest{MsgSeq: 1}, 0, 1},
		"no key":                       {outcomes.SendMessagesRequest{}, 0, 1},
		"a key that is forgotten soon": {outcomes.SendMessagesRequest{MsgSeq: 1, MsgKey: "k"}, 9 * time.Second, 3},
		"a key that is forgotten":      {outcomes.SendMessagesRequest{MsgSeq: 1, MsgKey: "k"}, 21 * time.Second, 1},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				attempts := 0
				client := outcomesClient(t, func(w http.ResponseWriter, r *http.Request) {
					attempts++
					wait(r.Context(), test.delay)
					w.WriteHeader(http.StatusServiceUnavailable)
				})
				_, err := client.SendMessages(t.Context(), test.request, rest.WithAttemptTimeout(time.Minute))
				require.Error(t, err)
				assert.Equal(t, test.want, attempts)
				if test.delay > 0 {
					assert.ErrorContains(t, err, "the time in which the service recognizes a repeated request")
				}
			})
		})
	}
}

// wait ends after the delay or with the context. In a bubble of synctest it takes no time.
func wait(ctx context.Context, delay time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(delay):
	}
}

// TestOperation_ofOtherDocuments validates responses that are told apart by their status, or by their code.
func TestOperation_ofOtherDocuments(t *testing.T) {
	text, err := os.ReadFile("testdata/outcomes/openapi.yaml")
	require.NoError(t, err)
	document, err := api.Open(text, nil)
	require.NoError(t, err)
	tests := map[string]struct{ command, body, want string }{
		"a success by its code":       {"get_time", `{"ErrorCode":0,"Time":7}`, ""},
		"a failure by its code":       {"get_time", `{"ErrorCode":40001}`, ""},
		"a success without contents":  {"get_time", `{"ErrorCode":0}`, `property "Time" is missing`},
		"no code":                     {"get_time", `{"Time":7}`, `property "ErrorCode" is missing`},
		"a code that is no number":    {"get_time", `{"ErrorCode":"0"}`, `value must be an integer`},
		"some errors":                 {"send_messages", `{"ActionStatus":"SomeError","ErrorCode":0,"ErrorInfo":""}`, ""},
		"another status":              {"import_accounts", `{"ActionStatus":"SomeError","ErrorCode":0}`, "not one of the allowed values"},
		"a failure of another schema": {"import_accounts", `{"ActionStatus":"FAIL","ErrorCode":40001}`, ""},
		"a failure without its text":  {"get_groups", `{"ActionStatus":"FAIL","ErrorCode":40001}`, `property "ErrorInfo" is missing`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			operation, isKnown := document.Operation(test.command)
			require.True(t, isKnown)
			err := operation.ValidateResponse([]byte(test.body))
			if test.want == "" {
				require.NoError(t, err)
				return
			}
			require.ErrorContains(t, err, test.want)
		})
	}
	operation, _ := document.Operation("send_messages")
	assert.Equal(t, []string{"MsgSeq", "MsgKey"}, operation.IdempotencyKey)
	assert.Equal(t, 20*time.Second, operation.RepeatWithin)
	assert.False(t, operation.Idempotent)
	for request, want := range map[string]bool{
		`{"MsgSeq":1,"MsgKey":"k"}`: true, `{"MsgSeq":1}`: false, `{"MsgSeq":0,"MsgKey":"k"}`: false,
		`{"MsgSeq":1,"MsgKey":""}`: false, `{"MsgSeq":1,"MsgKey":null}`: false, `7`: false,
	} {
		assert.Equal(t, want, operation.IsIdempotent([]byte(request)), request)
	}
}
