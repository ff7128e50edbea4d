package outcomes_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/outcomes"
)

// TestOf reads the accounts that failed. The tests of the command line and of its messages have more cases.
func TestOf(t *testing.T) {
	document, err := api.Load()
	require.NoError(t, err)
	for name, test := range map[string]struct{ command, request, response, want string }{
		"a result with a code": {"friend_check", `{}`, `{"InfoItem":[{"To_Account":"bob","ResultCode":30001}]}`, "bob: error code 30001"},
		"a listed account":     {"friend_add", `{}`, `{"Fail_Account":["erin"]}`, "erin: listed as failed"},
		"no result":            {"friend_check", `{"To_Account":["bob"]}`, `{"InfoItem":[]}`, "bob: the response has no result"},
	} {
		t.Run(name, func(t *testing.T) {
			operation, _ := document.Operation(test.command)
			batch, err := outcomes.Of(operation.Batch, []byte(test.request), []byte(test.response))
			require.NoError(t, err)
			require.Len(t, batch.Failures(document.LookupCode), 1)
			assert.ErrorContains(t, batch.Failures(document.LookupCode)[0], test.want)
		})
	}
	operation, _ := document.Operation("friend_add")
	_, err = outcomes.Of(operation.Batch, []byte(`{}`), []byte(`{"ResultItem":[{"ResultCode":"x"}]}`))
	assert.ErrorContains(t, err, "response property ResultItem: element 0: response property ResultCode")
}
