package main

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
)

func TestCompleteArgument(t *testing.T) {
	chat, err := os.ReadFile("../../internal/emit/testdata/chat/openapi.yaml")
	require.NoError(t, err)
	other, err := api.Parse(chat)
	require.NoError(t, err)
	document, err := api.Load()
	require.NoError(t, err)
	const (
		item   = "AddFriendItem[0][To_Account]= AddFriendItem[0][AddSource]= "
		rest   = "AddFriendItem[0][Remark]= AddFriendItem[0][GroupName]= AddFriendItem[0][AddWording]= AddType= ForceAddFlags="
		people = "From_Account=alice AddFriendItem[0][To_Account]=bob AddFriendItem[0][AddSource]=AddSource_Type_Web"
	)
	tests := map[string]struct{ command, given, word, want string }{
		"fields, required ones first": {"friend_add", "", "", "From_Account= " + item + rest},
		"fields that are not given":   {"friend_add", "From_Account=alice", "", item + rest},
		"the next object in an array": {"friend_add", people, "AddFriendItem[1][A", "AddFriendItem[1][AddSource]= AddFriendItem[1][AddWording]="},
		"fields with a beginning":     {"friend_add", "", "F", "From_Account= ForceAddFlags="},
		"no objects after JSON":       {"friend_add", "From_Account=alice AddFriendItem:=@items.json", "", "AddType= ForceAddFlags="},
		"values":                      {"group_get", "", "NeedFriend=", "NeedFriend=Need_Friend_Type_Yes"},
		"values in an array": {
			"friend_get_list", "", "TagList=Tag_SNS_IM_Group,Tag_SNS_IM_R",
			"TagList=Tag_SNS_IM_Group,Tag_SNS_IM_Remark",
		},
		"no value twice":          {"friend_get_list", "", "TagList=Tag_SNS_IM_Group,Tag_SNS_IM_G", ""},
		"no values of other JSON": {"group_get", "", "NeedFriend:=", ""},
		"no values of a text":     {"group_get", "", "From_Account=", ""},
		"files":                   {"group_get", "", "From_Account=@call_complete", "From_Account=@call_complete.go From_Account=@call_complete_test.go"},
		"files of JSON":           {"group_get", "", "GroupName:=@testd", "GroupName:=@testdata/"},
		"files in a folder":       {"group_get", "", "GroupName=@testdata/scr", "GroupName=@testdata/script/"},
		"the kinds of a union":    {"echo", "", "MsgBody[0][MsgType]=TIMT", "MsgBody[0][MsgType]=TIMTextElem"},
		"the kind, before others": {"echo", "Serial=1", "MsgBody", "MsgBody[0][MsgType]="},
		"the fields of a kind":    {"echo", "MsgBody[0][MsgType]=TIMTextElem", "MsgBody", "MsgBody[0][MsgContent][Text]="},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			operation, ok := document.Operation(test.command)
			if !ok {
				operation, ok = other.Operation(test.command)
			}
			require.True(t, ok)
			completions, _ := completeArgument(operation, strings.Fields(test.given), test.word)
			texts := make([]string, len(completions))
			for i, completion := range completions {
				texts[i], _, _ = strings.Cut(completion, "\t")
			}
			assert.Equal(t, test.want, strings.Join(texts, " "))
		})
	}
}
