package redisquota

import (
	"context"
	_ "embed"
	"fmt"
	"time"

	"github.com/redis/go-redis/v9"

	"github.com/timsns/timsns/internal/queue"
)

//go:embed bucket.lua
var bucketScript string

var takeTokens = redis.NewScript(bucketScript)

// longestSleep is how long a caller waits for a token before it asks Redis again, even if Redis said to wait longer.
const longestSleep = time.Second

// bucket is the token bucket of an app's operation, which Redis holds, with this process's queue in front of it.
type bucket struct {
	limiter  *Limiter
	key      string
	interval time.Duration // between tokens
	size     int           // how many tokens the bucket holds
	queue    *queue.Queue

	// Only the caller at the front of the queue uses these fields.
	spare int       // tokens taken from Redis for the next callers
	lapse time.Time // when the spare tokens become too old to use
}

// newBucket returns a bucket that uses 93 % of the quota, in calls per second. It holds another 5 %, about as much as
// it gets in 50 ms, so that nothing is lost while a process waits for a response of Redis.
func newBucket(limiter *Limiter, key string, quota float64) *bucket {
	b := &bucket{
		limiter: limiter, key: key,
		interval: time.Duration(float64(time.Second) / (quota * 0.93)), size: max(1, int(quota*0.05)),
	}
	b.queue = queue.New(b.take, limiter.maxQueue)
	return b
}

// take waits for a token and takes it.
func (b *bucket) take(ctx context.Context) error {
	for b.spare == 0 || time.Now().After(b.lapse) {
		wait, err := b.refill(ctx)
		if err != nil {
			return err
		}
		if b.spare > 0 {
			break
		}
		if err := sleep(ctx, wait); err != nil {
			return err
		}
	}
	b.spare--
	return nil
}

// refill asks Redis for as many tokens as callers are waiting. If there is none, it returns how long to wait for one.
func (b *bucket) refill(ctx context.Context) (wait time.Duration, err error) {
	if !b.limiter.health.mayAsk(time.Now()) {
		return 0, errLost
	}
	got, err := b.ask(ctx, min(b.size, b.queue.Len()))
	switch {
	case err != nil && ctx.Err() != nil:
		return 0, ctx.Err() // which says nothing about Redis
	case err != nil:
		b.limiter.health.lose(time.Now(), err)
		return 0, errLost
	}
	b.limiter.health.recover()
	if got.stepped > 0 {
		b.limiter.health.logger.Warn("redisquota: Redis's clock stepped back: the quota starts anew",
			"key", b.key, "by", got.stepped)
	}
	b.spare, b.lapse = got.tokens, time.Now().Add(time.Duration(b.size)*b.interval)
	return got.wait, nil
}

// response is what the script returns.
type response struct {
	tokens        int
	wait, stepped time.Duration
}

// ask runs the script, and waits for Redis no longer than the timeout: a Redis client observes the deadline of a
// context only if it is configured to, and its own retries and timeouts add up to many seconds.
func (b *bucket) ask(ctx context.Context, tokens int) (response, error) {
	ctx, cancel := context.WithTimeout(ctx, b.limiter.timeout)
	defer cancel()
	type result struct {
		numbers []int64
		err     error
	}
	done := make(chan result, 1)
	go func() {
		command := takeTokens.Run(ctx, b.limiter.client, []string{b.key}, b.interval.Seconds(), b.size, tokens)
		numbers, err := command.Int64Slice()
		done <- result{numbers, err}
	}()
	select {
	case r := <-done:
		switch {
		case r.err != nil:
			return response{}, r.err
		case len(r.numbers) != 3:
			return response{}, fmt.Errorf("want three numbers, got %v", r.numbers)
		}
		return response{int(r.numbers[0]), microseconds(r.numbers[1]), microseconds(r.numbers[2])}, nil
	case <-ctx.Done():
		return response{}, fmt.Errorf("no response within %v: %w", b.limiter.timeout, ctx.Err())
	}
}

func microseconds(n int64) time.Duration { return time.Duration(n) * time.Microsecond }

// sleep waits, but no longer than [longestSleep]. It fails at once if the whole wait ends after the deadline of ctx.
func sleep(ctx context.Context, wait time.Duration) error {
	if deadline, ok := ctx.Deadline(); ok && time.Until(deadline) < wait {
		return errTooLate
	}
	timer := time.NewTimer(min(max(wait, time.Millisecond), longestSleep))
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
