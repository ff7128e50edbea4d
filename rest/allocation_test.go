//go:build !race

// The race detector makes allocations of its own.

package rest_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/internal/testutil"
	"github.com/timsns/timsns/rest"
)

// responding returns a transport that sends the same body for each request.
func responding(body string) http.RoundTripper {
	header := http.Header{"Content-Type": {"application/json"}}
	return testutil.TransportFunc(func(request *http.Request) (*http.Response, error) {
		_ = request.Body.Close()
		return &http.Response{
			StatusCode: http.StatusOK, Header: header, Body: io.NopCloser(strings.NewReader(body)),
			ContentLength: int64(len(body)), Request: request,
		}, nil
	})
}

// allocations returns how many allocations a call with this response makes.
func allocations(t *testing.T, response string, call func(context.Context, *gen.Client) error) float64 {
	t.Helper()
	limiter, err := rest.NewLocalLimiter(1000) // so that no call has to wait
	require.NoError(t, err)
	client, err := gen.NewClient(gen.Singapore, testutil.NewSigner(t), rest.WithTransport(responding(response)), rest.WithLimiter(limiter))
	require.NoError(t, err)
	require.NoError(t, call(t.Context(), client), "the first call fills the pools")
	return testing.AllocsPerRun(20, func() { _ = call(t.Context(), client) })
}

func groupGet(ctx context.Context, client *gen.Client) error {
	_, err := client.GroupGet(ctx, gen.GroupGetRequest{FromAccount: "alice", NeedFriend: gen.NeedFriendTypeYes})
	return err
}

func friendGet(ctx context.Context, client *gen.Client) error {
	_, err := client.FriendGet(ctx, gen.FriendGetRequest{FromAccount: "alice"})
	return err
}

func friendDelete(ctx context.Context, client *gen.Client) error {
	_, err := client.FriendDelete(ctx, gen.FriendDeleteRequest{FromAccount: "alice", ToAccount: []string{"bob"}})
	return err
}

const (
	envelope = `"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"","ErrorDisplay":""}`
	deleted  = `{"ResultItem":[{"To_Account":"bob","ResultCode":0,"ResultInfo":""}],` + envelope
)

// membersResponse returns a response with a list of count members.
func membersResponse(count int) string {
	accounts := make([]string, count)
	for i := range accounts {
		accounts[i] = fmt.Sprintf(`"user_%020d"`, i)
	}
	return fmt.Sprintf(`{"ResultItem":[{"GroupName":"all","FriendNumber":%d,"To_Account":[%s]}],"CurrentSequence":1,`, count, strings.Join(accounts, ",")) + envelope
}

// friendsResponse returns a response with count friends, each with a tag of each type.
func friendsResponse(count int) string {
	friends := make([]string, count)
	for i := range friends {
		friends[i] = fmt.Sprintf(`{"To_Account":"user_%020d","ValueItem":[{"Tag":"Tag_SNS_IM_Group","Value":["family","work"]},`+
			`{"Tag":"Tag_SNS_IM_Remark","Value":"Remark %d"},{"Tag":"Tag_SNS_IM_AddTime","Value":%d}]}`, i, i, 1_700_000_000+i)
	}
	return fmt.Sprintf(`{"UserDataItem":[%s],"StandardSequence":1,"CustomSequence":1,"FriendNum":%d,"CompleteFlag":1,"NextStartIndex":0,`,
		strings.Join(friends, ","), count) + envelope
}

// TestCall_allocatesLittle limits the allocations of a call, so that a change that makes calls more expensive fails.
// The limits include three allocations of the transport, and are two above the count with Go 1.26, since net/http
// changes from release to release. docs/performance.md compares them with those of hand-written calls.
func TestCall_allocatesLittle(t *testing.T) {
	tests := map[string]struct {
		response string
		call     func(context.Context, *gen.Client) error
		most     float64
	}{
		"a read":         {success, groupGet, 34 + 2},
		"a write":        {deleted, friendDelete, 36 + 2},
		"a list of 1000": {membersResponse(1000), groupGet, 62 + 2},
		"a page of 100":  {friendsResponse(100), friendGet, 742 + 2},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			assert.LessOrEqual(t, allocations(t, test.response, test.call), test.most)
		})
	}
}

// TestCall_allocatesLittleForEachEntry limits the allocations for each further entry of a response.
func TestCall_allocatesLittleForEachEntry(t *testing.T) {
	tests := map[string]struct {
		response func(count int) string
		call     func(context.Context, *gen.Client) error
		most     float64
	}{
		"a friend with three tags": {friendsResponse, friendGet, 7.05},
		"a member of a list":       {membersResponse, groupGet, 0.03},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			few, many := 1000, 11_000
			difference := allocations(t, test.response(many), test.call) - allocations(t, test.response(few), test.call)
			assert.LessOrEqual(t, difference/float64(many-few), test.most)
		})
	}
}
