package rest

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"net/http"
	"net/url"
	"slices"
	"time"

	"github.com/timsns/timsns/internal/origin"
	"github.com/timsns/timsns/internal/signature"
)

// Signer signs requests. Package signer has the implementation for the service.
type Signer interface {
	// SDKAppID returns the number of the app, which has its own quota.
	SDKAppID() uint32

	// Sign returns the signature of one attempt. It must be safe for concurrent use.
	Sign(ctx context.Context) (Signature, error)
}

// Signature is the signature of one attempt.
type Signature = signature.Signature

// Middleware wraps a transport in another one.
type Middleware func(next http.RoundTripper) http.RoundTripper

// WithMiddleware adds a middleware, such as one for tracing. It sees each attempt before it is signed: the request and
// errors hold no secret, though a response may repeat the UserSig. A middleware must pass on the request's context, and
// must not send a request twice. Requests to other servers are refused. If it returns an error that does not wrap one
// from next, the call fails without a retry. If the option is given more than once, the first middleware is the
// outermost.
func WithMiddleware(middleware Middleware) Option {
	return clientOption(func(s *settings) error {
		if middleware == nil {
			return errors.New("rest: WithMiddleware: want a middleware, got nil")
		}
		s.middleware = append(s.middleware, middleware)
		return nil
	})
}

// WithTransport replaces the client's own transport. It sees signed URLs: do not log them. It must observe the context
// of a request, or a call does not end with its context. The client closes its idle connections when one of them is
// dead: do not share it with other clients.
func WithTransport(transport http.RoundTripper) Option {
	return clientOption(func(s *settings) error {
		if transport == nil {
			return errors.New("rest: WithTransport: want an http.RoundTripper, got nil")
		}
		s.transport = transport
		return nil
	})
}

// WithRootCAs trusts the certificate authorities in pool, such as that of a company's proxy, instead of the system's.
// It cannot be combined with [WithTransport]: set the TLSClientConfig of that transport instead.
func WithRootCAs(pool *x509.CertPool) Option {
	return clientOption(func(s *settings) error {
		if pool == nil {
			return errors.New("rest: WithRootCAs: want an x509.CertPool, got nil")
		}
		s.rootCAs = pool
		return nil
	})
}

// transports returns the transport that sends signed requests, and the outermost of those around it: the one that adds
// the signature, and the middleware. There is no http.Client, since its errors and its Referer would repeat URLs, and
// it would follow redirects.
func (s *settings) transports(servers []string) (base, outer http.RoundTripper, err error) {
	if s.transport != nil && s.rootCAs != nil {
		return nil, nil, errors.New("want either WithRootCAs or WithTransport, got both")
	}
	base = s.transport
	if base == nil {
		base = newTransport(s.rootCAs)
	}
	origins, err := origin.NewSet(servers...)
	if err != nil {
		return nil, nil, err
	}
	outer = &signature.Transport{Next: base, Origins: origins}
	for _, middleware := range slices.Backward(s.middleware) {
		if outer = middleware(outer); outer == nil {
			return nil, nil, errors.New("a middleware returned no transport")
		}
	}
	return base, outer, nil
}

const (
	// idleConnections is how many idle connections are kept. With net/http's default of two, all other concurrent
	// callers would open a connection for each call.
	idleConnections = 1024

	// connectTimeout is enough for one lost packet on the longest route around the world. It limits TCP and TLS each,
	// so that some of a call's time is left for the standby.
	connectTimeout = 2 * time.Second

	// maxHeader is the largest response header in bytes.
	maxHeader = 64 << 10
)

// newTransport returns a transport that keeps one connection for each concurrent call. It verifies TLS (1.2 or newer)
// and uses the environment's proxies. It speaks HTTP/1.1: over HTTP/2, net/http repeats writes by itself, and a faulty
// server can make it hang beyond the end of the request's context.
func newTransport(rootCAs *x509.CertPool) *http.Transport {
	dialer := net.Dialer{Timeout: connectTimeout, KeepAlive: 30 * time.Second}
	protocols := new(http.Protocols)
	protocols.SetHTTP1(true)
	config := &tls.Config{MinVersion: tls.VersionTLS12, RootCAs: rootCAs}
	return &http.Transport{
		Proxy:                  proxy,
		DialContext:            dialer.DialContext, // of proxies, and over http
		DialTLSContext:         newDialGate(&dialer, config).DialContext,
		TLSClientConfig:        config,
		TLSHandshakeTimeout:    connectTimeout,
		Protocols:              protocols,
		MaxIdleConnsPerHost:    idleConnections,
		MaxResponseHeaderBytes: maxHeader,

		// Servers close idle connections after about a minute. Closing them first avoids requests on dead connections.
		IdleConnTimeout: 50 * time.Second,
	}
}

// proxy returns the environment's proxy for https. Over http a proxy would see the signature.
func proxy(request *http.Request) (*url.URL, error) {
	if request.URL.Scheme != "https" {
		return nil, nil //nolint:nilnil // no proxy
	}
	return http.ProxyFromEnvironment(request)
}
