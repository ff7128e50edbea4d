package main

import (
	"bytes"
	"encoding/json"
	"io"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sarifOf returns the report for a path.
func sarifOf(t *testing.T, path, input string) map[string]any {
	t.Helper()
	var out bytes.Buffer
	run([]string{"verify", "--output", "sarif", path}, streams{in: strings.NewReader(input), out: &out, err: io.Discard})
	var report map[string]any
	require.NoError(t, json.Unmarshal(out.Bytes(), &report))
	return report
}

// member returns a member of members of a JSON object, and fails without it.
func member[T any](t *testing.T, object any, names ...string) T {
	t.Helper()
	for _, name := range names {
		members, isObject := object.(map[string]any)
		require.True(t, isObject, name)
		require.Contains(t, members, name)
		object = members[name]
	}
	value, isWanted := object.(T)
	require.True(t, isWanted, "%v: %T", names, object)
	return value
}

func TestPrintSARIF_hasWhatSARIFRequires(t *testing.T) {
	path := writeFile(t, "a b#.group_get.json", `{"LastSequence":-1}`)
	report := sarifOf(t, path, "")
	assert.Equal(t, "2.1.0", member[string](t, report, "version"))
	run := member[[]any](t, report, "runs")[0]
	assert.NotEmpty(t, member[string](t, run, "tool", "driver", "name"))
	var rules []string
	for _, rule := range member[[]any](t, run, "tool", "driver", "rules") {
		rules = append(rules, member[string](t, rule, "id"))
		assert.NotEmpty(t, member[string](t, rule, "shortDescription", "text"))
	}
	results := member[[]any](t, run, "results")
	assert.Len(t, results, 2)
	for _, result := range results {
		assert.NotEmpty(t, member[string](t, result, "message", "text"))
		assert.Equal(t, "error", member[string](t, result, "level"))
		assert.Contains(t, rules, member[string](t, result, "ruleId"))
		place := member[map[string]any](t, member[[]any](t, result, "locations")[0], "physicalLocation")
		address, err := url.Parse(member[string](t, place, "artifactLocation", "uri"))
		require.NoError(t, err)
		assert.Equal(t, filepath.ToSlash(path), address.Path)
		assert.GreaterOrEqual(t, member[float64](t, place, "region", "startLine"), 1.0)
		assert.GreaterOrEqual(t, member[float64](t, place, "region", "startColumn"), 1.0)
	}
}

func TestPrintSARIF_hasNoResultsForValidFiles(t *testing.T) {
	path := writeFile(t, "group_get.json", `{"From_Account":"alice","LastSequence":0}`)
	run := member[[]any](t, sarifOf(t, path, ""), "runs")[0]
	assert.Empty(t, member[[]any](t, run, "results"), "and not null, which would leave old alerts open")
}

func TestPrintSARIF_hasNoLocationOnStandardInput(t *testing.T) {
	run := member[[]any](t, sarifOf(t, standardInput, `{"command":"nothing","request":{}}`), "runs")[0]
	result := member[[]any](t, run, "results")[0]
	assert.NotContains(t, result, "locations")
	assert.Equal(t, "nothing/request", member[string](t, result, "ruleId"))
}
