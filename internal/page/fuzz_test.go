package page_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/page"
	"github.com/timsns/timsns/internal/testutil"
)

// FuzzRead checks that no text makes Read or Schema panic, that mended samples are JSON, and that each diagnostic names
// a line of the page.
func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("testdata/*.md")
	require.NoError(f, err)
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(f, err)
		f.Add(string(text))
	}
	f.Add(address + "### Sample request\n```\n{a: 'b\", \"c\": [1 2,, …], // d\n}} , \"e\"\n```\n")
	f.Fuzz(func(t *testing.T, text string) {
		found, err := page.Read("page.md", []byte(text))
		if err != nil {
			assert.Regexp(t, `^page\.md:\d+: want `, err.Error())
			return
		}
		diagnostics := found.Diagnostics
		for _, direction := range []api.Direction{api.Requests, api.Responses} {
			diagnostics = append(diagnostics, found.Schema(direction).Diagnostics...)
		}
		for _, sample := range append(found.RequestSamples, found.ResponseSamples...) {
			assert.NotContains(t, sample.Problem, "hujson", "what was mended is JSON")
		}
		lines := strings.Count(text, "\n") + 1
		for _, diagnostic := range diagnostics {
			assert.Positive(t, diagnostic.Line, diagnostic.String())
			assert.LessOrEqual(t, diagnostic.Line, lines, diagnostic.String())
		}
	})
}

// TestRead_isLinear reads large pages that repeat one thing. Reading in quadratic time would take minutes.
func TestRead_isLinear(t *testing.T) {
	testutil.SkipWithRaceDetector(t)
	const address = "### Sample request URL\nhttps://xxxxxx/v4/sns/group_get?\n"
	const samples = address + "### Sample request\n```\n"
	const fields = address + "### Request fields\n|Field|Type|Required|Description|\n|-|-|-|-|\n"
	for name, parts := range map[string][2]string{
		"quotes":                 {address, "> "},
		"open fences":            {address, "```json\n"},
		"marks of fences":        {address, "``` "},
		"brackets":               {address + "## References\n", "[["},
		"open links":             {fields, "|a|String|Yes|" + strings.Repeat("[a](", 900) + "|\n"},
		"links":                  {address + "## References\n", "<a href=x>"},
		"words of the errors":    {address + "## Error Codes\n", "ACode "},
		"rows":                   {fields, "|a|String|Yes|b|\n"},
		"cells":                  {fields, "|"},
		"rows without an end":    {fields, "|a|b\n"},
		"columns and rows":       {fields + "\n" + strings.Repeat("|", 50_000) + "\n|-|-|\n", "|a\n"},
		"HTML columns and rows":  {address + "<table><tr>" + strings.Repeat("<td>", 10_000), "<tr><td>"},
		"open HTML tables":       {address, "<table>\n"},
		"values":                 {fields + "|a|String|Yes|", "`A_B`: 1; including "},
		"tags":                   {fields, "<td>\n"},
		"dotted names":           {fields, "|a.b|Array|Yes||\n"},
		"brackets in a sample":   {samples, "["},
		"braces without an end":  {samples, `{"a":`},
		"samples":                {samples, "{}"},
		"members":                {samples + "{", `"a":1,`},
		"texts without an end":   {samples + "[", "\"a\n"},
		"quotes in a text":       {samples + "[\"", `a"a`},
		"remarks":                {samples + "{", "a\n"},
		"comments":               {samples + "{", "/ }\n"},
		"open comments":          {samples + "{", "/*"},
		"ends":                   {samples + "{", "]"},
		"dots":                   {samples + "[", "... "},
		"headings":               {samples, "## Error codes\n"},
		"samples without fences": {strings.TrimSuffix(samples, "```\n"), "{\n"},
	} {
		t.Run(name, func(t *testing.T) {
			begin := time.Now()
			text := parts[0] + strings.Repeat(parts[1], (page.MaxSize/16-len(parts[0]))/len(parts[1]))
			found, err := page.Read("page.md", []byte(text))
			require.NoError(t, err)
			found.Schema(api.Requests)
			assert.Less(t, time.Since(begin), 20*time.Second)
			t.Log(time.Since(begin))
		})
	}
}
