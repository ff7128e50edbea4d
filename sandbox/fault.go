package sandbox

import (
	"context"
	"fmt"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
)

// Faults are failures that a sandbox causes, to test how a client treats them.
type Faults struct {
	// Latency is how long each response is delayed.
	Latency time.Duration

	// Codes are the error codes that commands return without being carried out, by the name of the command, such as
	// group_get. The empty name stands for all commands that have no code of their own.
	Codes map[string]gen.ErrorCode

	// Drop is the share of the requests, from 0 to 1, that are carried out but get no response: the connection is
	// closed. Requests are not chosen at random, so that tests can be repeated: with 0.25, it is every fourth.
	Drop float64
}

// WithFaults makes the sandbox cause failures.
func WithFaults(faults Faults) Option {
	return func(s *Sandbox) { s.faults = &faultInjector{Faults: faults} }
}

// faultInjector decides which request gets which fault.
type faultInjector struct {
	Faults

	requests atomic.Int64
}

func (f *faultInjector) check() error {
	switch {
	case f.Latency < 0:
		return fmt.Errorf("sandbox: Faults.Latency: want 0 or more, got %v", f.Latency)
	case !(f.Drop >= 0 && f.Drop <= 1): // so that NaN is an error
		return fmt.Errorf("sandbox: Faults.Drop: want a share from 0 to 1, got %v", f.Drop)
	}
	return nil
}

// refuse returns the error that a command must return, or nil.
func (f *faultInjector) refuse(operation *api.Operation) error {
	code, ok := f.Codes[operation.Command]
	if !ok {
		code = f.Codes[""]
	}
	if code == 0 {
		return nil
	}
	return errorFor(code)
}

// delay waits before a response, at most until the caller gives up. It closes the connection if the response has to be
// dropped.
func (f *faultInjector) delay(ctx context.Context) {
	if f.Latency > 0 {
		timer := time.NewTimer(f.Latency)
		defer timer.Stop()
		select {
		case <-timer.C:
		case <-ctx.Done():
		}
	}
	request := float64(f.requests.Add(1))
	if int64(request*f.Drop) > int64((request-1)*f.Drop) {
		panic(http.ErrAbortHandler) // net/http closes the connection, and logs nothing
	}
}
