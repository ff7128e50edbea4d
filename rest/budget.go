package rest

import (
	"sync"
	"time"
)

// budget limits the retries of a client, so that an outage is not multiplied by them: each call pays in a part of a
// retry, each retry takes out a whole one.
type budget struct {
	ratio float64

	mutex   sync.Mutex
	tokens  float64
	updated time.Time
}

const (
	// budgetCapacity lets half a second's quota of concurrent calls retry after one blink of the network.
	budgetCapacity = 100

	// budgetRefill, in retries a second, lets a client that seldom calls retry at all.
	budgetRefill = 1
)

func newBudget(ratio float64) *budget {
	return &budget{ratio: ratio, tokens: budgetCapacity, updated: time.Now()}
}

// deposit pays in for one call.
func (b *budget) deposit(now time.Time) {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	b.refill(now)
	b.tokens = min(budgetCapacity, b.tokens+b.ratio)
}

// withdraw takes out one retry, and returns false if there is none.
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
