package sandbox

import (
	"time"

	"github.com/timsns/timsns/gen"
)

// friendRequest describes the friendship that an operation requests.
type friendRequest struct {
	remark, source, wording string
	lists                   []string
	addTime                 int64 // Unix seconds, 0 for now
	custom                  map[gen.Tag]gen.TagValue
	bothWays                bool
}

func (s *state) friendAdd(owner *account, request gen.FriendAddRequest) (*gen.FriendAddResponse, error) {
	items, failed := applyEach(wordingOfFriendAdd, request.AddFriendItem,
		func(item gen.FriendAddItem) string { return item.ToAccount },
		func(item gen.FriendAddItem) error {
			wanted := friendRequest{
				remark: item.Remark, source: item.AddSource, wording: item.AddWording, lists: listNames(item.GroupName),
				bothWays: request.AddType != gen.AddTypeSingle,
			}
			return s.addFriend(owner, item.ToAccount, wanted, request.ForceAddFlags == gen.ForceAddFlagsForced)
		})
	return &gen.FriendAddResponse{ResultItem: items, FailAccount: failed}, nil
}

func listNames(name string) []string {
	if name == "" {
		return nil
	}
	return []string{name}
}

// addFriend adds a friend, or stores a pending request if the other account confirms requests first. The order of the
// checks is our interpretation, and so is that force does not override a blocklist, and that a one-way friend is no
// friend yet if the request is for both ways.
func (s *state) addFriend(owner *account, userID string, wanted friendRequest, force bool) error {
	target, err := s.targetOf(owner, userID)
	if err != nil {
		return err
	}
	if err := wanted.validate(); err != nil {
		return err
	}
	switch {
	case wanted.source == "":
		return newError(gen.CodeInvalidParameter, illegalSource)
	case owner.friends.has(userID) && (!wanted.bothWays || target.friends.has(owner.userID)):
		return newError(gen.CodeInvalidParameter, alreadyFriend)
	case owner.blocked.has(userID):
		return errorFor(gen.CodePeerBlocked)
	case target.blocked.has(owner.userID):
		return errorFor(gen.CodeBlockedByPeer)
	}
	if !force {
		if err := requestFriendship(owner, target, wanted); err != nil {
			return err
		}
	}
	return s.makeFriends(owner, target, wanted)
}

// requestFriendship returns nil if target accepts the request at once. Otherwise it returns an error, even if the
// request now waits to be confirmed.
func requestFriendship(owner, target *account, wanted friendRequest) error {
	switch {
	case owner.forbidden:
		return errorFor(gen.CodeRequestForbidden)
	case target.allow == DenyAny:
		return errorFor(gen.CodePeerDeniesRequests)
	case target.allow != NeedConfirm:
		return nil
	case !target.pending.has(owner.userID) && target.pending.len() >= maxPending:
		return errorFor(gen.CodePendingLimitExceeded)
	}
	target.pending.set(owner.userID, wanted)
	return errorFor(gen.CodeConfirmationPending)
}

// makeFriends makes target a friend of owner, and owner a friend of target if the request is for both ways. If target
// is a friend already, it updates the friend's fields.
func (s *state) makeFriends(owner, target *account, wanted friendRequest) error {
	switch {
	case !owner.friends.has(target.userID) && owner.friends.len() >= maxFriends:
		return errorFor(gen.CodeFriendLimitExceeded)
	case wanted.bothWays && !target.friends.has(owner.userID) && target.friends.len() >= maxFriends:
		return errorFor(gen.CodePeerFriendLimitExceeded)
	case !owner.hasRoomForLists(wanted.lists):
		return errorFor(gen.CodeListLimitExceeded)
	}
	owner.saveFriend(target.userID, wanted)
	target.pending.delete(owner.userID)
	if wanted.bothWays {
		if !target.friends.has(owner.userID) {
			target.saveFriend(owner.userID, friendRequest{source: wanted.source, wording: wanted.wording})
		}
		owner.pending.delete(target.userID)
	}
	return nil
}

// saveFriend adds a friend, or updates the fields of one that are set in wanted.
func (a *account) saveFriend(userID string, wanted friendRequest) {
	friend, isNew := a.ensureFriend(userID)
	if isNew && wanted.addTime == 0 {
		wanted.addTime = time.Now().Unix()
	}
	if wanted.addTime != 0 {
		setField(a, sectionStandard, &friend.addTime, wanted.addTime)
	}
	if wanted.remark != "" {
		setField(a, sectionStandard, &friend.remark, wanted.remark)
	}
	if wanted.wording != "" {
		setField(a, sectionStandard, &friend.wording, wanted.wording)
	}
	setField(a, sectionStandard, &friend.source, wanted.source)
	for _, name := range wanted.lists {
		a.addMember(a.ensureList(name), userID)
	}
	for tag, value := range wanted.custom {
		a.setCustom(friend, tag, value)
	}
}
