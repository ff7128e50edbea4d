package sandbox

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
)

// TestACommandWithoutBehaviourIsAnsweredFromItsFixtures uses the fixtures of a command that has one.
func TestACommandWithoutBehaviourIsAnsweredFromItsFixtures(t *testing.T) {
	document, err := api.Load()
	require.NoError(t, err)
	operation, ok := document.Operation("group_get")
	require.True(t, ok)
	tests := map[string]struct{ request, want string }{
		"a request that is a fixture":      {`{"LastSequence":1,"From_Account":"id"}`, `"GroupName": "group3"`},
		"another request that is one":      {`{"From_Account":"id","NeedFriend":"Need_Friend_Type_Yes","LastSequence":1,"GroupName":["group1"]}`, `"friend1"`},
		"a request like none":              {`{"From_Account":"zoe","LastSequence":9}`, `"GroupName": "group3"`},
		"a fixture without a response":     {`{"From_Account":"alice","LastSequence":0}`, `"GroupName": "group3"`},
		"a fixture with a list's members:": {`{"From_Account":"alice","LastSequence":0,"NeedFriend":"Need_Friend_Type_Yes"}`, `"同学"`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			reply, err := answerFromFixtures(operation, []byte(test.request))
			require.NoError(t, err)
			assert.Contains(t, string(reply), test.want)
		})
	}
}

func TestACommandWithNeitherBehaviourNorFixturesIsAnError(t *testing.T) {
	_, err := answerFromFixtures(&api.Operation{Command: "group_put"}, []byte(`{}`))
	assert.ErrorContains(t, err, "neither behaviour nor fixtures for group_put")
}
