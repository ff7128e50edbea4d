package restimpl_test

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/rest/restimpl"
	"github.com/timsns/timsns/signer"
)

// newClient returns a client of a server that responds to each call with body.
func newClient(t *testing.T, body string) *gen.Client {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, body)
	}))
	t.Cleanup(server.Close)
	sign, err := signer.New(signer.Credentials{SDKAppID: 1400000000, Identifier: "administrator", SecretKey: "key"})
	require.NoError(t, err)
	client, err := gen.NewClient(rest.Server{URL: server.URL}, sign, rest.WithoutRetry())
	require.NoError(t, err)
	t.Cleanup(client.CloseIdleConnections)
	return client
}

func result(account string, code gen.ErrorCode) gen.ResultItem {
	return gen.ResultItem{ToAccount: account, ResultCode: code}
}

// failure has the fields of a rest.ItemError that tests compare.
type failure struct {
	account  string
	code     gen.ErrorCode
	noResult bool
}

func failuresOf(response interface{ Failures() []*rest.ItemError }) (failures []failure) {
	for _, item := range response.Failures() {
		failures = append(failures, failure{item.Account, item.Code, item.NoResult})
	}
	return failures
}

func TestBatch_Failures(t *testing.T) {
	tests := map[string]struct {
		items   []gen.ResultItem
		listed  []string
		invalid []string
		want    []failure
		pending []string
	}{
		"no items":      {},
		"all succeeded": {items: []gen.ResultItem{result("bob", 0)}},
		"a failure that is also listed": {
			items: []gen.ResultItem{result("bob", 0), result("erin", 30002)}, listed: []string{"erin"},
			want: []failure{{"erin", 30002, false}},
		},
		"an undocumented code": {
			items: []gen.ResultItem{result("bob", 99999)},
			want:  []failure{{"bob", 99999, false}},
		},
		"a failure that is not listed": {
			items: []gen.ResultItem{result("bob", 30001)},
			want:  []failure{{"bob", 30001, false}},
		},
		"an account that is only listed": {listed: []string{"bob"}, want: []failure{{"bob", 0, false}}},
		"an account that is listed as invalid": {
			items: []gen.ResultItem{result("bob", 0)}, invalid: []string{"erin"},
			want: []failure{{"erin", 0, false}},
		},
		"an account that is listed several times": {
			listed: []string{"erin", "erin"}, invalid: []string{"erin"},
			want: []failure{{"erin", 0, false}},
		},
		"an account that is listed although its result is 0": {
			items: []gen.ResultItem{result("bob", 0)}, listed: []string{"bob"},
			want: []failure{{"bob", 0, false}},
		},
		"a success and a failure of one account": {
			items: []gen.ResultItem{result("bob", 0), result("bob", 30001)}, listed: []string{"bob"},
			want: []failure{{"bob", 30001, false}},
		},
		"two failures of one account": {
			items: []gen.ResultItem{result("bob", 30006), result("bob", 30001)},
			want:  []failure{{"bob", 30006, false}, {"bob", 30001, false}},
		},
		"pending": {items: []gen.ResultItem{result("frank", 30539)}, pending: []string{"frank"}},
		"pending and listed": {
			items: []gen.ResultItem{result("frank", 30539)}, listed: []string{"frank"},
			pending: []string{"frank"},
		},
		"pending between failures": {
			items:   []gen.ResultItem{result("b", 30516), result("frank", 30539), result("a", 30006)},
			want:    []failure{{"b", 30516, false}, {"a", 30006, false}},
			pending: []string{"frank"},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			response := gen.FriendAddResponse{
				ResultItem: test.items, FailAccount: test.listed, InvalidAccount: test.invalid,
			}
			assert.Equal(t, test.want, failuresOf(&response))
			assert.Equal(t, test.pending, response.Pending())
			assert.Equal(t, test.want != nil, response.Err() != nil)
		})
	}
}

func TestBatch_withoutCatalogue(t *testing.T) {
	batch := restimpl.Batch{Results: []restimpl.Result{{Account: "bob", Code: 30539}}}
	assert.Equal(t, []*rest.ItemError{{Account: "bob", Code: 30539}}, batch.Failures(nil))
	assert.Nil(t, batch.Pending(nil))
}

const envelope = `"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"","ErrorDisplay":""}`

