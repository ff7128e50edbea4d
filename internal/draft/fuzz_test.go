package draft_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/internal/draft"
	"github.com/timsns/timsns/internal/page"
)

// FuzzNew checks that any page with a path can be drafted. New itself returns an error if the draft breaks a rule.
func FuzzNew(f *testing.F) {
	for _, pattern := range []string{"../page/testdata/*.md", "testdata/*.md"} {
		files, err := filepath.Glob(pattern)
		require.NoError(f, err)
		require.NotEmpty(f, files)
		for _, file := range files {
			text, err := os.ReadFile(file)
			require.NoError(f, err)
			f.Add(text)
		}
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		read, err := page.Read("page.md", text)
		if err != nil {
			return
		}
		drafted, err := draft.New("openapi.yaml", nil, []*page.Page{read})
		if err != nil {
			require.ErrorContains(t, err, "want a path such as")
			return
		}
		assert.NotEmpty(t, drafted.Points, "nobody has described the operation")
		assert.Equal(t, 1, strings.Count(string(drafted.Document), "\n  "+read.Path+":\n"))
	})
}
