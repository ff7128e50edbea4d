// Package traffic validates HTTP exchanges against the document, and records live ones.
//
// [Validate] validates one [Exchange], a request and its response. A [Recorder] does so for each exchange of a
// [net/http.RoundTripper]. Encoded as NDJSON, exchanges can be read by package verify.
package traffic
