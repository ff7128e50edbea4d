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
	over    []time.Time // when the calls of the last second were over, the earliest first
}

// NewSlots returns slots for that many calls a second, 1 or more.
func NewSlots(calls int) *Slots {
	return &Slots{most: calls, over: make([]time.Time, 0, calls)}
}

// Take takes a slot for a call that starts now and returns 0, or returns how long it is at least until one is free.
func (s *Slots) Take(now time.Time) (wait time.Duration) {
	s.expire(now)
	switch {
	case s.running+len(s.over) < s.most:
		s.running++
		return 0
	case len(s.over) == 0:
		return time.Second // none of those that run is over yet
	}
	return s.over[0].Add(time.Second).Sub(now)
}

// Over takes note that a call is over.
func (s *Slots) Over(now time.Time) {
	s.expire(now)
	s.running--
	s.over = append(s.over, now)
}

func (s *Slots) expire(now time.Time) {
	expired := 0
	for expired < len(s.over) && now.Sub(s.over[expired]) >= time.Second {
		expired++
	}
	s.over = append(s.over[:0], s.over[expired:]...)
}
