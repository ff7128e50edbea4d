package console_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const request = `{"From_Account": "alice", "LastSequence": 0, "NeedFriend": "Need_Friend_Type_Yes", "GroupName": ["it's"]}`

// TestCopies_makeTheSameCall runs what the page copies: the Go in a program, and the command lines in a shell.
func TestCopies_makeTheSameCall(t *testing.T) {
	live := startService(t)
	address := startConsole(t, live.environment)
	page := openTab(t)
	page.open(address)
	page.choose("GroupGet")
	page.edit("GroupGet", request)
	page.execute("GroupGet")
	want := page.shown("response")
	require.Contains(t, want, `"ErrorCode": 0`)
	copies := map[string]string{}
	for _, button := range []string{"#copy-go", "#copy-command", "#copy-curl"} {
		copies[button] = page.copy(button)
		_, token, _ := strings.Cut(address, "token=")
		assert.NotContains(t, copies[button], token)
	}
	assert.JSONEq(t, want, runShell(t, live, copies["#copy-command"]))
	assert.JSONEq(t, want, runShell(t, live, copies["#copy-curl"]))
	assert.Contains(t, runGo(t, live, copies["#copy-go"]), "ActionStatus:OK")
	assert.Equal(t, []string{"/v4/sns/group_get", "/v4/sns/group_get", "/v4/sns/group_get", "/v4/sns/group_get"}, live.called())
	live.mutex.Lock()
	defer live.mutex.Unlock()
	for _, text := range copies {
		for _, secret := range live.secrets {
			assert.False(t, strings.Contains(text, secret)) //nolint:testifylint // no secret in the output
		}
	}
}

// TestCopies_ofTheSandbox checks that a call of the console's own sandbox is copied as one of any sandbox.
func TestCopies_ofTheSandbox(t *testing.T) {
	page := openTab(t)
	page.open(startConsole(t, nil, "--sandbox"))
	page.choose("GroupGet")
	page.edit("GroupGet", request)
	page.execute("GroupGet")
	command := page.copy("#copy-command")
	assert.Contains(t, command, "timsns call --sandbox group_get ")
	assert.JSONEq(t, page.shown("response"), runShell(t, startService(t), command))
	assert.Contains(t, page.copy("#copy-curl"), `"$TIMSNS_SERVER/v4/sns/group_get?$TIMSNS_QUERY"`)
}

// runShell runs a command line that has timsns on its PATH.
func runShell(t *testing.T, live *service, text string) string {
	t.Helper()
	command := exec.CommandContext(t.Context(), "sh", "-c", text)
	command.Env = append(append(os.Environ(), live.environment...), "PATH="+folder+":"+os.Getenv("PATH"))
	command.Stderr = t.Output()
	output, err := command.Output()
	require.NoError(t, err, text)
	return string(output)
}

// runGo runs statements in a program that has a client.
func runGo(t *testing.T, live *service, statements string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "main.go")
	require.NoError(t, os.WriteFile(file, []byte(`package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/signer"
)

func main() {
	ctx := context.Background()
	sign, err := signer.New(signer.Credentials{
		SDKAppID: 1400000000, Identifier: os.Getenv("TIMSNS_IDENTIFIER"), SecretKey: os.Getenv("TIMSNS_SECRET_KEY"),
	})
	if err != nil {
		log.Fatal(err)
	}
	client, err := gen.NewClient(rest.Server{URL: os.Getenv("TIMSNS_SERVER")}, sign)
	if err != nil {
		log.Fatal(err)
	}
`+statements+"}\n"), 0o600))
	command := exec.CommandContext(t.Context(), "go", "run", file) //nolint:gosec // the file above
	command.Env = append(os.Environ(), live.environment...)
	output, err := command.CombinedOutput()
	require.NoError(t, err, "%s\n%s", output, statements)
	return string(output)
}

// TestPackets_passVerify saves calls that succeeded and failed, and validates the files with timsns verify.
func TestPackets_passVerify(t *testing.T) {
	page := openTab(t)
	page.open(startConsole(t, nil, "--sandbox"))
	page.choose("GroupGet")
	for _, account := range []string{"alice", "nobody"} {
		page.edit("GroupGet", `{"From_Account": "`+account+`", "LastSequence": 0}`)
		page.execute("GroupGet")
		file := page.save()
		assert.Regexp(t, `^group_get-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.json$`, filepath.Base(file))
		output, err := exec.CommandContext(t.Context(), filepath.Join(folder, "timsns"), "verify", file).CombinedOutput() //nolint:gosec // the file above
		assert.NoError(t, err, "%s", output)
		text, err := os.ReadFile(file) //nolint:gosec // the file above
		require.NoError(t, err)
		assert.Contains(t, string(text), `"`+account+`"`)
		assert.Contains(t, string(text), `"unsigned": true`)
	}
}

// save clicks the button that saves a packet, and returns the name of the file.
func (b *tab) save() string {
	b.t.Helper()
	target, enabled := b.t.TempDir(), true
	_, err := chromedp.CallBrowser(b.context, cdpbrowser.SetDownloadBehavior, cdpbrowser.SetDownloadBehaviorParams{
		Behavior: cdpbrowser.SetDownloadBehaviorBehaviorAllow, DownloadPath: target, EventsEnabled: &enabled,
		BrowserContextID: chromedp.FromContext(b.context).BrowserContextID,
	})
	require.NoError(b.t, err)
	saved := make(chan string, 1)
	require.NoError(b.t, chromedp.ListenBrowser(b.context, func(event any) {
		progress, isProgress := event.(*cdpbrowser.EventDownloadProgress)
		if isProgress && progress.State != cdpbrowser.DownloadProgressStateInProgress {
			select {
			case saved <- progress.FilePath:
			default: // of an earlier file
			}
		}
	}))
	b.click("#save-packet")
	select {
	case <-saved:
	case <-time.After(patience):
		require.Fail(b.t, "nothing was saved")
	}
	files, err := filepath.Glob(filepath.Join(target, "*"))
	require.NoError(b.t, err)
	require.Len(b.t, files, 1)
	return files[0]
}
