package sandbox

import (
	"fmt"
	"time"

	"github.com/timsns/timsns/gen"
)

// request is what a friendship is to be like.
type request struct {
	remark, source, wording string
	lists                   []string
	addTime                 int64 // Unix seconds, 0 for now
	custom                  map[gen.Tag]gen.TagValue
	bothWays                bool
}

func (s *state) friendAdd(owner *account, command gen.FriendAddRequest) (*gen.FriendAddResponse, error) {
	items, failed := each(command.AddFriendItem,
		func(item gen.FriendAddItem) string { return item.ToAccount },
		func(item gen.FriendAddItem) error {
			wanted := request{
				remark: item.Remark, source: item.AddSource, wording: item.AddWording, lists: listNames(item.GroupName),
				bothWays: command.AddType != gen.AddTypeSingle,
			}
			return s.addFriend(owner, item.ToAccount, wanted, command.ForceAddFlags == gen.ForceAddFlagsForced)
		})
	return &gen.FriendAddResponse{ResultItem: items, FailAccount: failed}, nil
}

func listNames(name string) []string {
	if name == "" {
		return nil
	}
	return []string{name}
}

// addFriend adds a friend, or leaves a request with one who confirms requests first. In which order a service finds
// fault is our reading; so is that force does not go before a blocklist.
func (s *state) addFriend(owner *account, userID string, wanted request, force bool) error {
	peer, err := s.peer(owner, userID)
	if err != nil {
		return err
	}
	if err := wanted.check(); err != nil {
		return err
	}
	switch {
	case owner.blocked.has(userID):
		return refuse(gen.CodePeerBlocked)
	case peer.blocked.has(owner.userID):
		return refuse(gen.CodeBlockedByPeer)
	}
	areFriends := owner.friends.has(userID) && (!wanted.bothWays || peer.friends.has(owner.userID))
	if !areFriends && !force {
		if err := ask(owner, peer, wanted); err != nil {
			return err
		}
	}
	return s.makeFriends(owner, peer, wanted)
}

// check counts bytes, as the vendor's limits do; the document can only count characters.
func (r *request) check() error {
	switch {
	case len(r.remark) > longestRemark:
		return tooLong("Remark", longestRemark)
	case len(r.wording) > longestWording:
		return tooLong("AddWording", longestWording)
	}
	if err := checkListNames("GroupName", r.lists, true); err != nil {
		return err
	}
	for tag, value := range r.custom {
		if err := checkTag(tag, value); err != nil {
			return err
		}
	}
	return nil
}

func tooLong(name string, limit int) error {
	return fail(gen.CodeInvalidParameter, fmt.Sprintf("%s: want at most %d bytes", name, limit))
}

// ask returns nil if peer takes the request.
func ask(owner, peer *account, wanted request) error {
	switch {
	case owner.forbidden:
		return refuse(gen.CodeRequestForbidden)
	case peer.allow == DenyAny:
		return refuse(gen.CodePeerDeniesRequests)
	case peer.allow != NeedConfirm:
		return nil
	case !peer.pending.has(owner.userID) && peer.pending.len() >= mostPending:
		return refuse(gen.CodePendingLimitExceeded)
	}
	peer.pending.set(owner.userID, wanted)
	return refuse(gen.CodeConfirmationPending)
}

// makeFriends makes peer a friend of owner, and the other way round if that is wanted, or sets what is noted about one
// who is a friend already.
func (s *state) makeFriends(owner, peer *account, wanted request) error {
	switch {
	case !owner.friends.has(peer.userID) && owner.friends.len() >= mostFriends:
		return refuse(gen.CodeFriendLimitExceeded)
	case wanted.bothWays && !peer.friends.has(owner.userID) && peer.friends.len() >= mostFriends:
		return refuse(gen.CodePeerFriendLimitExceeded)
	case !owner.hasRoomFor(wanted.lists):
		return refuse(gen.CodeListLimitExceeded)
	}
	owner.note(peer.userID, wanted)
	peer.pending.delete(owner.userID)
	if wanted.bothWays {
		if !peer.friends.has(owner.userID) {
			peer.note(owner.userID, request{source: wanted.source, wording: wanted.wording})
		}
		owner.pending.delete(peer.userID)
	}
	return nil
}

// note makes a friend, or sets the given fields of one.
func (a *account) note(userID string, wanted request) {
	friend, isNew := a.befriend(userID)
	if isNew && wanted.addTime == 0 {
		wanted.addTime = time.Now().Unix()
	}
	if wanted.addTime != 0 {
		assign(a, partStandard, &friend.addTime, wanted.addTime)
	}
	if wanted.remark != "" {
		assign(a, partStandard, &friend.remark, wanted.remark)
	}
	if wanted.wording != "" {
		assign(a, partStandard, &friend.wording, wanted.wording)
	}
	assign(a, partStandard, &friend.source, wanted.source)
	for _, name := range wanted.lists {
		a.join(a.list(name), userID)
	}
	for tag, value := range wanted.custom {
		a.setCustom(friend, tag, value)
	}
}
