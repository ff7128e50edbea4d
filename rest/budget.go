package rest

import (
	"sync"
	"time"
)

// budget limits the retries of a client, so that they do not amplify an outage. Each call deposits a fraction of a
// retry, and each retry withdraws a whole one.
type budget struct {
	ratio float64

	mutex   sync.Mutex
	tokens  float64
	updated time.Time
}

const (
	// budgetCapacity is enough for the concurrent calls of half a second to retry after a short loss of the network.
	budgetCapacity = 100

	// budgetRefill, in retries per second, lets a client retry that makes few calls.
	budgetRefill = 1
)

func newBudget(ratio float64) *budget {
	return &budget{ratio: ratio, tokens: budgetCapacity, updated: time.Now()}
}

// deposit adds the fraction of one call.
func (b *budget) deposit(now time.Time) {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	b.refill(now)
	b.tokens = min(budgetCapacity, b.tokens+b.ratio)
}

// withdraw takes one retry, and reports whether there was one left.
func (b *budget) withdraw(now time.Time) bool {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	b.refill(now)
	if b.tokens < 1 {
		return false
	}
	b.tokens--
	return true
}

func (b *budget) refill(now time.Time) {
	b.tokens = min(budgetCapacity, b.tokens+budgetRefill*max(0, now.Sub(b.updated).Seconds()))
	b.updated = now
}
