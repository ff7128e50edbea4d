package group_test

import (
	"testing"

	"github.com/timsns/timsns/api/contract"
	"github.com/timsns/timsns/modules/group"
)

//go:generate go tool timsns-generate --document openapi.yaml --output .

// TestContract holds the document, the packets and the emitted package to each other.
func TestContract(t *testing.T) { contract.Test(t, group.NewClient, "openapi.yaml", "packets") }
