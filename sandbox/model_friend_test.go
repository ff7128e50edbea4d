package sandbox_test

import (
	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/sandbox"
)

// targetCode returns the code for an account that a write cannot name, and 0 for any other.
func (m *model) targetCode(from, to string) gen.ErrorCode {
	if from == to {
		return gen.CodeInvalidParameter
	}
	if m.users[to] == nil {
		return gen.CodeAccountMismatch
	}
	return 0
}

func areTooLong(remark, wording string, lists ...string) bool {
	for _, list := range lists {
		if len(list) > 30 {
			return true
		}
	}
	return len(remark) > 96 || len(wording) > 256
}

func (m *model) friendAdd(request gen.FriendAddRequest) []gen.ErrorCode {
	return batch(m, request.AddFriendItem, func(item gen.FriendAddItem) gen.ErrorCode {
		from, to := m.users[request.FromAccount], m.users[item.ToAccount]
		if code := m.targetCode(request.FromAccount, item.ToAccount); code != 0 {
			return code
		}
		both := request.AddType != gen.AddTypeSingle
		already := from.isFriend(to.id) && (!both || to.isFriend(from.id))
		switch {
		case areTooLong(item.Remark, item.AddWording, item.GroupName), item.AddSource == "", already:
			return gen.CodeInvalidParameter
		case isIn(from.blocked, to.id):
			return gen.CodePeerBlocked
		case isIn(to.blocked, from.id):
			return gen.CodeBlockedByPeer
		case request.ForceAddFlags == gen.ForceAddFlagsForced, to.allow == sandbox.AllowAny:
		case to.allow == sandbox.DenyAny:
			return gen.CodePeerDeniesRequests
		default:
			to.addWaiting(waiting{from.id, item, both})
			return gen.CodeConfirmationPending
		}
		from.makeFriends(to, item, both)
		return 0
	})
}

func (p *person) makeFriends(to *person, item gen.FriendAddItem, both bool) {
	p.note(to.id, item.Remark, item.AddSource, item.AddWording, 0)
	to.removeWaiting(p.id)
	if item.GroupName != "" {
		p.join(item.GroupName, to.id)
	}
	if both && !to.isFriend(p.id) {
		to.note(p.id, "", item.AddSource, item.AddWording, 0)
	}
	if both {
		p.removeWaiting(to.id)
	}
}

func (m *model) acceptRequests(id string) {
	m.update(func() {
		for _, request := range m.users[id].waiting {
			m.users[request.from].makeFriends(m.users[id], request.item, request.both)
		}
		m.users[id].waiting = nil
	})
}

func isIn(names []string, name string) bool {
	return len(without(names, name)) < len(names)
}

func (p *person) note(id, remark, source, wording string, time int64) {
	note := p.add(id)
	note.source = source
	if remark != "" {
		note.remark = remark
	}
	if wording != "" {
		note.wording = wording
	}
	if time != 0 {
		note.time = time
	}
}

func (m *model) friendImport(request gen.FriendImportRequest) []gen.ErrorCode {
	return batch(m, request.AddFriendItem, func(item gen.FriendImportItem) gen.ErrorCode {
		from := m.users[request.FromAccount]
		if code := m.targetCode(request.FromAccount, item.ToAccount); code != 0 {
			return code
		}
		if areTooLong(item.Remark, item.AddWording, item.GroupName...) {
			return gen.CodeInvalidParameter
		}
		from.note(item.ToAccount, item.Remark, item.AddSource, item.AddWording, item.AddTime)
		m.users[item.ToAccount].removeWaiting(from.id)
		for _, name := range item.GroupName {
			from.join(name, item.ToAccount)
		}
		for _, custom := range item.CustomItem {
			if custom.Tag != "" && !custom.Value.IsZero() {
				from.custom[item.ToAccount][custom.Tag] = custom.Value
			}
		}
		return 0
	})
}

func (m *model) friendUpdate(request gen.FriendUpdateRequest) []gen.ErrorCode {
	return batch(m, request.UpdateItem, func(item gen.FriendUpdateItem) gen.ErrorCode {
		from := m.users[request.FromAccount]
		if code := m.targetCode(request.FromAccount, item.ToAccount); code != 0 {
			return code
		}
		if !from.isFriend(item.ToAccount) {
			return gen.CodeInvalidParameter
		}
		last := map[gen.Tag]rest.Value{}
		for _, tag := range item.SnsItem {
			if !isAllowed(tag) {
				return gen.CodeInvalidParameter
			}
			last[tag.Tag] = tag.Value
		}
		for tag, value := range last {
			from.set(item.ToAccount, tag, value)
		}
		return 0
	})
}

func isAllowed(item gen.SnsItem) bool {
	text, isText := item.Value.Text()
	names, isArray := item.Value.Strings()
	if item.Tag == gen.TagRemark {
		return isText && len(text) <= 96
	}
	if item.Tag == gen.TagGroup {
		return isArray && !areTooLong("", "", names...) && !isIn(names, "")
	}
	return !isArray && len(text) <= 500
}

func (p *person) set(id string, tag gen.Tag, value rest.Value) {
	if tag == gen.TagRemark {
		p.notes[id].remark = value.String()
		return
	}
	if tag != gen.TagGroup {
		p.custom[id][tag] = value
		return
	}
	names, _ := value.Strings()
	for name := range p.members {
		if !isIn(names, name) {
			p.members[name] = without(p.members[name], id)
		}
	}
	for _, name := range names {
		p.join(name, id)
	}
}

func (m *model) friendDelete(request gen.FriendDeleteRequest) []gen.ErrorCode {
	return batch(m, request.ToAccount, func(id string) gen.ErrorCode {
		from, to := m.users[request.FromAccount], m.users[id]
		if code := m.targetCode(request.FromAccount, id); code != 0 {
			return code
		}
		both := request.DeleteType == gen.DeleteTypeBoth
		if !from.isFriend(id) && (!both || !to.isFriend(from.id)) {
			return gen.CodeNotFriends
		}
		from.drop(id)
		if both {
			to.drop(from.id)
		}
		return 0
	})
}

func (m *model) friendDeleteAll(request gen.FriendDeleteAllRequest) {
	from := m.users[request.FromAccount]
	m.update(func() {
		for _, id := range from.friends {
			from.drop(id)
			if request.DeleteType == gen.DeleteTypeBoth {
				m.users[id].drop(from.id)
			}
		}
	})
}
