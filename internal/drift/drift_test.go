package drift_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/drift"
	"github.com/timsns/timsns/internal/page"
)

var update = flag.Bool("update", false, "write testdata/changes.golden")

// groupGetPage returns a page of ours with the layout and the facts of the vendor's.
func groupGetPage(t testing.TB) string {
	t.Helper()
	text, err := os.ReadFile("../page/testdata/group_get_en.md")
	require.NoError(t, err)
	return string(text)
}

// compare returns the findings of compareWith for the document of this module.
func compare(t *testing.T, texts ...string) string {
	t.Helper()
	document, err := api.Load()
	require.NoError(t, err)
	return compareWith(t, document, texts...)
}

// compareWith returns the findings about pages a.md, b.md and so on as text, each below the line that it names.
func compareWith(t *testing.T, document *api.Document, texts ...string) string {
	t.Helper()
	var pages []*page.Page
	lines := map[string][]string{}
	for i, text := range texts {
		name := string(rune('a'+i)) + ".md"
		lines[name] = strings.Split(text, "\n")
		read, err := page.Read(name, []byte(text))
		require.NoError(t, err)
		pages = append(pages, read)
	}
	found, err := drift.Compare(document, pages)
	require.NoError(t, err)
	var described strings.Builder
	for _, f := range found {
		note := ""
		if f.IsNote {
			note = "note "
		}
		fmt.Fprintf(&described, "%s:%d: %s\n\t%s%s %s %s: %s (%s)\n", f.File, f.Line,
			strings.TrimSpace(lines[f.File][f.Line-1]), note, f.Direction, f.Kind, f.Path, f.Reason, f.Document)
	}
	return described.String()
}

func TestCompare_findsNothingWhereBothAgree(t *testing.T) {
	assert.Empty(t, compare(t, groupGetPage(t)))
	assert.Empty(t, compare(t, groupGetPage(t), groupGetPage(t)), "in two pages of a command")
}

// TestCompare_findsOneChange edits a page that agrees with the document. Edit has texts, each with its replacement.
func TestCompare_findsOneChange(t *testing.T) {
	original := groupGetPage(t)
	var found strings.Builder
	for _, change := range changes {
		changed := original
		for i := 0; i < len(change.edit); i += 2 {
			require.Contains(t, changed, change.edit[i], change.name)
			changed = strings.ReplaceAll(changed, change.edit[i], change.edit[i+1])
		}
		fmt.Fprintf(&found, "== %s\n%s\n", change.name, compare(t, changed))
	}
	const golden = "testdata/changes.golden"
	if *update {
		require.NoError(t, os.WriteFile(golden, []byte(found.String()), 0o600))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	assert.Equal(t, string(want), found.String())
}
