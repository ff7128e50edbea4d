package main

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
)

func TestReportBatch(t *testing.T) {
	document, err := api.Load()
	require.NoError(t, err)
	const none = "{}"
	tests := map[string]struct{ command, request, response, want string }{
		"all succeeded": {"friend_add", `{"AddFriendItem":[{"To_Account":"bob"}]}`, `{"ResultItem":[{"To_Account":"bob","ResultCode":0,"ResultInfo":""}]}`, ""},
		"no results":    {"group_add", none, `{"CurrentSequence":3}`, ""},
		"not a batch":   {"group_get", none, `{"ResultItem":[{"ResultCode":1}]}`, ""},
		"one failed": {
			"friend_check", none, `{"InfoItem":[{"To_Account":"bob","ResultCode":99,"ResultInfo":"why"}]}`,
			"timsns: FriendCheck failed for 1 of 1 accounts:\n  bob: error code 99: the service says \"why\"\n",
		},
		"one listed as failed": {
			"friend_add", none, `{"ResultItem":[],"Fail_Account":["erin"]}`,
			"timsns: FriendAdd failed for 1 of 1 accounts:\n  erin: listed as failed, without a code\n",
		},
		"one invalid account": {
			"friend_add", none, `{"ResultItem":[{"To_Account":"bob","ResultCode":0}],"Invalid_Account":["erin"]}`,
			"timsns: FriendAdd failed for 1 of 2 accounts:\n  erin: listed as failed, without a code\n",
		},
		"a missing account": {
			"friend_check", `{"To_Account":["bob","erin","erin"]}`, `{"InfoItem":[{"To_Account":"bob","ResultCode":0}]}`,
			"timsns: FriendCheck failed for 1 of 2 accounts:\n  erin: the response has no result for the account\n",
		},
		"a missing account in an object": {
			"friend_add", `{"AddFriendItem":[{"To_Account":"bob"},{"To_Account":"erin"}]}`, `{"ResultItem":[],"Fail_Account":["bob"]}`,
			"timsns: FriendAdd failed for 2 of 2 accounts:\n  bob: listed as failed, without a code\n  erin: the response has no result for the account\n",
		},
		"a request that names no accounts": {"friend_check", `{"To_Account":[7,null,{},""]}`, `{"InfoItem":[]}`, ""},
		"a name with unusual blanks": {
			"friend_add", none, `{"Fail_Account":["同\u3000学"]}`,
			"timsns: FriendAdd failed for 1 of 1 accounts:\n  同\u3000学: listed as failed, without a code\n",
		},
		"control characters": {
			"friend_add", none, `{"Fail_Account":["\u001b[31m"]}`,
			"timsns: FriendAdd failed for 1 of 1 accounts:\n  \"\\x1b[31m\": listed as failed, without a code\n",
		},
		"an invalid response": {"friend_add", none, `{"ResultItem":7}`, "timsns: response property ResultItem: json: "},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			operation, ok := document.Operation(test.command)
			require.True(t, ok)
			var out bytes.Buffer
			status := report(&out, reportBatch(&out, document.LookupCode, operation, []byte(test.request), []byte(test.response)))
			assert.Contains(t, out.String(), test.want)
			assert.Equal(t, test.want == "", status == exitSuccess)
			assert.Equal(t, test.want == "", out.Len() == 0)
		})
	}
}
