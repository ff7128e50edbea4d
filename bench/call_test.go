package bench

import (
	"fmt"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// BenchmarkCall measures each client over each network, with each response and several numbers of concurrent callers.
func BenchmarkCall(b *testing.B) {
	for _, network := range networks {
		for _, response := range responses(b) {
			for _, callers := range network.callers {
				for _, client := range clients {
					name := fmt.Sprintf("network=%s/response=%s/callers=%d/client=%s", network.name, response.name, callers, client)
					b.Run(name, func(b *testing.B) {
						benchmark(b, callers, newCalls[client](b, network.start(b, response.body), response.command))
					})
				}
			}
		}
	}
}

func benchmark(b *testing.B, callers int, call call) {
	b.Helper()
	b.ReportAllocs()
	run(b, callers, int64(callers)*20, call) // opens the connections and fills the buffer pools
	b.ResetTimer()
	run(b, callers, int64(b.N), call)
}

// run makes a number of calls, divided among concurrent callers.
func run(b *testing.B, callers int, calls int64, call call) {
	b.Helper()
	var made atomic.Int64
	var group sync.WaitGroup
	for range callers {
		group.Go(func() {
			for made.Add(1) <= calls {
				if items, err := call(b.Context()); err != nil || items == 0 {
					b.Errorf("want a response with items, got %d: %v", items, err)
					return
				}
			}
		})
	}
	group.Wait()
}

// TestClients_read checks that all clients decode the same response, so that the comparison is fair.
func TestClients_read(t *testing.T) {
	items := map[string]int{"small": 3, "page": 100, "large": 10}
	for _, network := range networks {
		for _, response := range responses(t) {
			for _, client := range clients {
				t.Run(network.name+"/"+response.name+"/"+client, func(t *testing.T) {
					call := newCalls[client](t, network.start(t, response.body), response.command)
					found, err := call(t.Context())
					require.NoError(t, err)
					if client != "floor" { // which discards the response
						assert.Equal(t, items[response.name], found)
					}
				})
			}
		}
	}
}
