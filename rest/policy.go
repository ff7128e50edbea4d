package rest

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// RetryPolicy limits the attempts of a call. A zero field stands for its default.
//
// A client repeats a request only if that can help and is safe:
//
//   - After a transient failure, it repeats a request after a delay if the operation is idempotent or nothing was sent,
//     which is known only if the client's own transport, or another *http.Transport, made no connection.
//     Transient failures are an incomplete response, HTTP 408, 425, 429 and 5xx, and codes with [RetryBackoff]. There
//     is no delay if the primary host did not answer the first attempt and the standby is next, or if a connection of
//     an earlier attempt was dead.
//   - After a code with [RetryThrottled], it repeats a request of any operation after a delay: the service refused the
//     call for its rate and did not carry it out.
//   - After a refused signature ([RetryRenew]), it repeats a request of any operation once, with a new signature.
//   - After too many refused signatures ([RetryWait]), it waits for a minute, if the call may last that long.
//
// A documented error code takes precedence over the HTTP status, and no error code makes a call change hosts. A
// Retry-After header lengthens the delay before the same host is tried again. If the next attempt could only start
// after MaxElapsedTime, after the context's deadline or after the [Operation]'s RepeatWithin, the call fails at once.
type RetryPolicy struct {
	// MaxAttempts is the largest number of attempts of one call, including the first. The default is 4; 1 disables
	// retries.
	MaxAttempts int

	// InitialBackoff is the longest delay before the first retry. It doubles with each retry. The delay itself is
	// random, from 0 to the longest, so that many clients do not retry at the same moment. The default is 200 ms.
	InitialBackoff time.Duration

	// MaxBackoff is the limit of the longest delay. The default is 5 seconds.
	MaxBackoff time.Duration

	// MaxElapsedTime is the longest time from the start of the first attempt to the start of the last one. The default
	// is 30 seconds.
	MaxElapsedTime time.Duration
}

func defaultRetryPolicy() RetryPolicy {
	return RetryPolicy{
		MaxAttempts: 4, InitialBackoff: 200 * time.Millisecond, MaxBackoff: 5 * time.Second,
		MaxElapsedTime: 30 * time.Second,
	}
}

// WithRetryPolicy sets the limits of retries.
func WithRetryPolicy(policy RetryPolicy) CallOption {
	return callOption(func(s *callSettings) error {
		if problem := policy.problem(); problem != "" {
			return fmt.Errorf("rest: WithRetryPolicy: %s", problem)
		}
		s.retry = policy.withDefaults()
		return nil
	})
}

// RetryFunc decides whether a failed attempt is followed by another. byDefault is what the client would do.
type RetryFunc func(ctx context.Context, attempt Attempt, byDefault bool) bool

// WithRetryFunc makes decide choose which failed attempts are followed by another, for a client or for one call. The
// limits of [RetryPolicy] still apply. decide should return false for a write that may have been carried out, unless it
// may be carried out twice. It runs in the caller's goroutine; many goroutines may call it at once.
func WithRetryFunc(decide RetryFunc) CallOption {
	return callOption(func(s *callSettings) error {
		if decide == nil {
			return errors.New("rest: WithRetryFunc: want a function, got nil")
		}
		s.decide = decide
		return nil
	})
}

// WithoutRetry limits a call to one attempt.
func WithoutRetry() CallOption {
	return callOption(func(s *callSettings) error {
		s.retry.MaxAttempts = 1
		return nil
	})
}

func (p RetryPolicy) problem() string {
	for _, field := range []struct {
		name  string
		value int64
		given any
	}{
		{"MaxAttempts", int64(p.MaxAttempts), p.MaxAttempts},
		{"InitialBackoff", int64(p.InitialBackoff), p.InitialBackoff},
		{"MaxBackoff", int64(p.MaxBackoff), p.MaxBackoff},
		{"MaxElapsedTime", int64(p.MaxElapsedTime), p.MaxElapsedTime},
	} {
		if field.value < 0 {
			return fmt.Sprintf("%s: want 0 for the default, or more, got %v", field.name, field.given)
		}
	}
	return ""
}

func (p RetryPolicy) withDefaults() RetryPolicy {
	standard := defaultRetryPolicy()
	return RetryPolicy{
		MaxAttempts:    orDefault(p.MaxAttempts, standard.MaxAttempts),
		InitialBackoff: orDefault(p.InitialBackoff, standard.InitialBackoff),
		MaxBackoff:     orDefault(p.MaxBackoff, standard.MaxBackoff),
		MaxElapsedTime: orDefault(p.MaxElapsedTime, standard.MaxElapsedTime),
	}
}

func orDefault[T comparable](value, standard T) T {
	var zero T
	if value == zero {
		return standard
	}
	return value
}
