package queue

import (
	"sync"
	"time"
)

// A queue is overloaded if, for a while, more than one in weight callers gives up. Each of them adds weight to the
// excess, and each caller who is served subtracts 1.
const (
	weight    = 20
	overload  = 10 * weight
	maxExcess = 2 * overload
)

// departures records how long callers wait before they give up.
type departures struct {
	mutex    sync.Mutex
	excess   int
	patience time.Duration // about the longest time that callers waited recently before they gave up
}

func (d *departures) served() {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	d.excess = max(0, d.excess-1)
}

func (d *departures) left(waited time.Duration) {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	d.excess = min(maxExcess, d.excess+weight)
	d.patience = max(waited, d.patience-(d.patience-waited)/64)
}

// isNear reports whether the queue is overloaded and a caller who has waited this long will probably give up before it
// has a response: within the last quarter of the patience, or within its last second if that is shorter.
func (d *departures) isNear(waited time.Duration) bool {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	return d.excess >= overload && waited < d.patience && waited >= d.patience-min(d.patience/4, time.Second)
}
