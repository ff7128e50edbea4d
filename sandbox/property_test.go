package sandbox_test

import (
	"flag"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/sandbox"
	"github.com/timsns/timsns/signer"
)

// inMemory is a transport that hands requests to a handler.
type inMemory struct{ handler http.Handler }

func (m inMemory) RoundTrip(request *http.Request) (*http.Response, error) {
	recorder := httptest.NewRecorder()
	m.handler.ServeHTTP(recorder, request)
	return recorder.Result(), nil
}

// world is a sandbox and the model of it.
type world struct {
	service *sandbox.Sandbox
	client  *gen.Client
	model   *model
}

var (
	people    = []string{"amy", "ben", "cat"}
	listNames = []string{"family", "同学", "work", "work", "同学", strings.Repeat("学", 11)} // the last one has 33 bytes
	texts     = []string{"", "", "one", "one", "two", strings.Repeat("学", 90)}          // the last one has 270 bytes
)

func newWorld(t *rapid.T) *world {
	service, err := sandbox.New(sandbox.WithoutQuota())
	require.NoError(t, err)
	allowed := map[string]sandbox.AllowType{}
	for _, id := range people {
		allowed[id] = rapid.SampledFrom([]sandbox.AllowType{sandbox.AllowAny, sandbox.AllowAny, sandbox.NeedConfirm, sandbox.DenyAny}).Draw(t, id)
		service.SetAllowType(id, allowed[id])
	}
	sign, err := signer.New(service.Credentials())
	require.NoError(t, err)
	client, err := gen.NewClient(rest.Server{URL: "http://127.0.0.1"}, sign, rest.WithTransport(inMemory{service}), rest.WithLimiter(rest.NoLimit()))
	require.NoError(t, err)
	return &world{service: service, client: client, model: newModel(allowed)}
}

// TestRandomCommandsDoWhatTheModelSays is the same in each run. Other and longer runs:
//
//	go test ./sandbox -run TestRandomCommands -rapid.seed 7 -rapid.checks 10000
func TestRandomCommandsDoWhatTheModelSays(t *testing.T) {
	for name, value := range map[string]string{"rapid.seed": "1", "rapid.checks": "300", "rapid.nofailfile": "true"} {
		if setting := flag.Lookup(name); setting.Value.String() == setting.DefValue {
			require.NoError(t, setting.Value.Set(value))
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		world := newWorld(t)
		t.Repeat(world.commands())
		world.compare(t)
	})
}

func (w *world) commands() map[string]func(*rapid.T) {
	return map[string]func(*rapid.T){
		"friend_add": w.friendAdd, "friend_import": w.friendImport, "friend_update": w.friendUpdate,
		"friend_delete": w.friendDelete, "friend_delete_all": w.friendDeleteAll, "black_list_add": w.blackListAdd,
		"black_list_delete": w.blackListDelete, "group_add": w.groupAdd, "group_delete": w.groupDelete,
		"accept": w.accept, "compare": w.compareChanges,
	}
}

func someone(t *rapid.T) string { return rapid.SampledFrom(people).Draw(t, "from") }

// anyone is an account that need not be there.
var anyone = rapid.SampledFrom(append([]string{"nobody"}, people...))

func some[V any](t *rapid.T, what string, element *rapid.Generator[V]) []V {
	return rapid.SliceOfN(element, 0, 3).Draw(t, what)
}

func oneOf[V any](t *rapid.T, what string, values ...V) V {
	return rapid.SampledFrom(values).Draw(t, what)
}

var source = rapid.SampledFrom([]string{"AddSource_Type_Web", "AddSource_Type_App"})

// short is a text that the document allows: at most limit characters.
func short(limit int) *rapid.Generator[string] {
	return rapid.Map(rapid.SampledFrom(texts), func(text string) string {
		return string([]rune(text)[:min(limit, len([]rune(text)))])
	})
}

