package sandbox

import "time"

// AllowType says how an account responds to friend requests. It is a field of the account's profile,
// Tag_Profile_IM_AllowType.
type AllowType string

// The values of [AllowType].
const (
	AllowAny    AllowType = "AllowType_Type_AllowAny"    // accepts them at once; the default
	NeedConfirm AllowType = "AllowType_Type_NeedConfirm" // keeps them, with code 30539, until AcceptRequests is called
	DenyAny     AllowType = "AllowType_Type_DenyAny"     // rejects them with code 30516
)

// AddAccounts adds accounts. It does not change accounts that already exist.
func (s *Sandbox) AddAccounts(userIDs ...string) {
	s.state.update(func() {
		for _, userID := range userIDs {
			s.state.ensureAccount(userID)
		}
	})
}

// AddToList makes accounts one-way friends of owner and adds them to one of the owner's lists. It creates the list and
// the accounts if they do not exist, and ignores the limits.
func (s *Sandbox) AddToList(owner, listName string, friends ...string) {
	s.state.update(func() { s.state.addToList(owner, listName, time.Now(), friends...) })
}

// AddFriends makes each account a mutual friend of owner. It creates accounts that do not exist, and ignores the
// limits.
func (s *Sandbox) AddFriends(owner string, friends ...string) {
	s.state.update(func() {
		account := s.state.ensureAccount(owner)
		for _, userID := range friends {
			s.state.seedFriend(account, userID, time.Now())
			s.state.seedFriend(s.state.ensureAccount(userID), owner, time.Now())
		}
	})
}

// SetAllowType sets how an account responds to friend requests. It creates the account if it does not exist.
func (s *Sandbox) SetAllowType(userID string, allow AllowType) {
	s.state.update(func() { s.state.ensureAccount(userID).allow = allow })
}

// AcceptRequests confirms all pending friend requests to an account, as its user would do in a client program. Requests
// that would exceed a limit are dropped.
func (s *Sandbox) AcceptRequests(userID string) {
	s.state.update(func() {
		account := s.state.ensureAccount(userID)
		for _, requester := range append([]string{}, account.pending.keys...) {
			waiting, _ := account.pending.get(requester)
			account.pending.delete(requester)
			_ = s.state.makeFriends(s.state.ensureAccount(requester), account, waiting)
		}
	})
}

// ForbidRequests forbids an account to request friendship, as an administrator may: its requests fail with code 30009.
// It creates the account if it does not exist.
func (s *Sandbox) ForbidRequests(userID string) {
	s.state.update(func() { s.state.ensureAccount(userID).forbidden = true })
}
