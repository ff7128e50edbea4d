package rest_test

import (
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
)

func result(account string, code gen.ErrorCode) gen.ResultItem {
	return gen.ResultItem{ToAccount: account, ResultCode: code}
}

func TestFailuresOfABatch(t *testing.T) {
	type failure struct {
		account string
		code    gen.ErrorCode
	}
	tests := map[string]struct {
		items   []gen.ResultItem
		listed  []string
		invalid []string
		want    []failure
		pending []string
	}{
		"no items":                            {},
		"no failure":                          {items: []gen.ResultItem{result("bob", 0)}},
		"one failure":                         {items: []gen.ResultItem{result("bob", 0), result("erin", 30002)}, listed: []string{"erin"}, want: []failure{{"erin", 30002}}},
		"one that no page documents":          {items: []gen.ResultItem{result("bob", 99999)}, want: []failure{{"bob", 99999}}},
		"one that is not listed":              {items: []gen.ResultItem{result("bob", 30001)}, want: []failure{{"bob", 30001}}},
		"one that is listed alone":            {listed: []string{"bob"}, want: []failure{{"bob", 0}}},
		"one that is listed as invalid":       {items: []gen.ResultItem{result("bob", 0)}, invalid: []string{"erin"}, want: []failure{{"erin", 0}}},
		"one that is listed twice":            {listed: []string{"erin", "erin"}, invalid: []string{"erin"}, want: []failure{{"erin", 0}}},
		"listed although its result is 0":     {items: []gen.ResultItem{result("bob", 0)}, listed: []string{"bob"}, want: []failure{{"bob", 0}}},
		"one account twice":                   {items: []gen.ResultItem{result("bob", 0), result("bob", 30001)}, listed: []string{"bob"}, want: []failure{{"bob", 30001}}},
		"two failures of one account":         {items: []gen.ResultItem{result("bob", 30006), result("bob", 30001)}, want: []failure{{"bob", 30006}, {"bob", 30001}}},
		"pending":                             {items: []gen.ResultItem{result("frank", 30539)}, pending: []string{"frank"}},
		"pending, and listed":                 {items: []gen.ResultItem{result("frank", 30539)}, listed: []string{"frank"}, pending: []string{"frank"}},
		"pending beside failed, in its order": {items: []gen.ResultItem{result("b", 30516), result("frank", 30539), result("a", 30006)}, want: []failure{{"b", 30516}, {"a", 30006}}, pending: []string{"frank"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			reply := gen.FriendAddResponse{ResultItem: test.items, FailAccount: test.listed, InvalidAccount: test.invalid}
			var got []failure
			for _, item := range reply.Failures() {
				got = append(got, failure{item.Account, item.Code})
			}
			assert.Equal(t, test.want, got)
			assert.Equal(t, test.pending, reply.Pending())
			assert.Equal(t, test.want != nil, reply.Err() != nil)
		})
	}
}

