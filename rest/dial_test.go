package rest

import (
	"context"
	"net"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// dialing starts to dial for an attempt, and returns where its outcome will be.
func dialing(d *dialer, f *flight) <-chan error {
	done := make(chan error, 1)
	go func() {
		_, err := d.waitForNeed(context.WithoutCancel(f), f)
		done <- err
	}()
	return done
}

func begun(t *testing.T, d *dialer) *flight {
	t.Helper()
	f := newFlight(t.Context(), "https://example.com")
	d.begin(f)
	return f
}

// TestADialWaits has one attempt with a connection under way, a second one that has ended by the connection of another,
// and looks at what becomes of its dial.
func TestADialWaits(t *testing.T) {
	tests := map[string]struct {
		happens func(t *testing.T, d *dialer, first, second *flight)
		want    error
		after   time.Duration
	}{
		"until its attempt ends": {func(_ *testing.T, d *dialer, _, second *flight) { d.end(second, false) }, errNotNeeded, 0},
		"until another attempt begins": {func(t *testing.T, d *dialer, _, _ *flight) {
			t.Helper()
			begun(t, d)
		}, nil, 0},
		"until a connection is closed": {func(_ *testing.T, _ *dialer, first, _ *flight) { _ = first.opened.Close() }, nil, 0},
		"until an attempt begins in the place of one that failed": {func(t *testing.T, d *dialer, first, _ *flight) {
			t.Helper()
			d.end(first, true) // its connection may be of no use
			begun(t, d)
		}, nil, 0},
		"no longer than a connection may be silent": {func(*testing.T, *dialer, *flight, *flight) {}, nil, hungAfter},
		"no longer than a connection takes": {func(_ *testing.T, _ *dialer, first, _ *flight) {
			first.opened.answered.Store(true)
		}, nil, connectTimeout},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := newDialer()
				first, second := begun(t, d), begun(t, d)
				require.NoError(t, <-dialing(d, first))
				other := begun(t, d)
				require.NoError(t, <-dialing(d, other))
				other.opened.answered.Store(true)
				d.end(other, false) // its connection stays open, idle
				waiting := dialing(d, second)
				synctest.Wait()
				assert.Empty(t, waiting, "two connections are open for two attempts")
				start := time.Now()
				test.happens(t, d, first, second)
				require.ErrorIs(t, <-waiting, test.want)
				assert.Equal(t, test.after, time.Since(start))
			})
		})
	}
}

func TestADialThatFailsLeavesRoomForAnother(t *testing.T) {
	listener, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	require.NoError(t, err)
	require.NoError(t, listener.Close())
	d := newDialer()
	f := begun(t, d)
	start := time.Now()
	for range 3 {
		_, err := d.DialContext(f, "tcp", listener.Addr().String())
		require.Error(t, err)
	}
	assert.Less(t, time.Since(start), connectTimeout, "it waits for nothing")
}

func TestOnceAHostSpeaksHTTP2NobodyWaits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDialer()
		d.http2.Store(true)
		f := begun(t, d)
		start := time.Now()
		for range 3 {
			require.NoError(t, <-dialing(d, f))
		}
		assert.Zero(t, time.Since(start))
	})
}

func TestADialForNobodyIsNotCounted(t *testing.T) {
	listener, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer func() { _ = listener.Close() }()
	d := newDialer()
	connection, err := d.DialContext(t.Context(), "tcp", listener.Addr().String())
	require.NoError(t, err)
	require.NoError(t, connection.Close())
	assert.Empty(t, d.hosts)
}
