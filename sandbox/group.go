package sandbox

import (
	"slices"

	"github.com/timsns/timsns/gen"
)

func (s *state) groupAdd(owner *account, command gen.GroupAddRequest) (*gen.GroupAddResponse, error) {
	if err := checkListNames("GroupName", command.GroupName, true); err != nil {
		return nil, err
	}
	if !owner.hasRoomFor(command.GroupName) {
		return nil, refuse(gen.CodeListLimitExceeded)
	}
	for _, name := range command.GroupName {
		owner.list(name)
	}
	response := &gen.GroupAddResponse{}
	if command.ToAccount != nil {
		response.ResultItem, response.FailAccount = eachAccount(command.ToAccount, func(userID string) error {
			return s.putIntoLists(owner, userID, command.GroupName)
		})
	}
	response.CurrentSequence = owner.sequenceAfter(partLists)
	return response, nil
}

func (s *state) putIntoLists(owner *account, userID string, names []string) error {
	switch {
	case s.accounts[userID] == nil:
		return refuse(gen.CodeAccountMismatch)
	case !owner.friends.has(userID):
		return refuse(gen.CodeListMemberNotFriend)
	}
	for _, name := range names {
		owner.join(owner.list(name), userID)
	}
	return nil
}

// groupDelete passes over names that no list bears: our reading.
func (s *state) groupDelete(owner *account, command gen.GroupDeleteRequest) (*gen.GroupDeleteResponse, error) {
	for _, name := range command.GroupName {
		owner.deleteList(name)
	}
	return &gen.GroupDeleteResponse{CurrentSequence: owner.sequenceAfter(partLists)}, nil
}

// deleteList deletes a list if it is there. Its members stay friends.
func (a *account) deleteList(name string) {
	doomed := a.find(name)
	if doomed == nil {
		return
	}
	for _, userID := range slices.Clone(doomed.members) {
		a.leave(doomed, userID)
	}
	a.lists = slices.DeleteFunc(a.lists, func(l *list) bool { return l == doomed })
	a.changed(partLists)
}
