package sandbox

import (
	"slices"

	"github.com/timsns/timsns/gen"
)

// The vendor's limits of what is noted about a friend, in bytes.
const (
	longestRemark   = 96
	longestWording  = 256
	longestListName = 30
	longestCustom   = 500
)

func (s *state) friendUpdate(owner *account, command gen.FriendUpdateRequest) (*gen.FriendUpdateResponse, error) {
	items, failed := each(command.UpdateItem,
		func(item gen.FriendUpdateItem) string { return item.ToAccount },
		func(item gen.FriendUpdateItem) error { return s.updateFriend(owner, item) })
	return &gen.FriendUpdateResponse{ResultItem: items, FailAccount: failed}, nil
}

// updateFriend sets all of the tags or, our reading, none.
func (s *state) updateFriend(owner *account, item gen.FriendUpdateItem) error {
	if _, err := s.peer(owner, item.ToAccount); err != nil {
		return err
	}
	known, ok := owner.friends.get(item.ToAccount)
	if !ok {
		return fail(gen.CodeInvalidParameter, "To_Account is no friend of From_Account")
	}
	var lists []string
	for _, tag := range item.SnsItem {
		if err := checkTag(tag.Tag, tag.Value); err != nil {
			return err
		}
		if names, ok := tag.Value.Strings(); ok {
			lists = names // of a tag that is named twice, the last one counts
		}
	}
	if !owner.hasRoomFor(lists) {
		return refuse(gen.CodeListLimitExceeded)
	}
	for tag, value := range lastOfEach(item.SnsItem) {
		owner.setTag(item.ToAccount, known, tag, value)
	}
	return nil
}

func lastOfEach(items []gen.SnsItem) map[gen.Tag]gen.TagValue {
	tags := map[gen.Tag]gen.TagValue{}
	for _, item := range items {
		tags[item.Tag] = item.Value
	}
	return tags
}

// checkTag returns the error of a value that its tag cannot have.
func checkTag(tag gen.Tag, value gen.TagValue) error {
	text, isText := value.Text()
	names, isArray := value.Strings()
	_, isInteger := value.Integer()
	switch {
	case tag == gen.TagRemark:
		return checkText(tag, text, isText, longestRemark)
	case tag == gen.TagGroup:
		return checkListNames(string(tag), names, isArray)
	case isInteger:
		return nil
	}
	return checkText(tag, text, isText, longestCustom)
}

func checkText(tag gen.Tag, text string, isText bool, limit int) error {
	switch {
	case !isText:
		return fail(gen.CodeInvalidParameter, string(tag)+": the value has a wrong type")
	case len(text) > limit:
		return tooLong(string(tag), limit)
	}
	return nil
}

func checkListNames(field string, names []string, isArray bool) error {
	isWrong := func(name string) bool { return name == "" || len(name) > longestListName }
	switch {
	case !isArray:
		return fail(gen.CodeInvalidParameter, field+": want an array of strings")
	case len(names) > mostLists, slices.ContainsFunc(names, isWrong):
		return fail(gen.CodeInvalidParameter, field+": want at most 32 names, each of 1 to 30 bytes")
	}
	return nil
}

func (a *account) setTag(userID string, known *friend, tag gen.Tag, value gen.TagValue) {
	if text, _ := value.Text(); tag == gen.TagRemark {
		assign(a, partStandard, &known.remark, text)
	} else if names, _ := value.Strings(); tag == gen.TagGroup {
		a.moveTo(userID, names)
	} else {
		a.setCustom(known, tag, value)
	}
}

// moveTo takes a friend out of all lists but the named ones, which it joins.
func (a *account) moveTo(userID string, names []string) {
	for _, list := range a.lists {
		if !slices.Contains(names, list.name) {
			a.leave(list, userID)
		}
	}
	for _, name := range names {
		a.join(a.list(name), userID)
	}
}
