package sandbox

import "github.com/timsns/timsns/gen"

var friendRelations = relations[gen.FriendRelation]{
	none: gen.FriendRelationNone, aWithB: gen.FriendRelationAWithB,
	bWithA: gen.FriendRelationBWithA, bothWay: gen.FriendRelationBothWay,
}

func (s *state) friendCheck(owner *account, request gen.FriendCheckRequest) (*gen.FriendCheckResponse, error) {
	response := &gen.FriendCheckResponse{InfoItem: []gen.FriendCheckInfoItem{}}
	response.FailAccount = checkEach(request.ToAccount, func(userID string) result {
		target, result := s.lookup(userID)
		isFriendOf := request.CheckType == gen.FriendCheckTypeBoth && target.friends.has(owner.userID)
		response.InfoItem = append(response.InfoItem, gen.FriendCheckInfoItem{
			ToAccount: userID, Relation: friendRelations.of(owner.friends.has(userID), isFriendOf),
			ResultCode: result.code, ResultInfo: result.info,
		})
		return result
	})
	return response, nil
}
