//go:build unix

package redisquota_test

import (
	"bytes"
	"context"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/rest/redisquota"
)

var operation = rest.Operation{ID: "GroupGet", Path: "/v4/sns/group_get", RateLimit: 200}

// log is a buffer that is safe for concurrent use.
type log struct {
	mutex sync.Mutex
	text  bytes.Buffer
}

func (l *log) Write(p []byte) (int, error) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.text.Write(p)
}

func (l *log) count(text string) int {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return strings.Count(l.text.String(), text)
}

func newLimiter(t *testing.T, client redis.UniversalClient, options ...redisquota.Option) (*redisquota.Limiter, *log) {
	t.Helper()
	log := &log{}
	options = append([]redisquota.Option{redisquota.WithLogger(slog.New(slog.NewTextHandler(log, nil)))}, options...)
	limiter, err := redisquota.New(client, options...)
	require.NoError(t, err)
	return limiter, log
}

const sdkAppID = 1400000000

func wait(ctx context.Context, limiter rest.Limiter, operation rest.Operation) error {
	_, err := limiter.Wait(ctx, sdkAppID, operation)
	return err
}

// take lets callers of each limiter take tokens for a while. It returns when each was taken, by the clock of the test.
func take(t *testing.T, duration time.Duration, limiters ...*redisquota.Limiter) []time.Time {
	t.Helper()
	var mutex sync.Mutex
	var times []time.Time
	ctx, cancel := context.WithTimeout(t.Context(), duration)
	defer cancel()
	var callers sync.WaitGroup
	for _, limiter := range limiters {
		for range 16 {
			callers.Go(func() {
				for wait(ctx, limiter, operation) == nil {
					mutex.Lock()
					times = append(times, time.Now())
					mutex.Unlock()
				}
			})
		}
	}
	callers.Wait()
	return times
}

func busiestSecond(times []time.Time) int {
	most, first := 0, 0
	for last := range times {
		for times[last].Sub(times[first]) >= time.Second {
			first++
		}
		most = max(most, last-first+1)
	}
	return most
}

func TestLimiter_sharesTheQuota(t *testing.T) {
	server := startRedis(t)
	first, log := newLimiter(t, server.newClient())
	second, _ := newLimiter(t, server.newClient())
	times := take(t, 2*time.Second, first, second)
	assert.LessOrEqual(t, busiestSecond(times), 200)
	assert.Greater(t, len(times), 200, "186 per second and a burst of 10, less what a slow machine loses")
	assert.Zero(t, log.count("WARN"))
}

func TestLimiter_keepsAppsAndOperationsApart(t *testing.T) {
	limiter, _ := newLimiter(t, startRedis(t).newClient())
	start := time.Now()
	for _, sdkAppID := range []uint32{1, 2} {
		for _, path := range []string{"/v4/a/get", "/v4/b/get"} {
			_, err := limiter.Wait(t.Context(), sdkAppID, rest.Operation{ID: "Get", Path: path, RateLimit: 1})
			require.NoError(t, err)
		}
	}
	assert.Less(t, time.Since(start), 900*time.Millisecond)
	_, err := limiter.Wait(t.Context(), 1, rest.Operation{ID: "Get", Path: "/v4/a/get", RateLimit: 1})
	require.NoError(t, err)
	assert.Greater(t, time.Since(start), 900*time.Millisecond)
}

func TestLimiter_keepsToItsShare(t *testing.T) {
	limiter, _ := newLimiter(t, startRedis(t).newClient(), redisquota.WithShare(0.25))
	times := take(t, 2*time.Second, limiter)
	assert.LessOrEqual(t, busiestSecond(times), 50)
	assert.Greater(t, len(times), 40)
}

