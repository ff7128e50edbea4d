package sandbox

import (
	"fmt"
	"sync"
	"time"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
)

// WithoutQuota disables rate limiting. By default the sandbox rejects calls beyond an operation's rate limit with code
// 60007.
func WithoutQuota() Option {
	return func(s *Sandbox) { s.quota = nil }
}

// callQuota enforces the rate limit of each operation over any second, wherever it starts. The vendor's pages do not
// say where the service's seconds start; this is the strictest reading.
type callQuota struct {
	mutex   sync.Mutex
	windows map[string]*window // by operation ID
}

func newQuota() *callQuota {
	return &callQuota{windows: map[string]*window{}}
}

// take counts a call, or returns an error if it exceeds the rate limit.
func (q *callQuota) take(operation *api.Operation, now time.Time) error {
	if q == nil || operation.RateLimit <= 0 {
		return nil
	}
	q.mutex.Lock()
	defer q.mutex.Unlock()
	if q.windows[operation.ID] == nil {
		q.windows[operation.ID] = newWindow(operation.RateLimit)
	}
	if q.windows[operation.ID].take(now) > 0 {
		return newError(gen.CodeRateLimitExceeded, fmt.Sprintf("more than %d calls in a second", operation.RateLimit))
	}
	return nil
}
