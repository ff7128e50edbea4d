package sandbox_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/sandbox"
)

// What random commands come across too rarely to be relied upon.

func TestAOneWayFriendIsAskedForTheOtherWay(t *testing.T) {
	service := sandbox.Start(t)
	service.AddToList("amy", "family", "ben")
	service.SetAllowType("ben", sandbox.NeedConfirm)
	client := newClient(t, service)
	one := gen.FriendAddRequest{FromAccount: "amy", AddType: gen.AddTypeSingle}
	assert.Zero(t, add(t, client, one, gen.FriendAddItem{ToAccount: "ben"}), "a friend this way already")
	both := gen.FriendAddRequest{FromAccount: "amy", AddType: gen.AddTypeBoth}
	assert.Equal(t, gen.CodeConfirmationPending, add(t, client, both, gen.FriendAddItem{ToAccount: "ben"}))
	service.AcceptRequests("ben")
	assert.Zero(t, add(t, client, both, gen.FriendAddItem{ToAccount: "ben"}), "a friend both ways by now")
}

func TestABlocklistEndsRequestsThatWait(t *testing.T) {
	for name, blocker := range map[string]string{"of the one who was asked": "amy", "of the one who asked": "ben"} {
		t.Run(name, func(t *testing.T) {
			service := sandbox.Start(t)
			service.SetAllowType("amy", sandbox.NeedConfirm)
			service.AddAccounts("ben")
			client := newClient(t, service)
			require.Equal(t, gen.CodeConfirmationPending, add(t, client, gen.FriendAddRequest{FromAccount: "ben"}, gen.FriendAddItem{ToAccount: "amy"}))
			other := map[string]string{"amy": "ben", "ben": "amy"}[blocker]
			_, err := client.BlackListAdd(t.Context(), gen.BlackListAddRequest{FromAccount: blocker, ToAccount: []string{other}})
			require.NoError(t, err)
			_, err = client.BlackListDelete(t.Context(), gen.BlackListDeleteRequest{FromAccount: blocker, ToAccount: []string{other}})
			require.NoError(t, err)
			service.AcceptRequests("amy")
			assert.Equal(t, gen.FriendRelationNone, relation(t, client, "amy", "ben"))
		})
	}
}

func TestTagsOfAnUpdate(t *testing.T) {
	remark := func(text string) gen.SnsItem { return gen.SnsItem{Tag: gen.TagRemark, Value: rest.StringValue(text)} }
	group := func(names ...string) gen.SnsItem {
		return gen.SnsItem{Tag: gen.TagGroup, Value: rest.StringsValue(names...)}
	}
	tests := map[string]struct {
		items []gen.SnsItem
		code  gen.ErrorCode
		want  []gen.TagItem
	}{
		"a tag twice: the last one":    {[]gen.SnsItem{remark("one"), remark("two")}, 0, []gen.TagItem{{Tag: gen.TagRemark, Value: rest.StringValue("two")}}},
		"lists twice: the last ones":   {[]gen.SnsItem{group("one"), group("two")}, 0, []gen.TagItem{{Tag: gen.TagGroup, Value: rest.StringsValue("two")}}},
		"a remark that is removed":     {[]gen.SnsItem{remark("one"), remark("")}, 0, []gen.TagItem{}},
		"a list without a name":        {[]gen.SnsItem{remark("one"), group("one", "")}, gen.CodeInvalidParameter, []gen.TagItem{}},
		"a remark that is no string":   {[]gen.SnsItem{group("one"), {Tag: gen.TagRemark, Value: rest.IntegerValue(1)}}, gen.CodeInvalidParameter, []gen.TagItem{}},
		"a custom tag with an integer": {[]gen.SnsItem{{Tag: "Tag_SNS_Custom_Rank", Value: rest.IntegerValue(-1)}}, 0, []gen.TagItem{{Tag: "Tag_SNS_Custom_Rank", Value: rest.IntegerValue(-1)}}},
		"a custom tag with an array":   {[]gen.SnsItem{{Tag: "Tag_SNS_Custom_Rank", Value: rest.StringsValue()}}, gen.CodeInvalidParameter, []gen.TagItem{}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			service := sandbox.Start(t)
			service.AddFriends("amy", "cat")
			client := newClient(t, service)
			reply, err := client.FriendUpdate(t.Context(), gen.FriendUpdateRequest{
				FromAccount: "amy", UpdateItem: []gen.FriendUpdateItem{{ToAccount: "cat", SnsItem: test.items}},
			})
			require.NoError(t, err)
			assert.Equal(t, test.code, reply.ResultItem[0].ResultCode)
			friends, err := client.FriendGetList(t.Context(), gen.FriendGetListRequest{
				FromAccount: "amy", ToAccount: []string{"cat"}, TagList: []gen.Tag{gen.TagRemark, gen.TagGroup, "Tag_SNS_Custom_Rank"},
			})
			require.NoError(t, err)
			assert.Equal(t, test.want, friends.InfoItem[0].SnsProfileItem)
		})
	}
}
