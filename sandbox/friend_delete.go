package sandbox

import (
	"slices"

	"github.com/timsns/timsns/gen"
)

// friendDelete deletes one way if DeleteType is missing: our reading.
func (s *state) friendDelete(owner *account, command gen.FriendDeleteRequest) (*gen.FriendDeleteResponse, error) {
	items, _ := eachAccount(command.ToAccount, func(userID string) error {
		peer, err := s.peer(owner, userID)
		if err != nil {
			return err
		}
		wasFriend := owner.unfriend(userID)
		if command.DeleteType == gen.DeleteTypeBoth && peer.unfriend(owner.userID) {
			wasFriend = true
		}
		if !wasFriend {
			return refuse(gen.CodeNotFriends)
		}
		return nil
	})
	return &gen.FriendDeleteResponse{ResultItem: items}, nil
}

func (s *state) friendDeleteAll(owner *account, command gen.FriendDeleteAllRequest) (*gen.FriendDeleteAllResponse, error) {
	for _, userID := range slices.Clone(owner.friends.keys) {
		owner.unfriend(userID)
		if command.DeleteType == gen.DeleteTypeBoth {
			s.accounts[userID].unfriend(owner.userID)
		}
	}
	return &gen.FriendDeleteAllResponse{}, nil
}
