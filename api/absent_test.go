package api_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
)

func TestOperation_ValidateRequest_tolerates(t *testing.T) {
	tests := map[string]struct{ command, body, reason string }{
		"no LastSequence":          {"group_get", `{"From_Account":"id"}`, ""},
		"a LastSequence of null":   {"group_get", `{"From_Account":"id","LastSequence":null}`, "value is not nullable"},
		"an empty NeedFriend":      {"group_get", `{"From_Account":"id","NeedFriend":""}`, ""},
		"a NeedFriend of no":       {"group_get", `{"From_Account":"id","NeedFriend":"Need_Friend_Type_No"}`, ""},
		"another NeedFriend":       {"group_get", `{"From_Account":"id","NeedFriend":"Yes"}`, "not one of the allowed values"},
		"a NeedFriend of null":     {"group_get", `{"From_Account":"id","NeedFriend":null}`, "value is not nullable"},
		"an empty From_Account":    {"group_get", `{"From_Account":""}`, "minimum string length is 1"},
		"To_Account of null":       {"group_add", `{"From_Account":"id","GroupName":["a"],"To_Account":null}`, ""},
		"an empty To_Account":      {"group_add", `{"From_Account":"id","GroupName":["a"],"To_Account":[""]}`, ""},
		"GroupName of null":        {"group_add", `{"From_Account":"id","GroupName":null}`, "value is not nullable"},
		"an empty DeleteType":      {"friend_delete", `{"From_Account":"id","To_Account":[],"DeleteType":""}`, ""},
		"an item without a source": {"friend_add", `{"From_Account":"id","AddFriendItem":[{"To_Account":"a"}]}`, ""},
		"empty optional strings": {
			"friend_add",
			`{"From_Account":"id","AddFriendItem":[
				{"To_Account":"a","AddSource":"","Remark":"","GroupName":"","AddWording":""}],"AddType":""}`, "",
		},
		"an imported item without a source": {
			"friend_import", `{"From_Account":"id","AddFriendItem":[{"To_Account":"a"}]}`, "AddSource",
		},
		"an imported item with times of 0": {
			"friend_import",
			`{"From_Account":"id","AddFriendItem":[
				{"To_Account":"a","AddSource":"AddSource_Type_Web","RemarkTime":0,"AddTime":0,"CustomItem":[{}]}]}`, "",
		},
	}
	document, err := api.Load()
	require.NoError(t, err)
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			operation, ok := document.Operation(test.command)
			require.True(t, ok)
			err := operation.ValidateRequest([]byte(test.body))
			if test.reason == "" {
				assert.NoError(t, err)
			} else {
				assert.ErrorContains(t, err, test.reason)
			}
		})
	}
}

func loadStrict(t *testing.T) *api.Document {
	t.Helper()
	document, err := api.LoadStrict()
	require.NoError(t, err)
	return document
}

// TestOperation_ValidateResponse_tolerates covers responses of the service that older versions of the document refused.
func TestOperation_ValidateResponse_tolerates(t *testing.T) {
	tests := map[string]struct{ command, body string }{
		"a refusal without ErrorDisplay": {
			"group_get", `{"ActionStatus":"FAIL","ErrorCode":60002,"ErrorInfo":"HTTP parse Error"}`,
		},
		"friends of a user without friends": {
			"friend_get",
			`{"StandardSequence":0,"CustomSequence":0,"FriendNum":0,"CompleteFlag":1,"NextStartIndex":0,
				"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"","ErrorDisplay":""}`,
		},
		"a deletion": {
			"friend_delete",
			`{"ResultItem":[{"To_Account":"a","ResultCode":0,"ResultInfo":"OK"}],"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""}`,
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			operation, ok := loadStrict(t).Operation(test.command)
			require.True(t, ok)
			assert.NoError(t, operation.ValidateResponse([]byte(test.body)))
		})
	}
}
