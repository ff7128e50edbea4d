package sandbox_test

import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
)

// clientCall is a request as a client in the field sends it, and what the response contains.
type clientCall struct {
	command, body string
	code          gen.ErrorCode
	contains      string
}

// clients are the clients whose requests differ from those that the document describes, or that rely on details of
// responses.
var clients = map[string]struct {
	change func(*exchange)
	calls  []clientCall
}{
	"the vendor's SDK for Java": {
		func(e *exchange) { e.header = http.Header{"Content-Type": {"application/json; charset=utf-8"}} },
		[]clientCall{
			{"group_get", `{"From_Account":"id"}`, 0, `"GroupName":"group3"`},
			{"group_get", `{"From_Account":"id","NeedFriend":"Need_Friend_Type_Yes","GroupName":["group1"]}`, 0, `"friend1"`},
		},
	},
	"the vendor's SDK for PHP of 2016": {
		func(e *exchange) {
			e.query.Del("random")
			e.header = http.Header{"Content-Type": {"application/x-www-form-urlencoded"}}
		},
		[]clientCall{
			{
				"friend_import",
				`{"From_Account":"alice","AddFriendItem":[
					{"To_Account":"erin","Remark":"","AddSource":"AddSource_Type_Unknow","AddWording":""}]}`,
				0, `{"To_Account":"erin","ResultCode":0,"ResultInfo":""}`,
			},
			{
				"friend_delete", `{"From_Account":"alice","To_Account":["bob"],"DeleteType":"Delete_Type_Both"}`,
				0, `{"To_Account":"bob","ResultCode":0,"ResultInfo":"OK"}`,
			},
			{"friend_delete_all", `{"From_Account":"alice"}`, 0, `"ActionStatus":"OK"`},
			{
				"friend_check", `{"From_Account":"alice","To_Account":["bob"],"CheckType":"CheckResult_Type_Both"}`,
				0, `"CheckResult_Type_BothWay"`,
			},
			{
				"friend_get_list",
				`{"From_Account":"alice","To_Account":["bob"],"TagList":["Tag_Profile_IM_Nick","Tag_SNS_IM_Remark"]}`,
				0, `{"Tag":"Tag_Profile_IM_Nick","Value":""},{"Tag":"Tag_SNS_IM_Remark","Value":"Bob"}`,
			},
			{ // the predecessor of friend_get, which no page has since 2019
				"friend_get_all", `{"From_Account":"alice","TimeStamp":0,"StartIndex":0}`, gen.CodeInvalidResource, "no command",
			},
		},
	},
	"doocs, for Java": {
		func(*exchange) {},
		[]clientCall{{"group_get", `{"From_Account":"id","NeedFriend":"Need_Friend_Type_Yes"}`, 0, `"friend3"`}},
	},
	"chenjiacheng/tim, for PHP": {
		func(*exchange) {},
		[]clientCall{
			{"group_get", `{"From_Account":"id"}`, 0, `"GroupName":"group1"`},
			{
				"friend_add", `{"From_Account":"alice","AddFriendItem":[{"To_Account":"erin"}]}`,
				0, `{"To_Account":"erin","ResultCode":30001,"ResultInfo":"Err_SNS_FriendAdd_Source_Illegal"}`,
			},
			{
				"friend_add",
				`{"From_Account":"alice","AddFriendItem":[
					{"To_Account":"frank"},{"To_Account":"erin","AddSource":"AddSource_Type_X"}]}`,
				0, `{"To_Account":"erin","ResultCode":0,"ResultInfo":""}],"Fail_Account":["frank"]`,
			},
			{
				"group_add", `{"From_Account":"alice","GroupName":["work"],"To_Account":[""]}`,
				0, `{"To_Account":"","ResultCode":30002,"ResultInfo":"ERR_SDKAPPID_ILLEGAL"}`,
			},
		},
	},
	"tencent_im_rs, for Rust": {
		func(*exchange) {},
		[]clientCall{{"group_get", `{"From_Account":"id","GroupName":["group2"]}`, 0, `"FriendNumber":2`}},
	},
	"d60-Lab, for Go": {
		func(*exchange) {},
		[]clientCall{
			{
				"friend_get", `{"From_Account":"erin","StartIndex":0}`,
				0, `{"StandardSequence":0,"CustomSequence":0,"FriendNum":0,"CompleteFlag":1,"NextStartIndex":0,`,
			},
			{
				"friend_get", `{"From_Account":"alice","StartIndex":2,"StandardSequence":2,"CustomSequence":1}`,
				0, `"To_Account":"dave"`,
			},
			{
				"group_add", `{"From_Account":"alice","GroupName":["work"],"To_Account":["erin"]}`,
				0, `{"To_Account":"erin","ResultCode":30001,"ResultInfo":"Err_SNS_GroupAdd_Friend_Not_Exist"}`,
			},
			{"black_list_add", `{"From_Account":"alice","To_Account":["erin"]}`, 0, `"ResultInfo":"OK"`},
			{"black_list_delete", `{"From_Account":"alice","To_Account":["mallory"]}`, 0, `"ResultInfo":"OK"`},
		},
	},
	"dobyte, for Go": {
		func(*exchange) {},
		[]clientCall{
			{"group_add", `{"From_Account":"alice","GroupName":["work"],"To_Account":null}`, 0, `{"CurrentSequence":3,`},
			{
				"group_get",
				`{"From_Account":"id","LastSequence":0,"NeedFriend":"Need_Friend_Type_No","GroupName":["group1"]}`,
				0, `[{"GroupName":"group1","FriendNumber":1}]`,
			},
		},
	},
}

