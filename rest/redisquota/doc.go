// Package redisquota shares the service's quota among all processes of an app, through Redis. The quota belongs to the
// app, not to a process: limiters that know nothing of each other exceed it together.
//
//	limiter, err := redisquota.New(redis.NewClient(&redis.Options{Addr: "127.0.0.1:6379"}), sdkAppID)
//	…
//	client, err := gen.NewClient(gen.Singapore, sign, rest.WithLimiter(limiter))
//
// Redis keeps a token bucket for each operation and tells time, so that the clocks of the processes do not matter. Of a
// process, one caller an operation asks Redis at a time, and the others wait their turn behind it; so the load on Redis
// is a few hundred commands a second for each operation and process, however many callers wait.
//
// While Redis does not answer, a limiter of the process's own takes over, with a warning in the log, or calls fail, as
// the options say. Redis is asked again once a second.
package redisquota
