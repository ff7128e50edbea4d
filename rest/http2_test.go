package rest_test

import (
	"crypto/tls"
	"encoding/binary"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/internal/testutil"
	"github.com/timsns/timsns/rest"
)

// The HTTP/2 frames that a server needs to reset streams (RFC 9113, section 6).
const (
	frameHeader   = 9
	frameData     = 0x0
	frameReset    = 0x3
	frameSettings = 0x4
	flagEnd       = 0x1 // END_STREAM of DATA, ACK of SETTINGS
	preface       = 24  // the length of the client's connection preface
)

func frame(kind, flags byte, stream, payload []byte) []byte {
	header := []byte{0, 0, byte(len(payload)), kind, flags}
	return append(append(header, stream...), payload...)
}

// resetStreams speaks just enough HTTP/2 to receive complete requests, count them, and reset each with code.
func resetStreams(connection net.Conn, code uint32, received *atomic.Int64) {
	defer func() { _ = connection.Close() }()
	if _, err := io.CopyN(io.Discard, connection, preface); err != nil {
		return
	}
	zero := make([]byte, 4)
	_, _ = connection.Write(frame(frameSettings, 0, zero, nil))
	for header := make([]byte, frameHeader); ; {
		if _, err := io.ReadFull(connection, header); err != nil {
			return
		}
		_, _ = io.CopyN(io.Discard, connection, int64(header[0])<<16|int64(header[1])<<8|int64(header[2]))
		switch isEnd := header[4]&flagEnd != 0; {
		case header[3] == frameSettings && !isEnd:
			_, _ = connection.Write(frame(frameSettings, flagEnd, zero, nil))
		case header[3] == frameData && isEnd:
			received.Add(1)
			_, _ = connection.Write(frame(frameReset, 0, header[5:9], binary.BigEndian.AppendUint32(nil, code)))
		}
	}
}

// TestCall_sendsOneRequestPerAttemptOverHTTP2 has a server reset streams with codes after which net/http would send a
// request again by itself, after some of them forever.
func TestCall_sendsOneRequestPerAttemptOverHTTP2(t *testing.T) {
	for name, code := range map[string]uint32{"PROTOCOL_ERROR": 1, "INTERNAL_ERROR": 2, "REFUSED_STREAM": 7, "CANCEL": 8} {
		for operation, attempts := range map[rest.Operation]int64{read: 2, write: 1} {
			t.Run(name+", "+operation.ID, func(t *testing.T) {
				var received atomic.Int64
				server := httptest.NewUnstartedServer(nil)
				server.Config.ErrorLog = log.New(io.Discard, "", 0)
				server.Config.TLSNextProto = map[string]func(*http.Server, *tls.Conn, http.Handler){
					"h2": func(_ *http.Server, connection *tls.Conn, _ http.Handler) { resetStreams(connection, code, &received) },
				}
				server.TLS = &tls.Config{NextProtos: []string{"h2"}, MinVersion: tls.VersionTLS12}
				server.StartTLS()
				t.Cleanup(func() {
					server.CloseClientConnections()
					server.Close()
				})
				transport := &http.Transport{
					ForceAttemptHTTP2: true,
					TLSClientConfig:   &tls.Config{RootCAs: poolOf(server), MinVersion: tls.VersionTLS12},
				}
				defer transport.CloseIdleConnections()
				client := newRestClient(t, rest.Server{URL: server.URL}, testutil.NewSigner(t), rest.WithTransport(transport),
					rest.WithRetryPolicy(rest.RetryPolicy{MaxAttempts: 2, MaxBackoff: 1}))
				_, err := call(t.Context(), client, operation)
				require.Error(t, err)
				assert.Equal(t, attempts, received.Load())
			})
		}
	}
}
