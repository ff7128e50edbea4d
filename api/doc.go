// Package api is the contract at work: it loads the document, tells what operations there are, and judges packets by
// it. Its tests hold the recorded packets under fixtures/ and the emitted client to the document.
//
// For a CI pipeline that holds packets of its own to the contract:
//
//   - [Document.Verify] judges the packets in a file, as the command `timsns verify` does: JSON, NDJSON or HAR.
//   - [Document.Judge] judges one [Exchange], a request and its reply.
//   - A [Recorder] judges live traffic, in front of any [net/http.RoundTripper].
//
// [LoadClosed] is the document to judge by where something new should be noticed; [Load] is the one that allows what it
// does not know.
//
// The package links an OpenAPI validator, which is why the client itself (packages gen, rest and signer) does not import
// it.
package api
