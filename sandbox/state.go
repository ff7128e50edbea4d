package sandbox

import (
	"slices"
	"sync"

	"github.com/timsns/timsns/gen"
)

// state is all that the service remembers. Behaviours run while mutex is held.
type state struct {
	mutex    sync.Mutex
	accounts map[string]*account
	calls    map[string]int // how often each command was carried out
}

type account struct {
	friends  []string
	lists    []*list
	sequence int64 // grows with each change of the lists
}

// list is a named friend list. Its members are friends of its owner, in the order in which they were added.
type list struct {
	name    string
	members []string
}

func newState() *state {
	return &state{accounts: map[string]*account{}, calls: map[string]int{}}
}

// account returns an imported account, or the error that a command answers without one.
func (s *state) account(userID string) (*account, error) {
	found, ok := s.accounts[userID]
	if !ok {
		return nil, fail(gen.CodeAccountNotFound, "From_Account is no account of this app")
	}
	return found, nil
}

// AddAccounts imports accounts. Those that are there already stay as they are.
func (s *Sandbox) AddAccounts(userIDs ...string) {
	s.state.mutex.Lock()
	defer s.state.mutex.Unlock()
	for _, userID := range userIDs {
		s.state.add(userID)
	}
}

// AddToList makes friends of owner and puts them into one of the owner's lists, which is made if it is not there.
// Accounts that are not there are imported. The sequence of the owner's lists grows by one.
func (s *Sandbox) AddToList(owner, listName string, friends ...string) {
	s.state.mutex.Lock()
	defer s.state.mutex.Unlock()
	account := s.state.add(owner)
	target := account.list(listName)
	for _, friend := range friends {
		s.state.add(friend)
		account.friends = appendNew(account.friends, friend)
		target.members = appendNew(target.members, friend)
	}
	account.sequence++
}

func (s *state) add(userID string) *account {
	if s.accounts[userID] == nil {
		s.accounts[userID] = &account{}
	}
	return s.accounts[userID]
}

func (a *account) list(name string) *list {
	if index := slices.IndexFunc(a.lists, func(l *list) bool { return l.name == name }); index >= 0 {
		return a.lists[index]
	}
	added := &list{name: name}
	a.lists = append(a.lists, added)
	return added
}

func appendNew(names []string, name string) []string {
	if slices.Contains(names, name) {
		return names
	}
	return append(names, name)
}

// addSamples adds the account of the vendor's samples, whose lists stand at sequence 2, and one with names in two
// scripts.
func (s *Sandbox) addSamples() {
	s.AddToList("id", "group1", "friend1")
	s.AddToList("id", "group2", "friend1", "friend2")
	s.AddToList("id", "group3", "friend1", "friend2", "friend3")
	s.state.accounts["id"].sequence = 2
	s.AddToList("alice", "family", "bob")
	s.AddToList("alice", "同学", "carol", "dave")
}
