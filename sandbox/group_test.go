package sandbox_test

import (
	"crypto/rand"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/sandbox"
	"github.com/timsns/timsns/signer"
)

func newClient(t *testing.T, service *sandbox.Server) *gen.Client {
	t.Helper()
	sign, err := signer.New(service.Credentials())
	require.NoError(t, err)
	client, err := gen.NewClient(service.Endpoint, sign)
	require.NoError(t, err)
	t.Cleanup(client.CloseIdleConnections)
	return client
}

func item(name string, number int64, members ...string) gen.GroupGetResultItem {
	return gen.GroupGetResultItem{GroupName: name, FriendNumber: number, ToAccount: members}
}

func TestGroupGet(t *testing.T) {
	service := sandbox.Start(t)
	service.AddAccounts("newcomer")
	service.AddToList("owner", "empty")
	client := newClient(t, service)
	all := []gen.GroupGetResultItem{item("group1", 1), item("group2", 2), item("group3", 3)}
	tests := map[string]struct {
		request  gen.GroupGetRequest
		lists    []gen.GroupGetResultItem
		sequence int64
	}{
		"the vendor's basic sample": {gen.GroupGetRequest{FromAccount: "id", LastSequence: 1}, all, 2},
		"the vendor's complete sample": {
			gen.GroupGetRequest{
				FromAccount: "id", LastSequence: 1, NeedFriend: gen.NeedFriendTypeYes, GroupName: []string{"group1"},
			},
			[]gen.GroupGetResultItem{item("group1", 1, "friend1")},
			2,
		},
		"the first pull": {gen.GroupGetRequest{FromAccount: "id"}, all, 2},
		"a current sequence": {
			gen.GroupGetRequest{FromAccount: "id", LastSequence: 2}, []gen.GroupGetResultItem{}, 2,
		},
		"a future sequence": {gen.GroupGetRequest{FromAccount: "id", LastSequence: 3}, all, 2},
		"no list named":     {gen.GroupGetRequest{FromAccount: "id", GroupName: []string{}}, all, 2},
		"a named list with a current sequence": {
			gen.GroupGetRequest{FromAccount: "id", LastSequence: 2, GroupName: []string{"group2"}}, all[1:2], 2,
		},
		"a list that does not exist": {
			gen.GroupGetRequest{FromAccount: "id", GroupName: []string{"group4", "group1"}}, all[:1], 2,
		},
		"members of all lists": {
			gen.GroupGetRequest{FromAccount: "alice", NeedFriend: gen.NeedFriendTypeYes},
			[]gen.GroupGetResultItem{item("family", 1, "bob"), item("同学", 2, "carol", "dave")},
			2,
		},
		"members of an empty list": {
			gen.GroupGetRequest{FromAccount: "owner", NeedFriend: gen.NeedFriendTypeYes},
			[]gen.GroupGetResultItem{{GroupName: "empty", ToAccount: []string{}}},
			1,
		},
		"no lists":          {gen.GroupGetRequest{FromAccount: "newcomer"}, []gen.GroupGetResultItem{}, 0},
		"lists of a friend": {gen.GroupGetRequest{FromAccount: "friend1"}, []gen.GroupGetResultItem{}, 0},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			lists, err := client.GroupGet(t.Context(), test.request)
			require.NoError(t, err)
			assert.Equal(t, test.lists, lists.ResultItem)
			assert.Equal(t, test.sequence, lists.CurrentSequence)
		})
	}
}

func TestGroupGet_changeIncrementsSequence(t *testing.T) {
	service := sandbox.Start(t)
	client := newClient(t, service)
	before, err := client.GroupGet(t.Context(), gen.GroupGetRequest{FromAccount: "id"})
	require.NoError(t, err)
	service.AddToList("id", "group1", "friend1", "friend4")
	after, err := client.GroupGet(
		t.Context(), gen.GroupGetRequest{FromAccount: "id", LastSequence: before.CurrentSequence},
	)
	require.NoError(t, err)
	assert.Greater(t, after.CurrentSequence, before.CurrentSequence)
	assert.Equal(t, item("group1", 2), after.ResultItem[0], "friend1 was a member already")
}

// TestSandbox_concurrentCalls is meant for the race detector.
func TestSandbox_concurrentCalls(t *testing.T) {
	service := sandbox.Start(t)
	client := newClient(t, service)
	var callers sync.WaitGroup
	for range 16 {
		callers.Go(func() {
			service.AddToList("id", "group1", rand.Text())
			_, err := client.GroupGet(t.Context(), gen.GroupGetRequest{FromAccount: "id"})
			assert.NoError(t, err)
		})
	}
	callers.Wait()
}
