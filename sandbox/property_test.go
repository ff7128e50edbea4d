package sandbox_test

import (
	"flag"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/internal/testutil"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/sandbox"
	"github.com/timsns/timsns/signer"
)

// world is a sandbox and the model of it.
type world struct {
	service *sandbox.Sandbox
	client  *gen.Client
	model   *model
}

var (
	people    = []string{"amy", "ben", "cat"}
	listNames = []string{"family", "同学", "work", "work", "同学", strings.Repeat("学", 11)} // the last has 33 bytes
	texts     = []string{"", "", "one", "one", "two", strings.Repeat("学", 90)}          // the last has 270 bytes
)

func newWorld(t *rapid.T) *world {
	service, err := sandbox.New(sandbox.WithoutQuota())
	require.NoError(t, err)
	allowed := map[string]sandbox.AllowType{}
	for _, id := range people {
		allowed[id] = oneOf(t, id, sandbox.AllowAny, sandbox.AllowAny, sandbox.NeedConfirm, sandbox.DenyAny)
		service.SetAllowType(id, allowed[id])
	}
	sign, err := signer.New(service.Credentials())
	require.NoError(t, err)
	client, err := gen.NewClient(
		rest.Server{URL: "http://127.0.0.1"}, sign, rest.WithTransport(testutil.Transport(service)),
		rest.WithLimiter(rest.NoLimit()),
	)
	require.NoError(t, err)
	return &world{service: service, client: client, model: newModel(allowed)}
}

// TestSandbox_matchesModel compares the sandbox with the model after random operations. By default it makes the same
// 300 checks in each run. To make others or more:
//
//	go test ./sandbox -run TestSandbox_matchesModel -rapid.seed 7 -rapid.checks 10000
func TestSandbox_matchesModel(t *testing.T) {
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

// anyone is an account that need not exist.
var anyone = rapid.SampledFrom(append([]string{"nobody"}, people...))

func some[V any](t *rapid.T, what string, element *rapid.Generator[V]) []V {
	return rapid.SliceOfN(element, 0, 3).Draw(t, what)
}

func oneOf[V any](t *rapid.T, what string, values ...V) V {
	return rapid.SampledFrom(values).Draw(t, what)
}

var source = rapid.SampledFrom([]string{"AddSource_Type_Web", "AddSource_Type_App"})

// short generates texts of at most limit characters, which the document allows.
func short(limit int) *rapid.Generator[string] {
	return rapid.Map(rapid.SampledFrom(texts), func(text string) string {
		return string([]rune(text)[:min(limit, len([]rune(text)))])
	})
}
