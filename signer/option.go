package signer

import (
	"fmt"
	"time"
)

// Option changes a default of [New].
type Option interface {
	apply(s *settings) error
}

type option func(*settings) error

func (o option) apply(s *settings) error { return o(s) }

type settings struct{ lifetime time.Duration }

const (
	defaultLifetime  = 24 * time.Hour
	shortestLifetime = time.Minute
	longestLifetime  = 3650 * 24 * time.Hour
)

// WithLifetime sets how long a UserSig is valid: whole seconds, from a minute to 3650 days. The default is 24 hours,
// the least that Tencent advises. A shorter lifetime limits how long a stolen UserSig can be used.
func WithLifetime(lifetime time.Duration) Option {
	return option(func(s *settings) error {
		if lifetime < shortestLifetime || lifetime > longestLifetime || lifetime%time.Second != 0 {
			return fmt.Errorf("signer: WithLifetime: want whole seconds from %v to %v, got %v",
				shortestLifetime, longestLifetime, lifetime)
		}
		s.lifetime = lifetime
		return nil
	})
}
