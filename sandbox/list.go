package sandbox

import "slices"

// list is a named friend list. Its members are friends of its owner, in the order in which they were added.
type list struct {
	name    string
	members []string
}

// findList returns the list with a name, or nil.
func (a *account) findList(name string) *list {
	if index := slices.IndexFunc(a.lists, func(l *list) bool { return l.name == name }); index >= 0 {
		return a.lists[index]
	}
	return nil
}

// ensureList returns the list with the name, which it creates if it does not exist.
func (a *account) ensureList(name string) *list {
	if known := a.findList(name); known != nil {
		return known
	}
	added := &list{name: name}
	a.lists = append(a.lists, added)
	a.markChanged(sectionLists)
	return added
}

// hasRoomForLists reports whether the account may have lists with these names in addition to its own.
func (a *account) hasRoomForLists(names []string) bool {
	added := map[string]bool{}
	for _, name := range names {
		if a.findList(name) == nil {
			added[name] = true
		}
	}
	return len(added) == 0 || len(a.lists)+len(added) <= maxLists
}

// deleteList deletes the list with the name, if it exists. Its members remain friends.
func (a *account) deleteList(name string) {
	deleted := a.findList(name)
	if deleted == nil {
		return
	}
	for _, userID := range slices.Clone(deleted.members) {
		a.removeMember(deleted, userID)
	}
	a.lists = slices.DeleteFunc(a.lists, func(l *list) bool { return l == deleted })
	a.markChanged(sectionLists)
}

func (a *account) addMember(list *list, userID string) {
	if !slices.Contains(list.members, userID) {
		list.members = append(list.members, userID)
		a.markChanged(sectionLists)
		a.markChanged(sectionStandard)
	}
}

func (a *account) removeMember(list *list, userID string) {
	if index := slices.Index(list.members, userID); index >= 0 {
		list.members = slices.Delete(list.members, index, index+1)
		a.markChanged(sectionLists)
		a.markChanged(sectionStandard)
	}
}

// setLists makes a friend a member of exactly the named lists.
func (a *account) setLists(userID string, names []string) {
	for _, list := range a.lists {
		if !slices.Contains(names, list.name) {
			a.removeMember(list, userID)
		}
	}
	for _, name := range names {
		a.addMember(a.ensureList(name), userID)
	}
}

// listsOf returns the names of the lists that contain a friend.
func (a *account) listsOf(userID string) []string {
	var names []string
	for _, list := range a.lists {
		if slices.Contains(list.members, userID) {
			names = append(names, list.name)
		}
	}
	return names
}
