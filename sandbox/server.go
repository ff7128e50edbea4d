package sandbox

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/timsns/timsns/rest"
)

// Running is a sandbox that listens on 127.0.0.1.
type Running struct {
	*Sandbox

	// Server is where clients reach the sandbox.
	Server rest.Server

	http *http.Server
}

// Listen starts a sandbox on a free port of 127.0.0.1. Close it when it is no longer needed.
func Listen(options ...Option) (*Running, error) {
	service, err := New(options...)
	if err != nil {
		return nil, err
	}
	listener, err := new(net.ListenConfig).Listen(context.Background(), "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("sandbox: %w", err)
	}
	running := &Running{
		Sandbox: service,
		Server:  rest.Server{Name: "sandbox", URL: "http://" + listener.Addr().String()},
		http:    &http.Server{Handler: service, ReadHeaderTimeout: 10 * time.Second, MaxHeaderBytes: 64 << 10},
	}
	go func() { _ = running.http.Serve(listener) }() // it returns when Close is called
	return running, nil
}

// Close stops the sandbox and closes its connections.
func (r *Running) Close() error {
	return r.http.Close()
}

// TB is the part of testing.TB that Start needs. Programs that embed a sandbox then do not link package testing.
type TB interface {
	Helper()
	Cleanup(cleanup func())
	Fatalf(format string, arguments ...any)
}

// Start starts a sandbox that stops when the test ends, and fails the test if it cannot.
func Start(t TB, options ...Option) *Running {
	t.Helper()
	running, err := Listen(options...)
	if err != nil {
		t.Fatalf("sandbox: %v", err)
	}
	t.Cleanup(func() { _ = running.Close() })
	return running
}
