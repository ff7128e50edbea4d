package sandbox_test

import (
	"fmt"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/sandbox"
)

func numbered(what string, number int) []string {
	names := make([]string, number)
	for i := range names {
		names[i] = fmt.Sprint(what, i)
	}
	return names
}

// crowded starts a sandbox in which amy has so many friends and lists, and cat, who is a friend of hers, none.
func crowded(t *testing.T, friends, lists int) (*sandbox.Running, *gen.Client) {
	t.Helper()
	service := sandbox.Start(t, sandbox.WithoutQuota())
	service.AddAccounts("amy", "ben", "cat")
	if friends > 0 {
		service.AddFriends("amy", append([]string{"cat"}, numbered("friend", friends-1)...)...)
	}
	for _, name := range numbered("list", lists) {
		service.AddToList("amy", name)
	}
	return service, newClient(t, service)
}

func TestLimitOfFriends(t *testing.T) {
	for friends, want := range map[int]gen.ErrorCode{2999: 0, 3000: gen.CodeFriendLimitExceeded, 3001: gen.CodeFriendLimitExceeded} {
		t.Run(strconv.Itoa(friends), func(t *testing.T) {
			_, client := crowded(t, friends, 0)
			assert.Equal(t, want, imported(t, client, gen.FriendImportItem{ToAccount: "ben"}), "import")
			assert.Zero(t, imported(t, client, gen.FriendImportItem{ToAccount: "cat", Remark: "Cat"}), "a friend already")
		})
		t.Run(fmt.Sprint(friends, " of the one who adds"), func(t *testing.T) {
			_, client := crowded(t, friends, 0)
			assert.Equal(t, want, add(t, client, gen.FriendAddRequest{FromAccount: "amy"}, gen.FriendAddItem{ToAccount: "ben"}))
		})
		t.Run(fmt.Sprint(friends, " of the one who is added"), func(t *testing.T) {
			_, client := crowded(t, friends, 0)
			one := gen.FriendAddRequest{FromAccount: "ben", AddType: gen.AddTypeSingle}
			assert.Zero(t, add(t, client, one, gen.FriendAddItem{ToAccount: "amy"}), "one way")
			if want != 0 {
				want = gen.CodePeerFriendLimitExceeded
			}
			assert.Equal(t, want, add(t, client, gen.FriendAddRequest{FromAccount: "ben"}, gen.FriendAddItem{ToAccount: "amy"}))
		})
	}
}

// imported imports a friend of amy's and returns the result.
func imported(t *testing.T, client *gen.Client, item gen.FriendImportItem) gen.ErrorCode {
	t.Helper()
	item.AddSource = "AddSource_Type_Web"
	reply, err := client.FriendImport(t.Context(), gen.FriendImportRequest{FromAccount: "amy", AddFriendItem: []gen.FriendImportItem{item}})
	require.NoError(t, err)
	return reply.ResultItem[0].ResultCode
}

func TestLimitOfLists(t *testing.T) {
	commands := map[string]func(*testing.T, *gen.Client, ...string) gen.ErrorCode{
		"friend_add": func(t *testing.T, client *gen.Client, lists ...string) gen.ErrorCode {
			t.Helper()
			return add(t, client, gen.FriendAddRequest{FromAccount: "amy"}, gen.FriendAddItem{ToAccount: "ben", GroupName: lists[0]})
		},
		"friend_import": func(t *testing.T, client *gen.Client, lists ...string) gen.ErrorCode {
			t.Helper()
			return imported(t, client, gen.FriendImportItem{ToAccount: "ben", GroupName: lists})
		},
		"friend_update": func(t *testing.T, client *gen.Client, lists ...string) gen.ErrorCode {
			t.Helper()
			return updated(t, client, gen.SnsItem{Tag: gen.TagGroup, Value: rest.StringsValue(lists...)})
		},
		"group_add": func(t *testing.T, client *gen.Client, lists ...string) gen.ErrorCode {
			t.Helper()
			_, err := client.GroupAdd(t.Context(), gen.GroupAddRequest{FromAccount: "amy", GroupName: lists})
			if err != nil {
				require.ErrorIs(t, err, gen.CodeListLimitExceeded)
				return gen.CodeListLimitExceeded
			}
			return 0
		},
	}
	tests := map[string]struct {
		lists int
		named []string
		want  gen.ErrorCode
	}{
		"one list is left":              {31, []string{"new"}, 0},
		"none is left":                  {32, []string{"new"}, gen.CodeListLimitExceeded},
		"one of them is there":          {32, []string{"list0"}, 0},
		"one that is named twice":       {31, []string{"new", "new"}, 0},
		"more than there may be":        {33, []string{"new"}, gen.CodeListLimitExceeded},
		"more, and one that is there":   {33, []string{"list0"}, 0},
		"two, of which one is too many": {31, []string{"new", "newer"}, gen.CodeListLimitExceeded},
	}
	for command, run := range commands {
		for name, test := range tests {
			t.Run(command+"/"+name, func(t *testing.T) {
				_, client := crowded(t, 1, test.lists)
				want := test.want
				if command == "friend_add" && test.lists == 31 {
					want = 0 // it names one list
				}
				assert.Equal(t, want, run(t, client, test.named...))
				lists, err := client.GroupGet(t.Context(), gen.GroupGetRequest{FromAccount: "amy"})
				require.NoError(t, err)
				made := 0
				if want == 0 && test.named[0] == "new" {
					made = 1
				}
				assert.Len(t, lists.ResultItem, test.lists+made, "all of the named lists or none")
			})
		}
	}
}

