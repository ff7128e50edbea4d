package redisquota

import (
	"errors"
	"log/slog"
	"sync"
	"time"
)

// errLost makes the caller use the fallback.
var errLost = errors.New("redisquota: Redis is lost")

// askAgain is how long a process does not ask Redis after it did not respond.
const askAgain = time.Second

// health records whether Redis responds, so that not every call waits for a response that does not come.
type health struct {
	logger *slog.Logger

	mutex sync.Mutex
	until time.Time // when to ask again; zero while Redis responds
}

func newHealth() *health {
	return &health{logger: slog.Default()}
}

// isLost reports whether to use the fallback without asking Redis.
func (h *health) isLost() bool {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	return !h.until.IsZero() && time.Now().Before(h.until)
}

// mayAsk reports whether to ask Redis. While Redis does not respond, it lets one caller per second try again.
func (h *health) mayAsk(now time.Time) bool {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	switch {
	case h.until.IsZero():
		return true
	case now.Before(h.until):
		return false
	}
	h.until = now.Add(askAgain)
	return true
}

// lose records that Redis did not respond.
func (h *health) lose(now time.Time, cause error) {
	h.mutex.Lock()
	isNews := h.until.IsZero()
	h.until = now.Add(askAgain)
	h.mutex.Unlock()
	if isNews {
		h.logger.Warn("redisquota: Redis does not respond: the quota is not shared with other processes for now",
			"error", cause)
	}
}

// recover records that Redis responded.
func (h *health) recover() {
	h.mutex.Lock()
	isNews := !h.until.IsZero()
	h.until = time.Time{}
	h.mutex.Unlock()
	if isNews {
		h.logger.Info("redisquota: Redis responds again: the quota is shared")
	}
}
