//go:build unix

package redisquota_test

import (
	"io"
	"net"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/rest/redisquota"
)

// startProxy returns the socket of a proxy for a Redis server. The proxy delays each response.
func startProxy(t *testing.T, socket string, delay time.Duration) string {
	t.Helper()
	proxy := filepath.Join(t.TempDir(), "proxy.sock")
	listener, err := (&net.ListenConfig{}).Listen(t.Context(), "unix", proxy)
	require.NoError(t, err)
	t.Cleanup(func() { _ = listener.Close() })
	go func() {
		for {
			client, err := listener.Accept()
			if err != nil {
				return
			}
			server, err := (&net.Dialer{}).DialContext(t.Context(), "unix", socket)
			if err != nil {
				_ = client.Close()
				continue
			}
			go func() {
				_, _ = io.Copy(server, client)
				_ = server.Close()
			}()
			go forward(client, server, delay)
		}
	}()
	return proxy
}

// forward copies what server sends to client, each part after the delay. Several parts can be on the way at once.
func forward(client, server net.Conn, delay time.Duration) {
	type part struct {
		bytes []byte
		due   time.Time
	}
	parts := make(chan part, 1000)
	go func() {
		defer close(parts)
		for {
			buffer := make([]byte, 4096)
			n, err := server.Read(buffer)
			if err != nil {
				return
			}
			parts <- part{buffer[:n], time.Now().Add(delay)}
		}
	}()
	for p := range parts {
		time.Sleep(time.Until(p.due))
		_, _ = client.Write(p.bytes)
	}
	_ = client.Close()
}

func TestLimiter_usesTheWholeQuotaFarFromRedis(t *testing.T) {
	for _, test := range []struct {
		milliseconds int
		fewest       int // calls per second, of a quota of 200: an idle machine makes 185
	}{{0, 100}, {5, 100}, {10, 100}, {20, 100}, {50, 75}} {
		delay := time.Duration(test.milliseconds) * time.Millisecond
		t.Run(delay.String(), func(t *testing.T) {
			t.Parallel() // it mostly waits
			client := newClient(t, startProxy(t, startRedis(t).socket, delay))
			require.NoError(t, client.Ping(t.Context()).Err())                            // connects
			limiter, log := newLimiter(t, client, redisquota.WithTimeout(10*time.Second)) // a busy machine is slow
			const duration = 3 * time.Second
			times := take(t, duration, limiter)
			perSecond := float64(len(times)) / duration.Seconds()
			t.Logf("%.0f calls per second, %d in the busiest", perSecond, busiestSecond(times))
			assert.GreaterOrEqual(t, perSecond, float64(test.fewest))
			assert.LessOrEqual(t, busiestSecond(times), 200)
			assert.Zero(t, log.count("WARN"))
		})
	}
}
