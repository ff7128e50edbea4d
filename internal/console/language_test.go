package console_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestTexts_areInBothLanguages checks that both languages have each text with the same values, and that the page has no
// name of a text that does not exist.
func TestTexts_areInBothLanguages(t *testing.T) {
	table, err := os.ReadFile("page/language.js")
	require.NoError(t, err)
	english, chinese, ok := strings.Cut(string(table), "\n  zh: {")
	require.True(t, ok)
	chinese, _, _ = strings.Cut(chinese, "\n};")
	texts, same := textsOf(english), textsOf(chinese)
	require.Greater(t, len(texts), 40)
	for name, text := range texts {
		require.Contains(t, same, name)
		assert.Equal(t, valuesOf(text), valuesOf(same[name]), name)
		assert.NotEqual(t, text, same[name], name)
	}
	assert.Len(t, same, len(texts))

	var used []string
	for _, file := range pageFiles(t) {
		for _, match := range regexp.MustCompile(`say\("(\w+)"|data-text="(\w+)"`).FindAllStringSubmatch(file, -1) {
			used = append(used, match[1]+match[2])
		}
	}
	require.NotEmpty(t, used)
	for _, name := range used {
		assert.Contains(t, texts, name)
	}
}

func textsOf(table string) map[string]string {
	texts := map[string]string{}
	for _, match := range regexp.MustCompile(`(\w+): "([^"]*)"`).FindAllStringSubmatch(table, -1) {
		texts[match[1]] = match[2]
	}
	return texts
}

// valuesOf returns the names in braces.
func valuesOf(text string) []string {
	values := regexp.MustCompile(`\{\w+\}`).FindAllString(text, -1)
	slices.Sort(values)
	return values
}

func pageFiles(t *testing.T) (files []string) {
	t.Helper()
	names, err := filepath.Glob("page/*.[jh]*")
	require.NoError(t, err)
	for _, name := range names {
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		files = append(files, string(text))
	}
	return files
}

// TestScripts_makeNoMarkup checks that no script makes markup or code of a text, which may be from a server.
func TestScripts_makeNoMarkup(t *testing.T) {
	for _, file := range pageFiles(t) {
		assert.NotRegexp(t, `innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function`, file)
	}
}
