package main

import (
	"bytes"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/timsns/timsns/rest"
)

func TestSilence_saysWhatItWaitsFor(t *testing.T) {
	tests := map[string]struct {
		durations []time.Duration // of attempts; all but the last fail
		want      string
	}{
		"a fast call":   {[]time.Duration{time.Second}, ""},
		"fast attempts": {[]time.Duration{time.Second, time.Second, time.Second}, ""},
		"a slow call":   {[]time.Duration{3 * time.Second}, "timsns: waiting for attempt 1\n"},
		"slow attempts": {
			[]time.Duration{3 * time.Second, 9 * time.Second},
			"timsns: waiting for attempt 1\ntimsns: waiting for attempt 2, after no \\x1b\n",
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var log bytes.Buffer
				silence := newSilence(&log)
				for i, duration := range test.durations {
					time.Sleep(duration)
					attempt := rest.Attempt{Number: i + 1}
					if i+1 < len(test.durations) {
						attempt.Err = errors.New("no \x1b")
					}
					silence.observe(t.Context(), attempt)
				}
				silence.stop()
				time.Sleep(time.Hour)
				synctest.Wait()
				assert.Equal(t, test.want, log.String())
			})
		})
	}
}
