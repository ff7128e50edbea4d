package draft_test

import (
	"flag"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/internal/draft"
	"github.com/timsns/timsns/internal/page"
	"github.com/timsns/timsns/internal/testutil"
)

var update = flag.Bool("update", false, "write the golden files")

func readPage(t testing.TB, name string, text []byte) *page.Page {
	t.Helper()
	read, err := page.Read(name, text)
	require.NoError(t, err)
	return read
}

// compared are the members of operations and schemas that a draft is compared by. Descriptions are written by people.
var compared = []string{
	"x-rate-limit", "x-error-codes", "x-batch", "x-paging", "type", "format", "required", "enum", "x-result",
	"minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "default", "x-absent-values", "x-optional-since",
	"x-go-type-skip-optional-pointer", "pattern", "x-alias-of", "x-go-type", "x-known-values", "discriminator", "minProperties",
}

// differences lists what a draft has otherwise than the document that is maintained by hand.
func differences(mine, drafted contract, path string) []string {
	var found []string
	compare := func(where string, want, got any) {
		for _, name := range compared {
			if a, b := at(want, name), at(got, name); !reflect.DeepEqual(a, b) {
				found = append(found, fmt.Sprintf("%s: %s: %v, drafted %v", where, name, a, b))
			}
		}
	}
	compare("operation", mine.operation(path), drafted.operation(path))
	var visit func(where string, want, got any)
	visit = func(where string, want, got any) {
		a, b := mine.resolve(want), drafted.resolve(got)
		if len(b) == 0 {
			found = append(found, where+": not drafted")
			return
		}
		compare(where, a, b)
		for _, name := range mine.ordered(a) {
			visit(where+"."+name, at(a, "properties", name), at(b, "properties", name))
		}
		if a["items"] != nil {
			visit(where+"[]", a["items"], b["items"])
		}
	}
	request, response := mine.bodies(path)
	draftedRequest, draftedResponse := drafted.bodies(path)
	visit("request", request, draftedRequest)
	visit("response", response, draftedResponse)
	return found
}

// TestNew_equalsTheDocuments drafts each command of our documents from a page that says what the document says, and
// lists what differs. Pages cannot say everything, and people decide otherwise than a draft. It skips commands that the
// list does not have yet, so that adding one needs no change here.
func TestNew_equalsTheDocuments(t *testing.T) {
	testutil.SkipWithRaceDetector(t)
	const golden = "testdata/differences.golden"
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	var out strings.Builder
	eachPage(t, func(mine contract, path string, text []byte) {
		if !*update && !strings.Contains("\n"+string(want), "\n"+path+"\n") {
			return
		}
		drafted, err := draft.New("openapi.yaml", nil, []*page.Page{readPage(t, "page.md", text)})
		require.NoError(t, err, path)
		fmt.Fprintf(&out, "%s\n", path)
		for _, difference := range differences(mine, readContract(t, drafted.Document), path) {
			fmt.Fprintf(&out, "\t%s\n", difference)
		}
	})
	if *update {
		require.NoError(t, os.WriteFile(golden, []byte(out.String()), 0o644))
		return
	}
	assert.Equal(t, string(want), out.String(), "go test ./internal/draft -update writes it anew")
}
