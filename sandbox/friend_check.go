package sandbox

import "github.com/timsns/timsns/gen"

var friendRelations = relations[gen.FriendRelation]{
	none: gen.FriendRelationNone, aWithB: gen.FriendRelationAWithB,
	bWithA: gen.FriendRelationBWithA, bothWay: gen.FriendRelationBothWay,
}

func (s *state) friendCheck(owner *account, command gen.FriendCheckRequest) (*gen.FriendCheckResponse, error) {
	response := &gen.FriendCheckResponse{InfoItem: []gen.FriendCheckInfoItem{}}
	response.FailAccount = look(command.ToAccount, func(userID string) result {
		peer, result := s.existing(userID)
		isFriendOf := command.CheckType == gen.FriendCheckTypeBoth && peer.friends.has(owner.userID)
		response.InfoItem = append(response.InfoItem, gen.FriendCheckInfoItem{
			ToAccount: userID, Relation: friendRelations.of(owner.friends.has(userID), isFriendOf),
			ResultCode: result.code, ResultInfo: result.info,
		})
		return result
	})
	return response, nil
}
