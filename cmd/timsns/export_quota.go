package main

import (
	"context"
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

// limiter returns the options for --redis, and a function that closes the connections. Errors do not repeat the URL,
// which may have a password.
func (f *exportFlags) limiter(ctx context.Context) ([]rest.Option, func(), error) {
	url := f.redisURL()
	if url == "" {
		return nil, func() {}, nil
	}
	parsed, err := redis.ParseURL(url)
	if err != nil {
		return nil, nil, usagef("--redis or %s: want a URL such as redis://127.0.0.1:6379/0", redisVariable)
	}
	logging.Disable() // the limiter logs whether Redis responds
	client := redis.NewClient(parsed)
	ctx, cancel := context.WithTimeout(ctx, redisTimeout)
	defer cancel()
	if err := client.Ping(ctx).Err(); err != nil {
		_ = client.Close()
		return nil, nil, usagef("--redis or %s: %s: %w", redisVariable, parsed.Addr, err)
	}
	local, err := rest.NewLocalLimiter(outageShare)
	if err != nil {
		return nil, nil, err
	}
	limiter, err := redisquota.New(client, redisquota.WithFallback(local))
	return []rest.Option{rest.WithLimiter(limiter)}, func() { _ = client.Close() }, err
}
