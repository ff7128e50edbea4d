package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const document = "../../openapi.yaml"

func TestTheDocumentPasses(t *testing.T) {
	found, took, err := judge(t.Context(), document, []string{document})
	require.NoError(t, err)
	assert.Empty(t, found)
	assert.Len(t, took, len(tools), "every tool ran")
}

// TestEveryDefectIsRefused spoils the document in one way after another, and runs the gate over all of them, as it is
// run over the document.
func TestEveryDefectIsRefused(t *testing.T) {
	whole, err := os.ReadFile(document)
	require.NoError(t, err)
	folder := t.TempDir()
	files := make([]string, len(defects))
	for i, defect := range defects {
		require.True(t, strings.Contains(string(whole), defect.old), "%s: the document has no %q", defect.name, defect.old) //nolint:testifylint // Contains would print the document
		spoilt := strings.Replace(string(whole), defect.old, defect.new, 1)
		files[i] = filepath.Join(folder, fmt.Sprintf("%02d.yaml", i))
		require.NoError(t, os.WriteFile(files[i], []byte(spoilt), 0o600))
	}
	found, took, err := judge(t.Context(), document, files)
	require.NoError(t, err)
	text := &strings.Builder{}
	table := tabwriter.NewWriter(text, 0, 0, 2, ' ', 0)
	for i, defect := range defects {
		var rules []string
		for _, finding := range found {
			if name := finding.Tool + " " + finding.Rule; finding.File == files[i] && !slices.Contains(rules, name) {
				rules = append(rules, name)
			}
		}
		assert.Contains(t, rules, defect.tool+" "+defect.rule, "%s: %s\nwas refused for %v", defect.name, defect.new, rules)
		_, _ = fmt.Fprintf(table, "%s\t%s\t%s\t%d\n", defect.name, defect.tool, defect.rule, len(rules))
	}
	require.NoError(t, table.Flush())
	t.Log(took)
	t.Logf("%d defects, the tool and rule that has to refuse each, and how many rules do:\n%s", len(defects), text)
}
