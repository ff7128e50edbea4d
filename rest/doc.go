// Package rest calls any operation of Tencent Cloud IM's server-side REST API over HTTP. It is independent of any
// particular operation: generated code passes an [Operation] and the types of request and response.
//
// One call takes these steps ([Call] has them in code):
//
//	encode     the request, once: each attempt sends the same bytes
//	wait       for the delay of a retry, then for the quota ([Limiter]). The other order would take a part of the quota
//	           that others could use meanwhile
//	choose     the host of the first attempt: the primary, or the standby while the primary does not answer
//	sign       the attempt ([Signer]). The context carries the signature, and the innermost transport adds it to the
//	           URL, so that [Middleware] and errors see only the unsigned URL
//	send       through [Middleware] and an http.RoundTripper. No http.Client is involved, and no redirect is followed
//	read       the response, up to a limit on its decompressed size
//	redact     the UserSig if the response repeats it
//	decode     the response into the operation's type
//	evaluate   the envelope: a call succeeds if the HTTP status is 200 and the response is a JSON object whose ErrorCode
//	           is 0 and whose ActionStatus is OK or missing. Everything else is an [*Error]
//	report     the attempt to the log and to observers ([WithLogger], [WithObserver])
//	retry      the call if that is safe and can help: see [RetryPolicy]
//
// The defaults are fit for production. An attempt has 5 seconds (the service gives up on an operation after 3), with at
// most 2 for TCP and 2 for TLS. A call has 4 attempts, and the last one starts within 30 seconds; it ends earlier if
// its context does. The quota is that of the document. A response has at most 8 MiB.
//
// The strings of a long array share memory in blocks of up to a kibibyte. A string that is kept keeps its whole block
// in memory.
//
// A [Value] holds JSON of one of several types. Package restimpl has what only generated code needs.
package rest
