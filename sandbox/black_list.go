package sandbox

import (
	"time"

	"github.com/timsns/timsns/gen"
)

func (s *state) blackListAdd(owner *account, command gen.BlackListAddRequest) (*gen.BlackListAddResponse, error) {
	items, failed := eachAccount(command.ToAccount, func(userID string) error {
		_, err := s.peer(owner, userID)
		switch {
		case err != nil:
			return err
		case owner.blocked.has(userID):
			return fail(gen.CodeInvalidParameter, "To_Account is blocked already")
		case owner.blocked.len() >= mostBlocked:
			return refuse(gen.CodeBlocklistLimitExceeded)
		}
		s.block(owner, userID, time.Now())
		return nil
	})
	return &gen.BlackListAddResponse{ResultItem: items, FailAccount: failed}, nil
}

// block ends the friendship, both ways, and requests for it.
func (s *state) block(owner *account, userID string, now time.Time) {
	peer := s.add(userID)
	owner.blocked.set(userID, now.Unix())
	owner.changed(partBlocklist)
	owner.unfriend(userID)
	peer.unfriend(owner.userID)
	owner.pending.delete(userID)
	peer.pending.delete(owner.userID)
}

func (s *state) blackListDelete(owner *account, command gen.BlackListDeleteRequest) (*gen.BlackListDeleteResponse, error) {
	items, failed := eachAccount(command.ToAccount, func(userID string) error {
		switch {
		case s.accounts[userID] == nil:
			return refuse(gen.CodeAccountNotFound)
		case !owner.blocked.has(userID):
			return fail(gen.CodeInvalidParameter, "To_Account is not blocked")
		}
		owner.blocked.delete(userID)
		owner.changed(partBlocklist)
		return nil
	})
	return &gen.BlackListDeleteResponse{ResultItem: items, FailAccount: failed}, nil
}

func (s *state) blackListGet(owner *account, command gen.BlackListGetRequest) (*gen.BlackListGetResponse, error) {
	response := &gen.BlackListGetResponse{
		BlackListItem:   []gen.BlackListItem{},
		CurrentSequence: owner.sequences[partBlocklist],
	}
	if command.LastSequence == response.CurrentSequence {
		return response, nil
	}
	blocked, next := owner.blocked.page(command.StartIndex, command.MaxLimited)
	for userID, since := range blocked {
		response.BlackListItem = append(response.BlackListItem, gen.BlackListItem{ToAccount: userID, AddBlackTimeStamp: since})
	}
	response.StartIndex = next
	return response, nil
}

var blockRelations = relations[gen.BlackListRelation]{
	none: gen.BlackListRelationNone, aWithB: gen.BlackListRelationAWithB,
	bWithA: gen.BlackListRelationBWithA, bothWay: gen.BlackListRelationBothWay,
}

func (s *state) blackListCheck(owner *account, command gen.BlackListCheckRequest) (*gen.BlackListCheckResponse, error) {
	response := &gen.BlackListCheckResponse{BlackListCheckItem: []gen.BlackListCheckItem{}}
	response.FailAccount = look(command.ToAccount, func(userID string) result {
		peer, result := s.existing(userID)
		isBlockedBy := command.CheckType == gen.BlackListCheckTypeBoth && peer.blocked.has(owner.userID)
		response.BlackListCheckItem = append(response.BlackListCheckItem, gen.BlackListCheckItem{
			ToAccount: userID, Relation: blockRelations.of(owner.blocked.has(userID), isBlockedBy),
			ResultCode: result.code, ResultInfo: result.info,
		})
		return result
	})
	return response, nil
}
