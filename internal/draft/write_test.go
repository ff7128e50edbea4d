package draft_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns"
	"github.com/timsns/timsns/internal/draft"
	"github.com/timsns/timsns/internal/page"
	"github.com/timsns/timsns/internal/testutil"
)

func TestNew_rejects(t *testing.T) {
	good := parts{asked: `{"Name": "a"}`, answered: "{" + envelope + "}"}
	flow := `{"openapi": "3.0.3"}`
	for name, test := range map[string]struct {
		document string
		pages    []*page.Page
		want     string
	}{
		"a command that the document has": {
			string(timsns.Document),
			[]*page.Page{parts{path: "/v4/sns/group_get", asked: "{}"}.page(t, "page.md")},
			"openapi.yaml: /v4/sns/group_get: the document has the command already; timsns drift compares it with the page",
		},
		"pages of two commands": {
			"",
			[]*page.Page{good.page(t, "a.md"), parts{path: "/v4/all_svc/other", asked: "{}"}.page(t, "b.md")},
			"b.md: want the pages of one command, got /v4/all_svc/thing_get and /v4/all_svc/other",
		},
		"a document that breaks a rule": {flow, []*page.Page{good.page(t, "page.md")}, "timsns lint openapi.yaml lists all violations"},
		"a document that is no YAML":    {"a: b: c", []*page.Page{good.page(t, "page.md")}, "openapi.yaml:1:"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := draft.New("openapi.yaml", []byte(test.document), test.pages)
			require.ErrorContains(t, err, test.want)
		})
	}
}

// TestNew_rejectsBraces checks that a document is not broken whose layout leaves no place for further lines.
func TestNew_rejectsBraces(t *testing.T) {
	good := parts{asked: `{"Name": "a"}`, answered: "{" + envelope + "}"}
	_, first := draftOf(t, good.page(t, "page.md"))
	other := parts{path: "/v4/all_svc/other", asked: "{}", answered: "{" + envelope + "}"}.page(t, "page.md")
	asJSON := toJSON(t, first.Document)
	_, err := draft.New("openapi.yaml", asJSON, []*page.Page{other})
	require.ErrorContains(t, err, "openapi.yaml: want paths with one member below the other, as YAML without braces")

	withoutEnd := []byte(strings.TrimSpace(string(first.Document)))
	second, err := draft.New("openapi.yaml", withoutEnd, []*page.Page{other})
	require.NoError(t, err)
	assert.Contains(t, string(second.Document), "\n  /v4/all_svc/other:\n")
}

func TestDraft_Write(t *testing.T) {
	testutil.SkipWithRaceDetector(t)
	folder := t.TempDir()
	_, drafted := draftOf(t, parts{asked: `{"Name": "a"}`, answered: "{" + envelope + "}"}.page(t, "page.md"))
	mine := folder + "/packets/thing_get/requests/basic.json"
	require.NoError(t, os.MkdirAll(folder+"/packets/thing_get/requests", 0o750))
	require.NoError(t, os.WriteFile(mine, []byte("{}"), 0o600))

	_, err := drafted.Write(folder+"/openapi.yaml", "../packets")
	require.ErrorContains(t, err, "path escapes from parent")
	assert.NoFileExists(t, folder+"/openapi.yaml", "nothing is written")

	written, err := drafted.Write(folder+"/openapi.yaml", "packets")
	require.NoError(t, err)
	assert.Equal(t, []string{"packets/thing_get/requests/basic.json"}, written.Kept)
	assert.Contains(t, written.New, "packets/thing_get/responses/basic.json")
	assert.Equal(t, "openapi.yaml", written.New[len(written.New)-1], "the document comes last")
	text, err := os.ReadFile(mine)
	require.NoError(t, err)
	assert.Equal(t, "{}", string(text))
	text, err = os.ReadFile(folder + "/openapi.yaml")
	require.NoError(t, err)
	assert.Equal(t, string(drafted.Document), string(text))
	left, err := os.ReadDir(folder)
	require.NoError(t, err)
	assert.Len(t, left, 2, "no temporary files")
}
