package sandbox

import (
	"sync"
	"time"

	"github.com/timsns/timsns/gen"
)

// state is the data of the service. Operations run while mutex is held.
type state struct {
	mutex    sync.Mutex
	accounts map[string]*account
	changes  changes
	calls    map[string]int // executed calls, by command
}

func newState() *state {
	return &state{accounts: map[string]*account{}, changes: changes{}, calls: map[string]int{}}
}

// targetOf returns the account that a write by owner names, or an error if it is owner itself or does not exist.
func (s *state) targetOf(owner *account, userID string) (*account, error) {
	found, ok := s.accounts[userID]
	switch {
	case userID == owner.userID:
		return nil, newError(gen.CodeInvalidParameter, "To_Account is From_Account itself")
	case !ok:
		return nil, errorFor(gen.CodeAccountMismatch)
	}
	return found, nil
}

// lookup returns the account that a read names. If there is none, it returns an empty account and a failure.
func (s *state) lookup(userID string) (*account, result) {
	if found, ok := s.accounts[userID]; ok {
		return found, result{}
	}
	return &account{}, resultOf(errorFor(gen.CodeAccountNotFound))
}

// ensureAccount returns the account with the UserID, which it adds if it does not exist.
func (s *state) ensureAccount(userID string) *account {
	if s.accounts[userID] == nil {
		s.accounts[userID] = &account{userID: userID, allow: AllowAny, changes: s.changes}
	}
	return s.accounts[userID]
}

// update calls run with exclusive access to the state, and increments the sequences of what it changed.
func (s *state) update(run func()) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	defer s.changes.commit()
	run()
}

// addToList adds one-way friends of owner to one of the owner's lists.
func (s *state) addToList(owner, listName string, added time.Time, friends ...string) {
	account := s.ensureAccount(owner)
	target := account.ensureList(listName)
	for _, userID := range friends {
		s.ensureAccount(userID)
		s.seedFriend(account, userID, added)
		account.addMember(target, userID)
	}
}

// seedFriend adds a friend without any operation, unless it is one already.
func (s *state) seedFriend(owner *account, userID string, added time.Time) *friend {
	friend, isNew := owner.ensureFriend(userID)
	if isNew {
		friend.addTime, friend.source = added.Unix(), "AddSource_Type_Sandbox"
	}
	return friend
}
