package rest

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"net/http"
	"slices"
	"time"
)

// Signer adds the credentials to requests. Package signer has the one for the service.
type Signer interface {
	// Transport returns a transport that signs requests to servers (base URLs), refuses all others, and sends
	// them through next.
	Transport(next http.RoundTripper, servers ...string) (http.RoundTripper, error)
}

// Middleware wraps a transport in another one.
type Middleware func(next http.RoundTripper) http.RoundTripper

// WithMiddleware wraps the signer in a transport that sees each attempt before it is signed, and so no secret: the
// place for tracing and the like. It must not send a request elsewhere, since the signer refuses that, and must not
// send one twice. Given several times, the first is the outermost.
func WithMiddleware(middleware Middleware) Option {
	return func(s *settings) error {
		if middleware == nil {
			return errors.New("rest: WithMiddleware: want a middleware, got nil")
		}
		s.middleware = append(s.middleware, middleware)
		return nil
	}
}

// WithRootCAs trusts the certificate authorities of pool in place of the system's, such as that of a proxy within a
// company. It goes with the client's own transport only: another has a TLSClientConfig for that.
func WithRootCAs(pool *x509.CertPool) Option {
	return func(s *settings) error {
		if pool == nil {
			return errors.New("rest: WithRootCAs: want an x509.CertPool, got nil")
		}
		s.rootCAs = pool
		return nil
	}
}

// connectionsPerHost is how many idle connections are kept. The default of net/http, two, makes all further
// concurrent callers connect anew for each call. At 200 calls a second none needs this many.
const connectionsPerHost = 1024

// connectTimeout leaves time for one lost packet on the longest way round the world, and some of a call's time for the
// standby. It holds for TCP and for TLS.
const connectTimeout = 2 * time.Second

// newDialer returns a dialer for newTransport.
func newDialer() *dialer {
	return &dialer{
		Dialer: net.Dialer{Timeout: connectTimeout, KeepAlive: 30 * time.Second},
		hosts:  map[string]*traffic{},
	}
}

// newTransport returns a transport that keeps one connection for each concurrent call. It verifies TLS (1.2 or
// newer), speaks HTTP/2 where the server does, and honours the environment's proxies.
func newTransport(dialer *dialer, rootCAs *x509.CertPool) *http.Transport {
	return &http.Transport{
		Proxy:                 http.ProxyFromEnvironment,
		DialContext:           dialer.DialContext,
		TLSClientConfig:       &tls.Config{MinVersion: tls.VersionTLS12, RootCAs: rootCAs, VerifyConnection: dialer.verify},
		TLSHandshakeTimeout:   connectTimeout,
		ForceAttemptHTTP2:     true,
		MaxIdleConnsPerHost:   connectionsPerHost,
		ExpectContinueTimeout: time.Second,

		// Servers close idle connections after a minute or so. To be first keeps a request from meeting that.
		IdleConnTimeout: 50 * time.Second,

		// Without a ping, a connection that died silently takes all calls of its host with it for many minutes.
		HTTP2: &http.HTTP2Config{SendPingTimeout: 10 * time.Second, PingTimeout: 5 * time.Second},
	}
}

// connect makes the client's http.Client, whose transport is wrapped by the signer, and which hands a redirect back as
// the reply it is: to follow it would carry the call elsewhere.
func (c *Client) connect(signer Signer, servers []string) error {
	c.http = &http.Client{}
	if c.settings.httpClient != nil {
		*c.http = *c.settings.httpClient
	}
	next := c.settings.transport
	if next == nil {
		next = c.http.Transport
	}
	if next != nil && c.settings.rootCAs != nil {
		return errors.New("want either WithRootCAs or a transport of your own, got both")
	}
	if next == nil {
		c.dialer = newDialer()
		next = newTransport(c.dialer, c.settings.rootCAs)
	}
	_, c.tellsConnections = next.(*http.Transport)
	var err error
	if c.signed, err = signer.Transport(next, servers...); err != nil {
		return err
	}
	c.http.Transport, err = c.settings.wrap(gate{c.signed})
	c.http.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return err
}

// wrap puts the middleware around the signer, the first one outermost.
func (s *settings) wrap(transport http.RoundTripper) (http.RoundTripper, error) {
	for _, middleware := range slices.Backward(s.middleware) {
		if transport = middleware(transport); transport == nil {
			return nil, errors.New("a middleware returned no transport")
		}
	}
	return transport, nil
}
