package snippet_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/internal/snippet"
)

// TestCommand checks how requests are written. That the command line reads them as they are is tested there.
func TestCommand(t *testing.T) {
	document := load(t)
	for name, test := range map[string]struct{ command, request, want string }{
		"texts, integers and lists": {
			"group_get", `{"From_Account":"alice","LastSequence":0,"GroupName":["a","b"]}`,
			"From_Account=alice LastSequence=0 GroupName=a,b",
		},
		"objects in an array": {
			"friend_add", `{"From_Account":"alice","AddFriendItem":[{"To_Account":"bob","AddSource":"AddSource_Type_A"}]}`,
			"From_Account=alice 'AddFriendItem[0][To_Account]=bob' 'AddFriendItem[0][AddSource]=AddSource_Type_A'",
		},
		"a text that would name a file":   {"group_get", `{"From_Account":"@alice"}`, `'From_Account:="@alice"'`},
		"an element with a comma":         {"group_get", `{"GroupName":["a,b"]}`, `'GroupName:=["a,b"]'`},
		"an empty element":                {"group_get", `{"GroupName":[""]}`, `'GroupName:=[""]'`},
		"an empty list":                   {"group_get", `{"GroupName":[]}`, "GroupName="},
		"an empty text":                   {"group_get", `{"From_Account":""}`, "From_Account="},
		"a control character":             {"group_get", `{"From_Account":"a\u0007"}`, `'From_Account:="a\u0007"'`},
		"another type than documented":    {"group_get", `{"LastSequence":"7"}`, `'LastSequence:="7"'`},
		"a number that is no integer":     {"group_get", `{"LastSequence":7e0}`, "LastSequence:=7e0"},
		"a property that is unknown":      {"group_get", `{"X":"a","Y":[1],"Z":{"a":1}}`, `X=a 'Y:=[1]' 'Z:={"a":1}'`},
		"a name that has a meaning there": {"group_get", `{"a[0]":1}`, `--data '{"a[0]":1}'`},
		"a name of digits within": {
			"friend_add", `{"AddFriendItem":[{"0":"bob"}]}`, `'AddFriendItem[0]:={"0":"bob"}'`,
		},
		"no fields":          {"group_get", `{}`, `--data '{}'`},
		"no object":          {"group_get", `[1, 2]`, `--data '[1,2]'`},
		"a name given twice": {"group_get", `{"a":1,"a":2}`, `--data '{"a":1,"a":2}'`},
		"just a value":       {"group_get", `7`, `--data 7`},
	} {
		t.Run(name, func(t *testing.T) {
			operation, _ := document.Operation(test.command)
			command, err := snippet.Command(operation, []byte(test.request), snippet.CommandOptions{Flags: []string{"--server", "my region"}})
			require.NoError(t, err)
			assert.Equal(t, "timsns call --server 'my region' "+test.command+" "+test.want+"\n", command)
		})
	}
	operation, _ := document.Operation("group_get")
	_, err := snippet.Command(operation, []byte("{"), snippet.CommandOptions{})
	assert.Error(t, err)
}
