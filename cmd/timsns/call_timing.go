package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/timsns/timsns/rest"
)

// timing returns an observer that prints how long each attempt took.
func timing(log io.Writer) rest.Observer {
	return func(_ context.Context, attempt rest.Attempt) {
		outcome := "no response"
		if attempt.HTTPStatus != 0 {
			outcome = fmt.Sprintf("HTTP %d, %s", attempt.HTTPStatus, plural(attempt.Bytes, "byte"))
		}
		waited := ""
		if attempt.Waited >= time.Millisecond {
			waited = fmt.Sprintf(", after %v for the rate limit", attempt.Waited.Round(time.Millisecond))
		}
		_, _ = fmt.Fprintf(log, "timsns: attempt %d: %v%s, %s, %s\n",
			attempt.Number, attempt.Duration.Round(100*time.Microsecond), waited, outcome, escapeUnsafe(attempt.Host))
	}
}
