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

// costOf returns the mean cost of calls that use no network.
func costOf(t *testing.T, client string, response response) cost {
	t.Helper()
	const calls = 200
	call := newCalls[client](t, startFake(t, response.body), response.command)
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

// TestCall_allocations compares a call with the handwritten one: it allocates no more for a small response, and much
// less for a large one.
func TestCall_allocations(t *testing.T) {
	targets := map[string]cost{"small": {1, 1}, "page": {0.6, 0.5}, "large": {0.6, 0.5}}
	for _, response := range responses(t) {
		t.Run(response.name, func(t *testing.T) {
			hand, ours, target := costOf(t, "hand", response), costOf(t, "timsns", response), targets[response.name]
			assert.LessOrEqual(t, ours.allocations/hand.allocations, target.allocations, "allocations")
			assert.LessOrEqual(t, ours.bytes/hand.bytes, target.bytes, "bytes")
			t.Logf("allocations: %.0f, by hand %.0f; bytes: %.0f, by hand %.0f",
				ours.allocations, hand.allocations, ours.bytes, hand.bytes)
		})
	}
}
