package bench

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
)

// response is a response that the clients are measured with.
type response struct {
	name    string
	command string
	body    []byte
}

// responses returns a small response, a page of friends with their tags, and the members of all lists of a user.
func responses(tb testing.TB) []response {
	tb.Helper()
	all := []response{
		{"small", "group_get", groupGetResponse(tb, 3, 0)},
		{"page", "friend_get", friendGetResponse(tb, 100)},
		{"large", "group_get", groupGetResponse(tb, 10, 300)},
	}
	document, err := api.LoadStrict()
	require.NoError(tb, err)
	for _, response := range all {
		operation, _ := document.Operation(response.command)
		require.NoError(tb, operation.ValidateResponse(response.body), response.name)
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

// groupGetResponse returns lists with the given number of friends each. It names no friends if the number is 0.
func groupGetResponse(tb testing.TB, lists, friends int) []byte {
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

// friendGetResponse returns a page of friends, each with all standard tags.
func friendGetResponse(tb testing.TB, friends int) []byte {
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
