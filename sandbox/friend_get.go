package sandbox

import (
	"iter"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
)

// friendGet sends no friends if both sequences are current. It always sends the pages after the first one: our
// interpretation, since clients may send the sequences of the first page with the second one.
func (s *state) friendGet(owner *account, request gen.FriendGetRequest) (*gen.FriendGetResponse, error) {
	response := &gen.FriendGetResponse{
		FriendNum: int64(owner.friends.len()), CompleteFlag: 1,
		StandardSequence: owner.sequences[sectionStandard], CustomSequence: owner.sequences[sectionCustom],
	}
	if owner.friends.len() > 0 { // otherwise UserDataItem is absent
		response.UserDataItem = []gen.UserDataItem{}
	}
	hasStandard := request.StandardSequence == response.StandardSequence
	hasCustom := request.CustomSequence == response.CustomSequence
	if hasStandard && hasCustom {
		if request.StartIndex == 0 {
			return response, nil
		}
		hasStandard, hasCustom = false, false
	}
	friends, next := owner.friends.page(request.StartIndex, friendsPerPage)
	for userID, friend := range friends {
		response.UserDataItem = append(response.UserDataItem, gen.UserDataItem{
			ToAccount: userID, ValueItem: owner.tags(userID, friend, !hasStandard, !hasCustom),
		})
	}
	if response.NextStartIndex = next; next != 0 {
		response.CompleteFlag = 0
	}
	return response, nil
}

// tags returns the standard tags, the custom tags or both of a friend, as far as they have a value.
func (a *account) tags(userID string, friend *friend, standard, custom bool) []gen.TagItem {
	items := []gen.TagItem{}
	if standard {
		for tag, value := range a.standardTags(userID, friend) {
			items = append(items, gen.TagItem{Tag: tag, Value: value})
		}
	}
	if custom {
		for _, tag := range friend.customTags() {
			items = append(items, gen.TagItem{Tag: tag, Value: friend.custom[tag]})
		}
	}
	return items
}

func (a *account) standardTags(userID string, friend *friend) iter.Seq2[gen.Tag, gen.TagValue] {
	return func(yield func(gen.Tag, gen.TagValue) bool) {
		if lists := a.listsOf(userID); lists != nil && !yield(gen.TagGroup, rest.StringsValue(lists...)) {
			return
		}
		texts := []struct {
			tag  gen.Tag
			text string
		}{{gen.TagRemark, friend.remark}, {gen.TagAddSource, friend.source}, {gen.TagAddWording, friend.wording}}
		for _, text := range texts {
			if text.text != "" && !yield(text.tag, rest.StringValue(text.text)) {
				return
			}
		}
		yield(gen.TagAddTime, rest.IntegerValue(friend.addTime))
	}
}

// nickname is the one tag of a profile that the service returns without a value too.
const nickname gen.Tag = "Tag_Profile_IM_Nick"

// friendGetList returns no profile tags except for an empty nickname, since the sandbox has no profiles.
func (s *state) friendGetList(owner *account, request gen.FriendGetListRequest) (*gen.FriendGetListResponse, error) {
	response := &gen.FriendGetListResponse{InfoItem: []gen.FriendGetListInfoItem{}}
	response.FailAccount = checkEach(request.ToAccount, func(userID string) result {
		items, err := s.selectTags(owner, userID, request.TagList)
		result := resultOf(err)
		response.InfoItem = append(response.InfoItem, gen.FriendGetListInfoItem{
			ToAccount: userID, SnsProfileItem: items, ResultCode: result.code, ResultInfo: result.info,
		})
		return result
	})
	return response, nil
}

// selectTags returns the wanted tags of a friend, in the given order.
func (s *state) selectTags(owner *account, userID string, wanted []gen.Tag) ([]gen.TagItem, error) {
	if s.accounts[userID] == nil {
		return nil, errorFor(gen.CodeAccountNotFound)
	}
	friend, ok := owner.friends.get(userID)
	if !ok {
		return nil, newError(gen.CodeInvalidParameter, noFriendToFetch)
	}
	values := map[gen.Tag]gen.TagValue{nickname: rest.StringValue("")}
	for _, item := range owner.tags(userID, friend, true, true) {
		values[item.Tag] = item.Value
	}
	items := []gen.TagItem{}
	for _, tag := range wanted {
		if value, ok := values[tag]; ok {
			items = append(items, gen.TagItem{Tag: tag, Value: value})
		}
	}
	return items, nil
}
