// Package api is the contract at work: it loads the document, tells what operations there are, and judges
// packets and query parameters by it. Its tests hold the recorded packets under fixtures/ and the emitted client
// to the document.
//
// It links an OpenAPI validator, which is why the client itself (packages gen, rest and signer) does not import it.
package api
