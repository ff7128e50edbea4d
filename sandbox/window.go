package sandbox

import "time"

// window holds the times of the last calls, as many as are allowed in a second. It is not safe for concurrent use.
type window struct {
	times []time.Time // a ring buffer
	next  int         // the index of the oldest time
}

// newWindow returns a window that allows calls, at least 1, in any second.
func newWindow(calls int) *window {
	return &window{times: make([]time.Time, calls)}
}

// take records a call at now and returns 0. If the second before now is full, it records nothing and returns how long
// the caller would have to wait.
func (w *window) take(now time.Time) (wait time.Duration) {
	oldest := &w.times[w.next]
	if wait = oldest.Add(time.Second).Sub(now); wait > 0 {
		return wait
	}
	*oldest = now
	w.next = (w.next + 1) % len(w.times)
	return 0
}
