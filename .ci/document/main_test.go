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

func TestLint_document(t *testing.T) {
	found, took, err := lint(t.Context(), document, []string{document})
	require.NoError(t, err)
	assert.Empty(t, found)
	assert.Len(t, took, len(tools), "tools that ran")
}

// TestLint_defects adds one defect to each of many copies of the document, and lints them all.
func TestLint_defects(t *testing.T) {
	whole, err := os.ReadFile(document)
	require.NoError(t, err)
	folder := t.TempDir()
	files := make([]string, len(defects))
	for i, defect := range defects {
		isFound := strings.Contains(string(whole), defect.old)
		require.True(t, isFound, "%s: want %q in the document", defect.name, defect.old)
		defective := strings.Replace(string(whole), defect.old, defect.new, 1)
		files[i] = filepath.Join(folder, fmt.Sprintf("%02d.yaml", i))
		require.NoError(t, os.WriteFile(files[i], []byte(defective), 0o600))
	}
	found, took, err := lint(t.Context(), document, files)
	require.NoError(t, err)
	text := &strings.Builder{}
	table := tabwriter.NewWriter(text, 0, 0, 2, ' ', 0)
	for i, defect := range defects {
		var rules []string
		for _, violation := range found {
			if name := violation.Tool + " " + violation.Rule; violation.File == files[i] && !slices.Contains(rules, name) {
				rules = append(rules, name)
			}
		}
		assert.Contains(t, rules, defect.tool+" "+defect.rule, "%s: %s\ngot %v", defect.name, defect.new, rules)
		_, _ = fmt.Fprintf(table, "%s\t%s\t%s\t%d\n", defect.name, defect.tool, defect.rule, len(rules))
	}
	require.NoError(t, table.Flush())
	t.Log(took)
	t.Logf("%d defects, each with the tool and rule that must report it, and the number of rules that do:\n%s",
		len(defects), text)
}
