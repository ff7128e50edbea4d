package bench

import (
	"crypto/tls"
	"crypto/x509"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"testing"

	"github.com/timsns/timsns/rest"
)

// network connects a client to the service.
type network struct {
	name    string
	start   func(tb testing.TB, body []byte) endpoint
	callers []int // the numbers of concurrent callers to measure
}

// endpoint is a service with the same response to each request.
type endpoint struct {
	url       string
	transport http.RoundTripper // for clients that take a transport
	option    rest.Option       // for the client of this project
}

// networks are a transport without a network, where every allocation is the client's, and the loopback interface.
// Callers share nothing without a network, so one is enough there.
var networks = []network{
	{"fake", startFake, []int{1}},
	{"https", startHTTPS, []int{1, 8, 64}},
}

func startFake(_ testing.TB, body []byte) endpoint {
	transport := &fake{body: body}
	return endpoint{"https://fake.example", transport, rest.WithTransport(transport)}
}

// fake returns the same response to each request.
type fake struct {
	body      []byte
	isChunked bool // the response does not state its length
}

// RoundTrip implements http.RoundTripper.
func (f *fake) RoundTrip(request *http.Request) (*http.Response, error) {
	if _, err := io.Copy(io.Discard, request.Body); err != nil {
		return nil, err
	}
	if err := request.Body.Close(); err != nil {
		return nil, err
	}
	length := int64(len(f.body))
	if f.isChunked {
		length = -1
	}
	return &http.Response{
		Status: "200 OK", StatusCode: http.StatusOK, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: http.Header{"Content-Type": {"application/json"}}, ContentLength: length,
		Body: &fakeBody{unread: f.body}, Request: request,
	}, nil
}

// fakeBody returns as many bytes per read as net/http does.
type fakeBody struct{ unread []byte }

// Read implements io.Reader.
func (b *fakeBody) Read(p []byte) (int, error) {
	if len(b.unread) == 0 {
		return 0, io.EOF
	}
	n := copy(p, b.unread[:min(len(b.unread), 4<<10)])
	b.unread = b.unread[n:]
	return n, nil
}

// Close implements io.Closer.
func (b *fakeBody) Close() error { return nil }

func startHTTPS(tb testing.TB, body []byte) endpoint {
	tb.Helper()
	server := httptest.NewUnstartedServer(respondWith(body))
	server.Config.ErrorLog = log.New(io.Discard, "", 0) // clients close connections that they do not need after all
	server.StartTLS()
	tb.Cleanup(server.Close)
	pool := x509.NewCertPool()
	pool.AddCert(server.Certificate())
	return endpoint{server.URL, newTransport(tb, pool), rest.WithRootCAs(pool)}
}

func respondWith(body []byte) http.Handler {
	length := []string{strconv.Itoa(len(body))}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		w.Header()["Content-Type"], w.Header()["Content-Length"] = []string{"application/json"}, slices.Clone(length)
		_, _ = w.Write(body)
	})
}

// newTransport returns the default transport, changed as programs do: it keeps a connection for each caller.
func newTransport(tb testing.TB, rootCAs *x509.CertPool) http.RoundTripper {
	tb.Helper()
	transport := http.DefaultTransport.(*http.Transport).Clone() //nolint:forcetypeassert // as documented
	transport.TLSClientConfig = &tls.Config{MinVersion: tls.VersionTLS12, RootCAs: rootCAs}
	transport.MaxIdleConns, transport.MaxIdleConnsPerHost = 0, 1024
	tb.Cleanup(transport.CloseIdleConnections)
	return transport
}
