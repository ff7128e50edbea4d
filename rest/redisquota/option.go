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

// WithShare keeps to a share of the quota: less than 1 leaves the rest to programs that do not use this limiter, 2 suits
// an app whose quota the vendor has doubled. The default is 1.
func WithShare(share float64) Option {
	return func(l *Limiter) error {
		if !(share > 0 && share <= 1000) { // NaN is wrong, too
			return fmt.Errorf("redisquota: WithShare: want a share above 0 and up to 1000, got %v", share)
		}
		l.share = share
		return nil
	}
}

// WithFallback sets the limiter that takes over while Redis does not answer. The default is a [rest.LocalLimiter] of
// the whole share; where many processes run, one of a part of it keeps all of them within the quota even then.
func WithFallback(limiter rest.Limiter) Option {
	return func(l *Limiter) error {
		if limiter == nil {
			return errors.New("redisquota: WithFallback: want a limiter, got nil; WithoutFallback has calls fail")
		}
		l.fallback = limiter
		return nil
	}
}

// WithoutFallback has calls fail with [ErrUnavailable] while Redis does not answer.
func WithoutFallback() Option {
	return func(l *Limiter) error {
		l.fallback = unavailable{}
		return nil
	}
}

// WithTimeout sets after how long Redis is taken not to answer. The default is 250 ms. It holds whatever the time-outs
// and retries of the Redis client are.
func WithTimeout(timeout time.Duration) Option {
	return func(l *Limiter) error {
		if timeout <= 0 {
			return fmt.Errorf("redisquota: WithTimeout: want a duration above 0, got %v", timeout)
		}
		l.timeout = timeout
		return nil
	}
}

// WithLogger sets where to log that Redis does not answer, at level Warn, and that it answers again, at level Info. The
// default is slog.Default.
func WithLogger(logger *slog.Logger) Option {
	return func(l *Limiter) error {
		if logger == nil {
			return errors.New("redisquota: WithLogger: want a slog.Logger, got nil")
		}
		l.health.logger = logger
		return nil
	}
}
