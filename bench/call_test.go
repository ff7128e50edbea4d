package bench

import (
	"fmt"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// BenchmarkCall makes calls with each client over each network, with each reply and as many callers at a time.
func BenchmarkCall(b *testing.B) {
	for _, network := range networks {
		for _, reply := range replies(b) {
			for _, callers := range []int{1, 8, 64} {
				if network.name == "fake" && callers > 1 {
					continue // callers have nothing in common there
				}
				for _, client := range clients {
					b.Run(fmt.Sprintf("network=%s/reply=%s/callers=%d/client=%s", network.name, reply.name, callers, client), func(b *testing.B) {
						benchmark(b, callers, newCalls[client](b, network.start(b, reply.body), reply.command))
					})
				}
			}
		}
	}
}

func benchmark(b *testing.B, callers int, call call) {
	b.Helper()
	b.ReportAllocs()
	run(b, callers, int64(callers)*20, call) // then connections are open, and buffers there
	b.ResetTimer()
	run(b, callers, int64(b.N), call)
}

// run makes that many calls, as many at a time as there are callers.
func run(b *testing.B, callers int, calls int64, call call) {
	b.Helper()
	var made atomic.Int64
	var group sync.WaitGroup
	for range callers {
		group.Go(func() {
			for made.Add(1) <= calls {
				if items, err := call(b.Context()); err != nil || items == 0 {
					b.Errorf("want a reply with items, got %d: %v", items, err)
					return
				}
			}
		})
	}
	group.Wait()
}

// TestEveryClientReads holds that what is compared does the same.
func TestEveryClientReads(t *testing.T) {
	items := map[string]int{"small": 3, "page": 100, "large": 10}
	for _, network := range networks {
		for _, reply := range replies(t) {
			for _, client := range clients {
				t.Run(network.name+"/"+reply.name+"/"+client, func(t *testing.T) {
					found, err := newCalls[client](t, network.start(t, reply.body), reply.command)(t.Context())
					require.NoError(t, err)
					if client != "floor" { // which looks at nothing
						assert.Equal(t, items[reply.name], found)
					}
				})
			}
		}
	}
}
