package rest

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"time"

	"golang.org/x/sync/semaphore"
)

// dialGate opens TLS connections, at first a few at a time. net/http opens one for each request that finds none idle,
// even if an idle one then serves the request. As a handshake takes longer than a call to a near server, a burst of
// callers would open several connections each. A request that has got another connection while it waited opens none.
type dialGate struct {
	dialer *net.Dialer
	config *tls.Config
	slots  *semaphore.Weighted
}

const (
	// dialSlots is how many connections are opened at the same time.
	dialSlots = 2

	// dialWait is how long a request waits for its turn. A host that is slow to answer holds up none for longer.
	dialWait = 100 * time.Millisecond
)

var errNotNeeded = errors.New("the request has another connection")

func newDialGate(dialer *net.Dialer, config *tls.Config) *dialGate {
	return &dialGate{dialer, config, semaphore.NewWeighted(dialSlots)}
}

// DialContext implements http.Transport's hook DialTLSContext.
func (g *dialGate) DialContext(ctx context.Context, network, address string) (net.Conn, error) {
	waiting, cancel := context.WithTimeout(ctx, dialWait)
	defer cancel()
	if g.slots.Acquire(waiting, 1) == nil {
		defer g.slots.Release(1)
	}
	if c := connectionOf(ctx); c != nil && c.got.Load() {
		return nil, errNotNeeded
	}
	return g.dial(ctx, network, address)
}

// dial bounds the time of the handshake, as net/http does with TLSHandshakeTimeout for its own.
func (g *dialGate) dial(ctx context.Context, network, address string) (net.Conn, error) {
	connection, err := g.dialer.DialContext(ctx, network, address)
	if err != nil {
		return nil, err
	}
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return nil, errors.Join(err, connection.Close())
	}
	config := g.config.Clone()
	config.ServerName = host
	secured := tls.Client(connection, config)
	ctx, cancel := context.WithTimeout(ctx, connectTimeout)
	defer cancel()
	if err := secured.HandshakeContext(ctx); err != nil {
		return nil, errors.Join(err, connection.Close())
	}
	return secured, nil
}
