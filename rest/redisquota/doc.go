// Package redisquota shares the service's quota among all processes of an app, through Redis. The quota belongs to the
// app, not to a process: processes that each keep to the whole quota exceed it together.
//
//	limiter, err := redisquota.New(redis.NewClient(&redis.Options{Addr: "127.0.0.1:6379"}))
//	…
//	client, err := gen.NewClient(gen.Singapore, sign, rest.WithLimiter(limiter))
//
// Redis (version 5 or newer) keeps a token bucket for each app and operation, by its own clock, so the clocks of the
// processes do not matter. If Redis's clock steps back by more than a second, as after a failover, the bucket starts anew, with a warning in
// the log. All processes should use the same share.
//
// In each process and for each operation, callers wait in the order of [rest.LocalLimiter]. The first of them asks
// Redis for tokens for all who wait, so that the distance to Redis hardly limits the calls: a response that takes up
// to 50 ms loses nothing of the quota. However many callers wait, a process sends a few hundred commands a second.
//
// While Redis does not respond, a limiter of the process takes over, with a warning in the log; with
// [WithoutFallback], calls fail instead. A process asks Redis again once a second.
package redisquota
