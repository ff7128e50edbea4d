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

// numbered returns number names with the prefix what.
func numbered(what string, number int) []string {
	names := make([]string, number)
	for i := range names {
		names[i] = fmt.Sprint(what, i)
	}
	return names
}

// startCrowded starts a sandbox in which amy has the given numbers of friends and lists. If she has friends, cat is
// one.
func startCrowded(t *testing.T, friends, lists int) (*sandbox.Server, *gen.Client) {
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

func TestLimits_friends(t *testing.T) {
	for friends, want := range map[int]gen.ErrorCode{
		2999: 0, 3000: gen.CodeFriendLimitExceeded, 3001: gen.CodeFriendLimitExceeded,
	} {
		t.Run(strconv.Itoa(friends), func(t *testing.T) {
			_, client := startCrowded(t, friends, 0)
			assert.Equal(t, want, importFriend(t, client, gen.FriendImportItem{ToAccount: "ben"}), "import")
			assert.Zero(t, importFriend(t, client, gen.FriendImportItem{ToAccount: "cat", Remark: "Cat"}), "a friend already")
		})
		t.Run(fmt.Sprint(friends, " of the requester"), func(t *testing.T) {
			_, client := startCrowded(t, friends, 0)
			assert.Equal(t, want, add(t, client, gen.FriendAddRequest{FromAccount: "amy"}, gen.FriendAddItem{ToAccount: "ben"}))
		})
		t.Run(fmt.Sprint(friends, " of the recipient"), func(t *testing.T) {
			_, client := startCrowded(t, friends, 0)
			one := gen.FriendAddRequest{FromAccount: "ben", AddType: gen.AddTypeSingle}
			assert.Zero(t, add(t, client, one, gen.FriendAddItem{ToAccount: "amy"}), "one way")
			if want != 0 {
				want = gen.CodePeerFriendLimitExceeded
			}
			assert.Equal(t, want, add(t, client, gen.FriendAddRequest{FromAccount: "ben"}, gen.FriendAddItem{ToAccount: "amy"}))
		})
	}
}

// importFriend imports a friend of amy and returns the code.
func importFriend(t *testing.T, client *gen.Client, item gen.FriendImportItem) gen.ErrorCode {
	t.Helper()
	item.AddSource = "AddSource_Type_Web"
	response, err := client.FriendImport(
		t.Context(), gen.FriendImportRequest{FromAccount: "amy", AddFriendItem: []gen.FriendImportItem{item}},
	)
	require.NoError(t, err)
	return response.ResultItem[0].ResultCode
}

func TestLimits_lists(t *testing.T) {
	commands := map[string]func(*testing.T, *gen.Client, ...string) gen.ErrorCode{
		"friend_add": func(t *testing.T, client *gen.Client, lists ...string) gen.ErrorCode {
			t.Helper()
			return add(
				t, client, gen.FriendAddRequest{FromAccount: "amy"}, gen.FriendAddItem{ToAccount: "ben", GroupName: lists[0]},
			)
		},
		"friend_import": func(t *testing.T, client *gen.Client, lists ...string) gen.ErrorCode {
			t.Helper()
			return importFriend(t, client, gen.FriendImportItem{ToAccount: "ben", GroupName: lists})
		},
		"friend_update": func(t *testing.T, client *gen.Client, lists ...string) gen.ErrorCode {
			t.Helper()
			return updateCat(t, client, gen.SnsItem{Tag: gen.TagGroup, Value: rest.StringsValue(lists...)})
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
		"room for one list":                 {31, []string{"new"}, 0},
		"no room":                           {32, []string{"new"}, gen.CodeListLimitExceeded},
		"an existing list":                  {32, []string{"list0"}, 0},
		"one list named twice":              {31, []string{"new", "new"}, 0},
		"above the limit":                   {33, []string{"new"}, gen.CodeListLimitExceeded},
		"above the limit, an existing list": {33, []string{"list0"}, 0},
		"two lists, room for one":           {31, []string{"new", "newer"}, gen.CodeListLimitExceeded},
	}
	for command, run := range commands {
		for name, test := range tests {
			t.Run(command+"/"+name, func(t *testing.T) {
				_, client := startCrowded(t, 1, test.lists)
				want := test.want
				if command == "friend_add" && test.lists == 31 {
					want = 0 // friend_add names only one list
				}
				assert.Equal(t, want, run(t, client, test.named...))
				lists, err := client.GroupGet(t.Context(), gen.GroupGetRequest{FromAccount: "amy"})
				require.NoError(t, err)
				made := 0
				if want == 0 && test.named[0] == "new" {
					made = 1
				}
				assert.Len(t, lists.ResultItem, test.lists+made, "all named lists are created, or none")
			})
		}
	}
}

// updateCat sets a tag of amy's friend cat and returns the code.
func updateCat(t *testing.T, client *gen.Client, item gen.SnsItem) gen.ErrorCode {
	t.Helper()
	response, err := client.FriendUpdate(t.Context(), gen.FriendUpdateRequest{
		FromAccount: "amy", UpdateItem: []gen.FriendUpdateItem{{ToAccount: "cat", SnsItem: []gen.SnsItem{item}}},
	})
	require.NoError(t, err)
	return response.ResultItem[0].ResultCode
}

func TestLimits_remarkIgnoresListLimit(t *testing.T) {
	_, client := startCrowded(t, 1, 33)
	assert.Zero(t, updateCat(t, client, gen.SnsItem{Tag: gen.TagRemark, Value: rest.StringValue("Cat")}))
}

func TestLimits_blocklist(t *testing.T) {
	service, client := startCrowded(t, 0, 0)
	service.AddAccounts(numbered("enemy", 1001)...)
	block := func(accounts ...string) []gen.ResultItem {
		response, err := client.BlackListAdd(t.Context(), gen.BlackListAddRequest{FromAccount: "amy", ToAccount: accounts})
		require.NoError(t, err)
		return response.ResultItem
	}
	for _, item := range block(numbered("enemy", 1000)...) {
		require.Zero(t, item.ResultCode)
	}
	assert.Equal(t, gen.CodeBlocklistLimitExceeded, block("enemy1000")[0].ResultCode)
	assert.Equal(t, gen.CodeInvalidParameter, block("enemy0")[0].ResultCode, "blocked already")
}

func TestLimits_pendingRequests(t *testing.T) {
	service, client := startCrowded(t, 0, 0)
	service.SetAllowType("amy", sandbox.NeedConfirm)
	service.AddAccounts(numbered("fan", 101)...)
	request := func(from string) gen.ErrorCode {
		return add(t, client, gen.FriendAddRequest{FromAccount: from}, gen.FriendAddItem{ToAccount: "amy"})
	}
	for range 3 { // repeated requests count once
		require.Equal(t, gen.CodeConfirmationPending, request("fan0"))
	}
	for _, fan := range numbered("fan", 100) {
		require.Equal(t, gen.CodeConfirmationPending, request(fan))
	}
	assert.Equal(t, gen.CodePendingLimitExceeded, request("fan100"))
	assert.Equal(t, gen.CodeConfirmationPending, request("fan0"), "already pending")
	service.AcceptRequests("amy")
	assert.Equal(t, gen.CodeConfirmationPending, request("fan100"))
	assert.Equal(t, gen.CodeInvalidParameter, request("fan0"), "now a friend")
}

// TestFriendGet_pages reads more than two pages, beginning at various indexes.
func TestFriendGet_pages(t *testing.T) {
	_, client := startCrowded(t, 1250, 0)
	tests := map[int64]struct{ friends, next, complete int64 }{
		0: {500, 500, 0}, 500: {500, 1000, 0}, 749: {500, 1249, 0}, 750: {500, 0, 1},
		1000: {250, 0, 1}, 1249: {1, 0, 1}, 1250: {0, 0, 1}, 1 << 62: {0, 0, 1},
	}
	for start, want := range tests {
		page, err := client.FriendGet(t.Context(), gen.FriendGetRequest{FromAccount: "amy", StartIndex: start})
		require.NoError(t, err)
		assert.Equal(
			t, want,
			struct{ friends, next, complete int64 }{int64(len(page.UserDataItem)), page.NextStartIndex, page.CompleteFlag},
			start,
		)
		assert.Equal(t, int64(1250), page.FriendNum)
	}
	var friends []string
	for page, err := range gen.FriendGetPages(t.Context(), client, gen.FriendGetRequest{FromAccount: "amy"}) {
		require.NoError(t, err)
		for _, item := range page.UserDataItem {
			friends = append(friends, item.ToAccount)
		}
	}
	assert.Equal(t, append([]string{"cat"}, numbered("friend", 1249)...), friends)
}

// TestFriendGet_pagesWithSequencesOfFirst reads pages as another Go client does: each further request has the sequences
// of the first response.
func TestFriendGet_pagesWithSequencesOfFirst(t *testing.T) {
	_, client := startCrowded(t, 1250, 0)
	request := gen.FriendGetRequest{FromAccount: "amy"}
	read := 0
	for {
		page, err := client.FriendGet(t.Context(), request)
		require.NoError(t, err)
		for _, friend := range page.UserDataItem {
			assert.NotEmpty(t, friend.ValueItem, "standard tags")
			read++
		}
		if page.CompleteFlag != 0 {
			break
		}
		request.StartIndex = page.NextStartIndex
		request.StandardSequence, request.CustomSequence = page.StandardSequence, page.CustomSequence
	}
	assert.Equal(t, 1250, read)
}

func TestBlackListGet_pagesWithSequenceOfFirst(t *testing.T) {
	service, client := startCrowded(t, 0, 0)
	enemies := numbered("enemy", 5)
	service.AddAccounts(enemies...)
	_, err := client.BlackListAdd(t.Context(), gen.BlackListAddRequest{FromAccount: "amy", ToAccount: enemies})
	require.NoError(t, err)
	request := gen.BlackListGetRequest{FromAccount: "amy", MaxLimited: 2}
	var read []string
	for more := true; more; more = request.StartIndex != 0 {
		page, err := client.BlackListGet(t.Context(), request)
		require.NoError(t, err)
		for _, item := range page.BlackListItem {
			read = append(read, item.ToAccount)
		}
		request.StartIndex, request.LastSequence = page.StartIndex, page.CurrentSequence
	}
	assert.Equal(t, enemies, read)
}
