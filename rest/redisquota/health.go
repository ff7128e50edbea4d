package redisquota

import (
	"errors"
	"log/slog"
	"sync"
	"time"
)

// errLost says to turn to the fallback.
var errLost = errors.New("redisquota: Redis is lost")

// askAgain is how long Redis is left alone after it did not answer.
const askAgain = time.Second

// health remembers whether Redis answers, so that calls do not wait one after the other to find out.
type health struct {
	logger *slog.Logger

	mutex sync.Mutex
	until time.Time // when to ask again; zero while Redis answers
}

func newHealth() *health {
	return &health{logger: slog.Default()}
}

// isLost tells whether to turn to the fallback without asking.
func (h *health) isLost() bool {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	return !h.until.IsZero() && time.Now().Before(h.until)
}

// mayAsk lets one caller find out whether Redis is back, once the time has come.
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

// lose takes note that Redis did not answer.
func (h *health) lose(now time.Time, cause error) {
	h.mutex.Lock()
	isNews := h.until.IsZero()
	h.until = now.Add(askAgain)
	h.mutex.Unlock()
	if isNews {
		h.logger.Warn("redisquota: Redis does not answer: the quota is not shared with other processes for now", "error", cause)
	}
}

// recover takes note that Redis answered.
func (h *health) recover() {
	h.mutex.Lock()
	isNews := !h.until.IsZero()
	h.until = time.Time{}
	h.mutex.Unlock()
	if isNews {
		h.logger.Info("redisquota: Redis answers again: the quota is shared")
	}
}
