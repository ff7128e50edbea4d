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

// decodings are replies of any number of entries.
var decodings = []struct {
	name  string
	reply func(tb testing.TB, entries int) []byte
	call  func(ctx context.Context, client *gen.Client) (any, error)
}{
	{
		"friends", friendGetReply,
		func(ctx context.Context, client *gen.Client) (any, error) {
			return client.FriendGet(ctx, gen.FriendGetRequest{FromAccount: account})
		},
	},
	{
		"members", func(tb testing.TB, entries int) []byte { tb.Helper(); return groupGetReply(tb, 10, entries/10) },
		func(ctx context.Context, client *gen.Client) (any, error) {
			return client.GroupGet(ctx, gen.GroupGetRequest{FromAccount: account, NeedFriend: gen.NeedFriendTypeYes})
		},
	},
}

// BenchmarkGrowth decodes replies of 100 to 100,000 entries. Time and memory of an entry have to stay the same. Beside them
// it tells how much memory there is at most while a reply is read, garbage included, and how much is allocated, each as a
// multiple of what the decoded reply takes. The client has read a reply before, so that its buffers are there.
func BenchmarkGrowth(b *testing.B) {
	for _, decoding := range decodings {
		for _, isSized := range []bool{true, false} {
			for _, entries := range []int{100, 1_000, 10_000, 100_000} {
				b.Run(fmt.Sprintf("of=%s/sized=%t/entries=%d", decoding.name, isSized, entries), func(b *testing.B) {
					client := newClient(b, &fake{body: decoding.reply(b, entries), isChunked: !isSized})
					call := func() any {
						reply, err := decoding.call(b.Context(), client)
						require.NoError(b, err)
						return reply
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

// collect collects garbage, pools included, which keep what is in them for one collection.
func collect() {
	for range 3 {
		runtime.GC()
	}
}

// sizeOf returns how many bytes what call returns keeps in memory.
func sizeOf(call func() any) float64 {
	call() // what is made once is there
	collect()
	before := heapAlloc()
	reply := call()
	collect()
	after := heapAlloc()
	runtime.KeepAlive(reply)
	return after - before
}

// peakOf returns by how many bytes the heap grew at most while call ran, garbage that was not yet collected included.
func peakOf(call func() any) float64 {
	call()
	runtime.GC() // which leaves pools as they are, for this once
	start := heapAlloc()
	done, sampled := make(chan struct{}), make(chan float64)
	go func() { sampled <- highest(done) }()
	reply := call()
	end := heapAlloc()
	runtime.KeepAlive(reply)
	close(done)
	return max(end, <-sampled) - start
}

// highest reads the size of the heap until done is closed. It stops nothing, and counts no object that is in a processor's
// cache.
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
