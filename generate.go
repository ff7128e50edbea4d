// Package timsns is the root of a typed client of the friend-relationship service (v4/sns/*) of Tencent Cloud IM.
//
// One document written by hand, openapi.yaml, says what the service takes and answers. `go generate ./...` emits from
// it package gen, the client that programs import. The packages around it know no particular endpoint:
//
//   - gen: the emitted client, its types, error codes and servers
//   - rest: how any operation travels
//   - signer: credentials, and the signature that they make
//   - sandbox: an in-memory service that enforces the document and the signature, for tests and demos
//   - api: the document at work: it judges packets, and its tests hold the client to the document
//   - cmd/timsns: the command line
//
// This package holds the document itself, and what emits gen.
package timsns

import _ "embed"

//go:generate go run github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen -config api/codegen.yaml -generate models -templates api/templates/models -o gen/models.gen.go openapi.yaml
//go:generate go run github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen -config api/codegen.yaml -generate models -templates api/templates/codes -o gen/codes.gen.go openapi.yaml
//go:generate go run github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen -config api/codegen.yaml -generate client -templates api/templates/client -o gen/client.gen.go openapi.yaml
//go:generate go run github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen -config api/codegen.yaml -generate client -templates api/templates/batches -o gen/batches.gen.go openapi.yaml
//go:generate go run github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen -config api/codegen.yaml -generate client -templates api/templates/pages -o gen/pages.gen.go openapi.yaml
//go:generate go run github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen -config api/codegen.yaml -templates api/templates/servers -o gen/servers.gen.go openapi.yaml

// Document is openapi.yaml, the OpenAPI 3.0.3 document from which everything else is emitted or checked.
//
//go:embed openapi.yaml
var Document []byte
