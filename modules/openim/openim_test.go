package openim_test

import (
	"testing"

	"github.com/timsns/timsns/api/contract"
	"github.com/timsns/timsns/modules/openim"
)

//go:generate go tool timsns-generate --document openapi.yaml --output .

func TestContract(t *testing.T) { contract.Test[openim.API](t, "openapi.yaml", "packets") }
