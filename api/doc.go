// Package api loads an OpenAPI document, lists its operations, and validates the bodies and query parameters of
// requests and responses against it.
//
// [Load] returns the document of this module as it stands, which allows properties and error codes that it does not
// declare. [LoadStrict] returns it in strict mode, in which these are violations. Use strict mode in tests and
// monitoring. [Open] and [Document.Strict] do the same for the document of another service.
//
// Package traffic validates HTTP exchanges and records live ones; package verify validates files of recorded traffic.
//
// These packages link an OpenAPI validator. The client (packages gen, rest and signer) does not import them.
package api
