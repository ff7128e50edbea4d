package rest

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"sync"
	"time"
)

// Attempt is the record of one attempt. It holds no secret.
type Attempt struct {
	Op         string        // the operation's ID, such as GroupGet
	Number     int           // which attempt of its call it was, from 1
	Host       string        // the base URL of the host that it went to
	Waited     time.Duration // how long the quota held it up before it started
	Duration   time.Duration // from its start to the last byte of the reply
	HTTPStatus int           // the HTTP status, 0 if no reply came
	Code       Code          // the service's code, 0 for success and if the service gave none
	Bytes      int           // size of the reply in bytes, after decompression
	Random     uint32        // the random query parameter, which the vendor's support asks for
	Err        error         // what went wrong, nil if the attempt succeeded
}

// Observer takes note of an attempt when it has ended. It runs within the call, in the goroutine and with the context of
// the caller: it should be quick, and many goroutines call it.
type Observer func(ctx context.Context, attempt Attempt)

// WithObserver has observer told of each attempt, for metrics. Given several times, all are told.
func WithObserver(observer Observer) Option {
	return func(s *settings) error {
		if observer == nil {
			return errors.New("rest: WithObserver: want an observer, got nil")
		}
		s.observers = append(s.observers, observer)
		return nil
	}
}

// WithLogger logs each attempt: at level Debug when it succeeded, at level Warn when it failed. A record holds what
// [Attempt] does, and no secret. The default logs nothing.
func WithLogger(logger *slog.Logger) Option {
	return func(s *settings) error {
		if logger == nil {
			return errors.New("rest: WithLogger: want a slog.Logger, got nil")
		}
		s.logger = logger
		return nil
	}
}

// Trace collects the attempts of calls, those of successful ones, too, as long as there are any: it is meant for a few
// calls, not for a whole program. It is safe for use by many goroutines.
type Trace struct {
	mutex    sync.Mutex
	attempts []Attempt
}

type traceKey struct{}

// NewTrace returns a context, and the trace of all calls that are made with it:
//
//	ctx, trace := rest.NewTrace(ctx)
//	lists, err := client.GroupGet(ctx, request)
//	for _, attempt := range trace.Attempts() {
//		log.Println(attempt.Op, attempt.Random) // what the vendor's support asks for
//	}
func NewTrace(ctx context.Context) (context.Context, *Trace) {
	trace := &Trace{}
	return context.WithValue(ctx, traceKey{}, trace), trace
}

// Attempts returns the attempts that have ended so far, in the order in which they ended.
func (t *Trace) Attempts() []Attempt {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	return slices.Clone(t.attempts)
}

func (t *Trace) add(attempt Attempt) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	t.attempts = append(t.attempts, attempt)
}

// observe tells everyone who wants to know of an attempt.
func (c *Client) observe(ctx context.Context, attempt Attempt) {
	c.log(ctx, attempt)
	if trace, ok := ctx.Value(traceKey{}).(*Trace); ok {
		trace.add(attempt)
	}
	for _, observer := range c.settings.observers {
		observer(ctx, attempt)
	}
}

func (c *Client) log(ctx context.Context, attempt Attempt) {
	level, message := slog.LevelDebug, "attempt succeeded"
	if attempt.Err != nil {
		level, message = slog.LevelWarn, "attempt failed"
	}
	if !c.settings.logger.Enabled(ctx, level) {
		return
	}
	attributes := []slog.Attr{
		slog.String("operation", attempt.Op), slog.Int("attempt", attempt.Number), slog.String("host", attempt.Host),
		slog.Duration("waited", attempt.Waited), slog.Duration("duration", attempt.Duration),
		slog.Int("status", attempt.HTTPStatus), slog.Int64("code", int64(attempt.Code)),
		slog.Int("bytes", attempt.Bytes), slog.Uint64("random", uint64(attempt.Random)),
	}
	if attempt.Err != nil {
		attributes = append(attributes, slog.String("error", shorten(attempt.Err.Error())))
	}
	c.settings.logger.LogAttrs(ctx, level, message, attributes...)
}
