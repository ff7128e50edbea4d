package snippet_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/snippet/snippettest"
)

func TestGo_sendsTheFixtures(t *testing.T) {
	document, err := api.Load()
	require.NoError(t, err)
	snippettest.Run(t, snippettest.Package{Name: "gen", Path: "github.com/timsns/timsns/gen", Document: document})
}
