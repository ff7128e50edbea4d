package sandbox

import (
	"iter"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
)

// friendsOnPage is how many friends a page has. The service's own number is not documented; that of the command's
// predecessor was 100.
const friendsOnPage = 100

func (s *state) friendGet(owner *account, command gen.FriendGetRequest) (*gen.FriendGetResponse, error) {
	response := &gen.FriendGetResponse{
		FriendNum: int64(owner.friends.len()), CompleteFlag: 1,
		StandardSequence: owner.sequences[partStandard], CustomSequence: owner.sequences[partCustom],
		UserDataItem: []gen.UserDataItem{},
	}
	hasStandard := command.StandardSequence == response.StandardSequence
	hasCustom := command.CustomSequence == response.CustomSequence
	if hasStandard && hasCustom {
		return response, nil
	}
	friends, next := owner.friends.page(command.StartIndex, friendsOnPage)
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

// tags returns the tags of a friend that have a value.
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

// friendGetList knows no profiles, so that their tags have no value.
func (s *state) friendGetList(owner *account, command gen.FriendGetListRequest) (*gen.FriendGetListResponse, error) {
	response := &gen.FriendGetListResponse{InfoItem: []gen.FriendGetListInfoItem{}}
	response.FailAccount = look(command.ToAccount, func(userID string) result {
		items, err := s.pick(owner, userID, command.TagList)
		result := resultOf(err)
		response.InfoItem = append(response.InfoItem, gen.FriendGetListInfoItem{
			ToAccount: userID, SnsProfileItem: items, ResultCode: result.code, ResultInfo: result.info,
		})
		return result
	})
	return response, nil
}

// pick returns the wanted tags of a friend in the order in which they are wanted.
func (s *state) pick(owner *account, userID string, wanted []gen.Tag) ([]gen.TagItem, error) {
	if s.accounts[userID] == nil {
		return nil, refuse(gen.CodeAccountNotFound)
	}
	friend, ok := owner.friends.get(userID)
	if !ok {
		return nil, fail(gen.CodeInvalidParameter, "To_Account is no friend of From_Account")
	}
	values := map[gen.Tag]gen.TagValue{}
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
