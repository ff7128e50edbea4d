package sandbox_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/sandbox"
)

// saved returns what a sandbox saves.
func saved(t *testing.T, service *sandbox.Sandbox) string {
	t.Helper()
	var text strings.Builder
	require.NoError(t, service.Save(&text))
	return text.String()
}

func TestSandbox_Load_readsWhatSaveWrote(t *testing.T) {
	first := sandbox.Start(t)
	client := newClient(t, first)
	first.ForbidRequests("amy")
	assert.Equal(t, gen.CodeConfirmationPending, add(t, client, gen.FriendAddRequest{FromAccount: "alice"},
		gen.FriendAddItem{ToAccount: "frank", Remark: "F", AddWording: "hi", GroupName: "work"}))
	first.AddToList("alice", "empty")
	text := saved(t, first.Sandbox)

	second := sandbox.Start(t)
	second.AddAccounts("gone")
	require.NoError(t, second.Load(strings.NewReader(text)))
	assert.Equal(t, text, saved(t, second.Sandbox))

	client = newClient(t, second)
	second.AcceptRequests("frank")
	lists, err := client.GroupGet(t.Context(), gen.GroupGetRequest{
		FromAccount: "alice", NeedFriend: gen.NeedFriendTypeYes, GroupName: []string{"work"},
	})
	require.NoError(t, err)
	assert.Equal(t, []string{"frank"}, lists.ResultItem[0].ToAccount, "a pending request has survived")
	_, err = client.FriendGet(t.Context(), gen.FriendGetRequest{FromAccount: "gone"})
	assert.ErrorIs(t, err, gen.CodeAccountNotFound, "Load replaces all accounts")
}

func TestSandbox_Load_readsWhatAPersonWrites(t *testing.T) {
	service := sandbox.Start(t)
	require.NoError(t, service.Load(strings.NewReader(`{"Accounts": [
		{"UserID": "amy", "Friends": [{"UserID": "ben", "Remark": "B", "Custom": {"Tag_SNS_Custom_Age": 7}}],
		 "Lists": [{"Name": "work", "Members": ["cat"]}], "Blocked": [{"UserID": "dan"}]},
		{"UserID": "ben", "AllowType": "AllowType_Type_DenyAny", "Friends": [{"UserID": "amy"}]}
	]}`)))
	client := newClient(t, service)
	assert.Equal(t, gen.FriendRelationBothWay, relation(t, client, "amy", "ben"))
	assert.Equal(t, gen.FriendRelationAWithB, relation(t, client, "amy", "cat"), "a member of a list is a friend")
	friends, err := client.FriendGet(t.Context(), gen.FriendGetRequest{FromAccount: "amy"})
	require.NoError(t, err)
	require.Len(t, friends.UserDataItem, 2)
	assert.EqualValues(t, 1, friends.StandardSequence)
	assert.Contains(t, friends.UserDataItem[0].ValueItem, gen.TagItem{Tag: gen.TagRemark, Value: rest.StringValue("B")})
	assert.Equal(t, gen.CodePeerDeniesRequests,
		add(t, client, gen.FriendAddRequest{FromAccount: "cat"}, gen.FriendAddItem{ToAccount: "ben"}))
	blocked, err := client.BlackListGet(t.Context(), gen.BlackListGetRequest{FromAccount: "amy", MaxLimited: 10})
	require.NoError(t, err)
	assert.Equal(t, "dan", blocked.BlackListItem[0].ToAccount)
	assert.Positive(t, blocked.BlackListItem[0].AddBlackTimeStamp)
}

func TestSandbox_Load_changesNothingIfInvalid(t *testing.T) {
	service := newSandbox(t)
	before := saved(t, service)
	for text, message := range map[string]string{
		``:                   "sandbox: want the data of accounts: ",
		`{"Account": []}`:    `unknown object member name "Account"`,
		`{"Accounts": [{}]}`: `sandbox: Accounts[0].UserID: want a UserID of 1 to 32 bytes, got ""`,
		`{"Accounts": [{"UserID": "a", "Sequences": [1]}]}`:                          "/Accounts/0/Sequences",
		`{"Accounts": [{"UserID": "a", "Friends": [{}]}]}`:                           "Accounts[0].Friends[0].UserID: want",
		`{"Accounts": [{"UserID": "a", "Lists": [{}]}]}`:                             "Accounts[0].Lists[0].Name: want the name of a list",
		`{"Accounts": [{"UserID": "a", "Blocked": [{}]}]}`:                           "Accounts[0].Blocked[0].UserID: want",
		`{"Accounts": [{"UserID": "a", "Pending": [{}]}]}`:                           "Accounts[0].Pending[0].UserID: want",
		`{"Accounts": [{"UserID": "a", "AllowType": "Never"}]}`:                      `Accounts[0].AllowType: want AllowType_Type_AllowAny, `,
		`{"Accounts": [{"UserID": "a", "Lists": [{"Name": "l", "Members": [""]}]}]}`: "Accounts[0].Lists[0].Members[0]: want",
	} {
		assert.ErrorContains(t, service.Load(strings.NewReader(text)), message, text)
	}
	assert.Equal(t, before, saved(t, service))
}

func TestSandbox_Save_returnsErrorOfWriter(t *testing.T) {
	assert.ErrorIs(t, newSandbox(t).Save(failingWriter{}), errWriter)
}

var errWriter = errors.New("disk full")

type failingWriter struct{}

func (failingWriter) Write([]byte) (int, error) { return 0, errWriter }
