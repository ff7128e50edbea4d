// Package timsns is the root of a typed client for the friend-relationship service (v4/sns/*) of Tencent Cloud IM.
// Programs import packages gen and signer, and package rest for options. Package gen has examples.
//
// The OpenAPI document openapi.yaml describes what the service accepts and returns, and go generate emits package gen
// from it. Of the other packages, only sandbox depends on particular endpoints:
//
//   - gen: the emitted client, its types, error codes and servers
//   - rest: the runtime of any operation
//   - rest/redisquota: a rate limiter that several processes share through Redis, in a module of its own
//   - rest/restimpl: support for emitted code
//   - signer: credentials and signatures
//   - sandbox: an in-memory service for tests and demos
//   - api: validates requests and responses against the document
//   - api/traffic: validates and records HTTP exchanges
//   - api/verify: validates files of recorded traffic
//   - cmd/timsns: the command line
//
// This package holds the document and the commands that emit gen. ARCHITECTURE.md describes the design.
package timsns

import _ "embed"

//go:generate go run github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen -config api/codegen.yaml -generate models -templates api/templates/models -o gen/models.gen.go openapi.yaml
//go:generate go run github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen -config api/codegen.yaml -generate models -templates api/templates/codes -o gen/codes.gen.go openapi.yaml
//go:generate go run github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen -config api/codegen.yaml -generate client -templates api/templates/client -o gen/client.gen.go openapi.yaml
//go:generate go run github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen -config api/codegen.yaml -generate client -templates api/templates/batches -o gen/batches.gen.go openapi.yaml
//go:generate go run github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen -config api/codegen.yaml -generate client -templates api/templates/pages -o gen/pages.gen.go openapi.yaml
//go:generate go run github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen -config api/codegen.yaml -templates api/templates/servers -o gen/servers.gen.go openapi.yaml

// Document is openapi.yaml, the OpenAPI 3.0.3 document that everything else is emitted from or checked against.
//
//go:embed openapi.yaml
var Document []byte
