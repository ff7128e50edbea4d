package rest_test

import (
	"errors"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
)

func TestCall_waitsAsTheServiceAsks(t *testing.T) {
	tests := map[string]struct {
		first            http.HandlerFunc
		policy           rest.RetryPolicy
		earliest, latest time.Duration
	}{
		"seconds":             {withRetryAfter("2", status(503)), rest.RetryPolicy{}, 2 * time.Second, 2200 * time.Millisecond},
		"seconds with 429":    {withRetryAfter("2", status(429)), rest.RetryPolicy{}, 2 * time.Second, 2200 * time.Millisecond},
		"seconds with a code": {withRetryAfter("2", code(60007)), rest.RetryPolicy{}, 2 * time.Second, 2200 * time.Millisecond},
		// synctest's time starts at midnight of 2000-01-01.
		"a date":                  {withRetryAfter("Sat, 01 Jan 2000 00:00:10 GMT", status(503)), rest.RetryPolicy{}, 10 * time.Second, 10200 * time.Millisecond},
		"a date in the past":      {withRetryAfter("Fri, 31 Dec 1999 00:00:10 GMT", status(503)), rest.RetryPolicy{}, 0, 200 * time.Millisecond},
		"a fraction of a second":  {withRetryAfter("1.5", status(503)), rest.RetryPolicy{}, 2 * time.Second, 2200 * time.Millisecond},
		"a negative number":       {withRetryAfter("-5", status(503)), rest.RetryPolicy{}, 0, 200 * time.Millisecond},
		"a minute after 70050":    {code(gen.CodeTooManyFailedChecks), rest.RetryPolicy{MaxElapsedTime: 2 * time.Minute}, time.Minute, time.Minute + 200*time.Millisecond},
		"no delay after 70001":    {code(gen.CodeUserSigExpired), rest.RetryPolicy{}, 0, 0},
		"no more than the policy": {code(60007), rest.RetryPolicy{InitialBackoff: time.Second}, 0, time.Second},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				start := time.Now()
				_, err := call(t.Context(), newInMemoryClient(t, alone, inTurn(test.first, json(success)), rest.WithRetryPolicy(test.policy)), read)
				require.NoError(t, err)
				assert.GreaterOrEqual(t, time.Since(start), test.earliest)
				assert.LessOrEqual(t, time.Since(start), test.latest)
			})
		})
	}
}

func TestError_hasRetryAfter(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		_, err := call(t.Context(), newInMemoryClient(t, alone, withRetryAfter("90", status(503))), read)
		failure, _ := errors.AsType[*rest.Error](err)
		assert.Equal(t, 90*time.Second, failure.RetryAfter)
		assert.ErrorContains(t, err, "attempts 1, retry after 1m30s)")
	})
}

func TestCall_endsWhenRetryAfterIsTooLong(t *testing.T) {
	for _, seconds := range []string{"31", "2147483648", "9223372037", "1e400"} {
		t.Run(seconds, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				start := time.Now()
				_, err := call(t.Context(), newInMemoryClient(t, alone, withRetryAfter(seconds, status(503))), read)
				failure, _ := errors.AsType[*rest.Error](err)
				assert.Equal(t, 1, failure.Attempts)
				assert.GreaterOrEqual(t, failure.RetryAfter, 31*time.Second)
				assert.Zero(t, time.Since(start))
			})
		})
	}
}

// TestCall_spreadsDelaysFromZeroToTheLongest checks that the first delays of many calls are spread over the whole range
// (full jitter).
func TestCall_spreadsDelaysFromZeroToTheLongest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		policy := rest.RetryPolicy{InitialBackoff: time.Second}
		var tenths [10]int
		for range 1000 {
			start := time.Now()
			_, err := call(t.Context(), newInMemoryClient(t, alone, inTurn(code(60007), json(success)), rest.WithRetryPolicy(policy), rest.WithRetryBudget(1)), read)
			require.NoError(t, err)
			tenths[min(9, int(time.Since(start)/(100*time.Millisecond)))]++
		}
		for _, count := range tenths { // the mean is 100; 50 and 150 are five standard deviations away
			assert.InDelta(t, 100, count, 50, "%v", tenths)
		}
	})
}

func TestBudget_keepsRetriesFromAmplifyingAnOutage(t *testing.T) {
	for name, server := range map[string]rest.Server{"of the only host": alone, "of both hosts": pair} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				attempts := 0
				client := newInMemoryClient(t, server, func(w http.ResponseWriter, r *http.Request) {
					attempts++
					status(503)(w, r)
				}, rest.WithLimiter(rest.NoLimit()), rest.WithRetryPolicy(rest.RetryPolicy{MaxBackoff: time.Millisecond}))
				const calls = 10_000
				for range calls {
					_, err := call(t.Context(), client, read)
					require.Error(t, err)
				}
				assert.Greater(t, attempts, calls*110/100)
				assert.Less(t, attempts, calls*112/100, "a tenth, the reserve of 100, and a few for the time that passed")
				time.Sleep(10 * time.Second)
				attempts = 0
				for range 10 {
					_, err := call(t.Context(), client, read)
					require.Error(t, err)
				}
				assert.InDelta(t, 20, attempts, 2, "after ten seconds the reserve has ten more retries")
			})
		})
	}
}

func TestCall_heedsRetryAfterOfEachHost(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var at []time.Duration
		start := time.Now()
		hosts := &twoHosts{primary: withRetryAfter("20", status(503)), standby: status(503)}
		client := newInMemoryClient(t, pair, func(w http.ResponseWriter, r *http.Request) {
			at = append(at, time.Since(start).Truncate(time.Second))
			hosts.ServeHTTP(w, r)
		}, rest.WithRetryPolicy(rest.RetryPolicy{MaxAttempts: 3}))
		_, _ = call(t.Context(), client, read)
		assert.Equal(t, "primary standby primary", hosts.take())
		assert.Equal(t, []time.Duration{0, 0, 20 * time.Second}, at)
	})
}
