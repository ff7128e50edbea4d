package rest_test

import (
	"bytes"
	"crypto/tls"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"strconv"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/sandbox"
	"github.com/timsns/timsns/signer"
)

// fault spoils one exchange with the service, which carries the request out or does not.
type fault func(service http.Handler, w http.ResponseWriter, r *http.Request)

// instead answers in the service's place.
func instead(handler http.HandlerFunc) fault {
	return func(_ http.Handler, w http.ResponseWriter, r *http.Request) { handler(w, r) }
}

// reset cuts the connection off, with as many bytes of the service's reply as sent says before.
func reset(sent func(reply []byte) []byte) fault {
	return func(service http.Handler, w http.ResponseWriter, r *http.Request) {
		reply := rawReply(service, r)
		connection, _, err := http.NewResponseController(w).Hijack()
		if err != nil {
			panic(err)
		}
		_, _ = connection.Write(sent(reply))
		below := connection
		if encrypted, ok := connection.(*tls.Conn); ok {
			below = encrypted.NetConn()
		}
		if socket, ok := below.(*net.TCPConn); ok {
			_ = socket.SetLinger(0)
		}
		_ = below.Close()
	}
}

// rawReply has the service carry the request out, and returns its reply as it would go over the wire.
func rawReply(service http.Handler, r *http.Request) []byte {
	recorder := httptest.NewRecorder()
	service.ServeHTTP(recorder, r)
	var raw bytes.Buffer
	_ = recorder.Result().Write(&raw)
	return raw.Bytes()
}

func nothing([]byte) []byte         { return nil }
func half(reply []byte) []byte      { return reply[:len(reply)/2] }
func allButOne(reply []byte) []byte { return reply[:len(reply)-1] }

func resetAtOnce(_ http.Handler, w http.ResponseWriter, r *http.Request) {
	reset(nothing)(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}), w, r)
}

// late carries the request out, but does not answer in the time that the tests give an attempt.
func late(service http.Handler, _ http.ResponseWriter, r *http.Request) {
	rawReply(service, r)
	untilGone(r)
}

// truncatedReply ends the connection in an orderly way, too early.
func truncatedReply(service http.Handler, w http.ResponseWriter, r *http.Request) {
	recorder := httptest.NewRecorder()
	service.ServeHTTP(recorder, r)
	w.Header().Set("Content-Length", strconv.Itoa(recorder.Body.Len()))
	_, _ = w.Write(half(recorder.Body.Bytes()))
}

// spoil has each fault happen to one request, and then leaves the service in peace.
func spoil(service http.Handler, faults ...fault) http.Handler {
	var requests atomic.Int64
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if next := int(requests.Add(1)) - 1; next < len(faults) {
			faults[next](service, w, r)
			return
		}
		service.ServeHTTP(w, r)
	})
}

// serve serves handler over TLS, and returns its URL and a transport that trusts it.
func serve(t *testing.T, handler http.Handler) (base string, transport *http.Transport) {
	t.Helper()
	server := httptest.NewUnstartedServer(handler)
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.StartTLS()
	t.Cleanup(server.Close)
	transport, _ = server.Client().Transport.(*http.Transport)
	return server.URL, transport
}

func newSandbox(t *testing.T, options ...sandbox.Option) (*sandbox.Sandbox, *signer.Signer) {
	t.Helper()
	service, err := sandbox.New(options...)
	require.NoError(t, err)
	sign, err := signer.New(service.Credentials())
	require.NoError(t, err)
	return service, sign
}
