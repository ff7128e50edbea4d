package contract

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/mutation"
	"github.com/timsns/timsns/internal/testutil"
)

// testPackets checks that there are enough packets, and that the document fits them.
func (c *contract) testPackets(t *testing.T) {
	least := map[api.Direction]int{api.Requests: 2, api.Responses: 3}
	c.each(t, func(t *testing.T, operation *api.Operation, direction api.Direction) {
		folder := filepath.Join(operation.Command, string(direction))
		count := len(c.fixtures(t, operation, direction))
		assert.GreaterOrEqual(t, count, least[direction], "packets in %s; %s adds those that it can derive",
			filepath.Join(c.packets, folder), c.command())
		refused, err := c.document.Refused(operation.Command, direction)
		require.NoError(t, err)
		assert.NotEmpty(t, refused, "packets in %s; %s adds some", filepath.Join(c.packets, "refused", folder), c.command())
	})
	for _, file := range c.suite.Missing() {
		assert.Fail(t, "an example of "+c.file+" has no packet", "%s; %s adds it", file, c.command())
	}
	unknown, err := c.suite.Unknown()
	require.NoError(t, err)
	for _, folder := range unknown {
		assert.Fail(t, c.file+" has no command of this name", "%s: rename or remove it", folder)
	}
	for _, stale := range c.suite.Stale() {
		remedy := "edit it"
		if stale.Generated {
			remedy = c.command() + " renews or removes it"
		}
		assert.Fail(t, "a packet does not fit "+c.file, "%s: %s; %s", stale.File, stale.Problem, remedy)
	}
}

// testSchemaEdits is a mutation test of the document. It makes one edit after another in the schemas, and requires that
// this changes the validity of some packet, in strict mode or not. What no packet notices could get lost unseen. There
// is a subtest for the schemas of each operation, for those that several share, and for the query parameters.
func (c *contract) testSchemaEdits(t *testing.T) {
	testutil.SkipWithRaceDetector(t)
	score, total, reasons := mutation.NewScore(), 0, map[string]bool{}
	for _, group := range c.suite.Groups() {
		total += len(group.Edits)
		t.Run(group.Name, func(t *testing.T) {
			for i := 0; i < len(group.Edits); i += max(1, *every) {
				c.assertNoticed(t, group.Edits[i], score, reasons)
			}
		})
	}
	if score.All() == total {
		c.equivalents = reasons
	}
	t.Log("\n" + score.String())
}

// assertNoticed checks that a packet notices the edit, or that no packet can.
func (c *contract) assertNoticed(t *testing.T, edit mutation.Edit, score *mutation.Score, reasons map[string]bool) {
	t.Helper()
	isNoticed := c.suite.Notices(edit)
	score.Count(edit, isNoticed)
	if isNoticed {
		return
	}
	reason := mutation.Equivalent(edit)
	if assert.NotEmpty(t, reason, "no packet notices that in %s; %s writes one", edit, c.command()) {
		t.Logf("survives: %s: %s", edit, reason)
		reasons[reason] = true
	}
}
