package sandbox_test

import (
	"fmt"
	"maps"
	"slices"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/sandbox"
)

// model is what a service is said to do, in the simplest terms: no cleverness, and nothing shared with the sandbox. It
// finds out what a command changed by comparing texts. Its methods return the code of each account of a batch.
type model struct {
	users map[string]*person
}

// person is a user as the model has it.
type person struct {
	id      string
	allow   sandbox.AllowType
	friends []string         // in order
	notes   map[string]*note // of each friend
	lists   []string         // in order
	members map[string][]string
	blocked []string                          // in order
	waiting []waiting                         // requests that this user has to confirm, in order
	numbers map[string]int64                  // the sequence of each part
	custom  map[string]map[gen.Tag]rest.Value // custom tags of each friend
}

// waiting is a request for friendship that waits.
type waiting struct {
	from string
	item gen.FriendAddItem
	both bool
}

type note struct {
	remark, source, wording string
	time                    int64 // 0 if the service made it
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

// texts says all that the sequences count, part by part.
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

// command lets the sequence of a part grow by one if any of the steps changes it.
func (m *model) command(steps ...func()) {
	changed := map[*person]map[string]bool{}
	for _, step := range steps {
		before := map[*person]map[string]string{}
		for _, user := range m.users {
			before[user] = user.texts()
		}
		step()
		for _, user := range m.users {
			for _, part := range []string{"lists", "standard", "custom", "blocked"} {
				if user.texts()[part] != before[user][part] {
					if changed[user] == nil {
						changed[user] = map[string]bool{}
					}
					changed[user][part] = true
				}
			}
		}
	}
	for user, parts := range changed {
		for part := range parts {
			user.numbers[part]++
		}
	}
}

// batch runs each for one item after another and returns the codes.
func batch[Item any](m *model, items []Item, each func(Item) gen.ErrorCode) []gen.ErrorCode {
	codes := []gen.ErrorCode{}
	var steps []func()
	for _, item := range items {
		steps = append(steps, func() { codes = append(codes, each(item)) })
	}
	m.command(steps...)
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

// wait takes a request, in the place of an older one of the same account.
func (p *person) wait(request waiting) {
	for i := range p.waiting {
		if p.waiting[i].from == request.from {
			p.waiting[i] = request
			return
		}
	}
	p.waiting = append(p.waiting, request)
}

func (p *person) waitNoMore(from string) {
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

// tags returns the standard tags that have a value, but for the time, and then the custom ones.
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
