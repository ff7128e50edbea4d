package group_test

import (
	"testing"

	"github.com/timsns/timsns/api/contract"
	"github.com/timsns/timsns/modules/group"
)

//go:generate go tool timsns-generate --document openapi.yaml --output .

func TestContract(t *testing.T) { contract.Test[group.API](t, "openapi.yaml", "packets") }
