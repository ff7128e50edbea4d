package main

import (
	"cmp"
	"context"
	"os"
	"time"

	"github.com/redis/go-redis/v9"
	"github.com/redis/go-redis/v9/logging"

	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/rest/redisquota"
)

// Redis has to respond within this time at the start.
const redisTimeout = 5 * time.Second

// outageShare is the share of the quota that a process uses while Redis does not respond, so that several ones seldom
// exceed it together.
const outageShare = 0.1

// limiter returns the options for --share and --redis, and a function that closes the connections.
func (f *exportFlags) limiter(ctx context.Context) ([]rest.Option, func(), error) {
	local, err := rest.NewLocalLimiter(f.share)
	if err != nil {
		return nil, nil, usagef("--share: want a number from 1/3600 to 1000, got %v", f.share)
	}
	if f.redisURL() == "" {
		return []rest.Option{rest.WithLimiter(local)}, func() {}, nil
	}
	client, err := f.connectRedis(ctx)
	if err != nil {
		return nil, nil, err
	}
	fallback, err := rest.NewLocalLimiter(max(f.share*outageShare, minShare))
	if err != nil {
		return nil, nil, err
	}
	limiter, err := redisquota.New(client, redisquota.WithShare(f.share), redisquota.WithFallback(fallback))
	return []rest.Option{rest.WithLimiter(limiter)}, func() { _ = client.Close() }, err
}

// minShare is the smallest share of a limiter.
const minShare = 1.0 / 3600

// connectRedis returns a client of a Redis that responds. Errors do not repeat the URL, which may have a password.
func (f *exportFlags) connectRedis(ctx context.Context) (*redis.Client, error) {
	parsed, err := redis.ParseURL(f.redisURL())
	if err != nil {
		return nil, usagef("--redis or %s: want a URL such as redis://127.0.0.1:6379/0", redisVariable)
	}
	logging.Disable() // the limiter logs whether Redis responds
	client := redis.NewClient(parsed)
	ctx, cancel := context.WithTimeout(ctx, redisTimeout)
	defer cancel()
	if err := client.Ping(ctx).Err(); err != nil {
		_ = client.Close()
		return nil, usagef("--redis or %s: %s: %w", redisVariable, parsed.Addr, err)
	}
	return client, nil
}

// redisVariable has the URL of --redis, which may contain a password.
const redisVariable = "TIMSNS_REDIS"

func (f *exportFlags) redisURL() string { return cmp.Or(f.redis, os.Getenv(redisVariable)) }