func TestLimiter_endsWaitingWithTheCaller(t *testing.T) {
	limiter, log := newLimiter(t, startRedis(t).newClient())
	slow := rest.Operation{ID: "A", RateLimit: 1}
	require.NoError(t, wait(t.Context(), limiter, slow))
	ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer cancel()
	start := time.Now()
	require.ErrorIs(t, wait(ctx, limiter, slow), context.DeadlineExceeded)
	assert.Less(t, time.Since(start), 200*time.Millisecond, "at once, since the token comes after the deadline")
	cancelled, cancel := context.WithCancel(t.Context())
	time.AfterFunc(20*time.Millisecond, cancel)
	require.ErrorIs(t, wait(cancelled, limiter, slow), context.Canceled)
	require.ErrorIs(t, wait(cancelled, limiter, slow), context.Canceled)
	assert.Zero(t, log.count("WARN"), "Redis still counts as responding after callers give up")
	require.NoError(t, wait(t.Context(), limiter, slow), "a caller that gave up does not delay the others")
}

// TestLimiter_fallsBack stops Redis while callers are waiting, and starts it again.
func TestLimiter_fallsBack(t *testing.T) {
	for name, lose := range map[string]struct{ lose, restore func(*server) }{
		"that crashes": {(*server).kill, func(s *server) { s.start() }},
		"that freezes": {(*server).freeze, (*server).unfreeze},
	} {
		t.Run(name, func(t *testing.T) {
			server := startRedis(t)
			limiter, log := newLimiter(t, server.newClient())
			assert.Greater(t, len(take(t, 500*time.Millisecond, limiter)), 30)
			lost := make(chan struct{})
			time.AfterFunc(300*time.Millisecond, func() {
				lose.lose(server)
				close(lost)
			})
			times := take(t, 3*time.Second, limiter)
			<-lost
			assert.Greater(t, len(times), 250, "calls still succeed")
			assert.Equal(t, 1, log.count("Redis does not respond"), "one warning, not one per call")
			assert.LessOrEqual(t, busiestSecond(times[len(times)/2:]), 200, "the local limiter keeps them within the quota")
			lose.restore(server)
			require.Eventually(t, func() bool {
				require.NoError(t, wait(t.Context(), limiter, operation))
				return log.count("Redis responds again") == 1
			}, 10*time.Second, 20*time.Millisecond)
		})
	}
}

// TestLimiter_survivesAClockThatStepsBack sets the bucket's time an hour ahead, as it is after a failover to a replica
// whose clock is behind.
func TestLimiter_survivesAClockThatStepsBack(t *testing.T) {
	client := startRedis(t).newClient()
	limiter, log := newLimiter(t, client)
	now, err := client.Time(t.Context()).Result()
	require.NoError(t, err)
	const jan2017 = 1483228800
	key := "rate:timsns:1400000000:/v4/sns/group_get"
	require.NoError(t, client.Set(t.Context(), key, now.Unix()+3600-jan2017, time.Hour).Err())
	times := take(t, 1500*time.Millisecond, limiter)
	assert.Greater(t, len(times), 150)
	assert.LessOrEqual(t, busiestSecond(times), 200)
	assert.Equal(t, 1, log.count("Redis's clock stepped back"), "one warning, not one per call")
}

// TestLimiter_asksAgainEachSecond deletes the bucket while a caller waits for a token that is 100 seconds away.
func TestLimiter_asksAgainEachSecond(t *testing.T) {
	client := startRedis(t).newClient()
	limiter, _ := newLimiter(t, client, redisquota.WithShare(0.01))
	slow := rest.Operation{ID: "A", RateLimit: 1}
	require.NoError(t, wait(t.Context(), limiter, slow))
	time.AfterFunc(100*time.Millisecond, func() { client.FlushAll(t.Context()) })
	start := time.Now()
	require.NoError(t, wait(t.Context(), limiter, slow))
	assert.Less(t, time.Since(start), 3*time.Second)
}

func TestLimiter_boundsItsQueue(t *testing.T) {
	limiter, _ := newLimiter(t, startRedis(t).newClient(), redisquota.WithMaxQueue(1))
	slow := rest.Operation{ID: "A", RateLimit: 1}
	require.NoError(t, wait(t.Context(), limiter, slow))
	ctx, cancel := context.WithCancel(t.Context())
	results := make(chan error)
	for range 2 {
		go func() { results <- wait(ctx, limiter, slow) }()
	}
	require.ErrorIs(t, <-results, rest.ErrQueueFull, "of the caller that came second")
	cancel()
	assert.ErrorIs(t, <-results, context.Canceled)
}