func TestAnErrorOfABatch(t *testing.T) {
	reply := gen.FriendAddResponse{
		ResultItem: []gen.ResultItem{
			result("bob", 0), {ToAccount: "erin", ResultCode: gen.CodeAccountMismatch, ResultInfo: "Err_SNS_Wrong"}, result("x", 12345),
		},
		FailAccount: []string{"listed"},
	}
	err := reply.Err()
	require.EqualError(t, err, `FriendAdd: 3 of 4 accounts failed: erin: error code 30002: the account does not belong to this app: `+
		`the service says "Err_SNS_Wrong"; x: error code 12345; listed: listed as failed, without a code`)
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

func TestAnErrorOfAHugeBatchIsShort(t *testing.T) {
	var reply gen.BlackListAddResponse
	for range 1000 {
		reply.ResultItem = append(reply.ResultItem, result("bob", gen.CodeWriteConflict))
	}
	text := reply.Err().Error()
	assert.Less(t, len(text), 3000)
	assert.Contains(t, text, "1000 of 1000 accounts failed")
	assert.ErrorIs(t, reply.Err(), gen.CodeWriteConflict)
}

// TestAFailureTellsNoSignature is of a server that repeats the request in what it says of an account.
func TestAFailureTellsNoSignature(t *testing.T) {
	signature := "eJw" + strings.Repeat("Ab0*-_", 20)
	reply := gen.FriendAddResponse{ResultItem: []gen.ResultItem{
		{ToAccount: "bob", ResultCode: 30006, ResultInfo: "bad usersig=" + signature + "&random=1"},
	}}
	failure := reply.Failures()[0]
	assert.Equal(t, "bad REDACTED&random=1", failure.Info)
	assert.NotContains(t, reply.Err().Error(), signature[3:40])
	listed := gen.FriendAddResponse{FailAccount: []string{signature}}
	assert.NotContains(t, listed.Err().Error(), signature[3:40])

	long := "Err_SNS_BlackListCheck_Check_Reverse_BlackList_Fail" // the longest of the vendor's samples
	reply.ResultItem[0].ResultInfo = long
	assert.Equal(t, long, reply.Failures()[0].Info)
}

func TestAFailureKeepsToOneLine(t *testing.T) {
	reply := gen.FriendAddResponse{ResultItem: []gen.ResultItem{
		{ToAccount: "bob\nlevel=INFO", ResultCode: 30006, ResultInfo: "a\nb"}, result("同学", 30006),
	}}
	text := reply.Err().Error()
	assert.NotContains(t, text, "\n")
	assert.Contains(t, text, `"bob\nlevel=INFO": error code`)
	assert.Contains(t, text, "; 同学: error code")
}

func TestAFailureIsAsLongAsIsWorthReading(t *testing.T) {
	reply := gen.FriendAddResponse{ResultItem: []gen.ResultItem{
		{ToAccount: "bob", ResultCode: 30006, ResultInfo: strings.Repeat("很长 ", 1<<20)},
	}}
	failure := reply.Failures()[0]
	assert.LessOrEqual(t, len(failure.Info), 64<<10)
	assert.Greater(t, len(failure.Info), 60<<10)
	assert.True(t, utf8.ValidString(failure.Info))
	assert.Less(t, len(failure.Error()), 3000)
}

func TestFailuresWithoutACatalogue(t *testing.T) {
	failures := rest.Failures(nil, []gen.ResultItem{result("bob", 30539)})
	assert.Equal(t, []*rest.ItemError{{Account: "bob", Code: 30539}}, failures)
	assert.Nil(t, rest.Pending(nil, []gen.ResultItem{result("bob", 30539)}))
}

func TestABatchWithoutItsResultsIsNoReply(t *testing.T) {
	const envelope = `"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"","ErrorDisplay":""}`
	tests := map[string]struct{ body, want string }{
		"with results":     {`{"ResultItem":[{"To_Account":"bob","ResultCode":0,"ResultInfo":""}],` + envelope, ""},
		"with none":        {`{"ResultItem":[],` + envelope, ""},
		"without":          {`{` + envelope, "ResultItem is missing"},
		"with null":        {`{"ResultItem":null,` + envelope, "ResultItem is missing"},
		"one without code": {`{"ResultItem":[{"To_Account":"bob","ResultCode":0},{"To_Account":"erin"}],` + envelope, "ResultItem: the code of element 1 is missing"},
		"one that is null": {`{"ResultItem":[null],` + envelope, "ResultItem: the code of element 0 is missing"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			client := newClient(t, func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, test.body) })
			reply, err := client.FriendDelete(t.Context(), gen.FriendDeleteRequest{FromAccount: "alice"})
			if test.want == "" {
				require.NoError(t, err)
				assert.NoError(t, reply.Err())
				return
			}
			require.ErrorIs(t, err, rest.ErrInvalidResponse)
			assert.ErrorContains(t, err, test.want)
			assert.Nil(t, reply)
		})
	}
}
