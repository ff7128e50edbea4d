// Package timsns is the root of a typed client for the friend-relationship service (v4/sns/*) of Tencent Cloud IM.
// Programs import packages gen and signer, and package rest for options. Package gen has examples.
//
// The OpenAPI document openapi.yaml describes what the service accepts and returns, and go generate emits package gen
// from it. Of the other packages, only sandbox depends on particular endpoints:
//
//   - gen: the emitted client, its types, error codes and servers
//   - rest: the runtime of any operation
//   - rest/redisquota: a rate limiter that several processes share through Redis
//   - rest/restimpl: support for emitted code
//   - signer: credentials and signatures
//   - sandbox: an in-memory service for tests and demos
//   - api: validates requests and responses against the document
//   - api/traffic: validates and records HTTP exchanges
//   - api/verify: validates files of recorded traffic
//   - cmd/timsns: the command line
//   - cmd/timsns-generate: the generator, for other modules
//
// This package holds the document and the command that emits gen. ARCHITECTURE.md describes the design.
package timsns

import _ "embed"

//go:generate go run tools.go

// Document is openapi.yaml, the OpenAPI 3.0.3 document that everything else is emitted from or checked against.
//
//go:embed openapi.yaml
var Document []byte
