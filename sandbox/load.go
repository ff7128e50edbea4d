package sandbox

import (
	"cmp"
	"fmt"
	"time"
)

// longestUserID is the limit of a UserID in bytes.
const longestUserID = 32

// check returns an error that starts with the name of the invalid field.
func (a savedAccount) check() error {
	switch a.AllowType {
	case "", AllowAny, NeedConfirm, DenyAny:
	default:
		return fmt.Errorf("AllowType: want %s, %s or %s, got %q", AllowAny, NeedConfirm, DenyAny, a.AllowType)
	}
	for place, userID := range a.mentioned {
		if userID == "" || len(userID) > longestUserID {
			return fmt.Errorf("%s: want a UserID of 1 to %d bytes, got %q", place, longestUserID, userID)
		}
	}
	for i, list := range a.Lists {
		if list.Name == "" {
			return fmt.Errorf("Lists[%d].Name: want the name of a list, got an empty string", i)
		}
	}
	return nil
}

// mentioned iterates over all UserIDs, each with its place.
func (a savedAccount) mentioned(yield func(place, userID string) bool) {
	type mention struct{ place, userID string }
	all := []mention{{"UserID", a.UserID}}
	for i, friend := range a.Friends {
		all = append(all, mention{fmt.Sprintf("Friends[%d].UserID", i), friend.UserID})
	}
	for i, list := range a.Lists {
		for j, userID := range list.Members {
			all = append(all, mention{fmt.Sprintf("Lists[%d].Members[%d]", i, j), userID})
		}
	}
	for i, block := range a.Blocked {
		all = append(all, mention{fmt.Sprintf("Blocked[%d].UserID", i), block.UserID})
	}
	for i, request := range a.Pending {
		all = append(all, mention{fmt.Sprintf("Pending[%d].UserID", i), request.UserID})
	}
	for _, one := range all {
		if !yield(one.place, one.userID) {
			return
		}
	}
}

// load adds an account, and those that it mentions.
func (s *state) load(saved savedAccount) {
	for _, userID := range saved.mentioned {
		s.ensureAccount(userID)
	}
	account := s.ensureAccount(saved.UserID)
	account.forbidden = saved.Forbidden
	if saved.AllowType != "" {
		account.allow = saved.AllowType
	}
	for _, friend := range saved.Friends {
		account.saveFriend(friend.UserID, friend.request())
	}
	for _, list := range saved.Lists {
		account.ensureList(list.Name)
		s.addToList(saved.UserID, list.Name, time.Now(), list.Members...)
	}
	for _, block := range saved.Blocked {
		account.blocked.set(block.UserID, cmp.Or(block.Time, time.Now().Unix()))
		account.markChanged(sectionBlocklist)
	}
	for _, pending := range saved.Pending {
		account.pending.set(pending.UserID, pending.request())
	}
	s.changes.commit()
	if saved.Sequences != nil {
		account.sequences = *saved.Sequences
	}
}

func (f savedFriend) request() friendRequest {
	return friendRequest{
		remark: f.Remark, source: f.AddSource, wording: f.AddWording, addTime: f.AddTime, custom: f.Custom,
	}
}

func (r savedRequest) request() friendRequest {
	request := r.savedFriend.request()
	request.lists, request.bothWays = r.Lists, r.BothWays
	return request
}
