package sandbox

import (
	"time"

	"github.com/timsns/timsns/rest"
)

// addSamples adds accounts of which the examples of the document come true: that of the vendor's samples, whose lists
// stand at sequence 2; alice with friends both ways and one way, names in two scripts and one whom she blocks; and
// accounts that answer requests for friendship in each way.
func (s *state) addSamples() {
	then := time.Unix(1700000000, 0)
	s.addToList("id", "group1", then, "friend1")
	s.addToList("id", "group2", then, "friend1", "friend2")
	s.addToList("id", "group3", then, "friend1", "friend2", "friend3")
	s.add("id").sequences[partLists] = 1 // settled, 2

	s.addToList("alice", "family", then, "bob")
	s.changes.settle()
	s.addToList("alice", "同学", then, "carol", "dave")
	for _, friend := range []string{"bob", "carol"} {
		s.befriend(s.add(friend), "alice", then)
	}
	alice := s.add("alice")
	bob, _ := alice.befriend("bob")
	assign(alice, partStandard, &bob.remark, "Bob")
	carol, _ := alice.befriend("carol")
	alice.setCustom(carol, "Tag_SNS_Custom_Rank", rest.IntegerValue(7))
	s.block(alice, "mallory", then)

	s.add("mallory")
	s.add("erin")
	s.add("frank").allow = NeedConfirm
	s.add("grace").allow = DenyAny
}
