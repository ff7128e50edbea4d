package rest_test

import (
	"context"
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

// TestTheQuotaIsKept calls a sandbox that allows 200 calls in any second, from 64 goroutines for 5 seconds.
func TestTheQuotaIsKept(t *testing.T) {
	t.Parallel() // it mostly waits
	const duration = 5 * time.Second
	service, sign := newSandbox(t)
	base, transport := serve(t, service)
	var refused atomic.Int64
	client := newRestClient(t, rest.Server{URL: base}, sign, rest.WithTransport(transport),
		rest.WithObserver(func(_ context.Context, attempt rest.Attempt) {
			if attempt.Code == gen.CodeRateLimitExceeded {
				refused.Add(1)
			}
		}))
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
	assert.Zero(t, refused.Load(), "calls beyond the quota")
	calls := service.Calls("group_get")
	t.Logf("%d calls in %v and what the last 64 waited", calls, duration)
	assert.Greater(t, calls, 250, "calls get on, on a slow machine, too: how well, TestCallsAreHeldToTheQuota tells")
}

// TestTheSandboxHoldsCallsToTheQuota shows that the test above could fail.
func TestTheSandboxHoldsCallsToTheQuota(t *testing.T) {
	service, sign := newSandbox(t)
	client := newRestClient(t, alone, sign, rest.WithTransport(testutil.Transport(service)), rest.WithLimiter(rest.Unlimited), once())
	var err error
	for range 201 {
		require.NoError(t, err)
		_, err = call(t.Context(), client, read)
	}
	assert.ErrorIs(t, err, gen.CodeRateLimitExceeded)
}
