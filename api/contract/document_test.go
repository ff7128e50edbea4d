package contract

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/internal/mutation"
)

// TestDocument tests the document of this repository. Since it uses the whole language, nothing that the tests allow
// may be superfluous.
func TestDocument(t *testing.T) {
	c := run(t, gen.NewClient, "../../openapi.yaml", "../fixtures")
	require.NotNil(t, c)
	if c.accepted != nil {
		for i, entry := range leniencies {
			assert.NotZero(t, c.accepted[&leniencies[i]], "the client no longer accepts %s", entry.pattern)
		}
	}
	if c.equivalents != nil {
		for _, reason := range mutation.Equivalents() {
			assert.True(t, c.equivalents[reason], "%q explains no edit that survives", reason)
		}
	}
}
