// Package rest carries any operation of Tencent Cloud IM's server-side commands over HTTP. It knows no
// operation: the emitted package gen describes each one with an [Operation] and its two types.
//
// One call goes this way, and the order matters:
//
//	encode     the request once, so that each attempt sends the same bytes
//	send       through an http.Client that follows no redirect, since a redirect would carry the call elsewhere
//	sign       below that http.Client, so that its errors and Referer are made from the unsigned URL
//	read       the reply whole, within a limit that holds after decompression
//	decode     into the operation's type, in one pass
//	judge      the envelope: a call succeeded if the HTTP status is 200, the reply is a JSON object whose
//	           ErrorCode is 0, and its ActionStatus is not FAIL. All else is an [Error]
//
// The signature never meets this package: the [Signer] adds it to a copy of the request.
package rest
