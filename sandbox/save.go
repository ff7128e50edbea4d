package sandbox

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/gen"
)

// savedState is the data of the service as Save writes it, and as a person may write it for Load.
type savedState struct {
	Accounts []savedAccount
}

type savedAccount struct {
	UserID    string
	AllowType AllowType            `json:",omitzero"`
	Forbidden bool                 `json:",omitzero"` // from requesting friendship
	Friends   []savedFriend        `json:",omitempty"`
	Lists     []savedList          `json:",omitempty"`
	Blocked   []savedBlock         `json:",omitempty"`
	Pending   []savedRequest       `json:",omitempty"`
	Sequences *[sectionCount]int64 `json:",omitzero"` // of lists, standard tags, custom tags and blocklist
}

type savedFriend struct {
	UserID     string
	Remark     string                   `json:",omitzero"`
	AddSource  string                   `json:",omitzero"`
	AddWording string                   `json:",omitzero"`
	AddTime    int64                    `json:",omitzero"` // Unix seconds
	Custom     map[gen.Tag]gen.TagValue `json:",omitempty"`
}

type savedList struct {
	Name    string
	Members []string `json:",omitempty"`
}

type savedBlock struct {
	UserID string
	Time   int64 `json:",omitzero"` // Unix seconds
}

// savedRequest is a friend request that waits for the account to confirm it.
type savedRequest struct {
	savedFriend `json:",inline"`

	Lists    []string `json:",omitempty"`
	BothWays bool     `json:",omitzero"`
}

// Save writes the data of all accounts as JSON, sorted by UserID.
func (s *Sandbox) Save(w io.Writer) error {
	s.state.mutex.Lock()
	saved := savedState{Accounts: []savedAccount{}}
	for _, userID := range slices.Sorted(maps.Keys(s.state.accounts)) {
		saved.Accounts = append(saved.Accounts, s.state.accounts[userID].save())
	}
	text, err := json.Marshal(saved, json.Deterministic(true), jsontext.WithIndent("  "))
	s.state.mutex.Unlock()
	if err != nil {
		return fmt.Errorf("sandbox: %w", err)
	}
	_, err = w.Write(append(text, '\n'))
	return err
}

// Load replaces the data of all accounts by what Save wrote. In a text that a person writes, only the UserIDs are
// required. Accounts that it mentions and does not describe exist too, and members of a list are friends. Limits are
// ignored. If Load returns an error, it has changed nothing.
func (s *Sandbox) Load(r io.Reader) error {
	var saved savedState
	if err := json.UnmarshalRead(r, &saved, json.RejectUnknownMembers(true)); err != nil {
		return fmt.Errorf("sandbox: want the data of accounts: %s", strings.TrimPrefix(err.Error(), "json: "))
	}
	loaded := newState()
	for i, account := range saved.Accounts {
		if err := account.check(); err != nil {
			return fmt.Errorf("sandbox: Accounts[%d].%w", i, err)
		}
		loaded.load(account)
	}
	s.state.mutex.Lock()
	defer s.state.mutex.Unlock()
	s.state.accounts, s.state.changes = loaded.accounts, loaded.changes
	return nil
}

func (a *account) save() savedAccount {
	saved := savedAccount{UserID: a.userID, Forbidden: a.forbidden, Sequences: &a.sequences}
	if a.allow != AllowAny {
		saved.AllowType = a.allow
	}
	for _, userID := range a.friends.keys {
		friend := a.friends.values[userID]
		saved.Friends = append(saved.Friends, savedFriend{
			userID, friend.remark, friend.source, friend.wording, friend.addTime, friend.custom,
		})
	}
	for _, list := range a.lists {
		saved.Lists = append(saved.Lists, savedList{list.name, list.members})
	}
	for _, userID := range a.blocked.keys {
		saved.Blocked = append(saved.Blocked, savedBlock{userID, a.blocked.values[userID]})
	}
	for _, userID := range a.pending.keys {
		request := a.pending.values[userID]
		saved.Pending = append(saved.Pending, savedRequest{
			savedFriend{userID, request.remark, request.source, request.wording, request.addTime, request.custom},
			request.lists, request.bothWays,
		})
	}
	return saved
}
