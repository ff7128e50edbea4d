package rest

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"time"
)

// Attempt is the record of one attempt. It holds no secret.
type Attempt struct {
	Op         string        // the operation's ID, such as GroupGet
	Number     int           // the number of the attempt in its call, from 1
	Host       string        // the base URL of the host
	Queued     int           // how many callers waited for the same quota when the attempt joined them
	Waited     time.Duration // how long the attempt waited for the quota
	Duration   time.Duration // from the end of that wait to the last byte of the response
	HTTPStatus int           // the HTTP status, 0 without a response
	Code       Code          // the service's code, 0 for success or without a code
	Bytes      int           // size of the response in bytes, after decompression
	Random     uint32        // the query parameter random, which Tencent's support asks for
	Err        error         // why the attempt failed, nil if it succeeded
}

// Observer is a function that is called after each attempt, in the caller's goroutine and with the caller's context. It
// should return quickly, and must be safe for concurrent use.
type Observer func(ctx context.Context, attempt Attempt)

// WithObserver calls observer after each attempt, for metrics or to record the attempts of one call:
//
//	var attempts []rest.Attempt
//	lists, err := client.GroupGet(ctx, request, rest.WithObserver(func(_ context.Context, attempt rest.Attempt) {
//		attempts = append(attempts, attempt)
//	}))
//
// If the option is given more than once, all observers are called.
func WithObserver(observer Observer) CallOption {
	return callOption(func(s *callSettings) error {
		if observer == nil {
			return errors.New("rest: WithObserver: want an observer, got nil")
		}
		s.observers = append(slices.Clip(s.observers), observer)
		return nil
	})
}

// WithLogger logs each attempt: at level Debug if it succeeded, at level Warn if it failed. A record has the fields of
// [Attempt], and no secret. The default logs nothing.
func WithLogger(logger *slog.Logger) CallOption {
	return callOption(func(s *callSettings) error {
		if logger == nil {
			return errors.New("rest: WithLogger: want a slog.Logger, got nil")
		}
		s.logger = logger
		return nil
	})
}

// record returns the last attempt.
func (c *call) record() Attempt {
	return Attempt{
		Op: c.operation.ID, Number: c.attempts, Host: c.host, Queued: c.queued, Waited: c.waited,
		Duration: c.last.duration, HTTPStatus: c.last.status, Code: c.last.failure.code, Bytes: c.last.size,
		Random: c.last.random, Err: c.last.err,
	}
}

// observe reports the last attempt to the log and to all observers.
func (c *call) observe(ctx context.Context) {
	attempt := c.record()
	attempt.log(ctx, c.settings.logger)
	for _, observer := range c.settings.observers {
		observer(ctx, attempt)
	}
}

func (a Attempt) log(ctx context.Context, logger *slog.Logger) {
	level, message := slog.LevelDebug, "attempt succeeded"
	if a.Err != nil {
		level, message = slog.LevelWarn, "attempt failed"
	}
	if !logger.Enabled(ctx, level) {
		return
	}
	attributes := []slog.Attr{
		slog.String("operation", a.Op), slog.Int("attempt", a.Number), slog.String("host", a.Host),
		slog.Int("queued", a.Queued), slog.Duration("waited", a.Waited), slog.Duration("duration", a.Duration),
		slog.Int("status", a.HTTPStatus), slog.Int64("code", int64(a.Code)), slog.Int("bytes", a.Bytes),
		slog.Uint64("random", uint64(a.Random)),
	}
	if a.Err != nil {
		attributes = append(attributes, slog.String("error", shorten(a.Err.Error())))
	}
	logger.LogAttrs(ctx, level, message, attributes...)
}
