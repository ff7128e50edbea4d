package sandbox

import (
	"slices"

	"github.com/timsns/timsns/gen"
)

func (s *state) groupGet(owner *account, request gen.GroupGetRequest) (*gen.GroupGetResponse, error) {
	response := &gen.GroupGetResponse{
		CurrentSequence: owner.sequences[partLists], ResultItem: []gen.GroupGetResultItem{},
	}
	for _, list := range owner.lists {
		if wanted(list, owner, request) {
			response.ResultItem = append(response.ResultItem, listItem(list, request.NeedFriend))
		}
	}
	return response, nil
}

// wanted tells whether a list is part of the answer. Named lists always are. Of all lists none is when the caller's
// sequence is the current one: our reading, since the vendor's page tells only that the sequence counts then.
func wanted(list *list, owner *account, request gen.GroupGetRequest) bool {
	if len(request.GroupName) > 0 {
		return slices.Contains(request.GroupName, list.name)
	}
	return request.LastSequence != owner.sequences[partLists]
}

// listItem holds members only on request: with GroupName too, as the vendor's complete sample has it.
func listItem(list *list, need gen.NeedFriendType) gen.GroupGetResultItem {
	item := gen.GroupGetResultItem{GroupName: list.name, FriendNumber: int64(len(list.members))}
	if need == gen.NeedFriendTypeYes {
		item.ToAccount = append([]string{}, list.members...)
	}
	return item
}
