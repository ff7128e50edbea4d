package sandbox

import (
	"time"

	"github.com/timsns/timsns/rest"
)

// addSamples adds the accounts that the examples of the document need: id of the vendor's samples, whose lists have
// sequence 2; alice, who has mutual and one-way friends, lists with Latin and Chinese names and a blocked account; and
// accounts with each AllowType.
func (s *state) addSamples() {
	then := time.Unix(1700000000, 0)
	s.addToList("id", "group1", then, "friend1")
	s.addToList("id", "group2", then, "friend1", "friend2")
	s.addToList("id", "group3", then, "friend1", "friend2", "friend3")
	s.ensureAccount("id").sequences[sectionLists] = 1 // 2 when committed

	s.addToList("alice", "family", then, "bob")
	s.changes.commit()
	s.addToList("alice", "同学", then, "carol", "dave")
	for _, friend := range []string{"bob", "carol"} {
		s.seedFriend(s.ensureAccount(friend), "alice", then)
	}
	alice := s.ensureAccount("alice")
	bob, _ := alice.ensureFriend("bob")
	setField(alice, sectionStandard, &bob.remark, "Bob")
	carol, _ := alice.ensureFriend("carol")
	alice.setCustom(carol, "Tag_SNS_Custom_Rank", rest.IntegerValue(7))
	s.block(alice, "mallory", then)

	s.ensureAccount("mallory")
	s.ensureAccount("erin")
	s.ensureAccount("frank").allow = NeedConfirm
	s.ensureAccount("grace").allow = DenyAny
}
