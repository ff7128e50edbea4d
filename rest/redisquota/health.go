package redisquota

import (
	"errors"
	"log/slog"
	"sync"
	"time"
)

// errLost is the error of a caller who has to turn to the fallback.
var errLost = errors.New("redisquota: Redis is lost")

// askAgain is how long Redis is left alone after it did not respond.
const askAgain = time.Second

// health remembers whether Redis responds, so that calls do not find out one after the other.
type health struct {
	logger *slog.Logger

	mutex sync.Mutex
	until time.Time // when to ask again; zero while Redis responds
}

func newHealth() *health {
	return &health{logger: slog.Default()}
}

// isLost reports whether to turn to the fallback without asking Redis.
func (h *health) isLost() bool {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	return !h.until.IsZero() && time.Now().Before(h.until)
}

// mayAsk reports whether to ask Redis. While Redis is lost, it allows one caller per second to find out whether it is
// back.
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
