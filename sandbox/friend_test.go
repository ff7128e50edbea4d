package sandbox_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/sandbox"
)

// These tests cover what random operations reach too rarely.

func TestFriendAdd_asksOneWayFriend(t *testing.T) {
	service := sandbox.Start(t)
	service.AddToList("amy", "family", "ben")
	service.SetAllowType("ben", sandbox.NeedConfirm)
	client := newClient(t, service)
	one := gen.FriendAddRequest{FromAccount: "amy", AddType: gen.AddTypeSingle}
	assert.Equal(
		t, gen.CodeInvalidParameter, add(t, client, one, gen.FriendAddItem{ToAccount: "ben"}), "already a friend one way",
	)
	both := gen.FriendAddRequest{FromAccount: "amy", AddType: gen.AddTypeBoth}
	assert.Equal(t, gen.CodeConfirmationPending, add(t, client, both, gen.FriendAddItem{ToAccount: "ben"}))
	service.AcceptRequests("ben")
	assert.Equal(
		t, gen.CodeInvalidParameter, add(t, client, both, gen.FriendAddItem{ToAccount: "ben"}), "now a friend both ways",
	)
}

func TestBlackListAdd_removesPendingRequests(t *testing.T) {
	for name, blocker := range map[string]string{"blocked by the recipient": "amy", "blocked by the requester": "ben"} {
		t.Run(name, func(t *testing.T) {
			service := sandbox.Start(t)
			service.SetAllowType("amy", sandbox.NeedConfirm)
			service.AddAccounts("ben")
			client := newClient(t, service)
			require.Equal(
				t, gen.CodeConfirmationPending,
				add(t, client, gen.FriendAddRequest{FromAccount: "ben"}, gen.FriendAddItem{ToAccount: "amy"}),
			)
			other := map[string]string{"amy": "ben", "ben": "amy"}[blocker]
			_, err := client.BlackListAdd(t.Context(), gen.BlackListAddRequest{FromAccount: blocker, ToAccount: []string{other}})
			require.NoError(t, err)
			_, err = client.BlackListDelete(
				t.Context(), gen.BlackListDeleteRequest{FromAccount: blocker, ToAccount: []string{other}},
			)
			require.NoError(t, err)
			service.AcceptRequests("amy")
			assert.Equal(t, gen.FriendRelationNone, relation(t, client, "amy", "ben"))
		})
	}
}

func TestFriendUpdate_tags(t *testing.T) {
	remark := func(text string) gen.SnsItem { return gen.SnsItem{Tag: gen.TagRemark, Value: rest.StringValue(text)} }
	group := func(names ...string) gen.SnsItem {
		return gen.SnsItem{Tag: gen.TagGroup, Value: rest.StringsValue(names...)}
	}
	tests := map[string]struct {
		items []gen.SnsItem
		code  gen.ErrorCode
		want  []gen.TagItem
	}{
		"the last value of a repeated tag counts": {
			[]gen.SnsItem{remark("one"), remark("two")}, 0, []gen.TagItem{{Tag: gen.TagRemark, Value: rest.StringValue("two")}},
		},
		"the last value of repeated lists counts": {
			[]gen.SnsItem{group("one"), group("two")}, 0, []gen.TagItem{{Tag: gen.TagGroup, Value: rest.StringsValue("two")}},
		},
		"an empty remark removes the remark": {[]gen.SnsItem{remark("one"), remark("")}, 0, []gen.TagItem{}},
		"an empty list name is invalid": {
			[]gen.SnsItem{remark("one"), group("one", "")}, gen.CodeInvalidParameter, []gen.TagItem{},
		},
		"a remark must be a string": {
			[]gen.SnsItem{group("one"), {Tag: gen.TagRemark, Value: rest.IntegerValue(1)}},
			gen.CodeInvalidParameter,
			[]gen.TagItem{},
		},
		"a custom tag may be an integer": {
			[]gen.SnsItem{{Tag: "Tag_SNS_Custom_Rank", Value: rest.IntegerValue(-1)}},
			0,
			[]gen.TagItem{{Tag: "Tag_SNS_Custom_Rank", Value: rest.IntegerValue(-1)}},
		},
		"a custom tag must not be an array": {
			[]gen.SnsItem{{Tag: "Tag_SNS_Custom_Rank", Value: rest.StringsValue()}}, gen.CodeInvalidParameter, []gen.TagItem{},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			service := sandbox.Start(t)
			service.AddFriends("amy", "cat")
			client := newClient(t, service)
			response, err := client.FriendUpdate(t.Context(), gen.FriendUpdateRequest{
				FromAccount: "amy", UpdateItem: []gen.FriendUpdateItem{{ToAccount: "cat", SnsItem: test.items}},
			})
			require.NoError(t, err)
			assert.Equal(t, test.code, response.ResultItem[0].ResultCode)
			friends, err := client.FriendGetList(t.Context(), gen.FriendGetListRequest{
				FromAccount: "amy", ToAccount: []string{"cat"}, TagList: []gen.Tag{
					gen.TagRemark, gen.TagGroup, "Tag_SNS_Custom_Rank",
				},
			})
			require.NoError(t, err)
			assert.Equal(t, test.want, friends.InfoItem[0].SnsProfileItem)
		})
	}
}
