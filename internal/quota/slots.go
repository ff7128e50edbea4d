package quota

import "time"

// Slots are as many as a second may have calls. A call takes one when it starts, and a second after it is over the slot is
// free again. The service counts a call at some moment between the two: so however calls are held up on their way, and
// come closer together than they started, no second of the service's has more of them than there are slots.
//
// They are not safe for use by many goroutines.
type Slots struct {
	most    int
	running int
	over    []time.Time // when calls were over, the earliest first
	expired int         // how many of those that was more than a second ago
}

// NewSlots returns slots for that many calls a second, 1 or more.
func NewSlots(calls int) *Slots {
	return &Slots{most: calls}
}

// Take takes a slot for a call that starts now and returns 0, or returns how long it is at least until one is free.
func (s *Slots) Take(now time.Time) (wait time.Duration) {
	s.expire(now)
	recent := s.over[s.expired:]
	switch {
	case s.running+len(recent) < s.most:
		s.running++
		return 0
	case len(recent) == 0:
		return time.Second // none of those that run is over yet
	}
	return recent[0].Add(time.Second).Sub(now)
}

// Over takes note that a call is over.
func (s *Slots) Over(now time.Time) {
	s.expire(now)
	s.running--
	s.over = append(s.over, now)
}

// expire forgets what has expired once that is most of all, so that the others are hardly ever moved.
func (s *Slots) expire(now time.Time) {
	for s.expired < len(s.over) && now.Sub(s.over[s.expired]) >= time.Second {
		s.expired++
	}
	if s.expired > len(s.over)/2 {
		s.over = append(s.over[:0], s.over[s.expired:]...)
		s.expired = 0
	}
}
