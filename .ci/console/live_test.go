package console_test

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
)

// TestTargets_areSwitched checks that a call goes where the page says, and that a real app looks different.
func TestTargets_areSwitched(t *testing.T) {
	live := startService(t)
	page := openTab(t)
	page.open(startConsole(t, live.environment))
	banner := func() string { return do(page, chromedp.Text(chromedp.CSS("#banner"))) }
	color := func() string { return page.eval(`getComputedStyle(document.getElementById("banner")).backgroundColor`) }
	assert.Contains(t, banner(), "Calls go to "+live.URL+", to the real app 1400000000, as administrator.")
	colorOfLive := color()
	page.choose("GroupGet")
	page.execute("GroupGet")
	assert.Equal(t, []string{"/v4/sns/group_get"}, live.called())
	assert.Equal(t, live.URL, page.shown("target"))

	page.pick("target", "sandbox")
	assert.Contains(t, banner(), "Nothing here reaches Tencent Cloud.")
	assert.NotEqual(t, colorOfLive, color())
	page.execute("GroupGet")
	assert.Equal(t, "sandbox", page.shown("target"))
	assert.Len(t, live.called(), 1)
}

// TestSecrets_stayInTheConsole searches all that reaches the browser for the secret key and the UserSig, also where the
// service repeats the signature, and where the call fails.
func TestSecrets_stayInTheConsole(t *testing.T) {
	live := startService(t)
	live.answers["repeat"] = answerWithQuery
	live.answers["drop"] = dropConnection
	page := openAnyTab(t) // which reports the status 502
	page.open(startConsole(t, live.environment))
	page.choose("GroupGet")
	for account, code := range map[string]string{"alice": "0", "repeat": "70001", "drop": ""} {
		page.edit("GroupGet", `{"From_Account": "`+account+`", "LastSequence": 0}`)
		page.execute("GroupGet")
		assert.Equal(t, code, page.shown("code"), account)
		for _, button := range []string{"#copy-go", "#copy-command", "#copy-curl"} {
			assert.Contains(t, page.copy(button), account)
		}
	}
	live.mutex.Lock()
	secrets := live.secrets
	live.mutex.Unlock()
	assert.Len(t, secrets, 4, "the key, and a signature for each call")
	page.traffic.checkSecrets(t, secrets...)
}

// TestResponses_areText checks that nothing in a response becomes markup or a script.
func TestResponses_areText(t *testing.T) {
	live := startService(t)
	live.answers["html"], live.answers["json"] = answerHTML, answerJSON
	page := openAnyTab(t) // which reports the status 502
	page.open(startConsole(t, live.environment))
	page.choose("GroupGet")
	for account, want := range map[string]string{
		"html": "<html><body>" + markup + "</body></html>", "json": `onerror=\"window.hacked = 2\"`,
	} {
		page.edit("GroupGet", `{"From_Account": "`+account+`", "LastSequence": 0}`)
		page.execute("GroupGet")
		assert.Contains(t, page.shown("response"), want)
		assert.NotEmpty(t, page.shown("violations")+page.shown("error"))
	}
	page.edit("GroupGet", `{"From_Account": "<img src=x onerror=\"window.hacked = 4\">", "LastSequence": 0}`)
	page.execute("GroupGet")
	assert.Contains(t, page.shown("request"), `<img src=x`)
	for _, item := range []string{"1", "2", "3"} { // what is shown again is read from the history
		page.click("#history li:nth-child(" + item + ") button")
	}
	assert.Equal(t, "undefined 0", page.eval(
		`typeof window.hacked + " " + document.querySelectorAll("aside img, aside svg, aside script, aside [onerror]").length`))
}
