package page_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/page"
)

var update = flag.Bool("update", false, "write testdata/*.golden")

// TestRead_returnsWhatPagesSay reads pages in the layouts of several years, modules and languages. The pages are ours,
// with the mistakes of the vendor's.
func TestRead_returnsWhatPagesSay(t *testing.T) {
	files, err := filepath.Glob("testdata/*.md")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			require.NoError(t, err)
			found, err := page.Read(filepath.Base(file), text)
			require.NoError(t, err)
			golden := strings.TrimSuffix(file, ".md") + ".golden"
			if *update {
				require.NoError(t, os.WriteFile(golden, []byte(describe(found)), 0o600))
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err)
			assert.Equal(t, string(want), describe(found))
		})
	}
}

// describe returns a page as text.
func describe(p *page.Page) string {
	var text strings.Builder
	fmt.Fprintf(&text, "%s %s %s %q document %q language %s\n", p.Path, p.Service, p.Command, p.Title, p.Document, p.Language)
	fmt.Fprintf(&text, "overview %q %v\n", p.Overview, p.Limits)
	fmt.Fprintf(&text, "rate %d %q\n", p.RateLimit, p.RateLimitText)
	for _, field := range p.QueryFields {
		fmt.Fprintf(&text, "query %d %s: %s\n", field.Line, field.Name, field.Description)
	}
	for _, direction := range []api.Direction{api.Requests, api.Responses} {
		describeBody(&text, p, direction)
	}
	for _, code := range p.Codes {
		fmt.Fprintf(&text, "code %d %d: %s %s\n", code.Line, code.Code, code.Text, code.Advice)
	}
	fmt.Fprintf(&text, "batch wording %v\nwebhooks %v\nreferences %v\n", p.BatchWording, p.Webhooks, p.References)
	for _, diagnostic := range p.Diagnostics {
		fmt.Fprintln(&text, diagnostic)
	}
	return text.String()
}

func describeBody(text *strings.Builder, p *page.Page, direction api.Direction) {
	fmt.Fprintf(text, "\n== %s\n", direction)
	for _, f := range p.Fields(direction) {
		fmt.Fprintf(text, "field %d %s %v%v %q %s %q: %q", f.Line, f.Name, f.Types, f.Elements, f.TypeText, f.Required, f.RequiredText, f.Description)
		fmt.Fprintf(text, " values %v limits %v default %q links %v\n", f.Values, f.Limits, f.Default, f.Links)
	}
	for _, sample := range p.Samples(direction) {
		fmt.Fprintf(text, "sample %d %q %q %s %v %v\n", sample.Line, sample.Label, sample.Mode, sample.Problem, sample.Repairs, sample.Comments)
		if sample.Problem == "" {
			text.Write(sample.Standard())
		}
	}
	schema := p.Schema(direction)
	fmt.Fprintf(text, "schema\n%s", schema)
	for _, diagnostic := range schema.Diagnostics {
		fmt.Fprintln(text, diagnostic)
	}
	fmt.Fprintln(text)
}
