package api_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns"
	"github.com/timsns/timsns/api"
)

func TestDocument_Examples(t *testing.T) {
	embedded, err := api.Load()
	require.NoError(t, err)
	withoutFixtures, err := api.Parse(timsns.Document)
	require.NoError(t, err)
	for name, test := range map[string]struct {
		document *api.Document
		first    string // property of the request
	}{
		"in the order of the fixtures": {embedded, `"From_Account"`},
		"sorted without fixtures":      {withoutFixtures, `"AddFriendItem"`},
	} {
		t.Run(name, func(t *testing.T) {
			requests, err := test.document.Examples("friend_add", api.Requests)
			require.NoError(t, err)
			require.Len(t, requests, 2)
			assert.Equal(t, "basic", requests[0].Name)
			assert.Equal(t, "One friend", requests[0].Summary)
			assert.Regexp(t, `^\{\s*`+test.first, string(requests[0].Body))
			assert.JSONEq(t, `{"From_Account":"alice","AddFriendItem":[{"To_Account":"erin","AddSource":"AddSource_Type_Web"}]}`,
				string(requests[0].Body))

			responses, err := test.document.Examples("friend_add", api.Responses)
			require.NoError(t, err)
			require.Len(t, responses, 3)
			assert.Equal(t, "failed", responses[2].Name)
			assert.Contains(t, string(responses[2].Body), "30003")
		})
	}
}

func TestDocument_Examples_unknownCommand(t *testing.T) {
	document, err := api.Load()
	require.NoError(t, err)
	examples, err := document.Examples("unknown", api.Requests)
	require.NoError(t, err)
	assert.Empty(t, examples)
}
