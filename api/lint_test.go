package api_test

import (
	"fmt"
	"maps"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns"
	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/testutil"
)

func TestLint_acceptsTheDocument(t *testing.T) {
	assert.Empty(t, api.Lint("openapi.yaml", timsns.Document))
}

// TestLint_concurrently is for the race detector: the shapes of documents are shared.
func TestLint_concurrently(t *testing.T) {
	for _, name := range []string{"one", "another"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			document := strings.Replace(string(timsns.Document), "x-batch", "x-bacth", 1)
			assert.Len(t, api.Lint("openapi.yaml", []byte(document)), 1)
		})
	}
}

func TestRules_areNamedAndDescribed(t *testing.T) {
	names := map[string]bool{}
	for _, rule := range api.Rules() {
		assert.Regexp(t, `^[a-z]+$`, rule.Name)
		assert.Regexp(t, `^[A-Zx].*\.$`, rule.Description, rule.Name)
		assert.False(t, names[rule.Name], rule.Name)
		names[rule.Name] = true
	}
}

func TestLint_wantsErrorCode(t *testing.T) {
	document := strings.Replace(string(timsns.Document), "\n    ErrorCode:\n", "\n    Code:\n", 1)
	found := api.Lint("openapi.yaml", []byte(document))
	assert.ErrorContains(t, found, "schemas: ErrorCode, the schema with the list of all codes, is missing (components)")
}

// elsewhere matches what other parts of the document put into a reason: a second position, a place in the catalogue,
// and the names of the tags. New commands change it.
var elsewhere = regexp.MustCompile(`(in line |x-catalogue\.|at the top of the document; want )(\d+|\w.* or \w+)`)

// mistake is an edit of the document that breaks one rule in one place.
type mistake struct {
	after    string // the edit is behind the first occurrence of this text
	old, new string // old is replaced by new, once
	at       string // the violation is at the first occurrence of this text behind after
	rule     string // the rule that is broken
	want     string // the reason, and the path in parentheses
}

const (
	groupGet  = "  /v4/sns/group_get:\n"
	friendAdd = "  /v4/sns/friend_add:\n"
	friendGet = "  /v4/sns/friend_get:\n"
	request   = "    GroupGetRequest:\n"
	result    = "    GroupGetResultItem:\n"
	addType   = "\n    AddType:\n"
	catalogue = "      x-catalogue:\n"
	operation = "(paths./v4/sns/group_get.post)"
)

func (m mistake) apply(t *testing.T, text string) (document string, line, column int) {
	t.Helper()
	start := strings.Index(text, m.after)
	require.GreaterOrEqual(t, start, 0, "want %q in the document", m.after)
	if !strings.Contains(text[start:], m.old) { // require.Contains would print the document
		require.Fail(t, "want it in the document", m.old)
	}
	document = text[:start] + strings.Replace(text[start:], m.old, m.new, 1)
	found := strings.Index(document[start:], m.at)
	require.GreaterOrEqual(t, found, 0, "want %q in the edited document", m.at)
	before := document[:start+found]
	spaces := len(m.at) - len(strings.TrimLeft(m.at, " \n"))
	before += m.at[:spaces]
	return document, 1 + strings.Count(before, "\n"), len([]rune(before[strings.LastIndex(before, "\n")+1:])) + 1
}

// TestLint_mistakes makes one mistake after another, each of which must give one violation.
func TestLint_mistakes(t *testing.T) {
	maps.Copy(mistakes, outcomeMistakes)
	testMistakes(t, string(timsns.Document), mistakes)
}

func testMistakes(t *testing.T, text string, mistakes map[string]mistake) {
	t.Helper()
	testutil.SkipWithRaceDetector(t)
	for name, test := range mistakes {
		t.Run(name, func(t *testing.T) {
			document, line, column := test.apply(t, text)
			found := api.Lint("openapi.yaml", []byte(document)).WithoutTodos()
			want := fmt.Sprintf("openapi.yaml:%d:%d: %s", line, column, test.want)
			assert.Equal(t, want, elsewhere.ReplaceAllString(found.Error(), "${1}N"))
			if assert.Len(t, found, 1) {
				assert.Equal(t, test.rule, found[0].Rule)
			}
		})
	}
}

func TestLint_acceptsNamesInMeanings(t *testing.T) {
	const meaning = "meaning: the account does not belong to this app"
	document := strings.Replace(string(timsns.Document), meaning, "meaning: To_Account is missing", 1)
	require.NotEqual(t, string(timsns.Document), document)
	assert.Empty(t, api.Lint("openapi.yaml", []byte(document)))
}
