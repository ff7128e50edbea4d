package quota

import "time"

// Window holds the times of the last calls, as many as a second may have. It is not safe for use by many goroutines.
type Window struct {
	times []time.Time // a ring
	next  int         // where the oldest stands
}

// NewWindow returns a window for calls, 1 or more, a second.
func NewWindow(calls int) *Window {
	return &Window{times: make([]time.Time, calls)}
}

// Take takes note of a call at now and returns 0, or returns how long it is until a second has room for it. However
// long calls were held up before, no second has more of those that were taken note of than it may have.
func (w *Window) Take(now time.Time) (wait time.Duration) {
	oldest := &w.times[w.next]
	if wait = oldest.Add(time.Second).Sub(now); wait > 0 {
		return wait
	}
	*oldest = now
	w.next = (w.next + 1) % len(w.times)
	return 0
}
