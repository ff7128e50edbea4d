// Package rest calls any operation of Tencent Cloud IM's server-side REST API over HTTP. It is independent of any
// particular operation: generated code passes an [Operation] and the types of request and response.
//
// One call takes these steps ([Call] has them in code):
//
//	encode     the request, once: each attempt sends the same bytes
//	wait       for the delay of a retry, then for the quota ([Limiter]). In this order, since a caller that waited for
//	           the quota first would hold a place that others can use
//	choose     the host of the first attempt: the primary, or the standby while the primary does not answer
//	sign       the attempt ([Signer]). The signature goes down beside the request, and the innermost transport adds it
//	           to the URL, so that [Middleware] and errors see the unsigned URL only
//	send       through [Middleware] and an http.RoundTripper. No http.Client is involved, and no redirect is followed
//	read       the response, within a limit that holds after decompression
//	redact     the UserSig, should the response repeat it
//	decode     into the operation's type
//	evaluate   the envelope: a call succeeded if the HTTP status is 200 and the response is a JSON object whose ErrorCode
//	           is 0 and whose ActionStatus is not FAIL. Everything else is an [*Error]
//	report     the attempt to the log and to observers ([WithLogger], [WithObserver])
//	retry      if that can help and is safe: see [RetryPolicy]
//
// The defaults are fit for production: 5 seconds for an attempt (the service gives up on an operation after 3), of which
// 2 for TCP and 2 for TLS; 4 attempts and 30 seconds for a call, or less if its context ends before; the document's
// quota; 8 MiB for a response.
//
// The strings of a long array of strings share memory in parts of up to a kibibyte. To keep one of them keeps its part.
//
// A [Value] holds JSON of one type or another. What emitted code needs beyond this package is in package restimpl.
package rest
