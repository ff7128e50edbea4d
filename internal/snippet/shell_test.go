package snippet_test

import (
	"os/exec"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/internal/snippet"
)

func TestQuote(t *testing.T) {
	for argument, want := range map[string]string{
		"":                           "''",
		"From_Account=alice":         "From_Account=alice",
		"To_Account=bob,carol@x.com": "To_Account=bob,carol@x.com",
		"--server":                   "--server",
		"=x":                         "'=x'",
		"~":                          "'~'",
		"Name=~":                     "'Name=~'",
		"a b":                        "'a b'",
		"Items[0]=x":                 "'Items[0]=x'",
		"it's":                       `'it'\''s'`,
		"同学":                         "'同学'",
		"$(id)`id`\\\"*?!#&;|<>":     "'$(id)`id`\\\"*?!#&;|<>'",
	} {
		quoted := snippet.Quote(argument)
		assert.Equal(t, want, quoted)
		output, err := exec.CommandContext(t.Context(), "sh", "-c", "printf %s "+quoted).Output()
		require.NoError(t, err)
		assert.Equal(t, argument, string(output), "the shell reads what was quoted")
	}
}

func TestCurl(t *testing.T) {
	operation, _ := load(t).Operation("group_get")
	request := []byte("{ \"From_Account\": \"it's $(id)\u202e\" }")
	command, err := snippet.Curl(operation, request, snippet.CurlOptions{})
	require.NoError(t, err)
	assert.Equal(t, `curl --silent --show-error --header 'Content-Type: application/json' \
  --data-binary '{"From_Account":"it'\''s $(id)\u202e"}' \
  "$TIMSNS_SERVER/v4/sns/group_get?$TIMSNS_QUERY"
`, command)
	command, err = snippet.Curl(operation, request, snippet.CurlOptions{Server: "https://example.com/", Query: "identifier=$a`b\"\\"})
	require.NoError(t, err)
	assert.Regexp(t, `  "https://example\.com/v4/sns/group_get\?identifier=\\\$a\\`+"`"+`b\\"\\\\&random=\d+`+
		`&usersig=\$\{TIMSNS_USERSIG:-\$\(timsns usersig\)\}"\n$`, command)
	command, err = snippet.Curl(operation, request, snippet.CurlOptions{Server: "https://example.com", Flags: []string{"--profile", "my app"}})
	require.NoError(t, err)
	assert.Contains(t, command, "$(timsns usersig --profile 'my app')}")
	_, err = snippet.Curl(operation, []byte("{"), snippet.CurlOptions{})
	assert.Error(t, err)
}
