package sandbox_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/sandbox"
)

// relation returns the relation between two accounts.
func relation(t *testing.T, client *gen.Client, from, to string) gen.FriendRelation {
	t.Helper()
	response, err := client.FriendCheck(t.Context(), gen.FriendCheckRequest{
		FromAccount: from, ToAccount: []string{to}, CheckType: gen.FriendCheckTypeBoth,
	})
	require.NoError(t, err)
	require.NoError(t, response.Err())
	return response.InfoItem[0].Relation
}

// add requests friendship with one account and returns the code.
func add(t *testing.T, client *gen.Client, request gen.FriendAddRequest, item gen.FriendAddItem) gen.ErrorCode {
	t.Helper()
	item.AddSource = "AddSource_Type_Web"
	request.AddFriendItem = []gen.FriendAddItem{item}
	response, err := client.FriendAdd(t.Context(), request)
	require.NoError(t, err)
	return response.ResultItem[0].ResultCode
}

func TestSandbox_SetAllowType(t *testing.T) {
	tests := map[string]struct {
		allow    sandbox.AllowType
		flags    gen.ForceAddFlags
		code     gen.ErrorCode
		relation gen.FriendRelation
	}{
		"allow any": {sandbox.AllowAny, gen.ForceAddFlagsNormal, 0, gen.FriendRelationBothWay},
		"need confirm": {
			sandbox.NeedConfirm, gen.ForceAddFlagsNormal, gen.CodeConfirmationPending, gen.FriendRelationNone,
		},
		"deny any": {
			sandbox.DenyAny, gen.ForceAddFlagsNormal, gen.CodePeerDeniesRequests, gen.FriendRelationNone,
		},
		"need confirm, forced": {sandbox.NeedConfirm, gen.ForceAddFlagsForced, 0, gen.FriendRelationBothWay},
		"deny any, forced":     {sandbox.DenyAny, gen.ForceAddFlagsForced, 0, gen.FriendRelationBothWay},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			service := sandbox.Start(t)
			service.AddAccounts("amy")
			service.SetAllowType("ben", test.allow)
			client := newClient(t, service)
			code := add(
				t, client, gen.FriendAddRequest{FromAccount: "amy", ForceAddFlags: test.flags}, gen.FriendAddItem{ToAccount: "ben"},
			)
			assert.Equal(t, test.code, code)
			assert.Equal(t, test.relation, relation(t, client, "amy", "ben"))
		})
	}
}

func TestSandbox_AcceptRequests(t *testing.T) {
	service := sandbox.Start(t)
	service.AddAccounts("amy", "bea")
	service.SetAllowType("ben", sandbox.NeedConfirm)
	client := newClient(t, service)
	add(
		t, client, gen.FriendAddRequest{FromAccount: "amy"},
		gen.FriendAddItem{ToAccount: "ben", GroupName: "family", Remark: "Benny"},
	)
	add(
		t, client, gen.FriendAddRequest{FromAccount: "bea", AddType: gen.AddTypeSingle}, gen.FriendAddItem{ToAccount: "ben"},
	)
	service.AcceptRequests("ben")
	assert.Equal(t, gen.FriendRelationBothWay, relation(t, client, "amy", "ben"))
	assert.Equal(t, gen.FriendRelationAWithB, relation(t, client, "bea", "ben"))
	response, err := client.FriendGetList(t.Context(), gen.FriendGetListRequest{
		FromAccount: "amy", ToAccount: []string{"ben"}, TagList: []gen.Tag{gen.TagRemark, gen.TagGroup},
	})
	require.NoError(t, err)
	assert.Equal(
		t, "[{Tag_SNS_IM_Remark Benny} {Tag_SNS_IM_Group [family]}]", fmt.Sprint(response.InfoItem[0].SnsProfileItem),
	)

	_, err = client.FriendDelete(t.Context(), gen.FriendDeleteRequest{
		FromAccount: "amy", ToAccount: []string{"ben"}, DeleteType: gen.DeleteTypeBoth,
	})
	require.NoError(t, err)
	service.AcceptRequests("ben")
	assert.Equal(t, gen.FriendRelationNone, relation(t, client, "amy", "ben"), "a request is accepted only once")
}

func TestSandbox_ForbidRequests(t *testing.T) {
	service := sandbox.Start(t)
	service.ForbidRequests("amy")
	service.AddAccounts("ben")
	client := newClient(t, service)
	assert.Equal(
		t, gen.CodeRequestForbidden,
		add(t, client, gen.FriendAddRequest{FromAccount: "amy"}, gen.FriendAddItem{ToAccount: "ben"}),
	)
	assert.Zero(
		t, add(t, client, gen.FriendAddRequest{FromAccount: "ben"}, gen.FriendAddItem{ToAccount: "amy"}),
		"others may request its friendship",
	)
}

func TestSandbox_AddFriends(t *testing.T) {
	service := sandbox.Start(t)
	service.AddFriends("amy", "ben", "cat")
	service.AddToList("amy", "family", "dan")
	client := newClient(t, service)
	assert.Equal(t, gen.FriendRelationBothWay, relation(t, client, "amy", "ben"))
	assert.Equal(t, gen.FriendRelationBothWay, relation(t, client, "cat", "amy"))
	assert.Equal(t, gen.FriendRelationAWithB, relation(t, client, "amy", "dan"))
	assert.Equal(t, gen.FriendRelationNone, relation(t, client, "ben", "cat"))
}
