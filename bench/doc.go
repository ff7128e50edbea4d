// Package bench compares the client with other ways to make the same calls: a handwritten client, the client that the
// generator emits without this project's templates, and net/http alone. bench/run runs the benchmarks and prints
// benchstat's tables, which docs/performance.md records. Allocations are exact, so a test compares them.
package bench

//go:generate go run github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen -config stock/codegen.yaml ../openapi.yaml
