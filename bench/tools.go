//go:build tools

// Package tools pins the generator of package stock.
package tools

import _ "github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen"
