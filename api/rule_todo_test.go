package api_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns"
	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/testutil"
)

func TestLint_findsTodos(t *testing.T) {
	testutil.SkipWithRaceDetector(t)
	const at = " (paths./v4/sns/group_get.post)"
	for name, test := range map[string]struct{ old, new, want string }{
		"a summary": {
			"summary: Pull the friend lists of a user", "summary: TODO write it.", `summary: it is still to do: "TODO write it."` + at,
		},
		"a description of a property": {
			"description: The name of the list, 1 to 30 bytes.", "description: TODO", `description: it is still to do: "TODO"`,
		},
		"advice": {"advice: try again}", `advice: "TODO: advise"}`, `advice: it is still to do: "TODO: advise"`},
		"a code without a name": {
			"name: CodeTimeout,", "name: CodeTodo30007,",
			"name: want a word that says what the error is, such as CodeAccountNotFound, got CodeTodo30007",
		},
		"a comment":                 {"# It only reads: asking", "# TODO: say why asking", "TODO: say why asking twice"},
		"a comment behind a member": {"x-idempotent: true", "x-idempotent: true # TODO: is it?", "TODO: is it?"},
	} {
		t.Run(name, func(t *testing.T) {
			begin := strings.Index(string(timsns.Document), "  /v4/sns/group_get:\n")
			if !strings.Contains(string(timsns.Document[begin:]), test.old) {
				begin = 0
			}
			require.Contains(t, string(timsns.Document[begin:]), test.old)
			text := string(timsns.Document[:begin]) + strings.Replace(string(timsns.Document[begin:]), test.old, test.new, 1)
			found := api.Lint("openapi.yaml", []byte(text))
			if assert.Len(t, found, 1) {
				assert.Equal(t, "todos", found[0].Rule)
				assert.Contains(t, found[0].String(), test.want)
				line := strings.Split(text, "\n")[found[0].Line-1]
				assert.Contains(t, line, test.new)
				assert.Regexp(t, `^(\w+:|# TODO)`, line[found[0].Column-1:], "a name, or the comment")
			}
			assert.Empty(t, found.WithoutTodos())
		})
	}
}

func TestLint_findsNoTodosInExamples(t *testing.T) {
	text := strings.Replace(string(timsns.Document), "GroupName: [group1]", "GroupName: [TODO]", 1)
	require.NotEqual(t, string(timsns.Document), text)
	assert.Empty(t, api.Lint("openapi.yaml", []byte(text)))
}