// TestBatch_missing compares responses with the accounts of the request.
func TestBatch_missing(t *testing.T) {
	bob := `{"To_Account":"bob","ResultCode":0,"ResultInfo":""}`
	erin := `{"To_Account":"erin","ResultCode":30001,"ResultInfo":""}`
	tests := map[string]struct {
		results, lists string
		want           []failure
	}{
		"all results":                     {bob + "," + erin, "", []failure{{"erin", 30001, false}}},
		"all results, in another order":   {erin + "," + bob, "", []failure{{"erin", 30001, false}}},
		"no results":                      {"", "", []failure{{"bob", 0, true}, {"erin", 0, true}}},
		"one result":                      {bob, "", []failure{{"erin", 0, true}}},
		"one result and a listed account": {bob, `"Fail_Account":["erin"],`, []failure{{"erin", 0, false}}},
		"one result twice":                {bob + "," + bob, "", []failure{{"erin", 0, true}}},
		"a result of another account": {
			bob + `,{"To_Account":"mallory","ResultCode":0,"ResultInfo":""}`, "", []failure{{"erin", 0, true}},
		},
		"a result without an account": {bob + `,{"ResultCode":0}`, "", []failure{{"erin", 0, true}}},
		"another account is listed": {
			bob, `"Fail_Account":["mallory"],`, []failure{{"mallory", 0, false}, {"erin", 0, true}},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			client := newClient(t, fmt.Sprintf(`{"ResultItem":[%s],%s`, test.results, test.lists)+envelope)
			ids, err := client.BlackListAdd(t.Context(), gen.BlackListAddRequest{ToAccount: []string{"bob", "erin"}})
			require.NoError(t, err)
			assert.Equal(t, test.want, failuresOf(ids))
			objects, err := client.FriendAdd(t.Context(), gen.FriendAddRequest{
				AddFriendItem: []gen.FriendAddItem{{ToAccount: "bob"}, {ToAccount: "erin"}},
			})
			require.NoError(t, err)
			assert.Equal(t, test.want, failuresOf(objects))
			assert.Error(t, objects.Err())
		})
	}
}

func TestBatch_missingOfSeveralCalls(t *testing.T) {
	client := newClient(t, `{"ResultItem":[{"To_Account":"user1","ResultCode":0,"ResultInfo":""}],`+envelope)
	response, err := client.BlackListAddAll(t.Context(), gen.BlackListAddRequest{ToAccount: userIDs(1002)})
	require.NoError(t, err)
	failures := response.Failures()
	require.Len(t, failures, 1001)
	assert.Equal(t, "user1001", failures[1000].Account)
	batch, ok := errors.AsType[*rest.BatchError](response.Err())
	require.True(t, ok)
	assert.Equal(t, 1003, batch.Total, "two results and the accounts without any")
}

func TestMissing_repeatedAccount(t *testing.T) {
	toResult := func(account *string) restimpl.Result { return restimpl.Result{Account: *account} }
	missing := restimpl.Missing([]string{"a", "b", "a", "c", "b"}, restimpl.UserID, []string{"a"}, toResult)
	assert.Equal(t, []string{"b", "c"}, missing)
}

func TestBatch_Err(t *testing.T) {
	response := gen.FriendAddResponse{
		ResultItem: []gen.ResultItem{
			result("bob", 0),
			{ToAccount: "erin", ResultCode: gen.CodeAccountMismatch, ResultInfo: "Err_SNS_Wrong"},
			result("x", 12345),
		},
		FailAccount: []string{"listed"},
	}
	err := response.Err()
	require.EqualError(t, err, `FriendAdd: 3 of 4 accounts failed: `+
		`erin: error code 30002: the account does not belong to this app: the service says "Err_SNS_Wrong"; `+
		`x: error code 12345; listed: listed as failed, without a code`)
	require.ErrorIs(t, err, gen.CodeAccountMismatch)
	require.ErrorIs(t, err, gen.ErrorCode(12345))
	assert.NotErrorIs(t, err, gen.CodeAccountNotFound)

	batch, ok := errors.AsType[*rest.BatchError](err)
	require.True(t, ok)
	assert.Equal(t, "import the account first, and check its spelling", batch.Failures[0].Advice)
	item, ok := errors.AsType[*rest.ItemError](err)
	require.True(t, ok)
	assert.Equal(t, "erin", item.Account)
	assert.NoError(t, errors.Unwrap(batch.Failures[2]))
}

func TestBatch_Err_isShort(t *testing.T) {
	var response gen.BlackListAddResponse
	for range 1000 {
		response.ResultItem = append(response.ResultItem, result("bob", gen.CodeWriteConflict))
	}
	text := response.Err().Error()
	assert.Less(t, len(text), 3000)
	assert.Contains(t, text, "1000 of 1000 accounts failed")
	assert.ErrorIs(t, response.Err(), gen.CodeWriteConflict)
}

func TestItemError_isOneLine(t *testing.T) {
	response := gen.FriendAddResponse{ResultItem: []gen.ResultItem{
		{ToAccount: "bob\nlevel=INFO", ResultCode: 30006, ResultInfo: "a\nb"}, result("同学", 30006),
	}}
	text := response.Err().Error()
	assert.NotContains(t, text, "\n")
	assert.Contains(t, text, `"bob\nlevel=INFO": error code`)
	assert.Contains(t, text, "; 同学: error code")
}

func TestItemError_isShort(t *testing.T) {
	info := strings.Repeat("很长 ", 1<<20)
	response := gen.FriendAddResponse{ResultItem: []gen.ResultItem{
		{ToAccount: "bob", ResultCode: 30006, ResultInfo: info},
	}}
	failure := response.Failures()[0]
	assert.Equal(t, info, failure.Info)
	assert.Less(t, len(failure.Error()), 3000)
}

func TestItemError_withoutResult(t *testing.T) {
	err := &rest.ItemError{Account: "bob", NoResult: true}
	assert.EqualError(t, err, "bob: the response has no result for the account")
	assert.NoError(t, errors.Unwrap(err))
}

