package api_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns"
	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/testutil"
)

const (
	inSchemas    = " (components.schemas)"
	inResultItem = " (components.schemas.GroupGetResultItem.properties"
)

// nameMistakes are names that the emitted code cannot have.
var nameMistakes = map[string]mistake{
	"a schema with an underscore":  {errorSchema, errorSchema, "    My_Item: {type: string, description: A text.}\n" + errorSchema, "    My_Item", "names", "My_Item: want the name in Go's form, MyItem" + inSchemas},
	"a schema named as a type":     {errorSchema, errorSchema, "    Fields: {type: string, description: A text.}\n" + errorSchema, "    Fields", "names", "Fields: the Go name Fields is that of a type in emitted methods; give one of them another name" + inSchemas},
	"a schema with a name in Go":   {errorSchema, "type: object", "type: object\n      x-go-name: Failure", "x-go-name", "names", "x-go-name: want it on a property or a server; the name of a schema is that in Go (components.schemas.ErrorResponse)"},
	"a private property":           {result, "        FriendNumber:", "        FriendNumber:\n          x-go-name: friendNumber", "x-go-name", "names", "x-go-name: want letters and digits, and a capital letter first" + inResultItem + ".FriendNumber)"},
	"a property with a comma":      {result, "        FriendNumber:", "        \"a,b\": {x-order: 9, description: A text., type: string, minLength: 1}\n        FriendNumber:", "\"a,b\"", "names", "a,b: want a name without quotation marks, commas, backslashes and line breaks, and not -" + inResultItem + ")"},
	"a property that is a hyphen":  {result, "        FriendNumber:", "        \"-\": {x-order: 9, x-go-name: Hyphen, description: A text., type: string, minLength: 1}\n        FriendNumber:", "\"-\"", "names", "-: want a name without quotation marks, commas, backslashes and line breaks, and not -" + inResultItem + ")"},
	"a link without a description": {groupGet, "        description: The vendor's page\n", "", "      externalDocs", "members", "externalDocs: description is missing " + operation},
	"an array twice":               {friendAdd, "[Fail_Account, Invalid_Account]", "[Fail_Account, Invalid_Account, ResultItem]", "ResultItem]", "batches", "failed[2]: want each array once, in response or failed " + batchOf},
}

func TestLint_names(t *testing.T) {
	testMistakes(t, string(timsns.Document), nameMistakes)
}

// TestLint_otherDocuments makes mistakes in documents that have what the embedded one lacks. Each replaces a text
// wherever it occurs.
func TestLint_otherDocuments(t *testing.T) {
	testutil.SkipWithRaceDetector(t)
	tests := map[string]struct {
		document string
		replace  []string // old and new ones in turn
		want     string
	}{
		"a method of every client":        {"outcomes", []string{"get_time", "close_idle_connections", "GetTime", "CloseIdleConnections"}, "operationId: every client has a method of this name (paths./v4/outcomes/close_idle_connections.post)"},
		"a batch that takes no element":   {"outcomes", []string{"type: array, maxItems: 2,", "type: array, maxItems: 0,"}, "x-batch: a call takes no element of GroupIdList; want a size from 1 (paths./v4/outcomes/get_groups.post)"},
		"a batch without failures":        {"outcomes", []string{"failed: [Refused]", "failed: []"}, "failed: it is empty; want an element (paths./v4/outcomes/add_members.post.x-batch)"},
		"an account that is a number":     {"outcomes", []string{"UserID: *account", "UserID: {x-order: 1, type: integer, format: int64, description: The number.}"}, "account: want a string (paths./v4/outcomes/import_accounts.post.x-batch)"},
		"a status of another format":      {"outcomes", []string{"format: int64, description: \"The outcome:", "format: uint64, description: \"The outcome:"}, "status: want an integer of format int64 (components.schemas.AddedMember.x-result)"},
		"a status that may be empty":      {"outcomes", []string{"type: string, minLength: 1, description: The outcome.", `x-go-type: string, type: string, enum: [ok, ""], description: The outcome.`}, "status: Result may be empty; want minLength: 1 (components.schemas.DeletedMember.x-result)"},
		"a status of two characters":      {"outcomes", []string{"minLength: 1, description: The outcome.", "minLength: 2, description: The outcome."}, ""},
		"an integer of 32 bits":           {"chat", []string{"format: uint64", "format: int32"}, "Serial: want an integer of format int64 or uint64 (components.schemas.EchoRequest.properties)"},
		"a failure that does not say so":  {"outcomes", []string{"enum: [FAIL]", "enum: [ERROR]"}, "ActionStatus: want enum: [FAIL], which tells a failure from a success (components.schemas.ShortErrorResponse.properties)"},
		"a kind in quotation marks":       {"chat", []string{"TIMPingElem", `a"b`}, `a"b: want a name without quotation marks, commas, backslashes and line breaks, and not - (components.schemas.MsgElement.discriminator.mapping)`},
		"a result in a member of a union": {"chat", []string{"description: A text.", "description: A text.\n      x-result: {account: MsgType, status: MsgType, success: [a]}"}, "x-result: want none in a member of a union (components.schemas.TextElement)"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			text, err := os.ReadFile("../internal/emit/testdata/" + test.document + "/openapi.yaml")
			require.NoError(t, err)
			for old := range slices.Chunk(test.replace, 2) {
				require.Contains(t, string(text), old[0])
			}
			document := strings.NewReplacer(test.replace...).Replace(string(text))
			found := api.Lint("openapi.yaml", []byte(document))
			if test.want == "" {
				assert.Empty(t, found)
				return
			}
			assert.ErrorContains(t, found, test.want)
		})
	}
}
