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

// fault handles one request incorrectly. The service may or may not carry the request out.
type fault func(service http.Handler, w http.ResponseWriter, r *http.Request)

// instead responds in place of the service.
func instead(handler http.HandlerFunc) fault {
	return func(_ http.Handler, w http.ResponseWriter, r *http.Request) { handler(w, r) }
}

// reset sends the part of the service's response that sent returns, and then resets the connection.
func reset(sent func(response []byte) []byte) fault {
	return func(service http.Handler, w http.ResponseWriter, r *http.Request) {
		response := rawResponse(service, r)
		connection, _, err := http.NewResponseController(w).Hijack()
		if err != nil {
			panic(err)
		}
		_, _ = connection.Write(sent(response))
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

// rawResponse lets the service carry the request out, and returns the response as HTTP/1.1 sends it.
func rawResponse(service http.Handler, r *http.Request) []byte {
	recorder := httptest.NewRecorder()
	service.ServeHTTP(recorder, r)
	var raw bytes.Buffer
	_ = recorder.Result().Write(&raw)
	return raw.Bytes()
}

func nothing([]byte) []byte            { return nil }
func half(response []byte) []byte      { return response[:len(response)/2] }
func allButOne(response []byte) []byte { return response[:len(response)-1] }

func resetAtOnce(_ http.Handler, w http.ResponseWriter, r *http.Request) {
	reset(nothing)(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}), w, r)
}

// late lets the service carry the request out, but does not respond before the attempt times out.
func late(service http.Handler, _ http.ResponseWriter, r *http.Request) {
	rawResponse(service, r)
	untilGone(r)
}

// truncatedResponse sends half of the response, and closes the connection without a reset.
func truncatedResponse(service http.Handler, w http.ResponseWriter, r *http.Request) {
	recorder := httptest.NewRecorder()
	service.ServeHTTP(recorder, r)
	w.Header().Set("Content-Length", strconv.Itoa(recorder.Body.Len()))
	_, _ = w.Write(half(recorder.Body.Bytes()))
}

// spoil handles the first requests with one fault each, and passes all further requests to the service.
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
