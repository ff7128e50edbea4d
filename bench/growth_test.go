package bench

import (
	"context"
	"fmt"
	"runtime"
	"runtime/metrics"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/signer"
)

// decodings are responses with any number of entries.
var decodings = []struct {
	name     string
	response func(tb testing.TB, entries int) []byte
	call     func(ctx context.Context, client *gen.Client) (any, error)
}{
	{
		"friends", friendGetResponse,
		func(ctx context.Context, client *gen.Client) (any, error) {
			return client.FriendGet(ctx, gen.FriendGetRequest{FromAccount: account})
		},
	},
	{
		"members", func(tb testing.TB, entries int) []byte { tb.Helper(); return groupGetResponse(tb, 10, entries/10) },
		func(ctx context.Context, client *gen.Client) (any, error) {
			return client.GroupGet(ctx, gen.GroupGetRequest{FromAccount: account, NeedFriend: gen.NeedFriendTypeYes})
		},
	},
}

// BenchmarkGrowth decodes responses with 100 to 100,000 entries. Time and memory per entry should stay constant. It
// also reports two multiples of the size of the decoded response: the peak of the heap, garbage included, and the bytes
// allocated. The client has already read a response, so its buffers exist.
func BenchmarkGrowth(b *testing.B) {
	for _, decoding := range decodings {
		for _, isSized := range []bool{true, false} {
			for _, entries := range []int{100, 1_000, 10_000, 100_000} {
				b.Run(fmt.Sprintf("of=%s/sized=%t/entries=%d", decoding.name, isSized, entries), func(b *testing.B) {
					client := newClient(b, &fake{body: decoding.response(b, entries), isChunked: !isSized})
					call := func() any {
						response, err := decoding.call(b.Context(), client)
						require.NoError(b, err)
						return response
					}
					decoded := sizeOf(call)
					peak := peakOf(call)
					b.ReportAllocs()
					var before, after runtime.MemStats
					runtime.ReadMemStats(&before)
					for b.Loop() {
						call()
					}
					runtime.ReadMemStats(&after)
					b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(entries), "ns/entry")
					b.ReportMetric(decoded/float64(entries), "decoded-B/entry")
					b.ReportMetric(peak/decoded, "peak/decoded")
					b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/float64(b.N)/decoded, "allocated/decoded")
				})
			}
		}
	}
}

func newClient(tb testing.TB, transport *fake) *gen.Client {
	tb.Helper()
	sign, err := signer.New(signer.Credentials{SDKAppID: sdkAppID, Identifier: identifier, SecretKey: secretKey})
	require.NoError(tb, err)
	client, err := gen.NewClient(rest.Server{URL: "https://fake.example"}, sign,
		rest.WithTransport(transport), rest.WithLimiter(rest.NoLimit()), rest.WithResponseLimit(1<<30))
	require.NoError(tb, err)
	return client
}

// collect collects garbage. A sync.Pool keeps its content for one more collection.
func collect() {
	for range 3 {
		runtime.GC()
	}
}

// sizeOf returns the number of bytes that the result of call keeps in memory.
func sizeOf(call func() any) float64 {
	call() // initializes what is made once
	collect()
	before := heapAlloc()
	response := call()
	collect()
	after := heapAlloc()
	runtime.KeepAlive(response)
	return after - before
}

// peakOf returns the largest growth of the heap while call ran, uncollected garbage included.
func peakOf(call func() any) float64 {
	call()
	runtime.GC() // once, which keeps the content of pools
	start := heapAlloc()
	done, sampled := make(chan struct{}), make(chan float64)
	go func() { sampled <- highest(done) }()
	response := call()
	end := heapAlloc()
	runtime.KeepAlive(response)
	close(done)
	return max(end, <-sampled) - start
}

// highest samples the size of the heap until done is closed, and returns the largest one. It does not stop the program,
// and does not count objects in the caches of processors.
func highest(done <-chan struct{}) float64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	for peak := 0.0; ; {
		metrics.Read(sample)
		peak = max(peak, float64(sample[0].Value.Uint64()))
		select {
		case <-done:
			return peak
		default:
		}
	}
}

func heapAlloc() float64 {
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return float64(stats.HeapAlloc)
}
