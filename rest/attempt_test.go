package rest

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestWhatAnAttemptTellsOfItsHost(t *testing.T) {
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	late, cancel := context.WithDeadline(t.Context(), time.Now())
	defer cancel()
	tests := map[string]struct {
		result result
		ctx    context.Context //nolint:containedctx // a case's
		want   verdict
	}{
		"it answered":                          {result{}, t.Context(), hostAnswered},
		"it answered, and the caller has left": {result{}, cancelled, hostAnswered},
		"it did not answer":                    {result{lost: true}, t.Context(), hostSilent},
		"it did not answer in time":            {result{lost: true, duration: patience}, late, hostTooSlow},
		"it did not answer in a moment":        {result{lost: true, duration: patience - 1}, late, hostUnknown},
		"the attempt took too long":            {result{lost: true, late: true}, t.Context(), hostTooSlow},
		"the caller left":                      {result{lost: true}, cancelled, hostUnknown},
		"the signer refused":                   {result{refused: true}, t.Context(), hostUnknown},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, test.want, test.result.verdict(test.ctx))
		})
	}
}
