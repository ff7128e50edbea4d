package sandbox

import (
	"sync"
	"time"

	"github.com/timsns/timsns/gen"
)

// state is all that the service remembers. Behaviours run while mutex is held.
type state struct {
	mutex    sync.Mutex
	accounts map[string]*account
	changes  changes
	calls    map[string]int // how often each command was carried out
}

func newState() *state {
	return &state{accounts: map[string]*account{}, changes: changes{}, calls: map[string]int{}}
}

// peer returns the account that a write of owner's names, or the error of an account that it cannot name.
func (s *state) peer(owner *account, userID string) (*account, error) {
	found, ok := s.accounts[userID]
	switch {
	case userID == owner.userID:
		return nil, fail(gen.CodeInvalidParameter, "To_Account is From_Account itself")
	case !ok:
		return nil, refuse(gen.CodeAccountMismatch)
	}
	return found, nil
}

// existing returns the account that a command looks at: one without anything, and a failure, if there is none.
func (s *state) existing(userID string) (*account, result) {
	if found, ok := s.accounts[userID]; ok {
		return found, result{}
	}
	return &account{}, resultOf(refuse(gen.CodeAccountNotFound))
}

func (s *state) add(userID string) *account {
	if s.accounts[userID] == nil {
		s.accounts[userID] = &account{userID: userID, allow: AllowAny, changes: s.changes}
	}
	return s.accounts[userID]
}

// command runs with the state to itself, and settles what it changed.
func (s *state) command(run func()) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	defer s.changes.settle()
	run()
}

// addToList makes friends of owner, one way, and puts them into a list.
func (s *state) addToList(owner, listName string, added time.Time, friends ...string) {
	account := s.add(owner)
	target := account.list(listName)
	for _, userID := range friends {
		s.add(userID)
		s.befriend(account, userID, added)
		account.join(target, userID)
	}
}

func (s *state) befriend(owner *account, userID string, added time.Time) *friend {
	friend, isNew := owner.befriend(userID)
	if isNew {
		friend.addTime, friend.source = added.Unix(), "AddSource_Type_Sandbox"
	}
	return friend
}
