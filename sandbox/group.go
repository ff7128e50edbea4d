package sandbox

import (
	"slices"

	"github.com/timsns/timsns/gen"
)

func (s *state) groupAdd(owner *account, request gen.GroupAddRequest) (*gen.GroupAddResponse, error) {
	if err := validateListNames("GroupName", request.GroupName, true); err != nil {
		return nil, err
	}
	if !owner.hasRoomForLists(request.GroupName) {
		return nil, errorFor(gen.CodeListLimitExceeded)
	}
	for _, name := range request.GroupName {
		owner.ensureList(name)
	}
	response := &gen.GroupAddResponse{}
	if request.ToAccount != nil {
		add := func(userID string) error { return s.addToLists(owner, userID, request.GroupName) }
		response.ResultItem, response.FailAccount = applyEachAccount(wordingOfGroupAdd, request.ToAccount, add)
	}
	response.CurrentSequence = owner.sequenceAfter(sectionLists)
	return response, nil
}

func (s *state) addToLists(owner *account, userID string, names []string) error {
	switch {
	case s.accounts[userID] == nil:
		return errorFor(gen.CodeAccountMismatch)
	case !owner.friends.has(userID):
		return newError(gen.CodeInvalidParameter, noFriendToList)
	}
	for _, name := range names {
		owner.addMember(owner.ensureList(name), userID)
	}
	return nil
}

// groupDelete ignores names of lists that do not exist. This is our interpretation.
func (s *state) groupDelete(owner *account, request gen.GroupDeleteRequest) (*gen.GroupDeleteResponse, error) {
	for _, name := range request.GroupName {
		owner.deleteList(name)
	}
	return &gen.GroupDeleteResponse{CurrentSequence: owner.sequenceAfter(sectionLists)}, nil
}

func (s *state) groupGet(owner *account, request gen.GroupGetRequest) (*gen.GroupGetResponse, error) {
	response := &gen.GroupGetResponse{
		CurrentSequence: owner.sequences[sectionLists], ResultItem: []gen.GroupGetResultItem{},
	}
	for _, list := range owner.lists {
		if isRequested(list, owner, request) {
			response.ResultItem = append(response.ResultItem, listItem(list, request.NeedFriend))
		}
	}
	return response, nil
}

// isRequested reports whether the response includes a list. A list that the request names is always included. Without
// names, no list is included if the caller's sequence is current: our interpretation, since the vendor's page says only
// that the sequence matters in that case.
func isRequested(list *list, owner *account, request gen.GroupGetRequest) bool {
	if len(request.GroupName) > 0 {
		return slices.Contains(request.GroupName, list.name)
	}
	return request.LastSequence != owner.sequences[sectionLists]
}

// listItem includes the members only if the request asks for them, whether or not it names the list, as in the vendor's
// complete sample.
func listItem(list *list, need gen.NeedFriendType) gen.GroupGetResultItem {
	item := gen.GroupGetResultItem{GroupName: list.name, FriendNumber: int64(len(list.members))}
	if need == gen.NeedFriendTypeYes {
		item.ToAccount = append([]string{}, list.members...)
	}
	return item
}
