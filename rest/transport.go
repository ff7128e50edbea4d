package rest

import (
	"net"
	"net/http"
	"time"
)

// Signer adds the credentials to requests. Package signer has the one for the service.
type Signer interface {
	// Transport returns a transport that signs requests to servers (base URLs), refuses all others, and sends
	// them through next.
	Transport(next http.RoundTripper, servers ...string) (http.RoundTripper, error)
}

// connectionsPerHost is how many idle connections are kept. The default of net/http, two, makes all further
// concurrent callers connect anew for each call. At 200 calls a second none needs this many.
const connectionsPerHost = 1024

// newTransport returns a transport that keeps one connection for each concurrent call. It verifies TLS (1.2 or
// newer), speaks HTTP/2 where the server does, and honours the environment's proxies.
func newTransport() *http.Transport {
	dialer := net.Dialer{Timeout: 3 * time.Second, KeepAlive: 30 * time.Second}
	return &http.Transport{
		Proxy:                 http.ProxyFromEnvironment,
		DialContext:           dialer.DialContext,
		ForceAttemptHTTP2:     true,
		MaxIdleConnsPerHost:   connectionsPerHost,
		IdleConnTimeout:       90 * time.Second,
		TLSHandshakeTimeout:   3 * time.Second,
		ExpectContinueTimeout: time.Second,
	}
}

// newHTTPClient returns an http.Client whose transport is wrapped by the signer, and which hands a redirect back
// as the reply it is: to follow it would carry the call elsewhere.
func newHTTPClient(s settings, signer Signer, server string) (*http.Client, error) {
	client := &http.Client{}
	if s.httpClient != nil {
		*client = *s.httpClient
	}
	next := s.transport
	if next == nil {
		next = client.Transport
	}
	if next == nil {
		next = newTransport()
	}
	signed, err := signer.Transport(next, server)
	if err != nil {
		return nil, err
	}
	client.Transport = signed
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return client, nil
}
