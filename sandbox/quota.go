package sandbox

import (
	"fmt"
	"sync"
	"time"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/internal/quota"
)

// WithoutQuota answers however many calls come in a second. Without it the sandbox refuses those beyond an operation's
// rate limit with code 60007.
func WithoutQuota() Option {
	return func(s *Sandbox) { s.quota = nil }
}

// callQuota counts the calls of each operation. No second, whenever it starts, has more calls than the rate limit: our
// reading, the strictest one, since no page tells where the service's seconds start.
type callQuota struct {
	mutex   sync.Mutex
	windows map[string]*quota.Window // by operation ID
}

func newQuota() *callQuota {
	return &callQuota{windows: map[string]*quota.Window{}}
}

// check takes note of a call, or refuses it.
func (q *callQuota) check(operation *api.Operation, now time.Time) error {
	if q == nil || operation.RateLimit <= 0 {
		return nil
	}
	q.mutex.Lock()
	defer q.mutex.Unlock()
	if q.windows[operation.ID] == nil {
		q.windows[operation.ID] = quota.NewWindow(operation.RateLimit)
	}
	if q.windows[operation.ID].Take(now) > 0 {
		return fail(gen.CodeRateLimitExceeded, fmt.Sprintf("more than %d calls in a second", operation.RateLimit))
	}
	return nil
}
