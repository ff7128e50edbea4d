package sandbox_test

import (
	"fmt"
	"slices"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/timsns/timsns/gen"
)

// listed returns the tags of a friend in the form of the model, in which times that the service chose are 0.
func listed(known *person, id string, items []gen.TagItem) []string {
	tags := []string{}
	for _, item := range items {
		text := item.Value.String()
		if item.Tag == gen.TagAddTime && known.notes[id] != nil && known.notes[id].time == 0 {
			text = "0"
		}
		tags = append(tags, fmt.Sprint(item.Tag, text))
	}
	return tags
}

// compareChanges reads the changes since the current, the previous or the next sequence.
func (w *world) compareChanges(t *rapid.T) {
	user := w.model.users[someone(t)]
	standard := max(0, user.numbers["standard"]+oneOf(t, "standard", int64(-1), 0, 1))
	custom := max(0, user.numbers["custom"]+oneOf(t, "custom", int64(-1), 0, 1))
	w.compareFriends(
		t, user, gen.FriendGetRequest{FromAccount: user.id, StandardSequence: standard, CustomSequence: custom},
	)
	w.compareBlocked(t, user, max(0, user.numbers["blocked"]+oneOf(t, "blocked", int64(-1), 0, 1)))
	sequence := max(0, user.numbers["lists"]+oneOf(t, "lists", int64(-1), 0, 1))
	w.compareLists(
		t, user,
		gen.GroupGetRequest{
			FromAccount: user.id, LastSequence: sequence, NeedFriend: oneOf(t, "need", "", gen.NeedFriendTypeYes),
		},
	)
	names := some(t, "names", rapid.SampledFrom(append([]string{"none"}, listNames[:3]...)))
	w.compareLists(
		t, user,
		gen.GroupGetRequest{
			FromAccount: user.id, LastSequence: sequence, GroupName: names, NeedFriend: gen.NeedFriendTypeYes,
		},
	)
	w.compareNamed(t, user)
}

// compare reads everything that the service returns about its state.
func (w *world) compare(t *rapid.T) {
	for _, id := range people {
		user := w.model.users[id]
		w.compareFriends(t, user, gen.FriendGetRequest{FromAccount: id})
		w.compareBlocked(t, user, 0)
		w.compareLists(t, user, gen.GroupGetRequest{FromAccount: id, NeedFriend: gen.NeedFriendTypeYes})
		w.compareChecks(t, user)
	}
}

func (w *world) compareFriends(t *rapid.T, user *person, request gen.FriendGetRequest) {
	response, err := w.client.FriendGet(t.Context(), request)
	require.NoError(t, err)
	got := [][]string{}
	for _, friend := range response.UserDataItem {
		got = append(got, append([]string{friend.ToAccount}, listed(user, friend.ToAccount, friend.ValueItem)...))
	}
	wantStandard := request.StandardSequence == 0 || request.StandardSequence != user.numbers["standard"]
	wantCustom := request.CustomSequence != user.numbers["custom"]
	want := [][]string{}
	for _, id := range user.friends {
		if wantStandard || wantCustom {
			want = append(want, append([]string{id}, user.tags(id, wantStandard, wantCustom)...))
		}
	}
	require.Equal(t, want, got)
	require.Equal(t, len(user.friends) == 0, response.UserDataItem == nil)
	require.Equal(t, user.numbers["standard"], response.StandardSequence)
	require.Equal(t, user.numbers["custom"], response.CustomSequence)
	require.Equal(t, int64(len(user.friends)), response.FriendNum)
	require.Equal(t, []int64{1, 0}, []int64{response.CompleteFlag, response.NextStartIndex})
}

func (w *world) compareBlocked(t *rapid.T, user *person, sequence int64) {
	got := []string{}
	for page, err := range gen.BlackListGetPages(
		t.Context(), w.client, gen.BlackListGetRequest{FromAccount: user.id, MaxLimited: 2, LastSequence: sequence},
	) {
		require.NoError(t, err)
		require.Equal(t, user.numbers["blocked"], page.CurrentSequence)
		for _, item := range page.BlackListItem {
			got = append(got, item.ToAccount)
		}
	}
	want := append([]string{}, user.blocked...)
	if sequence != 0 && sequence == user.numbers["blocked"] {
		want = []string{}
	}
	require.Equal(t, want, got)
}

