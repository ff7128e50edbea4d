package contract_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api/contract"
	"github.com/timsns/timsns/internal/emit/testdata/chat"
	"github.com/timsns/timsns/internal/mutation"
)

// TestUnions tests the client of a document with a union, optional objects and numbers of all kinds. The packets are
// made from the document's examples.
func TestUnions(t *testing.T) {
	const document = "../../internal/emit/testdata/chat/openapi.yaml"
	text, err := os.ReadFile(document)
	require.NoError(t, err)
	packets := t.TempDir()
	report, err := mutation.Complete(text, mutation.FoldersOf(packets), nil)
	require.NoError(t, err)
	require.Empty(t, report.Unnoticed)
	contract.Test(t, chat.NewClient, document, packets)
}