func TestResponse_requiresContents(t *testing.T) {
	const withoutCode = `{"ResultItem":[{"To_Account":"bob","ResultCode":0},{"To_Account":"erin"}],` + envelope
	tests := map[string]struct{ body, want string }{
		"results":                 {`{"ResultItem":[{"To_Account":"bob","ResultCode":0,"ResultInfo":""}],` + envelope, ""},
		"an empty array":          {`{"ResultItem":[],` + envelope, ""},
		"no array":                {`{` + envelope, "ResultItem is missing"},
		"null":                    {`{"ResultItem":null,` + envelope, "ResultItem is missing"},
		"a result without code":   {withoutCode, "ResultCode is missing"},
		"its position":            {withoutCode, "/ResultItem/1"},
		"a result with code null": {`{"ResultItem":[{"ResultCode":null}],` + envelope, "want an integer, got null"},
		"a result that is null":   {`{"ResultItem":[null],` + envelope, "want an object, got null"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			client := newClient(t, test.body)
			response, err := client.FriendDelete(t.Context(), gen.FriendDeleteRequest{FromAccount: "alice"})
			if test.want == "" {
				require.NoError(t, err)
				assert.NoError(t, response.Err())
				return
			}
			require.ErrorIs(t, err, rest.ErrInvalidResponse)
			assert.ErrorContains(t, err, test.want)
			assert.Nil(t, response)
		})
	}
}

// TestResponse_requiresContentsOfReads covers operations that are not batches.
func TestResponse_requiresContentsOfReads(t *testing.T) {
	client := newClient(t, `{`+envelope)
	_, err := client.GroupGet(t.Context(), gen.GroupGetRequest{})
	require.ErrorContains(t, err, "ResultItem is missing")
	_, err = client.FriendGet(t.Context(), gen.FriendGetRequest{})
	require.ErrorContains(t, err, "StandardSequence is missing")
	for _, err = range client.FriendGetPages(t.Context(), gen.FriendGetRequest{}) {
		require.ErrorIs(t, err, rest.ErrInvalidResponse)
	}
	require.ErrorContains(t, err, "StandardSequence is missing")
	for _, err = range client.BlackListGetPages(t.Context(), gen.BlackListGetRequest{}) {
		require.ErrorIs(t, err, rest.ErrInvalidResponse)
	}
	require.ErrorContains(t, err, "BlackListItem is missing")
	_, err = client.FriendDeleteAll(t.Context(), gen.FriendDeleteAllRequest{})
	require.NoError(t, err, "its responses have no contents")

	client = newClient(t, `{"CurrentSequence":3,`+envelope)
	lists, err := client.GroupGet(t.Context(), gen.GroupGetRequest{})
	require.NoError(t, err, "part of the contents is enough")
	assert.Equal(t, int64(3), lists.CurrentSequence)

	client = newClient(t, `{"StandardSequence":0,"CustomSequence":0,"FriendNum":0,"CompleteFlag":1,"NextStartIndex":0,`+envelope)
	pages := 0
	for page, err := range client.FriendGetPages(t.Context(), gen.FriendGetRequest{}) {
		require.NoError(t, err, "a user without friends")
		assert.Nil(t, page.UserDataItem)
		pages++
	}
	assert.Equal(t, 1, pages)

	client = newClient(t, `{"UserDataItem":[],`+envelope)
	_, err = client.FriendGet(t.Context(), gen.FriendGetRequest{})
	require.NoError(t, err, "an optional array is enough, too")
}

func TestResponse_rejectsNullInArray(t *testing.T) {
	client := newClient(t, `{"ResultItem":[null],"UserDataItem":[{"ValueItem":[null]}],"BlackListItem":[null],`+
		`"CurrentSequence":3,`+envelope)
	_, err := client.GroupGet(t.Context(), gen.GroupGetRequest{})
	require.ErrorContains(t, err, `"/ResultItem/0": want an object, got null`)
	_, err = client.FriendGet(t.Context(), gen.FriendGetRequest{})
	require.ErrorContains(t, err, `"/UserDataItem/0/ValueItem/0": want an object, got null`)
	_, err = client.BlackListGet(t.Context(), gen.BlackListGetRequest{})
	require.ErrorContains(t, err, `"/BlackListItem/0": want an object, got null`)
}

// TestResponse_keepsOtherNulls covers null in places other than arrays of objects.
func TestResponse_keepsOtherNulls(t *testing.T) {
	client := newClient(t, `{"UserDataItem":[{"To_Account":"null","ValueItem":[`+
		`{"Tag":"a","Value":null},{"Tag":"b","Value":["c",null]}]}],"Other":[null],`+envelope)
	response, err := client.FriendGet(t.Context(), gen.FriendGetRequest{})
	require.NoError(t, err)
	assert.Equal(t, "null", response.UserDataItem[0].ToAccount)
	assert.Equal(t, "null", response.UserDataItem[0].ValueItem[0].Value.String())
	assert.Equal(t, `["c",null]`, response.UserDataItem[0].ValueItem[1].Value.String())
}
