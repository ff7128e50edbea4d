package rest

import (
	"crypto/x509"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"time"
)

// Option changes a default of a client: see [NewClient].
type Option interface {
	applyClient(s *settings) error
}

// CallOption changes a default for one call. Given to [NewClient], it changes the default for all calls of the client.
type CallOption interface {
	Option

	applyCall(s *callSettings) error
}

type clientOption func(*settings) error

func (o clientOption) applyClient(s *settings) error { return o(s) }

type callOption func(*callSettings) error

func (o callOption) applyClient(s *settings) error   { return o(&s.call) }
func (o callOption) applyCall(s *callSettings) error { return o(s) }

// settings holds what the options of a client set.
type settings struct {
	call        callSettings
	transport   http.RoundTripper
	rootCAs     *x509.CertPool
	userAgent   string
	middleware  []Middleware
	limiter     Limiter
	budgetRatio float64

	failbackDelay time.Duration
}

// callSettings holds the settings that a call may override.
type callSettings struct {
	attemptTimeout time.Duration
	responseLimit  int64
	logger         *slog.Logger
	observers      []Observer
	retry          RetryPolicy
	decide         RetryFunc // nil for the policy alone
}

func defaults() settings {
	return settings{
		call: callSettings{
			attemptTimeout: 5 * time.Second,
			responseLimit:  8 << 20,
			logger:         slog.New(slog.DiscardHandler),
			retry:          defaultRetryPolicy(),
		},
		userAgent: "timsns/" + Version + " (+https://github.com/timsns/timsns)",
		limiter:   &LocalLimiter{},

		budgetRatio:   0.1,
		failbackDelay: 30 * time.Second,
	}
}

// WithAttemptTimeout limits the time of one attempt, from connecting to the last byte of the response. The default is
// 5 seconds. The service itself gives up after 3, so a shorter timeout loses responses. To limit a whole call, which
// may have several attempts, use its context.
func WithAttemptTimeout(timeout time.Duration) CallOption {
	return callOption(func(s *callSettings) error {
		if timeout <= 0 {
			return fmt.Errorf("rest: WithAttemptTimeout: want a duration above 0, got %v", timeout)
		}
		s.attemptTimeout = timeout
		return nil
	})
}

// WithResponseLimit limits the size of a response in bytes, after decompression. The default is 8 MiB.
func WithResponseLimit(bytes int64) CallOption {
	return callOption(func(s *callSettings) error {
		if bytes <= 0 {
			return fmt.Errorf("rest: WithResponseLimit: want a number of bytes above 0, got %d", bytes)
		}
		s.responseLimit = bytes
		return nil
	})
}

// WithUserAgent sets the User-Agent header of all requests: one line of printable ASCII.
func WithUserAgent(userAgent string) Option {
	return clientOption(func(s *settings) error {
		unprintable := func(r rune) bool { return r < ' ' || r > '~' }
		if userAgent == "" || strings.ContainsFunc(userAgent, unprintable) {
			return fmt.Errorf("rest: WithUserAgent: want printable ASCII, got %q", userAgent)
		}
		s.userAgent = userAgent
		return nil
	})
}
