package rest

import (
	"crypto/x509"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"time"
)

// Option changes a default of [NewClient].
type Option func(*settings) error

type settings struct {
	httpClient    *http.Client
	transport     http.RoundTripper
	rootCAs       *x509.CertPool
	timeout       time.Duration
	responseLimit int64
	userAgent     string
	logger        *slog.Logger
	observers     []Observer
	middleware    []Middleware
	retry         RetryPolicy
	limiter       Limiter
	failback      time.Duration
}

func defaults() settings {
	return settings{
		timeout:       5 * time.Second,
		responseLimit: 8 << 20,
		userAgent:     "timsns (+https://github.com/timsns/timsns)",
		logger:        slog.New(slog.DiscardHandler),
		retry:         defaultRetryPolicy(),
		limiter:       &LocalLimiter{},
		failback:      30 * time.Second,
	}
}

// WithHTTPClient sends through a copy of client. The copy's Transport is wrapped by the signer, and the copy
// follows no redirect; the client itself is not changed. A transport inside it sees signed URLs: do not log them.
func WithHTTPClient(client *http.Client) Option {
	return func(s *settings) error {
		if client == nil {
			return errors.New("rest: WithHTTPClient: want an http.Client, got nil")
		}
		s.httpClient = client
		return nil
	}
}

// WithTransport sends through transport instead of one of the client's own. It goes before the Transport of
// [WithHTTPClient]. It sees signed URLs: do not log them.
func WithTransport(transport http.RoundTripper) Option {
	return func(s *settings) error {
		if transport == nil {
			return errors.New("rest: WithTransport: want an http.RoundTripper, got nil")
		}
		s.transport = transport
		return nil
	}
}

// WithTimeout limits the time of one attempt, from connecting to the last byte of the reply. The default is
// 5 seconds; the service itself gives up after 3, so less than that loses replies. The limit of a whole call
// is its context's.
func WithTimeout(timeout time.Duration) Option {
	return func(s *settings) error {
		if timeout <= 0 {
			return fmt.Errorf("rest: WithTimeout: want a duration above 0, got %v", timeout)
		}
		s.timeout = timeout
		return nil
	}
}

// WithResponseLimit limits the size of a reply in bytes, after decompression. The default is 8 MiB.
func WithResponseLimit(bytes int64) Option {
	return func(s *settings) error {
		if bytes <= 0 {
			return fmt.Errorf("rest: WithResponseLimit: want a number of bytes above 0, got %d", bytes)
		}
		s.responseLimit = bytes
		return nil
	}
}

// WithUserAgent sets the User-Agent header of all requests: one line of printable ASCII.
func WithUserAgent(userAgent string) Option {
	return func(s *settings) error {
		unprintable := func(r rune) bool { return r < ' ' || r > '~' }
		if userAgent == "" || strings.ContainsFunc(userAgent, unprintable) {
			return fmt.Errorf("rest: WithUserAgent: want printable ASCII, got %q", userAgent)
		}
		s.userAgent = userAgent
		return nil
	}
}
