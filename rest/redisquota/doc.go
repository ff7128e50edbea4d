// Package redisquota shares the service's quota among all processes of an app, through Redis. The quota belongs to the
// app, not to a process: processes that each keep to the whole quota exceed it together.
//
//	limiter, err := redisquota.New(redis.NewClient(&redis.Options{Addr: "127.0.0.1:6379"}))
//	…
//	client, err := gen.NewClient(gen.Singapore, sign, rest.WithLimiter(limiter))
//
// Redis (version 5 or newer) holds a token bucket for each app and operation. The bucket follows the clock of Redis, so
// the clocks of the processes do not matter. If that clock steps back by more than a second, as after a failover, the
// bucket starts anew and the limiter logs a warning. All processes should use the same share.
//
// In each process and for each operation, callers wait in the order of [rest.LocalLimiter]. The first of them asks
// Redis for tokens for all who wait, so the distance to Redis hardly limits the calls: with responses within 50 ms, the
// whole quota is used. However many callers wait, a process sends at most a few hundred commands per second.
//
// While Redis does not respond, a limiter of the process takes over, and a warning is logged; with [WithoutFallback],
// calls fail instead. A process asks Redis again once a second.
package redisquota
