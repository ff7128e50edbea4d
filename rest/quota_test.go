package rest_test

import (
	"context"
	"flag"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/internal/testutil"
	"github.com/timsns/timsns/rest"
)

var quotaTime = flag.Duration("quota.time", time.Second, "how long TestClient_keepsToTheQuota runs")

var quotaRush = flag.Int("quota.rush", 0, "for how many seconds TestClient_servesARush runs; it is skipped if 0")

// newSandboxClient returns a client of a sandbox that allows 200 calls in any second, and a counter of the attempts
// that the sandbox refuses for their rate.
func newSandboxClient(t *testing.T) (client *rest.Client, calls func() int, refused *atomic.Int64) {
	t.Helper()
	service, sign := newSandbox(t)
	base, transport := serve(t, service)
	refused = new(atomic.Int64)
	client = newRestClient(t, rest.Server{URL: base}, sign, rest.WithTransport(transport),
		rest.WithObserver(func(_ context.Context, attempt rest.Attempt) {
			if attempt.Code == gen.CodeRateLimitExceeded {
				refused.Add(1)
			}
		}))
	return client, func() int { return service.Calls("group_get") }, refused
}

// TestClient_keepsToTheQuota calls a sandbox from 64 goroutines. In the time that calls take on their way, a busy
// machine may hold some of them up so that they arrive together: the sandbox then refuses these, and the client repeats
// them.
func TestClient_keepsToTheQuota(t *testing.T) {
	t.Parallel() // it mostly waits
	duration := *quotaTime
	client, calls, refused := newSandboxClient(t)
	deadline := time.Now().Add(duration)
	var callers sync.WaitGroup
	for range 64 {
		callers.Go(func() {
			for time.Now().Before(deadline) {
				_, err := call(t.Context(), client, read)
				assert.NoError(t, err)
			}
		})
	}
	callers.Wait()
	t.Logf("%d calls in %v, %d attempts refused", calls(), duration, refused.Load())
	assert.LessOrEqual(t, refused.Load(), int64(calls()/10), "attempts beyond the quota")
	assert.Greater(t, calls(), 50*int(duration.Seconds()), "even a slow machine makes that many calls")
}

// TestClient_servesARush is TestLocalLimiter_servesARush in real time:
//
//	go test ./rest -run TestClient_servesARush -v -quota.rush 10
func TestClient_servesARush(t *testing.T) {
	if *quotaRush == 0 {
		t.Skip("want -quota.rush")
	}
	client, _, refused := newSandboxClient(t)
	succeeded := make([]atomic.Int64, *quotaRush+3)
	start := time.Now()
	var callers sync.WaitGroup
	for i := range 300 * *quotaRush {
		time.Sleep(time.Until(start.Add(time.Duration(i) * time.Second / 300)))
		callers.Go(func() {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			defer time.AfterFunc(time.Second, cancel).Stop()
			if _, err := call(ctx, client, read); err == nil {
				succeeded[int(time.Since(start).Seconds())].Add(1)
			}
		})
	}
	callers.Wait()
	var perSecond []int64
	for i := range *quotaRush {
		perSecond = append(perSecond, succeeded[i].Load())
	}
	t.Logf("succeeded by second: %v; %d attempts refused", perSecond, refused.Load())
	assert.GreaterOrEqual(t, slices.Min(perSecond), int64(150))
}

// TestSandbox_refusesCallsBeyondTheQuota shows that the tests above can fail.
func TestSandbox_refusesCallsBeyondTheQuota(t *testing.T) {
	service, sign := newSandbox(t)
	client := newRestClient(t, alone, sign,
		rest.WithTransport(testutil.Transport(service)), rest.WithLimiter(rest.NoLimit()), rest.WithoutRetry())
	var err error
	for range 201 {
		require.NoError(t, err)
		_, err = call(t.Context(), client, read)
	}
	assert.ErrorIs(t, err, gen.CodeRateLimitExceeded)
}
