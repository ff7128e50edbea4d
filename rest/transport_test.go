package rest_test

import (
	"compress/gzip"
	"crypto/tls"
	"crypto/x509"
	"flag"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/internal/testutil"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/sandbox"
)

// zeros is an endless reader of zero bytes.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

func TestCall_stopsAGzipBomb(t *testing.T) {
	const size = 1 << 30
	client := newClient(t, func(w http.ResponseWriter, r *http.Request) {
		assert.Contains(t, r.Header.Get("Accept-Encoding"), "gzip")
		w.Header().Set("Content-Encoding", "gzip")
		packed := gzip.NewWriter(w)
		_, _ = io.Copy(packed, io.LimitReader(zeros{}, size))
	})
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := client.GroupGet(t.Context(), request)
	runtime.ReadMemStats(&after)
	require.ErrorIs(t, err, rest.ErrResponseTooLarge)
	assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(size/4), "a response has at most 8 MiB, and its buffer doubles up to that size")
}

func TestCall_readsCompressedResponses(t *testing.T) {
	client := newClient(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		packed := gzip.NewWriter(w)
		_, _ = packed.Write([]byte(success))
		_ = packed.Close()
	})
	_, err := client.GroupGet(t.Context(), request)
	assert.NoError(t, err)
}

// TestClient_verifiesTLS does not use WithTransport, so that it tests the client's own transport.
func TestClient_verifiesTLS(t *testing.T) {
	tests := map[string]struct {
		configure func(*tls.Config)
		want      string
	}{
		"an untrusted certificate": {func(*tls.Config) {}, "certificate"},
		"TLS 1.1 at most":          {func(c *tls.Config) { c.MinVersion, c.MaxVersion = tls.VersionTLS11, tls.VersionTLS11 }, "protocol version"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			server := httptest.NewUnstartedServer(json(success))
			server.TLS = &tls.Config{}
			test.configure(server.TLS)
			server.Config.ErrorLog = log.New(io.Discard, "", 0)
			server.StartTLS()
			defer server.Close()
			_, err := call(t.Context(), newRestClient(t, rest.Server{URL: server.URL}, testutil.NewSigner(t), rest.WithoutRetry()), read)
			assert.ErrorContains(t, err, test.want)
		})
	}
}

// poolOf returns a pool with the certificate of a server.
func poolOf(server *httptest.Server) *x509.CertPool {
	pool := x509.NewCertPool()
	pool.AddCert(server.Certificate())
	return pool
}

func TestClient_speaksHTTP1WhereTheServerSpeaksHTTP2(t *testing.T) {
	var protocol string
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		protocol = r.Proto
		json(success)(w, r)
	}))
	server.EnableHTTP2 = true
	server.StartTLS()
	defer server.Close()
	_, err := call(t.Context(), newRestClient(t, rest.Server{URL: server.URL}, testutil.NewSigner(t), rest.WithRootCAs(poolOf(server))), read)
	require.NoError(t, err)
	assert.Equal(t, "HTTP/1.1", protocol)
}

// TestClient_honoursTheEnvironmentsProxies runs itself behind a proxy that refuses every request. Neither the proxy nor
// the error gets the signature.
func TestClient_honoursTheEnvironmentsProxies(t *testing.T) {
	if os.Getenv("TIMSNS_TEST_PROXY") != "" {
		_, err := call(t.Context(), newRestClient(t, gen.Singapore, testutil.NewSigner(t), rest.WithoutRetry()), read)
		require.ErrorContains(t, err, "Proxy Authentication Required")
		assert.NotContains(t, err.Error(), "usersig")
		return
	}
	var requested atomic.Value
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		requested.Store(r.Method + " " + r.RequestURI)
		w.WriteHeader(http.StatusProxyAuthRequired)
	}))
	defer proxy.Close()
	command := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^"+t.Name()+"$")
	command.Env = append(os.Environ(), "TIMSNS_TEST_PROXY=1", "HTTPS_PROXY="+proxy.URL, "NO_PROXY=")
	output, err := command.CombinedOutput()
	require.NoError(t, err, string(output))
	assert.Equal(t, "CONNECT adminapisgp.im.qcloud.com:443", requested.Load())
}

// connectionCounter counts the connections that a server accepts.
type connectionCounter struct{ opened atomic.Int64 }

func (c *connectionCounter) note(_ net.Conn, state http.ConnState) {
	if state == http.StateNew {
		c.opened.Add(1)
	}
}

var connectionsFlag = flag.Float64("connections", 2, "how many connections a caller may open; 1.5 on an idle machine")

// TestClient_opensFewConnections makes 1,000 calls over TLS, each shorter than a handshake.
func TestClient_opensFewConnections(t *testing.T) {
	for name, callers := range map[string]int{"1 caller": 1, "8 callers": 8, "64 callers": 64} {
		t.Run(name, func(t *testing.T) {
			service, sign := newSandbox(t, sandbox.WithoutQuota())
			var counter connectionCounter
			server := httptest.NewUnstartedServer(service)
			server.Config.ConnState = counter.note
			server.StartTLS()
			defer server.Close()
			client := newRestClient(t, rest.Server{URL: server.URL}, sign,
				rest.WithRootCAs(poolOf(server)), rest.WithLimiter(rest.NoLimit()))
			each := (1000 + callers - 1) / callers
			var done sync.WaitGroup
			for range callers {
				done.Go(func() {
					for range each {
						_, err := call(t.Context(), client, read)
						assert.NoError(t, err)
					}
				})
			}
			done.Wait()
			t.Logf("%d calls, %d callers: %d connections", callers*each, callers, counter.opened.Load())
			assert.LessOrEqual(t, float64(counter.opened.Load()), max(*connectionsFlag*float64(callers), 1))
		})
	}
}
