package sandbox

import (
	"maps"
	"slices"

	"github.com/timsns/timsns/gen"
)

// account is a user of the app.
type account struct {
	userID    string
	friends   ordered[*friend]
	lists     []*list
	blocked   ordered[int64] // when each account was blocked, in Unix seconds
	pending   ordered[friendRequest]
	allow     AllowType
	forbidden bool // from requesting friendship
	sequences [sectionCount]int64
	changes   changes
}

// friend holds what an account recorded about one of its friends.
type friend struct {
	remark, source, wording string
	addTime                 int64 // Unix seconds
	custom                  map[gen.Tag]gen.TagValue
}

// ensureFriend returns the friend with the UserID, which it adds if it does not exist.
func (a *account) ensureFriend(userID string) (_ *friend, isNew bool) {
	if known, ok := a.friends.get(userID); ok {
		return known, false
	}
	added := &friend{custom: map[gen.Tag]gen.TagValue{}}
	a.friends.set(userID, added)
	a.markChanged(sectionStandard)
	return added, true
}

// removeFriend removes a friend, also from all lists, and reports whether there was one.
func (a *account) removeFriend(userID string) bool {
	known, ok := a.friends.get(userID)
	if !ok {
		return false
	}
	for _, list := range a.lists {
		a.removeMember(list, userID)
	}
	if len(known.custom) > 0 {
		a.markChanged(sectionCustom)
	}
	a.friends.delete(userID)
	a.markChanged(sectionStandard)
	return true
}

// setCustom sets a custom tag of a friend.
func (a *account) setCustom(known *friend, tag gen.Tag, value gen.TagValue) {
	if !known.custom[tag].Equal(value) {
		known.custom[tag] = value
		a.markChanged(sectionCustom)
	}
}

// customTags returns the names of a friend's custom tags, sorted.
func (f *friend) customTags() []gen.Tag {
	return slices.Sorted(maps.Keys(f.custom))
}
