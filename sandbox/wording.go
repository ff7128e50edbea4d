package sandbox

import (
	"errors"

	"github.com/timsns/timsns/gen"
)

// The symbols with which the service distinguishes the failures that share code 30001. Only these are known: other
// failures have a sentence in ResultInfo.
const (
	alreadyFriend   = "Err_SNS_FriendAdd_Friend_Exist"
	illegalSource   = "Err_SNS_FriendAdd_Source_Illegal"
	alreadyBlocked  = "Err_SNS_BlackListAdd_Already_Exist"
	noFriendToList  = "Err_SNS_GroupAdd_Friend_Not_Exist"
	noFriendToFetch = "Err_SNS_FriendGetList_Friend_Not_Exist"
)

// wording is how the service words the results of an operation.
type wording struct {
	success string                   // the ResultInfo of a success
	symbols map[gen.ErrorCode]string // of the codes whose symbol is known
}

var (
	wordingOfFriendAdd = wording{symbols: map[gen.ErrorCode]string{
		gen.CodeAccountMismatch:    "Err_SNS_FriendAdd_SdkAppId_Illegal",
		gen.CodePeerDeniesRequests: "Err_SNS_FriendAdd_Friend_Allow_Type_Forbid",
	}}
	wordingOfFriendImport = wording{symbols: map[gen.ErrorCode]string{
		gen.CodeAccountMismatch:     "Err_SNS_FriendImport_SdkAppId_Illegal",
		gen.CodeFriendLimitExceeded: "Err_SNS_FriendImport_My_Friend_Num_Exceed_Threshold",
	}}
	wordingOfFriendUpdate = wording{}
	wordingOfFriendDelete = wording{success: "OK", symbols: map[gen.ErrorCode]string{
		gen.CodeNotFriends: "Err_SNS_FriendDelete_Not_Friend",
	}}
	wordingOfBlackListAdd = wording{success: "OK", symbols: map[gen.ErrorCode]string{
		gen.CodeAccountMismatch: "Err_SNS_BlackListAdd_SdkAppId_Illegal",
	}}
	wordingOfBlackListDelete = wording{success: "OK"}
	wordingOfGroupAdd        = wording{symbols: map[gen.ErrorCode]string{
		gen.CodeAccountMismatch: "ERR_SDKAPPID_ILLEGAL",
	}}
)

// resultOf converts the error of an item to its result.
func (w wording) resultOf(err error) result {
	failure, ok := errors.AsType[*serviceError](err)
	if !ok {
		return result{info: w.success}
	}
	if symbol := w.symbols[failure.code]; symbol != "" && failure.info == "" {
		return result{failure.code, symbol}
	}
	return result{failure.code, failure.text()}
}
