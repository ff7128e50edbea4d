package sandbox

import "github.com/timsns/timsns/gen"

// friendImport ignores blocklists and the AllowType of the other account. This is our interpretation.
func (s *state) friendImport(owner *account, request gen.FriendImportRequest) (*gen.FriendImportResponse, error) {
	items, failed := applyEach(wordingOfFriendImport, request.AddFriendItem,
		func(item gen.FriendImportItem) string { return item.ToAccount },
		func(item gen.FriendImportItem) error { return s.importFriend(owner, item) })
	return &gen.FriendImportResponse{ResultItem: items, FailAccount: failed}, nil
}

func (s *state) importFriend(owner *account, item gen.FriendImportItem) error {
	target, err := s.targetOf(owner, item.ToAccount)
	if err != nil {
		return err
	}
	wanted := friendRequest{
		remark: item.Remark, source: item.AddSource, wording: item.AddWording, lists: item.GroupName,
		addTime: item.AddTime, custom: map[gen.Tag]gen.TagValue{},
	}
	for _, custom := range item.CustomItem {
		if custom.Tag != "" && !custom.Value.IsZero() { // an item without them sets nothing
			wanted.custom[custom.Tag] = custom.Value // the last one counts if a tag is repeated
		}
	}
	if err := wanted.validate(); err != nil {
		return err
	}
	return s.makeFriends(owner, target, wanted)
}
