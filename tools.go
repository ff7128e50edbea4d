//go:build tools

// This file pins the generator in go.mod: `go run` then takes the version that stands there. The build tag
// is never set; it keeps the generator out of the programs that import this module.
package timsns

import _ "github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen"