// updated sets a tag of amy's friend cat and returns the result.
func updated(t *testing.T, client *gen.Client, item gen.SnsItem) gen.ErrorCode {
	t.Helper()
	reply, err := client.FriendUpdate(t.Context(), gen.FriendUpdateRequest{
		FromAccount: "amy", UpdateItem: []gen.FriendUpdateItem{{ToAccount: "cat", SnsItem: []gen.SnsItem{item}}},
	})
	require.NoError(t, err)
	return reply.ResultItem[0].ResultCode
}

func TestARemarkNeedsNoRoomForLists(t *testing.T) {
	_, client := crowded(t, 1, 33)
	assert.Zero(t, updated(t, client, gen.SnsItem{Tag: gen.TagRemark, Value: rest.StringValue("Cat")}))
}

func TestLimitOfTheBlocklist(t *testing.T) {
	service, client := crowded(t, 0, 0)
	service.AddAccounts(numbered("enemy", 1001)...)
	block := func(accounts ...string) []gen.ResultItem {
		reply, err := client.BlackListAdd(t.Context(), gen.BlackListAddRequest{FromAccount: "amy", ToAccount: accounts})
		require.NoError(t, err)
		return reply.ResultItem
	}
	for _, item := range block(numbered("enemy", 1000)...) {
		require.Zero(t, item.ResultCode)
	}
	assert.Equal(t, gen.CodeBlocklistLimitExceeded, block("enemy1000")[0].ResultCode)
	assert.Equal(t, gen.CodeInvalidParameter, block("enemy0")[0].ResultCode, "blocked already")
}

func TestLimitOfWaitingRequests(t *testing.T) {
	service, client := crowded(t, 0, 0)
	service.SetAllowType("amy", sandbox.NeedConfirm)
	service.AddAccounts(numbered("fan", 101)...)
	request := func(from string) gen.ErrorCode {
		return add(t, client, gen.FriendAddRequest{FromAccount: from}, gen.FriendAddItem{ToAccount: "amy"})
	}
	for range 3 { // one who asks again waits once
		require.Equal(t, gen.CodeConfirmationPending, request("fan0"))
	}
	for _, fan := range numbered("fan", 100) {
		require.Equal(t, gen.CodeConfirmationPending, request(fan))
	}
	assert.Equal(t, gen.CodePendingLimitExceeded, request("fan100"))
	assert.Equal(t, gen.CodeConfirmationPending, request("fan0"), "which waits already")
	service.AcceptRequests("amy")
	assert.Equal(t, gen.CodeConfirmationPending, request("fan100"))
	assert.Zero(t, request("fan0"), "a friend by now")
}

// TestFriendsComeInPages is of more than two pages, from each place on.
func TestFriendsComeInPages(t *testing.T) {
	_, client := crowded(t, 250, 0)
	tests := map[int64]struct{ friends, next, complete int64 }{
		0: {100, 100, 0}, 100: {100, 200, 0}, 149: {100, 249, 0}, 150: {100, 0, 1}, 200: {50, 0, 1}, 249: {1, 0, 1}, 250: {0, 0, 1}, 1 << 62: {0, 0, 1},
	}
	for start, want := range tests {
		page, err := client.FriendGet(t.Context(), gen.FriendGetRequest{FromAccount: "amy", StartIndex: start})
		require.NoError(t, err)
		assert.Equal(t, want, struct{ friends, next, complete int64 }{int64(len(page.UserDataItem)), page.NextStartIndex, page.CompleteFlag}, start)
		assert.Equal(t, int64(250), page.FriendNum)
	}
	var friends []string
	for page, err := range gen.FriendGetPages(t.Context(), client, gen.FriendGetRequest{FromAccount: "amy"}) {
		require.NoError(t, err)
		for _, item := range page.UserDataItem {
			friends = append(friends, item.ToAccount)
		}
	}
	assert.Equal(t, append([]string{"cat"}, numbered("friend", 249)...), friends)
}
