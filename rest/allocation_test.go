//go:build !race

// The race detector allocates by itself.

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

// replying is a transport that replies with the same body to each request.
func replying(body string) http.RoundTripper {
	header := http.Header{"Content-Type": {"application/json"}}
	return testutil.TransportFunc(func(request *http.Request) (*http.Response, error) {
		_ = request.Body.Close()
		return &http.Response{
			StatusCode: http.StatusOK, Header: header, Body: io.NopCloser(strings.NewReader(body)),
			ContentLength: int64(len(body)), Request: request,
		}, nil
	})
}

// allocations returns how many allocations a call makes that gets this reply.
func allocations(t *testing.T, reply string, call func(context.Context, *gen.Client) error) float64 {
	t.Helper()
	limiter, err := rest.NewLocalLimiter(1000) // for which no call has to wait
	require.NoError(t, err)
	client, err := gen.NewClient(gen.Singapore, testutil.NewSigner(t), rest.WithTransport(replying(reply)), rest.WithLimiter(limiter))
	require.NoError(t, err)
	require.NoError(t, call(t.Context(), client), "pools are filled")
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

// membersReply holds a list of that many members.
func membersReply(count int) string {
	accounts := make([]string, count)
	for i := range accounts {
		accounts[i] = fmt.Sprintf(`"user_%020d"`, i)
	}
	return fmt.Sprintf(`{"ResultItem":[{"GroupName":"all","FriendNumber":%d,"To_Account":[%s]}],"CurrentSequence":1,`, count, strings.Join(accounts, ",")) + envelope
}

// friendsReply holds that many friends with a tag of each type.
func friendsReply(count int) string {
	friends := make([]string, count)
	for i := range friends {
		friends[i] = fmt.Sprintf(`{"To_Account":"user_%020d","ValueItem":[{"Tag":"Tag_SNS_IM_Group","Value":["family","work"]},`+
			`{"Tag":"Tag_SNS_IM_Remark","Value":"Remark %d"},{"Tag":"Tag_SNS_IM_AddTime","Value":%d}]}`, i, i, 1_700_000_000+i)
	}
	return fmt.Sprintf(`{"UserDataItem":[%s],"StandardSequence":1,"CustomSequence":1,"FriendNum":%d,"CompleteFlag":1,"NextStartIndex":0,`,
		strings.Join(friends, ","), count) + envelope
}

// TestCall_allocatesLittle has ceilings, so that a change which makes calls dearer is seen: two more than were counted with
// Go 1.26, the transport's own three included, since net/http changes from release to release. docs/performance.md has
// what calls by hand need.
func TestCall_allocatesLittle(t *testing.T) {
	tests := map[string]struct {
		reply string
		call  func(context.Context, *gen.Client) error
		most  float64
	}{
		"a read":         {success, groupGet, 34 + 2},
		"a write":        {deleted, friendDelete, 36 + 2},
		"a list of 1000": {membersReply(1000), groupGet, 62 + 2},
		"a page of 100":  {friendsReply(100), friendGet, 742 + 2},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			assert.LessOrEqual(t, allocations(t, test.reply, test.call), test.most)
		})
	}
}

// TestCall_allocatesLittleForEachEntry has ceilings for what each further entry costs.
func TestCall_allocatesLittleForEachEntry(t *testing.T) {
	tests := map[string]struct {
		reply func(count int) string
		call  func(context.Context, *gen.Client) error
		most  float64
	}{
		"a friend with three tags": {friendsReply, friendGet, 7.05},
		"a member of a list":       {membersReply, groupGet, 0.03},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			few, many := 1000, 11_000
			difference := allocations(t, test.reply(many), test.call) - allocations(t, test.reply(few), test.call)
			assert.LessOrEqual(t, difference/float64(many-few), test.most)
		})
	}
}
