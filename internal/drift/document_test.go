package drift_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
)

// edited returns the document in a file after edits: texts, each followed by its replacement.
func edited(t testing.TB, file string, edit ...string) *api.Document {
	t.Helper()
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	document, err := api.Parse([]byte(replaced(t, string(text), edit)))
	require.NoError(t, err)
	return document
}

// replaced returns the text with its first occurrence of each text replaced by the text that follows.
func replaced(t testing.TB, text string, edit []string) string {
	t.Helper()
	for i := 0; i < len(edit); i += 2 {
		require.Contains(t, text, edit[i])
		text = strings.Replace(text, edit[i], edit[i+1], 1)
	}
	return text
}

// The documents that tests change.
const (
	friends = "../../openapi.yaml"
	chat    = "../emit/testdata/chat/openapi.yaml"
)

// TestCompare_findsNothingThatTheDocumentKnows changes page and document in the same way.
func TestCompare_findsNothingThatTheDocumentKnows(t *testing.T) {
	for name, change := range map[string]struct{ document, page []string }{
		"a property of failures only": {
			document: []string{"    ErrorResponse:\n", "    ErrorResponse:\n", "description: The status of a failure, FAIL.\n", "description: The status of a failure, FAIL.\n        RequestId: {type: string}\n"},
		},
		"a code of the front ends": {
			document: []string{"asking twice changes nothing.\n      x-idempotent: true\n      x-error-codes: [", "\n      x-idempotent: true\n      x-error-codes: [60002, "},
		},
		"a limit in a description": {
			document: []string{"The CurrentSequence of the previous pull, from 0 up, and 0 on the first pull. It applies", "At most 500. It applies"},
			page:     []string{"The sequence of the last pull", "At most 500. The sequence of the last pull"},
		},
		"a limit in the description of the operation": {
			document: []string{"Pulls the friend lists of a user: their", "Pulls 500 friend lists of a user: their"},
			page:     []string{"The sequence of the last pull", "At most 500. The sequence of the last pull"},
		},
		"a limit of something else": {page: []string{"of the owner of the lists", "of one of at most 5 friends"}},
		"the size of a batch": {
			document: []string{"operationId: GroupGet\n", "operationId: GroupGet\n      x-batch: {request: GroupName, size: 50}\n"},
			page:     []string{"Names of lists |", "Names of lists, up to 50 lists |"},
		},
		"one of two limits": {page: []string{"Names of lists |", "Names of lists, up to 32 lists. We advise up to 10 lists |"}},
		"a value in samples only": {
			page: []string{"`Need_Friend_Type_Yes`: they are.", "`Need_Friend_Type_No`: they are not."},
		},
		"words that are no values": {
			page: []string{"`Need_Friend_Type_Yes`: they are.", "`Need_Friend_Type_Yes`: they are. Hint: ask."},
		},
		"values of a string without an enum": {
			page: []string{"of the owner of the lists", "of the owner. Owner_A_very_long_name_of_more_than_32_letters: a user; Owner_B: another."},
		},
		"a description that names no values": {
			page: []string{"`Need_Friend_Type_Yes`: they are.", "", `"NeedFriend":"Need_Friend_Type_Yes",`, ""},
		},
		"types that samples do not show": {
			document: []string{"description: The number of friends in the list, from 0 up.\n          type: integer\n          format: int64\n          minimum: 0\n", "oneOf: [{type: integer}, {type: string}]\n"},
			page:     []string{"| FriendNumber | Integer | How many friends are in the list |\n", ""},
		},
	} {
		t.Run(name, func(t *testing.T) {
			document := edited(t, friends, change.document...)
			assert.Empty(t, compareWith(t, document, replaced(t, groupGetPage(t), change.page)))
		})
	}
}

func TestCompare_comparesElements(t *testing.T) {
	document := edited(t, friends, "at most 32, each of 1 to 30 bytes. If the array is empty, all lists are\n            pulled.\n"+
		"          type: array\n          maxItems: 32\n          items: *listName", "no more.\n          type: array\n          items: {type: string, enum: [group1, List_A, List_B]}")
	found := compareWith(t, document, replaced(t, groupGetPage(t), []string{"Names of lists |", "Valid values: `List_A`, `List_C` |"}))
	assert.Contains(t, found, "requests value $.GroupName: the page names the value List_C, which the document does not have")
	assert.Contains(t, found, "requests value $.GroupName: the document has the value List_B, which the page does not name")
	assert.NotContains(t, found, "sample", "the values explain it")
}

