package console_test

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
)

// post sends a request to the console from a page, as the page itself does, and returns the HTTP status.
const post = `fetch(%q, {
	method: "POST", body: %q,
	headers: { Authorization: "Bearer " + token, "Content-Type": "application/json", "Timsns-Target": %q },
}).then((response) => String(response.status))`

const removal = `{"From_Account": "alice"}`

// TestWrites_needTheFlag checks that neither the form nor a script sends a command that changes data, whatever the target.
func TestWrites_needTheFlag(t *testing.T) {
	live := startService(t)
	page := openAnyTab(t) // which reports the status 403
	page.open(startConsole(t, live.environment))
	page.choose("FriendDeleteAll")
	for _, target := range []string{live.URL, "sandbox"} {
		page.pick("target", target)
		assert.True(t, do(page, chromedp.Evaluate[bool](
			fmt.Sprintf("document.querySelector(%q).disabled", executeButton("FriendDeleteAll")))))
		assert.Contains(t, do(page, chromedp.Text(chromedp.CSS(".blocked"))), "timsns console --allow-writes")
		assert.Equal(t, "403", page.await(fmt.Sprintf(post, "/v4/sns/friend_delete_all", removal, target)))
	}
	assert.Equal(t, "200", page.await(fmt.Sprintf(post, "/v4/sns/group_get", `{"From_Account": "alice"}`, live.URL)))
	assert.Equal(t, []string{"/v4/sns/group_get"}, live.called())
}

// TestWrites_areConfirmed checks that the flag allows writes, and that the page asks before it changes a real app.
func TestWrites_areConfirmed(t *testing.T) {
	live := startService(t)
	page := openTab(t)
	page.open(startConsole(t, live.environment, "--allow-writes"))
	page.choose("FriendDeleteAll")
	page.edit("FriendDeleteAll", removal)

	page.click(executeButton("FriendDeleteAll"))
	do(page, chromedp.WaitVisible(chromedp.CSS("#confirm")))
	assert.Contains(t, do(page, chromedp.Text(chromedp.CSS("#confirm"))),
		"friend_delete_all changes data of the real app 1400000000, through "+live.URL)
	page.click("#confirm-cancel")
	do(page, chromedp.WaitNotVisible(chromedp.CSS("#confirm")))
	do(page, chromedp.WaitEnabled(chromedp.CSS(executeButton("FriendDeleteAll"))))
	assert.Empty(t, live.called())
	assert.Zero(t, page.calls())

	page.click(executeButton("FriendDeleteAll"))
	do(page, chromedp.WaitVisible(chromedp.CSS("#confirm")))
	page.click("#confirm-send")
	page.wait("document.querySelectorAll('#history li').length === 1")
	assert.Equal(t, []string{"/v4/sns/friend_delete_all"}, live.called())
	assert.Equal(t, "0", page.shown("code"))
	page.choose("FriendGet")
	page.edit("FriendGet", `{"From_Account": "alice", "StartIndex": 0}`)
	page.execute("FriendGet")
	assert.Contains(t, page.shown("response"), `"FriendNum": 0`, "the data has changed")

	page.pick("target", "sandbox")
	page.execute("FriendDeleteAll")
	assert.Equal(t, "sandbox", page.shown("target"))
	assert.Len(t, live.called(), 2, "the sandbox takes the call, and is not asked about")
}
