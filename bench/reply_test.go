package bench

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
)

// reply is a reply that all clients are measured with.
type reply struct {
	name    string
	command string
	body    []byte
}

// replies returns the replies: a small one, a page of friends with their tags, and the friends in all lists of a user.
func replies(tb testing.TB) []reply {
	tb.Helper()
	all := []reply{
		{"small", "group_get", groupGetReply(tb, 3, 0)},
		{"page", "friend_get", friendGetReply(tb, 100)},
		{"large", "group_get", groupGetReply(tb, 10, 300)},
	}
	document, err := api.LoadStrict()
	require.NoError(tb, err)
	for _, reply := range all {
		operation, _ := document.Operation(reply.command)
		require.NoError(tb, operation.ValidateResponse(reply.body), reply.name)
	}
	return all
}

// object is a JSON object.
type object map[string]any

func encode(tb testing.TB, members object) []byte {
	tb.Helper()
	members["ActionStatus"], members["ErrorCode"], members["ErrorInfo"], members["ErrorDisplay"] = "OK", 0, "", ""
	body, err := json.Marshal(members)
	require.NoError(tb, err)
	return body
}

// groupGetReply returns lists with that many friends each, and none named if there are none.
func groupGetReply(tb testing.TB, lists, friends int) []byte {
	tb.Helper()
	items := make([]object, lists)
	for i := range items {
		items[i] = object{"GroupName": fmt.Sprintf("group%d", i), "FriendNumber": friends + i}
		if friends > 0 {
			accounts := make([]string, friends)
			for j := range accounts {
				accounts[j] = fmt.Sprintf("user_%04d_%016d", i, j) // 26 of the 32 bytes that a UserID may have
			}
			items[i]["FriendNumber"], items[i]["To_Account"] = friends, accounts
		}
	}
	return encode(tb, object{"ResultItem": items, "CurrentSequence": 2})
}

// friendGetReply returns a page of that many friends, each with all standard tags.
func friendGetReply(tb testing.TB, friends int) []byte {
	tb.Helper()
	items := make([]object, friends)
	for i := range items {
		items[i] = object{"To_Account": fmt.Sprintf("user_%08d", i), "ValueItem": []object{
			{"Tag": "Tag_SNS_IM_Group", "Value": []string{"family", "同学"}},
			{"Tag": "Tag_SNS_IM_Remark", "Value": fmt.Sprintf("Remark %d", i)},
			{"Tag": "Tag_SNS_IM_AddSource", "Value": "AddSource_Type_Android"},
			{"Tag": "Tag_SNS_IM_AddTime", "Value": 1_700_000_000 + i},
		}}
	}
	return encode(tb, object{
		"UserDataItem": items, "StandardSequence": 2, "CustomSequence": 1, "FriendNum": friends, "CompleteFlag": 1, "NextStartIndex": 0,
	})
}
