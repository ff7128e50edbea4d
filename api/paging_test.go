package api_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
)

// TestPaging_Next has the cases of the generated iterators, which the tests of internal/emit have too.
func TestPaging_Next(t *testing.T) {
	text, err := os.ReadFile("../internal/emit/testdata/paging/openapi.yaml")
	require.NoError(t, err)
	document, err := api.Parse(text)
	require.NoError(t, err)
	const (
		two = `"Items":[{"Name":"a","Seq":8},{"Name":"b","Seq":7}]`
		end = ""
	)
	tests := map[string]struct{ command, request, response, want string }{
		"a text":                       {"cursor_string", `{"A":1}`, `{"NextCursor":"x"}`, `{"A":1,"StartCursor":"x"}`},
		"an empty text":                {"cursor_string", `{"StartCursor":"x"}`, `{"NextCursor":""}`, end},
		"no text":                      {"cursor_string", `{"StartCursor":"x"}`, `{}`, end},
		"a number without a mark":      {"cursor_complete", `{}`, `{"Next":9007199254740993}`, `{"Start":9007199254740993}`},
		"no number and no mark":        {"cursor_complete", `{"Start":7}`, `{}`, `{}`},
		"a number with a mark":         {"cursor_complete", `{}`, `{"Next":9,"CompleteFlag":2}`, end},
		"two cursors":                  {"cursor_several", `{"Key":"j"}`, `{"LastTime":7,"NextKey":"k"}`, `{"Key":"k","MaxTime":7}`},
		"one of two cursors":           {"cursor_several", `{"Key":"j"}`, `{"LastTime":7}`, `{"MaxTime":7}`},
		"the first of two is absent":   {"cursor_several", `{}`, `{"NextKey":"k"}`, end},
		"an offset":                    {"offset_plain", `{"Offset":1}`, `{"Names":["a","b"]}`, `{"Offset":3}`},
		"an offset after an empty one": {"offset_plain", `{"Offset":1}`, `{"Names":[]}`, end},
		"an offset without items":      {"offset_plain", `{}`, `{}`, end},
		"a full page":                  {"offset_total", `{"Limit":2}`, `{` + two + `}`, `{"Limit":2,"Offset":2}`},
		"a short page":                 {"offset_total", `{"Limit":3}`, `{` + two + `}`, end},
		"the total":                    {"offset_total", `{"Offset":1}`, `{` + two + `,"Total":3}`, end},
		"less than the total":          {"offset_total", `{"Offset":1}`, `{` + two + `,"Total":4}`, `{"Offset":3}`},
		"an offset with a mark":        {"offset_total", `{}`, `{` + two + `,"CompleteFlag":1}`, end},
		"the last item":                {"last_step", `{}`, `{` + two + `}`, `{"MaxSeq":6}`},
		"the first item of all":        {"last_step", `{}`, `{"Items":[{"Seq":1}]}`, end},
		"no last item":                 {"last_step", `{}`, `{"Items":[]}`, end},
		"the last item as it is":       {"last_complete", `{}`, `{"Items":[{"Serial":"x"}]}`, `{"MinSeq":"x"}`},
		"a cursor, not the offset":     {"cursor_offset", `{}`, `{"Next":"x",` + two + `}`, `{"Next":"x"}`},
		"an offset, without a cursor":  {"cursor_offset", `{"Limit":2}`, `{` + two + `}`, `{"Limit":2,"Offset":2}`},
		"the last page of a cursor":    {"cursor_offset", `{"Next":""}`, `{` + two + `}`, end},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			operation, ok := document.Operation(test.command)
			require.True(t, ok)
			next, err := operation.Paging.Next([]byte(test.request), []byte(test.response))
			require.NoError(t, err)
			assert.Equal(t, test.want, string(next))
			if next != nil {
				assert.NotEqual(t, operation.Paging.Position(next), operation.Paging.Position([]byte(test.request+" ")))
			}
		})
	}
}

func TestPaging_Next_rejectsOtherJSON(t *testing.T) {
	paging := api.Paging{Offset: &api.Offset{Request: "Offset", Total: "Total"}, Items: "Items"}
	tests := map[string]struct{ request, response, want string }{
		"a request that is no object":  {`[]`, `{}`, "request: "},
		"a response that is no object": {`{}`, `7`, "response: "},
		"items that are no array":      {`{}`, `{"Items":7}`, "Items: "},
		"an offset that is a text":     {`{"Offset":"1"}`, `{"Items":[1]}`, `Offset: want an integer, got "1"`},
		"a total that is a text":       {`{}`, `{"Items":[1],"Total":"x"}`, `Total: want an integer, got "x"`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := paging.Next([]byte(test.request), []byte(test.response))
			assert.ErrorContains(t, err, test.want)
		})
	}
}

func TestPaging_itemsAndKeys(t *testing.T) {
	paging := api.Paging{Items: "Items", Key: "Name"}
	items, err := paging.Elements([]byte(`{"Items":[{"Name":"a"},{"Name":7}]}`))
	require.NoError(t, err)
	assert.Equal(t, []json.RawMessage{json.RawMessage(`{"Name":"a"}`), json.RawMessage(`{"Name":7}`)}, items)
	assert.Equal(t, `"a"`, paging.KeyOf(items[0]))
	paging.Key = ""
	assert.Equal(t, `{"Name":7}`, paging.KeyOf(items[1]))
	_, err = paging.Elements([]byte(`{"Items":{}}`))
	assert.ErrorContains(t, err, "Items: ")
}

// TestBatch_size reads the size of a batch from the array's maxItems, or from x-batch.
func TestBatch_size(t *testing.T) {
	document, err := api.Load()
	require.NoError(t, err)
	for command, want := range map[string]int{"friend_check": 1000, "friend_get_list": 100} {
		operation, ok := document.Operation(command)
		require.True(t, ok)
		assert.Equal(t, want, operation.Batch.Size)
		assert.False(t, operation.Batch.Indivisible)
	}
	operation, ok := document.Operation("group_add")
	require.True(t, ok)
	assert.True(t, operation.Batch.Indivisible)
}