func (w *world) compareLists(t *rapid.T, user *person, request gen.GroupGetRequest) {
	response, err := w.client.GroupGet(t.Context(), request)
	require.NoError(t, err)
	require.Equal(t, user.numbers["lists"], response.CurrentSequence)
	want := []gen.GroupGetResultItem{}
	for _, name := range user.lists {
		isWanted := slices.Contains(request.GroupName, name)
		if len(request.GroupName) == 0 {
			isWanted = request.LastSequence != user.numbers["lists"]
		}
		item := gen.GroupGetResultItem{GroupName: name, FriendNumber: int64(len(user.members[name]))}
		if request.NeedFriend == gen.NeedFriendTypeYes {
			item.ToAccount = append([]string{}, user.members[name]...)
		}
		if isWanted {
			want = append(want, item)
		}
	}
	require.Equal(t, want, response.ResultItem)
}

func (w *world) compareNamed(t *rapid.T, user *person) {
	request := gen.FriendGetListRequest{
		FromAccount: user.id, ToAccount: some(t, "named", anyone),
		TagList: []gen.Tag{
			gen.TagGroup, gen.TagRemark, "Tag_Profile_IM_Image", gen.TagAddSource, gen.TagAddWording, gen.TagAddTime,
			"Tag_SNS_Custom_A", "Tag_SNS_Custom_B", "Tag_Profile_IM_Nick",
		},
	}
	response, err := w.client.FriendGetList(t.Context(), request)
	require.NoError(t, err)
	for i, id := range request.ToAccount {
		item := response.InfoItem[i]
		switch {
		case w.model.users[id] == nil:
			require.Equal(t, gen.CodeAccountNotFound, item.ResultCode)
		case !user.isFriend(id):
			require.Equal(t, gen.CodeInvalidParameter, item.ResultCode)
		default:
			require.Zero(t, item.ResultCode)
			want := append(user.tags(id, true, true), "Tag_Profile_IM_Nick") // an empty one
			require.Equal(t, want, listed(user, id, item.SnsProfileItem))
		}
	}
}

func (w *world) compareChecks(t *rapid.T, user *person) {
	ids := append([]string{"nobody"}, people...)
	for _, both := range []bool{true, false} {
		friends, err := w.client.FriendCheck(t.Context(), gen.FriendCheckRequest{
			FromAccount: user.id, ToAccount: ids, CheckType: pick(both, gen.FriendCheckTypeBoth, gen.FriendCheckTypeSingle),
		})
		require.NoError(t, err)
		blocked, err := w.client.BlackListCheck(t.Context(), gen.BlackListCheckRequest{
			FromAccount: user.id, ToAccount: ids, CheckType: pick(
				both, gen.BlackListCheckTypeBoth, gen.BlackListCheckTypeSingle,
			),
		})
		require.NoError(t, err)
		require.Equal(t, []string{"nobody"}, friends.FailAccount)
		require.Equal(t, []string{"nobody"}, blocked.FailAccount)
		for i, id := range ids[1:] {
			other := w.model.users[id]
			relation := between(user.isFriend(id), both && other.isFriend(user.id))
			require.Equal(
				t, "CheckResult_Type_"+pick(relation == "", "NoRelation", relation), string(friends.InfoItem[i+1].Relation),
			)
			relation = between(isIn(user.blocked, id), both && isIn(other.blocked, user.id))
			require.Equal(
				t, "BlackCheckResult_Type_"+pick(relation == "", "NO", relation), string(blocked.BlackListCheckItem[i+1].Relation),
			)
		}
	}
}

func pick[V any](first bool, a, b V) V {
	if first {
		return a
	}
	return b
}

func between(aHasB, bHasA bool) string {
	names := map[[2]bool]string{{true, true}: "BothWay", {true, false}: "AWithB", {false, true}: "BWithA"}
	return names[[2]bool{aHasB, bHasA}]
}

// compareResults compares the codes with the model's, the list of failed accounts with the codes, and the texts of
// successes with success.
func compareResults(t *rapid.T, success string, want []gen.ErrorCode, items []gen.ResultItem, failed []string) {
	got := []gen.ErrorCode{}
	var wantFailed []string
	for _, item := range items {
		got = append(got, item.ResultCode)
		if item.ResultCode == 0 {
			assert.Equal(t, success, item.ResultInfo)
		} else {
			assert.NotEmpty(t, item.ResultInfo)
		}
		if item.ResultCode != 0 && item.ResultCode != gen.CodeConfirmationPending {
			wantFailed = append(wantFailed, item.ToAccount)
		}
	}
	require.Equal(t, want, got)
	require.Equal(t, wantFailed, failed)
}
