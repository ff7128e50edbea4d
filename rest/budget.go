package rest

import (
	"fmt"
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

// WithRetryBudget sets how many retries a client makes for each call in the long run, beside a reserve of 100 that
// refills at one a second. It keeps retries from amplifying an outage. The default is 0.1; 0 leaves the reserve only.
func WithRetryBudget(ratio float64) Option {
	return clientOption(func(s *settings) error {
		if !(ratio >= 0 && ratio <= 100) { // refuses NaN as well
			return fmt.Errorf("rest: WithRetryBudget: want a ratio from 0 to 100, got %v", ratio)
		}
		s.budgetRatio = ratio
		return nil
	})
}

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
	if now.After(b.updated) {
		b.tokens = min(budgetCapacity, b.tokens+budgetRefill*now.Sub(b.updated).Seconds())
		b.updated = now
	}
}
