package main

import (
	"context"
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/timsns/timsns/rest"
)

// maxSilence is how long a call may last on a terminal before a line says what it waits for.
const maxSilence = 2 * time.Second

// silence prints a line when nothing has happened for maxSilence.
type silence struct {
	log   io.Writer
	mutex sync.Mutex
	timer *time.Timer
	next  int    // the number of the attempt that is under way, or awaited
	cause string // why the last attempt failed
}

func newSilence(log io.Writer) *silence {
	s := &silence{log: log, next: 1}
	s.timer = time.AfterFunc(maxSilence, s.print)
	return s
}

// observe is a [rest.Observer].
func (s *silence) observe(_ context.Context, attempt rest.Attempt) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.next, s.cause = 1, ""
	if attempt.Err != nil {
		s.next, s.cause = attempt.Number+1, fmt.Sprintf(", after %.200s", attempt.Err)
	}
	s.timer.Reset(maxSilence)
}

func (s *silence) print() {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	_, _ = fmt.Fprintf(s.log, "timsns: waiting for attempt %d%s\n", s.next, escapeUnsafe(s.cause))
}

func (s *silence) stop() { s.timer.Stop() }
