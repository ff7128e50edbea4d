// Package timsns is the root of a typed client of the friend-relationship service (v4/sns/*) of Tencent Cloud IM.
//
// One handwritten document, openapi.yaml, describes what the service accepts and returns. go generate emits package gen
// from it, the client that programs import. The other packages know no particular endpoint, except sandbox:
//
//   - gen: the emitted client, its types, error codes and servers
//   - rest: the runtime of any operation
//   - rest/restimpl: support for emitted code
//   - signer: credentials and signatures
//   - sandbox: an in-memory service that enforces the document and the signature, for tests and demos
//   - api: validates requests and responses against the document; its tests check the client against it, too
//   - cmd/timsns: the command line
//
// This package holds the document and the command that emits gen.
package timsns

import _ "embed"

//go:generate go run tools.go

// Document is openapi.yaml, the OpenAPI 3.0.3 document that everything else is emitted from or checked against.
//
//go:embed openapi.yaml
var Document []byte
