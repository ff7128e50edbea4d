package rest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// WithFailbackDelay sets how long calls use the standby host after the primary host did not answer. Then one call tries
// the primary; if that answers, all calls return to it. A client that only writes tries it after twice the delay. The
// default is 30 seconds.
func WithFailbackDelay(delay time.Duration) Option {
	return clientOption(func(s *settings) error {
		if delay <= 0 {
			return fmt.Errorf("rest: WithFailbackDelay: want a duration above 0, got %v", delay)
		}
		s.failbackDelay = delay
		return nil
	})
}

// hosts decides which of a server's hosts a call uses.
type hosts struct {
	primary, standby string // base URLs; standby is empty if the server has none
	failbackDelay    time.Duration

	mutex      sync.Mutex
	avoidSince time.Time // when the primary last failed to answer
	recovered  time.Time // when the attempt started that found the primary well again
	avoidUntil time.Time // zero while the primary is believed to answer
	tooSlow    int       // how many attempts in a row the primary failed to answer in time
}

// health is what an attempt says about its host.
type health int

const (
	healthUnknown health = iota // the caller or a dead connection ended the attempt
	healthy                     // the host answered
	silent                      // no connection, a broken response, or HTTP 5xx without a code of the service
	slow                        // the attempt's or the caller's time ran out
)

// slowLimit is the number of slow attempts in a row after which calls avoid a host. A single one is not enough, since
// an operation can be slow on any host.
const slowLimit = 3

// minObservation is how long an attempt must run before the caller's deadline counts against the host.
const minObservation = time.Second

func newHosts(bases []string, failbackDelay time.Duration) *hosts {
	h := &hosts{primary: bases[0], failbackDelay: failbackDelay}
	if len(bases) > 1 {
		h.standby = bases[1]
	}
	return h
}

// health returns what the attempt says about its host.
func (r *result) health(caller context.Context) health {
	switch {
	case r.outcome == answered:
		return healthy
	case r.outcome == undecided, r.outcome == rejected, r.outcome == stale:
		return healthUnknown
	case r.outcome == timedOut, errors.Is(caller.Err(), context.DeadlineExceeded) && r.duration >= minObservation:
		return slow
	case caller.Err() != nil:
		return healthUnknown
	}
	return silent
}

// pick returns the host for the first attempt of a call. After the failback delay, one read probes the primary. A write
// does so only after a second delay without such a read, since a failed probe could lose the write.
func (h *hosts) pick(now time.Time, isIdempotent bool) string {
	if h.standby == "" {
		return h.primary
	}
	h.mutex.Lock()
	defer h.mutex.Unlock()
	switch {
	case h.avoidUntil.IsZero():
		return h.primary
	case now.Before(h.avoidUntil), !isIdempotent && now.Before(h.avoidUntil.Add(h.failbackDelay)):
		return h.standby
	}
	h.avoidUntil = now.Add(h.failbackDelay) // only this call probes the primary; all others use the standby
	return h.primary
}

// other returns the host to try after host did not answer, and whether that is the standby.
func (h *hosts) other(host string) (other string, isStandby bool) {
	if host == h.primary && h.standby != "" {
		return h.standby, true
	}
	return h.primary, false
}

// report records what an attempt says about its host. The standby's health is not recorded: while both hosts are down,
// each call tries both.
func (h *hosts) report(host string, observed health, started, now time.Time) {
	if h.standby == "" || host != h.primary {
		return
	}
	h.mutex.Lock()
	defer h.mutex.Unlock()
	if started.Before(h.avoidSince) || started.Before(h.recovered) {
		return // what a later attempt found counts
	}
	switch observed {
	case healthy:
		if !h.avoidUntil.IsZero() {
			h.recovered = started
		}
		h.avoidUntil, h.tooSlow = time.Time{}, 0
	case healthUnknown:
		if now.Before(h.avoidUntil) {
			h.avoidUntil = now // the probe found nothing out: the next read probes again
		}
	case silent, slow:
		h.tooSlow++
		if observed == silent || h.tooSlow >= slowLimit {
			h.avoidSince, h.avoidUntil, h.tooSlow = now, now.Add(h.failbackDelay), 0
		}
	}
}
