package sandbox

import "github.com/timsns/timsns/gen"

func (s *state) friendUpdate(owner *account, request gen.FriendUpdateRequest) (*gen.FriendUpdateResponse, error) {
	items, failed := applyEach(wordingOfFriendUpdate, request.UpdateItem,
		func(item gen.FriendUpdateItem) string { return item.ToAccount },
		func(item gen.FriendUpdateItem) error { return s.updateFriend(owner, item) })
	return &gen.FriendUpdateResponse{ResultItem: items, FailAccount: failed}, nil
}

// updateFriend sets all tags, or none if one is invalid. This is our interpretation.
func (s *state) updateFriend(owner *account, item gen.FriendUpdateItem) error {
	if _, err := s.targetOf(owner, item.ToAccount); err != nil {
		return err
	}
	known, ok := owner.friends.get(item.ToAccount)
	if !ok {
		return newError(gen.CodeInvalidParameter, "To_Account is no friend of From_Account")
	}
	var lists []string
	for _, tag := range item.SnsItem {
		if err := validateTag(tag.Tag, tag.Value); err != nil {
			return err
		}
		if names, ok := tag.Value.Strings(); ok {
			lists = names // the last one counts if a tag is repeated
		}
	}
	if !owner.hasRoomForLists(lists) {
		return errorFor(gen.CodeListLimitExceeded)
	}
	for tag, value := range lastValues(item.SnsItem) {
		owner.setTag(item.ToAccount, known, tag, value)
	}
	return nil
}

func lastValues(items []gen.SnsItem) map[gen.Tag]gen.TagValue {
	tags := map[gen.Tag]gen.TagValue{}
	for _, item := range items {
		tags[item.Tag] = item.Value
	}
	return tags
}

func (a *account) setTag(userID string, known *friend, tag gen.Tag, value gen.TagValue) {
	if text, _ := value.Text(); tag == gen.TagRemark {
		setField(a, sectionStandard, &known.remark, text)
	} else if names, _ := value.Strings(); tag == gen.TagGroup {
		a.setLists(userID, names)
	} else {
		a.setCustom(known, tag, value)
	}
}
