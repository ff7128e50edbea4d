package rest

import (
	"fmt"
	"sync"
	"time"
)

// WithFailback sets for how long calls go to the standby once the primary host did not answer. After it, one call
// tries the primary, and if it answers all return to it. The default is 30 seconds.
func WithFailback(after time.Duration) Option {
	return func(s *settings) error {
		if after <= 0 {
			return fmt.Errorf("rest: WithFailback: want a duration above 0, got %v", after)
		}
		s.failback = after
		return nil
	}
}

// hosts decides to which of a server's hosts a call goes.
type hosts struct {
	primary, standby string // base URLs; standby is empty if there is none
	failback         time.Duration

	mutex      sync.Mutex
	avoidSince time.Time // when the primary was last seen not to answer
	avoidUntil time.Time // zero while the primary is thought to answer
	tooSlow    int       // attempts in a row that the primary did not answer in time
}

// verdict is what an attempt tells of the host to which it went.
type verdict int

const (
	hostUnknown verdict = iota // the attempt ended for a reason of the caller's
	hostAnswered
	hostSilent  // connection, TLS or HTTP 5xx: nothing that the service itself answered
	hostTooSlow // time ran out, the attempt's or the caller's
)

// tooSlowInARow is how many times in a row a host may be too slow. One says little: an operation may be slow by itself.
const tooSlowInARow = 3

func newHosts(bases []string, failback time.Duration) *hosts {
	h := &hosts{primary: bases[0], failback: failback}
	if len(bases) > 1 {
		h.standby = bases[1]
	}
	return h
}

// pick returns the host of a call's first attempt. A write finds out whether the primary is back only if nothing else has
// done so for as long again: it could be lost by that.
func (h *hosts) pick(now time.Time, isIdempotent bool) string {
	if h.standby == "" {
		return h.primary
	}
	h.mutex.Lock()
	defer h.mutex.Unlock()
	switch {
	case h.avoidUntil.IsZero():
		return h.primary
	case now.Before(h.avoidUntil), !isIdempotent && now.Before(h.avoidUntil.Add(h.failback)):
		return h.standby
	}
	h.avoidUntil = now.Add(h.failback) // this call alone finds out; all others go on with the standby
	return h.primary
}

// other returns the host to turn to when one did not answer.
func (h *hosts) other(host string) string {
	if host == h.primary && h.standby != "" {
		return h.standby
	}
	return h.primary
}

// canLeave tells whether the standby may be tried at once, beside the retry budget, after host did not answer. From the
// standby there is no such way back: the primary is known to be down then, and an outage of both would be multiplied.
func (h *hosts) canLeave(host string) bool {
	return host == h.primary && h.standby != ""
}

// report takes note of what an attempt told of its host. What the standby does has no say: while it is silent, too, each
// call turns to the primary by itself.
func (h *hosts) report(host string, told verdict, started, now time.Time) {
	if h.standby == "" || host != h.primary || told == hostUnknown {
		return
	}
	h.mutex.Lock()
	defer h.mutex.Unlock()
	if told == hostAnswered {
		if !started.Before(h.avoidSince) { // an answer to an earlier attempt is no news
			h.avoidUntil, h.tooSlow = time.Time{}, 0
		}
		return
	}
	h.tooSlow++
	if told == hostSilent || h.tooSlow >= tooSlowInARow {
		h.avoidSince, h.avoidUntil, h.tooSlow = now, now.Add(h.failback), 0
	}
}
