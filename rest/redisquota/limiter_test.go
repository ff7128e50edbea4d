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

var operation = rest.Operation{ID: "GroupGet", RateLimit: 200}

// log is a buffer for many goroutines.
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
	limiter, err := redisquota.New(client, 1400000000, options...)
	require.NoError(t, err)
	return limiter, log
}

// wait waits, for an attempt that is over at once.
func wait(ctx context.Context, limiter rest.Limiter, operation rest.Operation) error {
	done, err := limiter.Wait(ctx, operation)
	if err == nil {
		done()
	}
	return err
}

// take has callers of each limiter take tokens for a while. It returns when each was taken, by the one clock here.
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

func TestLimitersShareAQuota(t *testing.T) {
	server := startRedis(t)
	first, log := newLimiter(t, server.newClient())
	second, _ := newLimiter(t, server.newClient())
	times := take(t, 2*time.Second, first, second)
	assert.LessOrEqual(t, busiestSecond(times), 200)
	assert.Greater(t, len(times), 200, "180 a second and a burst of 10, less what a slow machine loses")
	assert.Zero(t, log.count("WARN"))
}

func TestAppsAndOperationsHaveTheirOwnQuota(t *testing.T) {
	client := startRedis(t).newClient()
	one, err := redisquota.New(client, 1)
	require.NoError(t, err)
	two, err := redisquota.New(client, 2)
	require.NoError(t, err)
	start := time.Now()
	for _, limiter := range []*redisquota.Limiter{one, two} {
		for _, id := range []string{"A", "B"} {
			require.NoError(t, wait(t.Context(), limiter, rest.Operation{ID: id, RateLimit: 1}))
		}
	}
	assert.Less(t, time.Since(start), 900*time.Millisecond)
	require.NoError(t, wait(t.Context(), one, rest.Operation{ID: "A", RateLimit: 1}))
	assert.Greater(t, time.Since(start), 900*time.Millisecond)
}

func TestAShareOfTheQuota(t *testing.T) {
	limiter, _ := newLimiter(t, startRedis(t).newClient(), redisquota.WithShare(0.25))
	times := take(t, 2*time.Second, limiter)
	assert.LessOrEqual(t, busiestSecond(times), 50)
	assert.Greater(t, len(times), 40)
}

func TestWaitingEndsWithTheCaller(t *testing.T) {
	limiter, log := newLimiter(t, startRedis(t).newClient())
	slow := rest.Operation{ID: "A", RateLimit: 1}
	require.NoError(t, wait(t.Context(), limiter, slow))
	ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer cancel()
	start := time.Now()
	require.ErrorIs(t, wait(ctx, limiter, slow), context.DeadlineExceeded)
	assert.Less(t, time.Since(start), 200*time.Millisecond, "at once, since the turn would come after the deadline")
	cancelled, cancel := context.WithCancel(t.Context())
	time.AfterFunc(20*time.Millisecond, cancel)
	require.ErrorIs(t, wait(cancelled, limiter, slow), context.Canceled)
	require.ErrorIs(t, wait(cancelled, limiter, slow), context.Canceled)
	assert.Zero(t, log.count("WARN"), "that callers give up tells nothing of Redis")
	require.NoError(t, wait(t.Context(), limiter, slow), "who gave up holds nobody up")
}

// TestALostRedis takes Redis away from callers who are waiting, and brings it back.
func TestALostRedis(t *testing.T) {
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
			assert.Greater(t, len(times), 250, "calls go on")
			assert.Equal(t, 1, log.count("Redis does not answer"), "one warning, not one a call")
			assert.LessOrEqual(t, busiestSecond(times[len(times)/2:]), 200, "the local limiter holds them to the quota")
			lose.restore(server)
			require.Eventually(t, func() bool {
				require.NoError(t, wait(t.Context(), limiter, operation))
				return log.count("Redis answers again") == 1
			}, 10*time.Second, 20*time.Millisecond)
		})
	}
}

func TestALostRedisWithoutFallback(t *testing.T) {
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
	assert.Less(t, time.Since(start), 2*time.Second, "they do not find out one after the other")
	assert.Equal(t, 1, log.count("Redis does not answer"))
}

func TestAFallbackOfOnesOwn(t *testing.T) {
	nobody := redis.NewClient(&redis.Options{Network: "unix", Addr: "/nonexistent"})
	defer func() { _ = nobody.Close() }()
	quarter, err := rest.NewLocalLimiter(0.25)
	require.NoError(t, err)
	limiter, log := newLimiter(t, nobody, redisquota.WithFallback(quarter))
	times := take(t, 1500*time.Millisecond, limiter)
	assert.LessOrEqual(t, busiestSecond(times), 50)
	assert.Greater(t, len(times), 40)
	assert.Equal(t, 1, log.count("Redis does not answer"))
}

func TestWithoutAKnownLimitRedisIsNotAsked(t *testing.T) {
	nobody := redis.NewClient(&redis.Options{Network: "unix", Addr: "/nonexistent"})
	defer func() { _ = nobody.Close() }()
	limiter, log := newLimiter(t, nobody, redisquota.WithoutFallback())
	require.NoError(t, wait(t.Context(), limiter, rest.Operation{ID: "A"}))
	assert.Zero(t, log.count("WARN"))
}

func TestNewNamesTheFault(t *testing.T) {
	client := redis.NewClient(&redis.Options{})
	defer func() { _ = client.Close() }()
	tests := map[string]struct {
		client   redis.UniversalClient
		sdkAppID uint32
		option   redisquota.Option
		want     string
	}{
		"no client":   {nil, 1, nil, "New: want a Redis client, got nil"},
		"no app":      {client, 0, nil, "New: want the number of the app, got 0"},
		"no share":    {client, 1, redisquota.WithShare(0), "WithShare: want a share above 0 and up to 1000, got 0"},
		"no fallback": {client, 1, redisquota.WithFallback(nil), "WithFallback: want a limiter, got nil"},
		"no time":     {client, 1, redisquota.WithTimeout(0), "WithTimeout: want a duration above 0, got 0s"},
		"no logger":   {client, 1, redisquota.WithLogger(nil), "WithLogger: want a slog.Logger, got nil"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			var options []redisquota.Option
			if test.option != nil {
				options = append(options, test.option)
			}
			_, err := redisquota.New(test.client, test.sdkAppID, options...)
			assert.ErrorContains(t, err, "redisquota: "+test.want)
		})
	}
}
