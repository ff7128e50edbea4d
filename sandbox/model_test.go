package sandbox_test

import (
	"fmt"
	"maps"
	"slices"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/sandbox"
)

// model is the specified behaviour of the service in the simplest form. It shares no code with the sandbox, and detects
// changes by comparing texts. Its methods return the code for each account of a batch.
type model struct {
	users map[string]*person
}

// person is an account in the model.
type person struct {
	id      string
	allow   sandbox.AllowType
	friends []string         // in order
	notes   map[string]*note // of each friend
	lists   []string         // in order
	members map[string][]string
	blocked []string                          // in order
	waiting []waiting                         // requests that this account has to confirm, in order
	numbers map[string]int64                  // the sequence of each section
	custom  map[string]map[gen.Tag]rest.Value // custom tags of each friend
}

// waiting is a pending friend request.
type waiting struct {
	from string
	item gen.FriendAddItem
	both bool
}

type note struct {
	remark, source, wording string
	time                    int64 // 0 if the service chose it
}

func newModel(users map[string]sandbox.AllowType) *model {
	m := &model{users: map[string]*person{}}
	for id, allow := range users {
		m.users[id] = &person{
			id: id, allow: allow, notes: map[string]*note{}, members: map[string][]string{},
			numbers: map[string]int64{}, custom: map[string]map[gen.Tag]rest.Value{},
		}
	}
	return m
}

// texts returns the content of each section that has a sequence, by section.
func (p *person) texts() map[string]string {
	texts := map[string]string{"lists": fmt.Sprint(p.lists, p.members), "blocked": fmt.Sprint(p.blocked)}
	for _, friend := range p.friends {
		texts["standard"] += fmt.Sprint(friend, *p.notes[friend], p.listsOf(friend), ";")
		if len(p.custom[friend]) > 0 {
			texts["custom"] += fmt.Sprint(friend, p.custom[friend])
		}
	}
	return texts
}

// update increments the sequence of each section by one if any of the steps changes the section.
func (m *model) update(steps ...func()) {
	changed := map[*person]map[string]bool{}
	for _, step := range steps {
		before := map[*person]map[string]string{}
		for _, user := range m.users {
			before[user] = user.texts()
		}
		step()
		for _, user := range m.users {
			for _, section := range []string{"lists", "standard", "custom", "blocked"} {
				if user.texts()[section] != before[user][section] {
					if changed[user] == nil {
						changed[user] = map[string]bool{}
					}
					changed[user][section] = true
				}
			}
		}
	}
	for user, sections := range changed {
		for section := range sections {
			user.numbers[section]++
		}
	}
}

// batch calls each for every item and returns the codes.
func batch[Item any](m *model, items []Item, each func(Item) gen.ErrorCode) []gen.ErrorCode {
	codes := []gen.ErrorCode{}
	var steps []func()
	for _, item := range items {
		steps = append(steps, func() { codes = append(codes, each(item)) })
	}
	m.update(steps...)
	return codes
}

func (p *person) listsOf(friend string) []string {
	names := []string{}
	for _, name := range p.lists {
		if slices.Contains(p.members[name], friend) {
			names = append(names, name)
		}
	}
	return names
}

func (p *person) isFriend(id string) bool { return slices.Contains(p.friends, id) }

func without(names []string, name string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(n string) bool { return n == name })
}

func (p *person) add(id string) *note {
	if !p.isFriend(id) {
		p.friends = append(p.friends, id)
		p.notes[id] = &note{}
		p.custom[id] = map[gen.Tag]rest.Value{}
	}
	return p.notes[id]
}

func (p *person) drop(id string) {
	p.friends = without(p.friends, id)
	delete(p.notes, id)
	delete(p.custom, id)
	for name := range p.members {
		p.members[name] = without(p.members[name], id)
	}
}

// addWaiting stores a request, and replaces an older one from the same account.
func (p *person) addWaiting(request waiting) {
	for i := range p.waiting {
		if p.waiting[i].from == request.from {
			p.waiting[i] = request
			return
		}
	}
	p.waiting = append(p.waiting, request)
}

func (p *person) removeWaiting(from string) {
	p.waiting = slices.DeleteFunc(slices.Clone(p.waiting), func(w waiting) bool { return w.from == from })
}

func (p *person) join(name, id string) {
	if !slices.Contains(p.lists, name) {
		p.lists = append(p.lists, name)
		p.members[name] = []string{}
	}
	if id != "" && !slices.Contains(p.members[name], id) {
		p.members[name] = append(p.members[name], id)
	}
}

// tags returns the standard tags that have a value, and then the custom tags.
func (p *person) tags(id string, standard, custom bool) []string {
	tags := []string{}
	note := p.notes[id]
	if lists := p.listsOf(id); standard && len(lists) > 0 {
		tags = append(tags, fmt.Sprint(gen.TagGroup, lists))
	}
	for _, text := range []struct {
		tag  gen.Tag
		text string
	}{{gen.TagRemark, note.remark}, {gen.TagAddSource, note.source}, {gen.TagAddWording, note.wording}} {
		if standard && text.text != "" {
			tags = append(tags, fmt.Sprint(text.tag, text.text))
		}
	}
	if standard {
		tags = append(tags, fmt.Sprint(gen.TagAddTime, note.time))
	}
	for _, tag := range slices.Sorted(maps.Keys(p.custom[id])) {
		if custom {
			tags = append(tags, fmt.Sprint(tag, p.custom[id][tag]))
		}
	}
	return tags
}
