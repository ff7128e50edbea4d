package main

import (
	"bytes"
	"os"
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

// TestReportBatch_ofOtherDocuments reads outcomes in other properties than those of the embedded document.
func TestReportBatch_ofOtherDocuments(t *testing.T) {
	text, err := os.ReadFile("../../internal/emit/testdata/outcomes/openapi.yaml")
	require.NoError(t, err)
	document, err := api.Open(text, nil)
	require.NoError(t, err)
	const members = `{"Members":["a","b"]}`
	tests := map[string]struct{ command, request, response, want string }{
		"a code in each item": {
			"get_groups", `{"GroupIdList":["a","b"]}`, `{"GroupInfo":[{"GroupId":"b","ErrorCode":99,"ErrorInfo":"gone"}]}`,
			"2 of 2 accounts:\n  b: error code 99: the service says \"gone\"\n  a: the response has no result",
		},
		"results of failures only": {
			"send_messages", `{"To_Account":["a","b"]}`, `{"ErrorList":[{"To_Account":"b","ErrorCode":99}]}`,
			"1 of 2 accounts:\n  b: error code 99\n",
		},
		"a failure with the code of a success": {
			"send_messages", `{"To_Account":["a","b"]}`, `{"ErrorList":[{"To_Account":"b","ErrorCode":0}]}`,
			"1 of 2 accounts:\n  b: listed as failed, without a code\n",
		},
		"no failures": {"send_messages", `{"To_Account":["a","b"]}`, `{}`, ""},
		"names of failures only": {
			"import_accounts", `{"AccountList":[{"UserID":"a"},{"UserID":"b"}]}`, `{"FailAccounts":["b"]}`,
			"1 of 2 accounts:\n  b: listed as failed, without a code\n",
		},
		"words": {
			"delete_members", members, `{"ResultList":[{"Member_Account":"a","Result":"ok"},{"Member_Account":"b","Result":"denied"}]}`,
			"1 of 2 accounts:\n  b: the service reports \"denied\"\n",
		},
		"numbers": {
			"add_members", members, `{"MemberList":[{"Member_Account":"a","Result":2},{"Member_Account":"b","Result":0,"Text":"full"}]}`,
			"1 of 2 accounts:\n  b: the service reports \"0\": the service says \"full\"\n",
		},
		"a code that is a text": {
			"get_groups", `{}`, `{"GroupInfo":[{"GroupId":"b","ErrorCode":"0"}]}`,
			"response property GroupInfo: element 0: response property ErrorCode: ",
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			operation, ok := document.Operation(test.command)
			require.True(t, ok)
			var out bytes.Buffer
			report(&out, reportBatch(&out, document.LookupCode, operation, []byte(test.request), []byte(test.response)))
			assert.Contains(t, out.String(), test.want)
			assert.Equal(t, test.want == "", out.Len() == 0)
		})
	}
}
