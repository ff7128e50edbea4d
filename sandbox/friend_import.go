package sandbox

import "github.com/timsns/timsns/gen"

// friendImport heeds neither blocklists nor what an account allows: our reading.
func (s *state) friendImport(owner *account, command gen.FriendImportRequest) (*gen.FriendImportResponse, error) {
	items, failed := each(command.AddFriendItem,
		func(item gen.FriendImportItem) string { return item.ToAccount },
		func(item gen.FriendImportItem) error { return s.importFriend(owner, item) })
	return &gen.FriendImportResponse{ResultItem: items, FailAccount: failed}, nil
}

func (s *state) importFriend(owner *account, item gen.FriendImportItem) error {
	peer, err := s.peer(owner, item.ToAccount)
	if err != nil {
		return err
	}
	wanted := request{
		remark: item.Remark, source: item.AddSource, wording: item.AddWording, lists: item.GroupName,
		addTime: item.AddTime, custom: map[gen.Tag]gen.TagValue{},
	}
	for _, custom := range item.CustomItem {
		wanted.custom[custom.Tag] = custom.Value // of a tag that is named twice, the last one counts
	}
	if err := wanted.check(); err != nil {
		return err
	}
	return s.makeFriends(owner, peer, wanted)
}
