package sandbox

import (
	"time"

	"github.com/timsns/timsns/gen"
)

func (s *state) blackListAdd(owner *account, request gen.BlackListAddRequest) (*gen.BlackListAddResponse, error) {
	items, failed := applyEachAccount(wordingOfBlackListAdd, request.ToAccount, func(userID string) error {
		_, err := s.targetOf(owner, userID)
		switch {
		case err != nil:
			return err
		case owner.blocked.has(userID):
			return newError(gen.CodeInvalidParameter, alreadyBlocked)
		case owner.blocked.len() >= maxBlocked:
			return errorFor(gen.CodeBlocklistLimitExceeded)
		}
		s.block(owner, userID, time.Now())
		return nil
	})
	return &gen.BlackListAddResponse{ResultItem: items, FailAccount: failed}, nil
}

// block adds an account to the blocklist, and ends friendship and pending requests in both directions.
func (s *state) block(owner *account, userID string, now time.Time) {
	target := s.ensureAccount(userID)
	owner.blocked.set(userID, now.Unix())
	owner.markChanged(sectionBlocklist)
	owner.removeFriend(userID)
	target.removeFriend(owner.userID)
	owner.pending.delete(userID)
	target.pending.delete(owner.userID)
}

func (s *state) blackListDelete(
	owner *account, request gen.BlackListDeleteRequest,
) (*gen.BlackListDeleteResponse, error) {
	items, failed := applyEachAccount(wordingOfBlackListDelete, request.ToAccount, func(userID string) error {
		switch {
		case s.accounts[userID] == nil:
			return errorFor(gen.CodeAccountNotFound)
		case !owner.blocked.has(userID):
			return newError(gen.CodeInvalidParameter, "To_Account is not blocked")
		}
		owner.blocked.delete(userID)
		owner.markChanged(sectionBlocklist)
		return nil
	})
	return &gen.BlackListDeleteResponse{ResultItem: items, FailAccount: failed}, nil
}

func (s *state) blackListGet(owner *account, request gen.BlackListGetRequest) (*gen.BlackListGetResponse, error) {
	response := &gen.BlackListGetResponse{
		BlackListItem:   []gen.BlackListItem{},
		CurrentSequence: owner.sequences[sectionBlocklist],
	}
	// Only the first page is left out: our interpretation, see friendGet.
	if request.StartIndex == 0 && request.LastSequence == response.CurrentSequence {
		return response, nil
	}
	blocked, next := owner.blocked.page(request.StartIndex, request.MaxLimited)
	for userID, since := range blocked {
		item := gen.BlackListItem{ToAccount: userID, AddBlackTimeStamp: since}
		response.BlackListItem = append(response.BlackListItem, item)
	}
	response.StartIndex = next
	return response, nil
}

var blockRelations = relations[gen.BlackListRelation]{
	none: gen.BlackListRelationNone, aWithB: gen.BlackListRelationAWithB,
	bWithA: gen.BlackListRelationBWithA, bothWay: gen.BlackListRelationBothWay,
}

func (s *state) blackListCheck(
	owner *account, request gen.BlackListCheckRequest,
) (*gen.BlackListCheckResponse, error) {
	response := &gen.BlackListCheckResponse{BlackListCheckItem: []gen.BlackListCheckItem{}}
	response.FailAccount = checkEach(request.ToAccount, func(userID string) result {
		target, result := s.lookup(userID)
		isBlockedBy := request.CheckType == gen.BlackListCheckTypeBoth && target.blocked.has(owner.userID)
		response.BlackListCheckItem = append(response.BlackListCheckItem, gen.BlackListCheckItem{
			ToAccount: userID, Relation: blockRelations.of(owner.blocked.has(userID), isBlockedBy),
			ResultCode: result.code, ResultInfo: result.info,
		})
		return result
	})
	return response, nil
}