// TestSandbox_answersClients sends the requests of other clients, each to a new sandbox.
func TestSandbox_answersClients(t *testing.T) {
	for name, client := range clients {
		for _, call := range client.calls {
			t.Run(name+"/"+call.command, func(t *testing.T) {
				service := newSandbox(t)
				exchange := newExchange(t, service)
				client.change(exchange)
				exchange.path, exchange.body = "/v4/sns/"+call.command, call.body
				body, response := exchange.serve(t, service)
				require.Equal(t, call.code, response.ErrorCode, response.ErrorInfo)
				assert.Contains(t, string(body), call.contains)
			})
		}
	}
}

// TestSandbox_resultInfo checks the symbols that distinguish the failures of single accounts.
func TestSandbox_resultInfo(t *testing.T) {
	tests := map[string]struct {
		command, body string
		want          string // the code and what follows it
	}{
		"a friend already": {
			"friend_add", `{"From_Account":"alice","AddFriendItem":[{"To_Account":"bob","AddSource":"AddSource_Type_Web"}]}`,
			`30001,"ResultInfo":"Err_SNS_FriendAdd_Friend_Exist"`,
		},
		"a friend already, forced": {
			"friend_add",
			`{"From_Account":"alice","AddFriendItem":[{"To_Account":"bob","AddSource":"AddSource_Type_Web"}],"ForceAddFlags":1}`,
			`30001,"ResultInfo":"Err_SNS_FriendAdd_Friend_Exist"`,
		},
		"an account of another app": {
			"friend_add", `{"From_Account":"alice","AddFriendItem":[{"To_Account":"zoe","AddSource":"AddSource_Type_Web"}]}`,
			`30002,"ResultInfo":"Err_SNS_FriendAdd_SdkAppId_Illegal"`,
		},
		"an import from another app": {
			"friend_import", `{"From_Account":"alice","AddFriendItem":[{"To_Account":"zoe","AddSource":"AddSource_Type_Web"}]}`,
			`30002,"ResultInfo":"Err_SNS_FriendImport_SdkAppId_Illegal"`,
		},
		"an account that denies requests": {
			"friend_add", `{"From_Account":"alice","AddFriendItem":[{"To_Account":"grace","AddSource":"AddSource_Type_Web"}]}`,
			`30516,"ResultInfo":"Err_SNS_FriendAdd_Friend_Allow_Type_Forbid"`,
		},
		"no friend to delete": {
			"friend_delete", `{"From_Account":"alice","To_Account":["erin"]}`,
			`31704,"ResultInfo":"Err_SNS_FriendDelete_Not_Friend"`,
		},
		"no friend to fetch": {
			"friend_get_list", `{"From_Account":"alice","To_Account":["erin"],"TagList":[]}`,
			`30001,"ResultInfo":"Err_SNS_FriendGetList_Friend_Not_Exist"`,
		},
		"blocked already": {
			"black_list_add", `{"From_Account":"alice","To_Account":["mallory"]}`,
			`30001,"ResultInfo":"Err_SNS_BlackListAdd_Already_Exist"`,
		},
		"an account to block of another app": {
			"black_list_add", `{"From_Account":"alice","To_Account":["zoe"]}`,
			`30002,"ResultInfo":"Err_SNS_BlackListAdd_SdkAppId_Illegal"`,
		},
		"no known symbol": {
			"friend_update", `{"From_Account":"alice","UpdateItem":[{"To_Account":"zoe","SnsItem":[]}]}`,
			`30002,"ResultInfo":"the account does not belong to this app"`,
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			service := newSandbox(t)
			exchange := newExchange(t, service)
			exchange.path, exchange.body = "/v4/sns/"+test.command, test.body
			body, _ := exchange.serve(t, service)
			assert.Contains(t, string(body), `"ResultCode":`+test.want)
		})
	}
}

// TestSandbox_refusalsHaveNoErrorDisplay compares a request that does not reach the command with one that does.
func TestSandbox_refusalsHaveNoErrorDisplay(t *testing.T) {
	service := newSandbox(t)
	exchange := newExchange(t, service)
	exchange.query.Set("usersig", "rubbish")
	body, _ := exchange.serve(t, service)
	assert.JSONEq(
		t, `{"ActionStatus":"FAIL","ErrorCode":70003,"ErrorInfo":"usersig: the usersig could not be parsed"}`, string(body),
	)
	exchange = newExchange(t, service)
	exchange.body = `{"From_Account":"nobody"}`
	body, _ = exchange.serve(t, service)
	assert.Contains(t, string(body), `"ErrorDisplay":""`)
}
