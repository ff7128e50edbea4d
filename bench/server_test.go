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
	"time"

	"github.com/timsns/timsns/rest"
)

// network is a way from a client to the service.
type network struct {
	name  string
	start func(tb testing.TB, body []byte) endpoint
}

// endpoint is a service that replies with the same body to each request.
type endpoint struct {
	url       string
	transport http.RoundTripper // of clients that have none of their own
	option    rest.Option       // of those that have: how they reach the service
}

// networks are a transport without a network, of which each allocation is the client's, and loopback.
var networks = []network{{"fake", startFake}, {"http", startHTTP}, {"https", startHTTPS}}

func startFake(_ testing.TB, body []byte) endpoint {
	transport := &fake{body: body}
	return endpoint{"https://fake.example", transport, rest.WithTransport(transport)}
}

// fake replies with the same body to each request.
type fake struct {
	body      []byte
	isChunked bool // its length is not known beforehand
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
		Body: &fakeBody{rest: f.body}, Request: request,
	}, nil
}

// fakeBody hands out as much at a time as net/http does.
type fakeBody struct{ rest []byte }

// Read implements io.Reader.
func (b *fakeBody) Read(p []byte) (int, error) {
	if len(b.rest) == 0 {
		return 0, io.EOF
	}
	n := copy(p, b.rest[:min(len(b.rest), 4<<10)])
	b.rest = b.rest[n:]
	return n, nil
}

// Close implements io.Closer.
func (b *fakeBody) Close() error { return nil }

func startHTTP(tb testing.TB, body []byte) endpoint {
	tb.Helper()
	server := start(tb, body, (*httptest.Server).Start)
	return endpoint{server.URL, newTransport(tb, nil), rest.WithFailback(time.Minute)} // which changes nothing
}

func startHTTPS(tb testing.TB, body []byte) endpoint {
	tb.Helper()
	server := start(tb, body, (*httptest.Server).StartTLS)
	pool := x509.NewCertPool()
	pool.AddCert(server.Certificate())
	return endpoint{server.URL, newTransport(tb, pool), rest.WithRootCAs(pool)}
}

func start(tb testing.TB, body []byte, start func(*httptest.Server)) *httptest.Server {
	tb.Helper()
	server := httptest.NewUnstartedServer(answer(body))
	server.Config.ErrorLog = log.New(io.Discard, "", 0) // net/http drops connections that it does not need after all
	start(server)
	tb.Cleanup(server.Close)
	return server
}

func answer(body []byte) http.Handler {
	length := []string{strconv.Itoa(len(body))}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		w.Header()["Content-Type"], w.Header()["Content-Length"] = []string{"application/json"}, slices.Clone(length)
		_, _ = w.Write(body)
	})
}

// newTransport returns a transport as programs make it: the default one, with a kept connection for each caller.
func newTransport(tb testing.TB, rootCAs *x509.CertPool) http.RoundTripper {
	tb.Helper()
	transport := http.DefaultTransport.(*http.Transport).Clone() //nolint:forcetypeassert // as documented
	transport.TLSClientConfig = &tls.Config{MinVersion: tls.VersionTLS12, RootCAs: rootCAs}
	transport.MaxIdleConns, transport.MaxIdleConnsPerHost = 0, 1024
	tb.Cleanup(transport.CloseIdleConnections)
	return transport
}
