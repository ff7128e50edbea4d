// Package bench measures what the client costs, beside the same calls made in other ways: by hand, with what the generator
// makes of the document by itself, and by net/http alone. bench/run runs the benchmarks and prints tables of ratios;
// docs/performance.md keeps what it printed. What is exact, allocations, is held by a test.
package bench

//go:generate go run github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen -config stock/codegen.yaml ../openapi.yaml
