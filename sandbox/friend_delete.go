package sandbox

import (
	"slices"

	"github.com/timsns/timsns/gen"
)

// friendDelete deletes one way if DeleteType is missing. This is our interpretation.
func (s *state) friendDelete(owner *account, request gen.FriendDeleteRequest) (*gen.FriendDeleteResponse, error) {
	items, _ := applyEachAccount(wordingOfFriendDelete, request.ToAccount, func(userID string) error {
		target, err := s.targetOf(owner, userID)
		if err != nil {
			return err
		}
		wasFriend := owner.removeFriend(userID)
		if request.DeleteType == gen.DeleteTypeBoth && target.removeFriend(owner.userID) {
			wasFriend = true
		}
		if !wasFriend {
			return errorFor(gen.CodeNotFriends)
		}
		return nil
	})
	return &gen.FriendDeleteResponse{ResultItem: items}, nil
}

func (s *state) friendDeleteAll(
	owner *account, request gen.FriendDeleteAllRequest,
) (*gen.FriendDeleteAllResponse, error) {
	for _, userID := range slices.Clone(owner.friends.keys) {
		owner.removeFriend(userID)
		if request.DeleteType == gen.DeleteTypeBoth {
			s.accounts[userID].removeFriend(owner.userID)
		}
	}
	return &gen.FriendDeleteAllResponse{}, nil
}