func TestLimiter_forgetsCallersWhoGiveUp(t *testing.T) {
	limiter, _ := newLimiter(t, startRedis(t).newClient())
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	var callers sync.WaitGroup
	for range 2000 {
		callers.Go(func() { _ = wait(ctx, limiter, operation) })
	}
	callers.Wait()
	start := time.Now()
	require.NoError(t, wait(t.Context(), limiter, operation))
	assert.Less(t, time.Since(start), 200*time.Millisecond)
}

func TestLimiter_failsWithoutFallback(t *testing.T) {
	server := startRedis(t)
	limiter, log := newLimiter(t, server.newClient(), redisquota.WithoutFallback())
	require.NoError(t, wait(t.Context(), limiter, operation))
	server.freeze()
	defer server.unfreeze()
	start := time.Now()
	var callers sync.WaitGroup
	var failed atomic.Int64
	for range 64 {
		callers.Go(func() {
			if assert.ErrorIs(t, wait(t.Context(), limiter, operation), redisquota.ErrUnavailable) {
				failed.Add(1)
			}
		})
	}
	callers.Wait()
	assert.EqualValues(t, 64, failed.Load())
	assert.Less(t, time.Since(start), 2*time.Second, "only one of them waits for Redis")
	assert.Equal(t, 1, log.count("Redis does not respond"))
}

func TestLimiter_usesTheGivenFallback(t *testing.T) {
	nobody := redis.NewClient(&redis.Options{Network: "unix", Addr: "/nonexistent"})
	defer func() { _ = nobody.Close() }()
	quarter, err := rest.NewLocalLimiter(0.25)
	require.NoError(t, err)
	limiter, log := newLimiter(t, nobody, redisquota.WithFallback(quarter))
	times := take(t, 1500*time.Millisecond, limiter)
	assert.LessOrEqual(t, busiestSecond(times), 50)
	assert.Greater(t, len(times), 40)
	assert.Equal(t, 1, log.count("Redis does not respond"))
}

func TestLimiter_ignoresUnknownQuotas(t *testing.T) {
	nobody := redis.NewClient(&redis.Options{Network: "unix", Addr: "/nonexistent"})
	defer func() { _ = nobody.Close() }()
	limiter, log := newLimiter(t, nobody, redisquota.WithoutFallback())
	require.NoError(t, wait(t.Context(), limiter, rest.Operation{ID: "A"}))
	assert.Zero(t, log.count("WARN"))
}

func TestNew_refusesInvalidArguments(t *testing.T) {
	client := redis.NewClient(&redis.Options{})
	defer func() { _ = client.Close() }()
	tests := map[string]struct {
		client redis.UniversalClient
		option redisquota.Option
		want   string
	}{
		"no client":      {nil, nil, "New: want a Redis client, got nil"},
		"no share":       {client, redisquota.WithShare(0), "WithShare: want a share from 1/3600 to 1000, got 0"},
		"a tiny share":   {client, redisquota.WithShare(1e-13), "WithShare: want a share from 1/3600 to 1000, got 1e-13"},
		"an empty queue": {client, redisquota.WithMaxQueue(0), "WithMaxQueue: want a number of callers above 0, got 0"},
		"no fallback":    {client, redisquota.WithFallback(nil), "WithFallback: want a limiter, got nil"},
		"no time":        {client, redisquota.WithTimeout(0), "WithTimeout: want a duration above 0, got 0s"},
		"no logger":      {client, redisquota.WithLogger(nil), "WithLogger: want a slog.Logger, got nil"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			var options []redisquota.Option
			if test.option != nil {
				options = append(options, test.option)
			}
			_, err := redisquota.New(test.client, options...)
			assert.ErrorContains(t, err, "redisquota: "+test.want)
		})
	}
}
