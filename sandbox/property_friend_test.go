package sandbox_test

import (
	"strings"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
)

func (w *world) friendAdd(t *rapid.T) {
	item := rapid.Custom(func(t *rapid.T) gen.FriendAddItem {
		return gen.FriendAddItem{
			ToAccount: anyone.Draw(t, "to"), Remark: short(96).Draw(t, "remark"),
			AddSource: oneOf(t, "source", "AddSource_Type_Web", "AddSource_Type_Web", "AddSource_Type_App", ""),
			GroupName: oneOf(t, "list", append([]string{"", "", ""}, listNames...)...), AddWording: short(256).Draw(
				t, "wording",
			),
		}
	})
	request := gen.FriendAddRequest{
		FromAccount: someone(t), AddFriendItem: some(t, "friends", item), AddType: oneOf(
			t, "type", "", gen.AddTypeBoth, gen.AddTypeSingle,
		),
		ForceAddFlags: oneOf(t, "force", gen.ForceAddFlagsNormal, gen.ForceAddFlagsNormal, gen.ForceAddFlagsForced),
	}
	response, err := w.client.FriendAdd(t.Context(), request)
	require.NoError(t, err)
	compareResults(t, "", w.model.friendAdd(request), response.ResultItem, response.FailAccount)
}

func (w *world) friendImport(t *rapid.T) {
	custom := rapid.Custom(func(t *rapid.T) gen.CustomItem {
		return gen.CustomItem{
			Tag:   oneOf(t, "tag", gen.Tag("Tag_SNS_Custom_A"), "Tag_SNS_Custom_A", "Tag_SNS_Custom_B", ""),
			Value: oneOf(t, "value", rest.StringValue("red"), rest.StringValue(""), rest.IntegerValue(7), rest.Value{}),
		}
	})
	item := rapid.Custom(func(t *rapid.T) gen.FriendImportItem {
		return gen.FriendImportItem{
			ToAccount: anyone.Draw(t, "to"), AddSource: source.Draw(t, "source"), Remark: short(96).Draw(t, "remark"),
			AddWording: short(256).Draw(t, "wording"), GroupName: some(t, "lists", rapid.SampledFrom(listNames)),
			AddTime: oneOf(t, "time", int64(0), 100, 200), CustomItem: some(t, "custom", custom),
		}
	})
	request := gen.FriendImportRequest{FromAccount: someone(t), AddFriendItem: some(t, "friends", item)}
	response, err := w.client.FriendImport(t.Context(), request)
	require.NoError(t, err)
	compareResults(t, "", w.model.friendImport(request), response.ResultItem, response.FailAccount)
}

func (w *world) friendUpdate(t *rapid.T) {
	tag := rapid.Custom(func(t *rapid.T) gen.SnsItem {
		lists := some(t, "lists", rapid.SampledFrom(append([]string{"family", "同学", "work", ""}, listNames...)))
		text, names, seven := rest.StringValue(short(96).Draw(t, "text")), rest.StringsValue(lists...), rest.IntegerValue(7)
		long := rest.StringValue(strings.Repeat("学", 167))
		return oneOf(t, "item", // most are valid
			gen.SnsItem{Tag: gen.TagRemark, Value: text}, gen.SnsItem{Tag: gen.TagRemark, Value: text},
			gen.SnsItem{Tag: gen.TagGroup, Value: names}, gen.SnsItem{Tag: gen.TagGroup, Value: names}, gen.SnsItem{
				Tag: gen.TagGroup, Value: names,
			},
			gen.SnsItem{Tag: "Tag_SNS_Custom_A", Value: seven}, gen.SnsItem{Tag: "Tag_SNS_Custom_B", Value: text},
			gen.SnsItem{Tag: "Tag_SNS_Custom_B", Value: long}, gen.SnsItem{Tag: gen.TagRemark, Value: seven}, gen.SnsItem{
				Tag: gen.TagGroup, Value: text,
			},
		)
	})
	item := rapid.Custom(func(t *rapid.T) gen.FriendUpdateItem {
		return gen.FriendUpdateItem{ToAccount: anyone.Draw(t, "to"), SnsItem: some(t, "tags", tag)}
	})
	request := gen.FriendUpdateRequest{FromAccount: someone(t), UpdateItem: some(t, "friends", item)}
	response, err := w.client.FriendUpdate(t.Context(), request)
	require.NoError(t, err)
	compareResults(t, "", w.model.friendUpdate(request), response.ResultItem, response.FailAccount)
}

func (w *world) friendDelete(t *rapid.T) {
	request := gen.FriendDeleteRequest{
		FromAccount: someone(t), ToAccount: some(t, "friends", anyone),
		DeleteType: oneOf(t, "type", "", gen.DeleteTypeSingle, gen.DeleteTypeBoth),
	}
	response, err := w.client.FriendDelete(t.Context(), request)
	require.NoError(t, err)
	var failed []string
	for _, failure := range response.Failures() {
		failed = append(failed, failure.Account)
	}
	compareResults(t, "OK", w.model.friendDelete(request), response.ResultItem, failed)
}

func (w *world) friendDeleteAll(t *rapid.T) {
	if oneOf(t, "rarely", false, false, true) {
		request := gen.FriendDeleteAllRequest{
			FromAccount: someone(t), DeleteType: oneOf(t, "type", "", gen.DeleteTypeSingle, gen.DeleteTypeBoth),
		}
		_, err := w.client.FriendDeleteAll(t.Context(), request)
		require.NoError(t, err)
		w.model.friendDeleteAll(request)
	}
}
