package main

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/signer"
)

// runConsole runs the command with flags until it has printed its address, and returns its page and what it printed to
// standard error. It then interrupts the command, which must end without an error.
func runConsole(t *testing.T, flags ...string) (page, stderr string) {
	t.Helper()
	ctx, interrupt := context.WithCancel(t.Context())
	defer interrupt()
	out, printed := io.Pipe()
	var errors bytes.Buffer
	ended := make(chan int)
	go func() {
		ended <- runContext(ctx, append([]string{"console"}, flags...), streams{out: printed, err: &errors})
	}()
	address := make([]byte, 200)
	length, err := out.Read(address)
	require.NoError(t, err)
	require.Regexp(t, `^http://127\.0\.0\.1:\d+/\?token=[\w-]{43}\n$`, string(address[:length]))
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, strings.TrimSpace(string(address[:length])), nil)
	require.NoError(t, err)
	response, err := http.DefaultClient.Do(request)
	require.NoError(t, err)
	text, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	require.NoError(t, response.Body.Close())
	require.Equal(t, http.StatusOK, response.StatusCode)
	interrupt()
	require.Equal(t, exitSuccess, <-ended)
	return string(text), errors.String()
}

// targetsOf returns the names of the targets that a page offers.
func targetsOf(page string) (names []string) {
	for _, option := range regexp.MustCompile(`<option value="([^"]+)" data-url`).FindAllStringSubmatch(page, -1) {
		names = append(names, option[1])
	}
	return names
}

func TestConsoleCommand_offersTargets(t *testing.T) {
	page, stderr := runConsole(t, "--no-browser")
	assert.Equal(t, []string{"sandbox"}, targetsOf(page))
	assert.Contains(t, page, `data-allow-writes="false"`)
	assert.Equal(t, "timsns: no credentials set: the page calls the embedded sandbox only\n", stderr)

	t.Setenv("TIMSNS_SDKAPPID", "1400000000")
	t.Setenv("TIMSNS_IDENTIFIER", "administrator")
	t.Setenv(secretKeyVariable, "the-secret-key")
	page, stderr = runConsole(t, "--no-browser", "--allow-writes", "--server", "seoul")
	targets := targetsOf(page)
	assert.Equal(t, "Seoul", targets[0])
	assert.Contains(t, targets, "Singapore")
	assert.Equal(t, 1, strings.Count(strings.Join(targets, " "), "Seoul"), "no region is offered twice")
	assert.Equal(t, "sandbox", targets[len(targets)-1])
	assert.Contains(t, page, `data-allow-writes="true"`)
	assert.NotContains(t, page, "the-secret-key")
	assert.Empty(t, stderr)

	page, _ = runConsole(t, "--no-browser", "--server", "https://example.com")
	assert.Equal(t, "https://example.com", targetsOf(page)[0])
	page, _ = runConsole(t, "--no-browser", "--sandbox")
	assert.Equal(t, []string{"sandbox"}, targetsOf(page))
}

func TestConsoleCommand_servesOtherDocuments(t *testing.T) {
	page, _ := runConsole(t, "--no-browser", "--sandbox", "--document", "../../sandbox/testdata/account/openapi.yaml")
	assert.NotContains(t, page, "friend relationships")
}

func TestConsoleCommand_runsWithoutABrowser(t *testing.T) {
	t.Setenv("PATH", "")
	_, stderr := runConsole(t, "--sandbox")
	assert.Contains(t, stderr, "timsns: no browser was opened: ")
}

func TestSettings_snippets(t *testing.T) {
	service, err := (&documentFlags{}).service()
	require.NoError(t, err)
	operation, _ := service.Operation("group_get")
	target, err := newTarget("Seoul", rest.Server{URL: "https://example.com"}, signer.Credentials{
		SDKAppID: 1400000000, Identifier: "the admin", SecretKey: "the-secret-key",
	})
	require.NoError(t, err)
	given := &settings{service: service, profile: "staging"}
	snippets, err := given.snippets(operation, target, []byte(`{"From_Account":"alice","LastSequence":0}`))
	require.NoError(t, err)
	assert.Equal(t, "timsns call --profile staging --server Seoul group_get From_Account=alice LastSequence=0\n", snippets.Command)
	assert.Contains(t, snippets.Curl, `"https://example.com/v4/sns/group_get?sdkappid=1400000000&identifier=the+admin&contenttype=json&random=`)
	assert.Contains(t, snippets.Curl, "$(timsns usersig --profile staging)")
	assert.Contains(t, snippets.Go, "client.GroupGet(ctx, gen.GroupGetRequest{\n\tFromAccount:  \"alice\",\n")

	target.Name = "sandbox"
	snippets, err = given.snippets(operation, target, []byte("{\"\u202e\":1}"))
	require.NoError(t, err)
	assert.Equal(t, "timsns call --sandbox group_get --data '{\"\\u202e\":1}'\n", snippets.Command)
	assert.Contains(t, snippets.Curl, `"$TIMSNS_SERVER/v4/sns/group_get?$TIMSNS_QUERY"`)
	assert.Equal(t, "// snippet: \\u202e: the document has no such property\n", snippets.Go, "a comment stays on its line")
}

func TestService_packageName(t *testing.T) {
	for file, want := range map[string]string{
		"../../modules/profile/openapi.yaml": "profile", "/My Folder/openapi.yaml": "gen", "/openapi.yaml": "gen",
	} {
		assert.Equal(t, want, (&service{file: file}).packageName(), file)
	}
	assert.Equal(t, "gen", (&service{file: "../../modules/profile/openapi.yaml", isEmbedded: true}).packageName())
}
