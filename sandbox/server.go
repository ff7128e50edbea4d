package sandbox

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"time"

	"github.com/timsns/timsns/rest"
)

// Server is a sandbox that listens on this machine.
type Server struct {
	*Sandbox

	// Endpoint is the address of the sandbox, to be passed to gen.NewClient.
	Endpoint rest.Server

	http *http.Server
}

// WithAddress sets the address at which [Listen] and [Start] listen, such as 127.0.0.1:8080. It must be one of this
// machine only. By default, and with port 0, the port is a free one.
func WithAddress(address string) Option {
	return func(s *Sandbox) { s.address = address }
}

// checkAddress returns an error if other machines could reach the address.
func checkAddress(address string) error {
	host, _, err := net.SplitHostPort(address)
	ip, _ := netip.ParseAddr(host) // the zero Addr is no loopback address
	if err != nil || host != "localhost" && !ip.IsLoopback() {
		return fmt.Errorf("sandbox: want a loopback address such as 127.0.0.1:8080, got %q", address)
	}
	return nil
}

// Listen starts a sandbox, by default on a free port of 127.0.0.1. The caller must close it.
func Listen(options ...Option) (*Server, error) {
	service, err := New(options...)
	if err != nil {
		return nil, err
	}
	if err := checkAddress(service.address); err != nil {
		return nil, err
	}
	listener, err := new(net.ListenConfig).Listen(context.Background(), "tcp", service.address)
	if err != nil {
		return nil, fmt.Errorf("sandbox: %w", err)
	}
	server := &Server{
		Sandbox:  service,
		Endpoint: rest.Server{Name: "sandbox", URL: "http://" + listener.Addr().String()},
		http:     &http.Server{Handler: service, ReadHeaderTimeout: 10 * time.Second, MaxHeaderBytes: 64 << 10},
	}
	go func() { _ = server.http.Serve(listener) }() // it returns when Close is called
	return server, nil
}

// Close stops the sandbox and closes its connections.
func (s *Server) Close() error {
	return s.http.Close()
}

// TB is the subset of [testing.TB] that [Start] needs. It spares programs that embed a sandbox package testing.
type TB interface {
	Helper()
	Cleanup(cleanup func())
	Fatalf(format string, arguments ...any)
}

// Start starts a sandbox that is closed when the test ends. It fails the test if the sandbox does not start.
func Start(t TB, options ...Option) *Server {
	t.Helper()
	server, err := Listen(options...)
	if err != nil {
		t.Fatalf("sandbox: %v", err)
	}
	t.Cleanup(func() { _ = server.Close() })
	return server
}