func TestCompare_comparesRanges(t *testing.T) {
	const row = "|MaxLimited|Integer|Yes|"
	with := func(description string) string {
		return compare(t, replaced(t, blackListGet.String(), []string{row, row + description}))
	}
	assert.Empty(t, with("Ranging from 1 to 1000"))
	assert.Contains(t, with("Ranging from 2 to 1000"), "the page has the limit 2 to 1000, the document minimum 1 and maximum 1000 (")
	assert.Contains(t, with("Ranging from 1 to 500"), "the page has the limit 1 to 500, the document minimum 1 and maximum 1000 (")
}

func TestCompare_sizesOnlyTheBatch(t *testing.T) {
	document := edited(t, friends, "operationId: GroupGet\n", "operationId: GroupGet\n      x-batch: {request: GroupName, size: 50}\n")
	changed := replaced(t, groupGetPage(t), []string{"The sequence of the last pull", "At most 50. The sequence of the last pull"})
	assert.Contains(t, compareWith(t, document, changed), "$.LastSequence: the page has the limit 50, the document none")
}

// TestCompare_keepsRequestsApartFromResponses has a difference in the request beside an invalid value of the same name
// in the response.
func TestCompare_keepsRequestsApartFromResponses(t *testing.T) {
	found := compare(t, replaced(t, blackListGet.String(), []string{"|StartIndex|Integer|Yes|", "|StartIndex|String|Yes|", `}],"StartIndex":0`, `}],"StartIndex":-1`}))
	assert.Contains(t, found, "requests type $.StartIndex: the page has a string")
	assert.Contains(t, found, "responses sample $.StartIndex: the document does not allow the sample: number must be at least 0")
}

func TestCompare_reportsACodeOnce(t *testing.T) {
	found := compare(t, replaced(t, blackListGet.String(), []string{"|30001||", "|30099||\n|30099||\n|30001||"}))
	assert.Equal(t, 1, strings.Count(found, "the page lists 30099"))
}

func TestCompare_namesEachPageThatCannotBeRead(t *testing.T) {
	unread := replaced(t, blackListGet.String(), []string{"200 calls", "many calls"})
	const want = "note  unread : unclear: want the calls per second, got \"many calls per second\" ("
	found := compare(t, unread, blackListGet.String(), unread)
	assert.Equal(t, 2, strings.Count(found, want), found)
}

// TestCompare_comparesRowsOfOneProperty has a row that may describe either of two properties.
func TestCompare_comparesRowsOfOneProperty(t *testing.T) {
	document, p := echo(t)
	p.request = `{"Title":{"MsgType":"TIMPingElem"},"OfflinePushInfo":{"Title":"hi","Icon":{"Width":1}},` + p.request[1:]
	p.requestRows = strings.Replace(p.requestRows, "|Title|Object|No||", "|Title||Yes|At most 5 characters. Title_A: a title.|", 1)
	assert.NotContains(t, compareWith(t, document, p.String()), "$.")
}

// TestCompare_endsInRecursion has an object within itself, of which the page does not say what it contains.
func TestCompare_endsInRecursion(t *testing.T) {
	_, p := echo(t)
	document := edited(t, chat, "            - $ref: \"#/components/schemas/Icon\"", "            - $ref: \"#/components/schemas/OfflinePushInfo\"")
	assert.Empty(t, compareWith(t, document, p.String()))
}

// TestCompare_allowsWhatOneObjectRequires has a property that only some objects of a union require.
func TestCompare_allowsWhatOneObjectRequires(t *testing.T) {
	_, p := echo(t)
	document := edited(t, chat, "required: [MsgType, MsgContent]", "required: [MsgType]")
	assert.Empty(t, compareWith(t, document, p.String()))
	p.requestRows = strings.Replace(p.requestRows, "|MsgContent|Object|Yes|", "|MsgContent|Object|No|", 1)
	assert.Empty(t, compareWith(t, document, p.String()))
	assert.NotEmpty(t, compareWith(t, edited(t, chat), p.String()))
}

// TestCompare_ignoresValuesOfObjects has a row without a type, whose description seems to name values.
func TestCompare_ignoresValuesOfObjects(t *testing.T) {
	document, p := echo(t)
	p.requestRows = strings.Replace(p.requestRows, "|OfflinePushInfo|Object|No||", "|OfflinePushInfo||No|Push_A: one; Push_B: two|", 1)
	assert.NotContains(t, compareWith(t, document, p.String()), "value")
}
