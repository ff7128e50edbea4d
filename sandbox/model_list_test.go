package sandbox_test

import "github.com/timsns/timsns/gen"

func (m *model) blackListAdd(request gen.BlackListAddRequest) []gen.ErrorCode {
	return batch(m, request.ToAccount, func(id string) gen.ErrorCode {
		from, to := m.users[request.FromAccount], m.users[id]
		if code := m.targetCode(request.FromAccount, id); code != 0 {
			return code
		}
		if isIn(from.blocked, id) {
			return gen.CodeInvalidParameter
		}
		from.blocked = append(from.blocked, id)
		from.drop(id)
		to.drop(from.id)
		from.removeWaiting(id)
		to.removeWaiting(from.id)
		return 0
	})
}

func (m *model) blackListDelete(request gen.BlackListDeleteRequest) []gen.ErrorCode {
	return batch(m, request.ToAccount, func(id string) gen.ErrorCode {
		from := m.users[request.FromAccount]
		if m.users[id] == nil {
			return gen.CodeAccountNotFound
		}
		if !isIn(from.blocked, id) {
			return gen.CodeInvalidParameter
		}
		from.blocked = without(from.blocked, id)
		return 0
	})
}

// groupAdd returns the code of the call and the codes of the accounts.
func (m *model) groupAdd(request gen.GroupAddRequest) (gen.ErrorCode, []gen.ErrorCode) {
	from := m.users[request.FromAccount]
	if areTooLong("", "", request.GroupName...) {
		return gen.CodeInvalidParameter, nil
	}
	var codes []gen.ErrorCode
	steps := []func(){}
	for _, name := range request.GroupName {
		steps = append(steps, func() { from.join(name, "") })
	}
	for _, id := range request.ToAccount {
		steps = append(steps, func() { codes = append(codes, m.addToLists(from, id, request.GroupName)) })
	}
	m.update(steps...)
	return 0, codes
}

func (m *model) addToLists(from *person, id string, names []string) gen.ErrorCode {
	switch {
	case m.users[id] == nil:
		return gen.CodeAccountMismatch
	case !from.isFriend(id):
		return gen.CodeInvalidParameter
	}
	for _, name := range names {
		from.join(name, id)
	}
	return 0
}

func (m *model) groupDelete(request gen.GroupDeleteRequest) {
	from := m.users[request.FromAccount]
	m.update(func() {
		for _, name := range request.GroupName {
			from.lists = without(from.lists, name)
			delete(from.members, name)
		}
	})
}
