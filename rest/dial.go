package rest

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// dialer opens no more connections to a host than there are attempts under way to it.
//
// net/http opens one for every request that finds none idle, and then gives the request whichever comes first, that one
// or one that has become idle. While connections are slow to open, as they are over TLS, many callers who start together
// so end up with twice as many connections as they can use. Here, such a request waits for the idle one alone: there
// is one, or one about to be open, for every attempt.
//
// A connection of HTTP/2 serves many attempts, and may take no more of them long before it is closed: once a host has
// spoken HTTP/2, nobody waits.
type dialer struct {
	net.Dialer

	http2 atomic.Bool

	mutex sync.Mutex
	hosts map[string]*traffic // by base URL
}

// traffic is what goes on between a client and a host.
type traffic struct {
	attempts    int           // under way
	connections int           // open, or about to be
	waiting     int           // attempts that may need another connection
	changed     chan struct{} // is closed when any of that has changed
}

// begin takes note of an attempt.
func (d *dialer) begin(f *flight) {
	if d == nil { // the transport is not the client's own
		return
	}
	d.mutex.Lock()
	defer d.mutex.Unlock()
	f.traffic = d.hosts[f.host]
	if f.traffic == nil {
		f.traffic = &traffic{changed: make(chan struct{})}
		d.hosts[f.host] = f.traffic
	}
	f.traffic.attempts++
	f.traffic.notify()
}

// end takes note of an attempt's end. A connection that is not open by the end of an attempt that got no reply may never
// be: it stands in the way of no other.
func (d *dialer) end(f *flight, lost bool) {
	if d == nil {
		return
	}
	d.mutex.Lock()
	defer d.mutex.Unlock()
	f.ended = true
	f.traffic.attempts--
	f.traffic.notify()
	if lost && f.opened != nil && !f.opened.answered.Load() {
		f.opened.discount()
	}
}

// verify implements tls.Config's hook VerifyConnection: it takes note of the protocol, and refuses nothing.
func (d *dialer) verify(state tls.ConnectionState) error {
	if state.NegotiatedProtocol == "h2" {
		d.http2.Store(true)
	}
	return nil
}

var errNotNeeded = errors.New("the attempt has ended without this connection")

// DialContext implements http.Transport's hook of that name.
func (d *dialer) DialContext(ctx context.Context, network, address string) (net.Conn, error) {
	f, ok := ctx.Value(flightKey{}).(*flight)
	if !ok {
		return d.Dialer.DialContext(ctx, network, address)
	}
	counted, err := d.waitForNeed(ctx, f)
	if err != nil {
		return nil, err
	}
	connection, err := d.Dialer.DialContext(ctx, network, address)
	if err != nil {
		_ = counted.Close()
		return nil, err
	}
	counted.Conn = connection
	if strings.HasPrefix(f.host, "http://") { // without TLS, there is nothing more to wait for
		counted.answered.Store(true)
	}
	return counted, nil
}

// waitForNeed returns when there are fewer connections than attempts, with another one counted. It waits no longer than a
// connection takes that is about to be open: whatever it is that keeps the others, this attempt then has one of its own.
func (d *dialer) waitForNeed(ctx context.Context, f *flight) (*countedConnection, error) {
	ctx, cancel := context.WithTimeout(ctx, connectTimeout)
	defer cancel()
	d.mutex.Lock()
	defer d.mutex.Unlock()
	t := f.traffic
	for !f.ended && t.connections >= t.attempts && ctx.Err() == nil && !d.http2.Load() {
		d.waitForChange(ctx, t)
	}
	if f.ended {
		return nil, errNotNeeded
	}
	t.connections++
	f.opened = &countedConnection{dialer: d, traffic: t}
	f.opened.hung = time.AfterFunc(hungAfter, f.opened.giveUp)
	return f.opened, nil
}

// waitForChange is called with the mutex held, and lets go of it meanwhile.
func (d *dialer) waitForChange(ctx context.Context, t *traffic) {
	changed := t.changed
	t.waiting++
	d.mutex.Unlock()
	select {
	case <-changed:
	case <-ctx.Done():
	}
	d.mutex.Lock()
	t.waiting--
}

// notify wakes all who wait. It is called with the mutex held.
func (t *traffic) notify() {
	if t.waiting > 0 {
		close(t.changed)
		t.changed = make(chan struct{})
	}
}

// hungAfter is how long a connection counts of which nothing has come yet: no TCP, no word of a proxy, no word of TLS.
// Others wait for it no longer.
const hungAfter = time.Second

// countedConnection counts until it is closed, or found to hang.
type countedConnection struct {
	net.Conn

	dialer     *dialer
	traffic    *traffic
	answered   atomic.Bool
	hung       *time.Timer
	discounted bool
}

// Read implements net.Conn.
func (c *countedConnection) Read(p []byte) (int, error) {
	n, err := c.Conn.Read(p)
	if n > 0 && !c.answered.Load() {
		c.answered.Store(true)
		c.hung.Stop()
	}
	return n, err
}

func (c *countedConnection) giveUp() {
	c.dialer.mutex.Lock()
	defer c.dialer.mutex.Unlock()
	if !c.answered.Load() {
		c.discount()
	}
}

// Close implements net.Conn.
func (c *countedConnection) Close() error {
	c.hung.Stop()
	c.dialer.mutex.Lock()
	c.discount()
	c.dialer.mutex.Unlock()
	if c.Conn == nil { // it never came to be
		return nil
	}
	return c.Conn.Close()
}

// discount is called with the dialer's mutex held.
func (c *countedConnection) discount() {
	if !c.discounted {
		c.discounted = true
		c.traffic.connections--
		c.traffic.notify()
	}
}