func (w *world) friendAdd(t *rapid.T) {
	item := rapid.Custom(func(t *rapid.T) gen.FriendAddItem {
		return gen.FriendAddItem{
			ToAccount: anyone.Draw(t, "to"), AddSource: source.Draw(t, "source"), Remark: short(96).Draw(t, "remark"),
			GroupName: oneOf(t, "list", append([]string{"", "", ""}, listNames...)...), AddWording: short(256).Draw(t, "wording"),
		}
	})
	request := gen.FriendAddRequest{
		FromAccount: someone(t), AddFriendItem: some(t, "friends", item), AddType: oneOf(t, "type", "", gen.AddTypeBoth, gen.AddTypeSingle),
		ForceAddFlags: oneOf(t, "force", gen.ForceAddFlagsNormal, gen.ForceAddFlagsNormal, gen.ForceAddFlagsForced),
	}
	reply, err := w.client.FriendAdd(t.Context(), request)
	require.NoError(t, err)
	compareResults(t, w.model.friendAdd(request), reply.ResultItem, reply.FailAccount)
}

// compareResults compares the codes, and holds the list of failed accounts to them.
func compareResults(t *rapid.T, want []gen.ErrorCode, items []gen.ResultItem, failed []string) {
	got := []gen.ErrorCode{}
	var wantFailed []string
	for _, item := range items {
		got = append(got, item.ResultCode)
		assert.Equal(t, item.ResultCode == 0, item.ResultInfo == "")
		if item.ResultCode != 0 && item.ResultCode != gen.CodeConfirmationPending {
			wantFailed = append(wantFailed, item.ToAccount)
		}
	}
	require.Equal(t, want, got)
	require.Equal(t, wantFailed, failed)
}

func (w *world) friendImport(t *rapid.T) {
	custom := rapid.Custom(func(t *rapid.T) gen.CustomItem {
		return gen.CustomItem{
			Tag:   oneOf(t, "tag", gen.Tag("Tag_SNS_Custom_A"), gen.Tag("Tag_SNS_Custom_B")),
			Value: oneOf(t, "value", rest.StringValue("red"), rest.StringValue(""), rest.IntegerValue(7)),
		}
	})
	item := rapid.Custom(func(t *rapid.T) gen.FriendImportItem {
		return gen.FriendImportItem{
			ToAccount: anyone.Draw(t, "to"), AddSource: source.Draw(t, "source"), Remark: short(96).Draw(t, "remark"),
			AddWording: short(256).Draw(t, "wording"), GroupName: some(t, "lists", rapid.SampledFrom(listNames)),
			AddTime: oneOf(t, "time", int64(0), 100, 200), CustomItem: some(t, "custom", custom),
		}
	})
	request := gen.FriendImportRequest{FromAccount: someone(t), AddFriendItem: some(t, "friends", item)}
	reply, err := w.client.FriendImport(t.Context(), request)
	require.NoError(t, err)
	compareResults(t, w.model.friendImport(request), reply.ResultItem, reply.FailAccount)
}

func (w *world) friendUpdate(t *rapid.T) {
	tag := rapid.Custom(func(t *rapid.T) gen.SnsItem {
		lists := some(t, "lists", rapid.SampledFrom(append([]string{"family", "同学", "work", ""}, listNames...)))
		text, names, seven := rest.StringValue(short(96).Draw(t, "text")), rest.StringsValue(lists...), rest.IntegerValue(7)
		long := rest.StringValue(strings.Repeat("学", 167))
		return oneOf(t, "item", // most of them right
			gen.SnsItem{Tag: gen.TagRemark, Value: text}, gen.SnsItem{Tag: gen.TagRemark, Value: text},
			gen.SnsItem{Tag: gen.TagGroup, Value: names}, gen.SnsItem{Tag: gen.TagGroup, Value: names}, gen.SnsItem{Tag: gen.TagGroup, Value: names},
			gen.SnsItem{Tag: "Tag_SNS_Custom_A", Value: seven}, gen.SnsItem{Tag: "Tag_SNS_Custom_B", Value: text},
			gen.SnsItem{Tag: "Tag_SNS_Custom_B", Value: long}, gen.SnsItem{Tag: gen.TagRemark, Value: seven}, gen.SnsItem{Tag: gen.TagGroup, Value: text},
		)
	})
	item := rapid.Custom(func(t *rapid.T) gen.FriendUpdateItem {
		return gen.FriendUpdateItem{ToAccount: anyone.Draw(t, "to"), SnsItem: some(t, "tags", tag)}
	})
	request := gen.FriendUpdateRequest{FromAccount: someone(t), UpdateItem: some(t, "friends", item)}
	reply, err := w.client.FriendUpdate(t.Context(), request)
	require.NoError(t, err)
	compareResults(t, w.model.friendUpdate(request), reply.ResultItem, reply.FailAccount)
}

