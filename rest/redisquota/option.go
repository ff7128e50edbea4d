package redisquota

import (
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/timsns/timsns/rest"
)

// Option changes a default of [New].
type Option func(*Limiter) error

// The smallest and the largest share of a quota. With the smallest, a quota of one call per second becomes about one
// call per hour.
const (
	minShare = 1.0 / 3600
	maxShare = 1000
)

// WithShare sets the share of the quota that the processes use together, from 1/3600 to 1000: less than 1 leaves the
// rest to programs that do not use this limiter, and 2 suits an app whose quota the vendor has doubled. The default is
// 1.
func WithShare(share float64) Option {
	return func(l *Limiter) error {
		if !(share >= minShare && share <= maxShare) { // also refuses NaN
			return fmt.Errorf("redisquota: WithShare: want a share from 1/3600 to 1000, got %v", share)
		}
		l.share = share
		return nil
	}
}

// WithMaxQueue limits each queue of this process to n callers, 1 or more. Calls that find n callers waiting fail at
// once with [rest.ErrQueueFull]. Without this option, queues have no limit.
func WithMaxQueue(n int) Option {
	return func(l *Limiter) error {
		if n < 1 {
			return fmt.Errorf("redisquota: WithMaxQueue: want a number of callers above 0, got %d", n)
		}
		l.maxQueue = n
		return nil
	}
}

// WithFallback sets the limiter that takes over while Redis does not respond. The default is a [rest.LocalLimiter] for
// the whole share, with which several processes together may exceed the quota. To keep them within it, give each
// process a limiter for its part.
func WithFallback(limiter rest.Limiter) Option {
	return func(l *Limiter) error {
		if limiter == nil {
			return errors.New("redisquota: WithFallback: want a limiter, got nil; WithoutFallback makes calls fail")
		}
		l.fallback = limiter
		return nil
	}
}

// WithoutFallback makes calls fail with [ErrUnavailable] while Redis does not respond.
func WithoutFallback() Option {
	return func(l *Limiter) error {
		l.fallback = unavailable{}
		return nil
	}
}

// WithTimeout sets how long to wait for a response of Redis. The timeouts and retries of the Redis client do not extend
// it. The default is 500 ms, which is enough to connect to a Redis that is 50 ms away.
func WithTimeout(timeout time.Duration) Option {
	return func(l *Limiter) error {
		if timeout <= 0 {
			return fmt.Errorf("redisquota: WithTimeout: want a duration above 0, got %v", timeout)
		}
		l.timeout = timeout
		return nil
	}
}

// WithLogger sets the logger. It logs at level Warn that Redis does not respond or that its clock stepped back, and
// at level Info that it responds again. The default is slog.Default.
func WithLogger(logger *slog.Logger) Option {
	return func(l *Limiter) error {
		if logger == nil {
			return errors.New("redisquota: WithLogger: want a slog.Logger, got nil")
		}
		l.health.logger = logger
		return nil
	}
}
