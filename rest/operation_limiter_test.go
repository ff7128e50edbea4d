package rest

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestTurnsThatCameLateDoNotAddToTheNextSecond has 190 calls start at once, as they do after the process was held up.
func TestTurnsThatCameLateDoNotAddToTheNextSecond(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		limiter := newOperationLimiter(200)
		for range 190 {
			require.Zero(t, limiter.take())
		}
		time.Sleep(300 * time.Millisecond)
		for range 190 {
			limiter.over()
		}
		start := time.Now()
		require.NoError(t, limiter.wait(t.Context()))
		assert.Equal(t, time.Second, time.Since(start))
	})
}
