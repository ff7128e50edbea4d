package sandbox

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
)

// TestRespondFromFixtures uses the fixtures of an operation that is implemented.
func TestRespondFromFixtures(t *testing.T) {
	service, err := New()
	require.NoError(t, err)
	operation, ok := service.document.Operation("group_get")
	require.True(t, ok)
	tests := map[string]struct{ request, want string }{
		"a fixture": {`{"LastSequence":1,"From_Account":"id"}`, `"GroupName": "group3"`},
		"another fixture": {
			`{"From_Account":"id","NeedFriend":"Need_Friend_Type_Yes","LastSequence":1,"GroupName":["group1"]}`, `"friend1"`,
		},
		"no fixture":                   {`{"From_Account":"zoe","LastSequence":9}`, `"GroupName": "group3"`},
		"a fixture without a response": {`{"From_Account":"alice","LastSequence":0}`, `"GroupName": "group3"`},
		"a fixture with members":       {`{"From_Account":"alice","LastSequence":0,"NeedFriend":"Need_Friend_Type_Yes"}`, `"同学"`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			response, err := service.respondFromFixtures(operation, []byte(test.request))
			require.NoError(t, err)
			assert.Contains(t, string(response), test.want)
		})
	}
}

func TestRespondFromFixtures_withoutFixtures(t *testing.T) {
	service, err := New()
	require.NoError(t, err)
	_, err = service.respondFromFixtures(&api.Operation{Command: "group_put"}, []byte(`{}`))
	assert.ErrorContains(t, err, "the sandbox has no fixtures of group_put")
}