func (w *world) friendDelete(t *rapid.T) {
	request := gen.FriendDeleteRequest{
		FromAccount: someone(t), ToAccount: some(t, "friends", anyone),
		DeleteType: oneOf(t, "type", "", gen.DeleteTypeSingle, gen.DeleteTypeBoth),
	}
	reply, err := w.client.FriendDelete(t.Context(), request)
	require.NoError(t, err)
	var failed []string
	for _, failure := range reply.Failures() {
		failed = append(failed, failure.Account)
	}
	compareResults(t, w.model.friendDelete(request), reply.ResultItem, failed)
}

func (w *world) friendDeleteAll(t *rapid.T) {
	if oneOf(t, "rarely", false, false, true) {
		request := gen.FriendDeleteAllRequest{FromAccount: someone(t), DeleteType: oneOf(t, "type", "", gen.DeleteTypeSingle, gen.DeleteTypeBoth)}
		_, err := w.client.FriendDeleteAll(t.Context(), request)
		require.NoError(t, err)
		w.model.friendDeleteAll(request)
	}
}

func (w *world) blackListAdd(t *rapid.T) {
	request := gen.BlackListAddRequest{FromAccount: someone(t), ToAccount: some(t, "accounts", anyone)}
	reply, err := w.client.BlackListAdd(t.Context(), request)
	require.NoError(t, err)
	compareResults(t, w.model.blackListAdd(request), reply.ResultItem, reply.FailAccount)
}

func (w *world) blackListDelete(t *rapid.T) {
	request := gen.BlackListDeleteRequest{FromAccount: someone(t), ToAccount: some(t, "accounts", anyone)}
	reply, err := w.client.BlackListDelete(t.Context(), request)
	require.NoError(t, err)
	compareResults(t, w.model.blackListDelete(request), reply.ResultItem, reply.FailAccount)
}

func (w *world) groupAdd(t *rapid.T) {
	request := gen.GroupAddRequest{FromAccount: someone(t), GroupName: some(t, "lists", rapid.SampledFrom(listNames))}
	if oneOf(t, "with friends", true, false) {
		request.ToAccount = some(t, "friends", anyone)
	}
	reply, err := w.client.GroupAdd(t.Context(), request)
	code, codes := w.model.groupAdd(request)
	if code != 0 {
		require.ErrorIs(t, err, code)
		return
	}
	require.NoError(t, err)
	require.Equal(t, request.ToAccount == nil, reply.ResultItem == nil)
	require.Equal(t, w.model.users[request.FromAccount].numbers["lists"], reply.CurrentSequence)
	compareResults(t, append([]gen.ErrorCode{}, codes...), reply.ResultItem, reply.FailAccount)
}

func (w *world) groupDelete(t *rapid.T) {
	request := gen.GroupDeleteRequest{FromAccount: someone(t), GroupName: some(t, "lists", rapid.SampledFrom(listNames))}
	reply, err := w.client.GroupDelete(t.Context(), request)
	require.NoError(t, err)
	w.model.groupDelete(request)
	require.Equal(t, w.model.users[request.FromAccount].numbers["lists"], reply.CurrentSequence)
}

func (w *world) accept(t *rapid.T) {
	id := someone(t)
	w.service.AcceptRequests(id)
	w.model.acceptRequests(id)
}
