//go:build !race

// The race detector allocates by itself.

package bench

import (
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// cost is what a call allocates.
type cost struct{ allocations, bytes float64 }

// costOf returns the mean of some calls without a network.
func costOf(t *testing.T, client string, reply reply) cost {
	t.Helper()
	const calls = 200
	call := newCalls[client](t, startFake(t, reply.body), reply.command)
	run := func() {
		_, err := call(t.Context())
		require.NoError(t, err)
	}
	run()
	allocations := testing.AllocsPerRun(calls, run)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range calls {
		run()
	}
	runtime.ReadMemStats(&after)
	return cost{allocations, float64(after.TotalAlloc-before.TotalAlloc) / calls}
}

// TestWhatACallAllocates holds a call to what the same call takes by hand: no more if the reply is small, and much less if
// it is large.
func TestWhatACallAllocates(t *testing.T) {
	targets := map[string]cost{"small": {1, 1}, "page": {0.6, 0.5}, "large": {0.6, 0.5}}
	for _, reply := range replies(t) {
		t.Run(reply.name, func(t *testing.T) {
			hand, ours, target := costOf(t, "hand", reply), costOf(t, "timsns", reply), targets[reply.name]
			assert.LessOrEqual(t, ours.allocations/hand.allocations, target.allocations, "allocations")
			assert.LessOrEqual(t, ours.bytes/hand.bytes, target.bytes, "bytes")
			t.Logf("allocations %.0f of %.0f, bytes %.0f of %.0f", ours.allocations, hand.allocations, ours.bytes, hand.bytes)
		})
	}
}
