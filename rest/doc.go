// Package rest carries any operation of Tencent Cloud IM's server-side commands over HTTP. It knows no
// operation: the emitted package gen describes each one with an [Operation] and its two types.
//
// One call goes this way, and the order matters:
//
//	encode     the request once, so that each attempt sends the same bytes
//	wait       for the quota ([Limiter]), for each attempt anew: retries must not add to what made them necessary
//	route      to the primary host, or to the standby while the primary does not answer
//	send       through an http.Client that follows no redirect, since a redirect would carry the call elsewhere
//	observe    in the caller's [Middleware], above the signer, where no secret is to be seen
//	sign       below that http.Client, so that its errors and Referer are made from the unsigned URL
//	read       the reply whole, within a limit that holds after decompression
//	decode     into the operation's type, in one pass
//	judge      the envelope: a call succeeded if the HTTP status is 200, the reply is a JSON object whose
//	           ErrorCode is 0, and its ActionStatus is not FAIL. All else is an [Error]
//	report     the attempt: to the log, to observers ([WithObserver]) and to the caller's [Trace]
//	retry      if that can help and can do no harm, as [RetryPolicy] tells
//
// A [Value] holds JSON of one type or another. What emitted code needs beyond this package is in package restimpl.
//
// The UserIDs of a long list share memory, a kibibyte or less at a time: one that is kept alone keeps no more than that.
//
// The signature never meets this package: the [Signer] adds it to a copy of the request.
//
// All limits have defaults that are fit for production: 5 seconds for an attempt (the service gives up on a command after
// 3), of which 2 for TCP and 2 for TLS; 4 attempts and 30 seconds for a call, or what its context leaves; the quota of the
// document; 8 MiB for a reply.
package rest
