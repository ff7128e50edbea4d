//go:build !race

// These tests use one goroutine and would be ten times as slow with the race detector.

package api_test

import (
	"flag"
	"net/url"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns"
	"github.com/timsns/timsns/internal/mutation"
)

var (
	everyFlag = flag.Int("every", 25, "make every nth edit of the schemas; 1 makes all")
	complete  = flag.Bool("complete", false, "first run timsns packets --complete, also if package sandbox does not compile")
)

var folders = mutation.FoldersOf("fixtures")

// TestSchemaEdits is a mutation test of the document. It makes one edit after another in the schemas, and requires
// that this changes the validity of some fixture, in strict mode or not. What no fixture notices could get lost
// unseen. There is a subtest for the schemas of each operation, for those that several share, and for the query
// parameters. By default the test makes some of the edits; -every 1 makes all.
func TestSchemaEdits(t *testing.T) {
	if *complete {
		completeFixtures(t)
	}
	suite := newSuite(t)
	score, used := mutation.NewScore(), map[string]bool{}
	total := 0
	for _, group := range suite.Groups() {
		total += len(group.Edits)
		t.Run(group.Name, func(t *testing.T) {
			for i := 0; i < len(group.Edits); i += max(1, *everyFlag) {
				assertNoticed(t, suite, group.Edits[i], score, used)
			}
		})
	}
	if isFull := score.All() == total; isFull {
		for _, reason := range mutation.Equivalents() {
			assert.True(t, used[reason], "%q explains no edit that survives", reason)
		}
	}
	t.Log("\n" + score.String())
}

func newSuite(t *testing.T) *mutation.Suite {
	t.Helper()
	var queries []url.Values
	for _, test := range queryTests() {
		queries = append(queries, test.query)
	}
	suite, err := mutation.New(timsns.Document, folders, queries)
	require.NoError(t, err)
	return suite
}

func completeFixtures(t *testing.T) {
	t.Helper()
	report, err := mutation.Complete(timsns.Document, folders, nil)
	require.NoError(t, err)
	for _, change := range report.Changes {
		t.Logf("%s %s: %s", change.Action, change.File, change.Reason)
	}
}

// assertNoticed checks that a fixture notices the edit, or that no fixture can.
func assertNoticed(t *testing.T, suite *mutation.Suite, edit mutation.Edit, score *mutation.Score, used map[string]bool) {
	t.Helper()
	isNoticed := suite.Notices(edit)
	score.Count(edit, isNoticed)
	if isNoticed {
		return
	}
	reason := mutation.Equivalent(edit)
	const hint = "no fixture notices that in %s; timsns packets --complete writes one"
	if assert.NotEmpty(t, reason, hint, edit) {
		t.Logf("survives: %s: %s", edit, reason)
		used[reason] = true
	}
}

// TestFixtures_fitTheDocument names the fixtures that a change of the document made stale, with the remedy.
func TestFixtures_fitTheDocument(t *testing.T) {
	for _, stale := range newSuite(t).Stale() {
		remedy := "edit it"
		if stale.Generated {
			remedy = "timsns packets --complete renews or removes it"
		}
		assert.Fail(t, "a fixture does not fit openapi.yaml", "api/%s: %s; %s", stale.File, stale.Problem, remedy)
	}
}
