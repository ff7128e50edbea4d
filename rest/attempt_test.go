package rest

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestResult_health(t *testing.T) {
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	late, cancel := context.WithDeadline(t.Context(), time.Now())
	defer cancel()
	tests := map[string]struct {
		result result
		ctx    context.Context //nolint:containedctx // a case's
		want   health
	}{
		"it responded":                         {result{outcome: answered}, t.Context(), healthy},
		"it responded, the caller has left":    {result{outcome: answered}, cancelled, healthy},
		"it did not respond":                   {result{outcome: noResponse}, t.Context(), silent},
		"it accepted no connection":            {result{outcome: notSent}, t.Context(), silent},
		"its certificate is wrong":             {result{outcome: unusable}, t.Context(), silent},
		"it did not respond within a second":   {result{outcome: noResponse, duration: minObservation}, late, slow},
		"its caller waited less than a second": {result{outcome: noResponse, duration: minObservation - 1}, late, healthUnknown},
		"the attempt took too long":            {result{outcome: timedOut}, t.Context(), slow},
		"the caller left":                      {result{outcome: noResponse}, cancelled, healthUnknown},
		"the signer refused":                   {result{outcome: rejected}, t.Context(), healthUnknown},
		"an idle connection was dead":          {result{outcome: stale}, t.Context(), healthUnknown},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, test.want, test.result.health(test.ctx))
		})
	}
}
