package snippet_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/snippet"
)

func load(t *testing.T) *api.Document {
	t.Helper()
	document, err := api.Load()
	require.NoError(t, err)
	return document
}

func TestGo_isFormatted(t *testing.T) {
	document := load(t)
	operation, _ := document.Operation("friend_update")
	code, err := snippet.Go(document, operation, []byte(`{"From_Account":"it's \"alice\"","UpdateItem":[
		{"To_Account":"bob","SnsItem":[
			{"Tag":"Tag_SNS_IM_Group","Value":["a","b"]},{"Tag":"Tag_SNS_Custom_Age","Value":9007199254740993}
		]}]}`), snippet.GoOptions{Package: "friends"})
	require.NoError(t, err)
	assert.Equal(t, strings.TrimLeft(`
response, err := client.FriendUpdate(ctx, friends.FriendUpdateRequest{
	FromAccount: 'it's "alice"',
	UpdateItem: []friends.FriendUpdateItem{
		{
			ToAccount: "bob",
			SnsItem: []friends.SnsItem{
				{
					Tag:   friends.TagGroup,
					Value: rest.StringsValue("a", "b"),
				},
				{
					Tag:   "Tag_SNS_Custom_Age",
					Value: rest.IntegerValue(9007199254740993),
				},
			},
		},
	},
})
if err != nil {
	log.Fatal(err)
}
fmt.Printf("%+v\n", response)
`, "\n"), strings.Replace(strings.Replace(code, "`", "'", 1), "`", "'", 1))
}

// TestGo_refusesWhatTheTypesCannotHold checks requests that the page can send although the document does not allow them.
func TestGo_refusesWhatTheTypesCannotHold(t *testing.T) {
	document := load(t)
	for request, want := range map[string]string{
		`[]`:                    "want an object, got []",
		`null`:                  "want an object, got null",
		`{"From_Acount":"a"}`:   "From_Acount: the document has no such property",
		`{"From_Account":7}`:    "From_Account: want a value of type string, got 7",
		`{"LastSequence":"7"}`:  `LastSequence: want a value of type integer, got "7"`,
		`{"LastSequence":7.5}`:  "LastSequence: want a value of type integer, got 7.5",
		`{"LastSequence":0}`:    "From_Account: the property is missing, and a client always sends it",
		`{"GroupName":["a",7]}`: "GroupName: 1: want a value of type string, got 7",
		`{"GroupName":"a"}`:     `GroupName: want an array, got "a"`,
		`{`:                     "unexpected EOF",
	} {
		operation, _ := document.Operation("group_get")
		_, err := snippet.Go(document, operation, []byte(request), snippet.GoOptions{Package: "gen"})
		assert.ErrorContains(t, err, "snippet: ", request)
		assert.ErrorContains(t, err, want, request)
	}
	operation, _ := document.Operation("friend_update")
	_, err := snippet.Go(document, operation, []byte(
		`{"From_Account":"a","UpdateItem":[{"To_Account":"b","SnsItem":[{"Tag":"Tag_SNS_Custom_A","Value":1.5}]}]}`,
	), snippet.GoOptions{Package: "gen"})
	assert.ErrorContains(t, err,
		"UpdateItem: 0: SnsItem: 0: Value: want a string, an integer of 64 bits or an array of strings, got 1.5")
}

// TestGo_leavesOutAbsentValues checks that a value that means the same as none is no field.
func TestGo_leavesOutAbsentValues(t *testing.T) {
	document := load(t)
	operation, _ := document.Operation("group_get")
	code, err := snippet.Go(document, operation,
		[]byte(`{"From_Account":"a","NeedFriend":"Need_Friend_Type_No"}`), snippet.GoOptions{Package: "gen"})
	require.NoError(t, err)
	assert.Contains(t, code, "gen.GroupGetRequest{\n\tFromAccount: \"a\",\n}")
}
