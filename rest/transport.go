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

// Signer signs requests. Package signer has the one for the service.
type Signer interface {
	// SDKAppID returns the number of the app that the quota of calls belongs to.
	SDKAppID() uint32

	// Sign returns the signature of one attempt. Many goroutines call it.
	Sign(ctx context.Context) (Signature, error)
}

// Signature is what signs one attempt.
type Signature = signature.Signature

// Middleware wraps a transport in another one.
type Middleware func(next http.RoundTripper) http.RoundTripper

// WithMiddleware wraps the transport in one that sees each attempt before it is signed: the place for tracing. The
// request and errors hold no secret; a response may repeat the UserSig. A middleware must pass on the context of the request, must not send a request to another server, which is refused, and
// must not send one twice. An error of its own, which wraps none of next's, ends the call without a retry. Given several
// times, the first middleware is the outermost.
func WithMiddleware(middleware Middleware) Option {
	return clientOption(func(s *settings) error {
		if middleware == nil {
			return errors.New("rest: WithMiddleware: want a middleware, got nil")
		}
		s.middleware = append(s.middleware, middleware)
		return nil
	})
}

// WithTransport sends through transport instead of the client's own. It sees signed URLs: do not log them. A call ends
// with its context only if the transport heeds the context of a request. Dead connections make the client close the
// transport's idle connections: give it one of its own, not http.DefaultTransport.
func WithTransport(transport http.RoundTripper) Option {
	return clientOption(func(s *settings) error {
		if transport == nil {
			return errors.New("rest: WithTransport: want an http.RoundTripper, got nil")
		}
		s.transport = transport
		return nil
	})
}

// WithRootCAs trusts the certificate authorities of pool instead of the system's, such as that of a company's proxy. It
// needs the client's own transport: another one has a TLSClientConfig for that.
func WithRootCAs(pool *x509.CertPool) Option {
	return clientOption(func(s *settings) error {
		if pool == nil {
			return errors.New("rest: WithRootCAs: want an x509.CertPool, got nil")
		}
		s.rootCAs = pool
		return nil
	})
}

// transports returns the transport that signed requests are sent through, and the outermost of those around it, which
// add the signature and are the middleware. Requests do not pass an http.Client: its errors and its Referer would repeat
// URLs, and it would follow redirects.
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
	// idleConnections is how many idle connections are kept. The default of net/http, two, makes further concurrent
	// callers connect anew for each call.
	idleConnections = 1024

	// connectTimeout is enough for one lost packet on the longest way round the world. It bounds TCP and TLS each, so
	// that some of a call's time is left for the standby.
	connectTimeout = 2 * time.Second

	// maxHeader is the largest response header in bytes.
	maxHeader = 64 << 10
)

// newTransport returns a transport that keeps one connection for each concurrent call. It verifies TLS (1.2 or newer),
// honours the environment's proxies, and speaks HTTP/1.1: over HTTP/2, net/http repeats writes by itself, and a faulty
// server can make it hang beyond the request's context.
func newTransport(rootCAs *x509.CertPool) *http.Transport {
	dialer := net.Dialer{Timeout: connectTimeout, KeepAlive: 30 * time.Second}
	protocols := new(http.Protocols)
	protocols.SetHTTP1(true)
	return &http.Transport{
		Proxy:                  proxy,
		DialContext:            dialer.DialContext,
		TLSClientConfig:        &tls.Config{MinVersion: tls.VersionTLS12, RootCAs: rootCAs},
		TLSHandshakeTimeout:    connectTimeout,
		Protocols:              protocols,
		MaxIdleConnsPerHost:    idleConnections,
		MaxResponseHeaderBytes: maxHeader,

		// Servers close idle connections after about a minute. To be first avoids requests on closing connections.
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
