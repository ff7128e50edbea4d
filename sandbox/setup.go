package sandbox

import "time"

// AllowType tells what becomes of a request for friendship with an account. It is a field of the account's profile,
// Tag_Profile_IM_AllowType.
type AllowType string

// The values of [AllowType].
const (
	AllowAny    AllowType = "AllowType_Type_AllowAny"    // it is granted: what accounts do at first
	NeedConfirm AllowType = "AllowType_Type_NeedConfirm" // it waits for AcceptRequests, with code 30539
	DenyAny     AllowType = "AllowType_Type_DenyAny"     // it is refused, with code 30516
)

// AddAccounts imports accounts. Those that are there already stay as they are.
func (s *Sandbox) AddAccounts(userIDs ...string) {
	s.state.command(func() {
		for _, userID := range userIDs {
			s.state.add(userID)
		}
	})
}

// AddToList makes friends of owner, one way, and puts them into one of the owner's lists, which is made if it is not
// there. Accounts that are not there are imported. It keeps to no limit.
func (s *Sandbox) AddToList(owner, listName string, friends ...string) {
	s.state.command(func() { s.state.addToList(owner, listName, time.Now(), friends...) })
}

// AddFriends makes each of the friends a friend of owner, and the other way round. Accounts that are not there are
// imported. It keeps to no limit.
func (s *Sandbox) AddFriends(owner string, friends ...string) {
	s.state.command(func() {
		account := s.state.add(owner)
		for _, userID := range friends {
			s.state.befriend(account, userID, time.Now())
			s.state.befriend(s.state.add(userID), owner, time.Now())
		}
	})
}

// SetAllowType sets what becomes of requests for friendship with an account, which is imported if it is not there.
func (s *Sandbox) SetAllowType(userID string, allow AllowType) {
	s.state.command(func() { s.state.add(userID).allow = allow })
}

// AcceptRequests confirms all requests for friendship that wait for an account, as its user would do in a client
// program. One that a limit forbids by now is dropped.
func (s *Sandbox) AcceptRequests(userID string) {
	s.state.command(func() {
		account := s.state.add(userID)
		for _, requester := range append([]string{}, account.pending.keys...) {
			waiting, _ := account.pending.get(requester)
			account.pending.delete(requester)
			_ = s.state.makeFriends(s.state.add(requester), account, waiting)
		}
	})
}

// ForbidRequests forbids an account to request friendship, as an administrator may: its requests get code 30009. The
// account is imported if it is not there.
func (s *Sandbox) ForbidRequests(userID string) {
	s.state.command(func() { s.state.add(userID).forbidden = true })
}
