//go:build unix

package redisquota_test

import (
	"context"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/rest/redisquota"
	"github.com/timsns/timsns/sandbox"
	"github.com/timsns/timsns/signer"
)

// TestLimiter_sharesTheQuotaAmongProcesses has several processes call one sandbox, which refuses calls beyond its
// quota. Each process runs this test again, with the addresses of the sandbox and of Redis in environment variables.
func TestLimiter_sharesTheQuotaAmongProcesses(t *testing.T) {
	if socket := os.Getenv("TIMSNS_TEST_SOCKET"); socket != "" {
		callForAWhile(t, os.Getenv("TIMSNS_TEST_SERVER"), os.Getenv("TIMSNS_TEST_KEY"), socket)
		return
	}
	redis := startRedis(t)
	service, err := sandbox.New()
	require.NoError(t, err)
	server := httptest.NewServer(service)
	defer server.Close()
	var processes sync.WaitGroup
	for range 3 {
		processes.Go(func() {
			command := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v")
			command.Env = append(os.Environ(), "TIMSNS_TEST_SOCKET="+redis.socket, "TIMSNS_TEST_SERVER="+server.URL,
				"TIMSNS_TEST_KEY="+service.Credentials().SecretKey)
			output, err := command.CombinedOutput()
			assert.NoError(t, err, string(output))
			_, told, _ := strings.Cut(string(output), "called: ")
			line, _, _ := strings.Cut(told, "\n")
			t.Log(line)
			assert.Contains(t, line, "refused 0", "no process calls beyond the quota")
			assert.NotContains(t, line, "succeeded 0,")
		})
	}
	processes.Wait()
	t.Logf("%d calls", service.Calls("group_get"))
	assert.Greater(t, service.Calls("group_get"), 200, "even a slow machine makes that many calls")
}

func callForAWhile(t *testing.T, server, key, socket string) {
	t.Helper()
	sign, err := signer.New(signer.Credentials{SDKAppID: 1400000000, Identifier: "administrator", SecretKey: key})
	require.NoError(t, err)
	limiter, err := redisquota.New(newClient(t, socket), redisquota.WithoutFallback())
	require.NoError(t, err)
	var succeeded, refused, other atomic.Int64
	client, err := gen.NewClient(rest.Server{URL: server}, sign, rest.WithLimiter(limiter),
		rest.WithObserver(func(_ context.Context, attempt rest.Attempt) {
			switch {
			case attempt.Err == nil:
				succeeded.Add(1)
			case attempt.Code == gen.CodeRateLimitExceeded:
				refused.Add(1)
			default:
				other.Add(1)
			}
		}))
	require.NoError(t, err)
	var callers sync.WaitGroup
	deadline := time.Now().Add(3 * time.Second)
	for range 16 {
		callers.Go(func() {
			for time.Now().Before(deadline) {
				_, err := client.GroupGet(t.Context(), gen.GroupGetRequest{FromAccount: "id"})
				assert.NoError(t, err)
			}
		})
	}
	callers.Wait()
	t.Logf("called: succeeded %d, refused %d, other %d", succeeded.Load(), refused.Load(), other.Load())
}
