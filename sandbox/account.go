package sandbox

import (
	"maps"
	"slices"

	"github.com/timsns/timsns/gen"
)

// The vendor's limits for one user.
const (
	mostFriends = 3000
	mostLists   = 32
	mostBlocked = 1000
	mostPending = 100
)

// account is a user of the app.
type account struct {
	userID    string
	friends   ordered[*friend]
	lists     []*list
	blocked   ordered[int64] // when each account was blocked, in Unix seconds
	pending   ordered[request]
	allow     AllowType
	forbidden bool // to request friendship
	sequences [parts]int64
	changes   changes
}

// friend is what a user noted about another.
type friend struct {
	remark, source, wording string
	addTime                 int64 // Unix seconds
	custom                  map[gen.Tag]gen.TagValue
}

// list is a named friend list. Its members are friends of its owner, in the order in which they were added.
type list struct {
	name    string
	members []string
}

// part is a part of an account that has a sequence of its own.
type part int

const (
	partLists     part = iota // names and members of lists
	partStandard              // the friends, and their standard tags
	partCustom                // their custom tags
	partBlocklist             // the blocklist
	parts         = iota
)

// changes are the parts of accounts that the command under way changed.
type changes map[*account]*[parts]bool

// settle lets the sequence of each changed part grow by one, however much of it changed.
func (c changes) settle() {
	for account, changed := range c {
		for part, isChanged := range changed {
			if isChanged {
				account.sequences[part]++
			}
		}
	}
	clear(c)
}

func (a *account) changed(part part) {
	if a.changes[a] == nil {
		a.changes[a] = &[parts]bool{}
	}
	a.changes[a][part] = true
}

// sequenceAfter returns the sequence that a part has when the command under way is over.
func (a *account) sequenceAfter(part part) int64 {
	if changed := a.changes[a]; changed != nil && changed[part] {
		return a.sequences[part] + 1
	}
	return a.sequences[part]
}

// assign sets what is noted about a friend, if it is something else than before.
func assign[V comparable](a *account, part part, field *V, value V) {
	if *field != value {
		*field = value
		a.changed(part)
	}
}

// befriend returns a friend, new or known.
func (a *account) befriend(userID string) (_ *friend, isNew bool) {
	if known, ok := a.friends.get(userID); ok {
		return known, false
	}
	added := &friend{custom: map[gen.Tag]gen.TagValue{}}
	a.friends.set(userID, added)
	a.changed(partStandard)
	return added, true
}

// unfriend removes a friend, from all lists too, and returns false if there is none.
func (a *account) unfriend(userID string) bool {
	known, ok := a.friends.get(userID)
	if !ok {
		return false
	}
	for _, list := range a.lists {
		a.leave(list, userID)
	}
	if len(known.custom) > 0 {
		a.changed(partCustom)
	}
	a.friends.delete(userID)
	a.changed(partStandard)
	return true
}

// setCustom sets a custom tag of a friend.
func (a *account) setCustom(known *friend, tag gen.Tag, value gen.TagValue) {
	if !known.custom[tag].Equal(value) {
		known.custom[tag] = value
		a.changed(partCustom)
	}
}

func (a *account) find(name string) *list {
	if index := slices.IndexFunc(a.lists, func(l *list) bool { return l.name == name }); index >= 0 {
		return a.lists[index]
	}
	return nil
}

// list returns a list, which is made if it is not there.
func (a *account) list(name string) *list {
	if known := a.find(name); known != nil {
		return known
	}
	added := &list{name: name}
	a.lists = append(a.lists, added)
	a.changed(partLists)
	return added
}

// hasRoomFor tells whether the account may have lists of these names, too.
func (a *account) hasRoomFor(names []string) bool {
	added := map[string]bool{}
	for _, name := range names {
		if a.find(name) == nil {
			added[name] = true
		}
	}
	return len(added) == 0 || len(a.lists)+len(added) <= mostLists
}

func (a *account) join(list *list, userID string) {
	if !slices.Contains(list.members, userID) {
		list.members = append(list.members, userID)
		a.changed(partLists)
		a.changed(partStandard)
	}
}

func (a *account) leave(list *list, userID string) {
	if index := slices.Index(list.members, userID); index >= 0 {
		list.members = slices.Delete(list.members, index, index+1)
		a.changed(partLists)
		a.changed(partStandard)
	}
}

// listsOf returns the names of the lists that a friend is in.
func (a *account) listsOf(userID string) []string {
	var names []string
	for _, list := range a.lists {
		if slices.Contains(list.members, userID) {
			names = append(names, list.name)
		}
	}
	return names
}

// customTags returns the names of a friend's custom tags in their order.
func (f *friend) customTags() []gen.Tag {
	return slices.Sorted(maps.Keys(f.custom))
}
