package console_test

import (
	"encoding/json"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
)

// TestPage_callsTheSandbox does what a person does first: choose a command, edit its example, and execute it.
func TestPage_callsTheSandbox(t *testing.T) {
	page := openTab(t)
	page.open(startConsole(t, nil, "--sandbox"))
	page.choose("GroupGet")
	example := do(page, chromedp.Value(chromedp.CSS(form("GroupGet"))))
	assert.Contains(t, example, `"From_Account"`, "the example is filled in")
	page.execute("GroupGet")
	assert.Equal(t, "0", page.shown("code"))

	page.edit("GroupGet", `{"From_Account": "alice", "LastSequence": 18014398509481985}`)
	page.execute("GroupGet")
	assert.Equal(t, "group_get", page.shown("command"))
	assert.Equal(t, "sandbox", page.shown("target"))
	assert.Contains(t, page.shown("request"), "/v4/sns/group_get?sdkappid=1400000000&identifier=administrator&random="+page.shown("random"))
	assert.Contains(t, page.shown("request"), `"LastSequence": 18014398509481985`, "an integer of 64 bits stays as it is")
	assert.Contains(t, page.shown("response"), `"ActionStatus": "OK"`)
	assert.True(t, json.Valid([]byte(page.shown("response"))))
	assert.Equal(t, "0", page.shown("code"))
	assert.Equal(t, "the call succeeded", page.shown("meaning"))
	assert.Regexp(t, `^\d+(\.\d+)? ms`, page.shown("duration"))
	assert.Equal(t, "200", page.shown("status"))
}

// TestPage_explainsCodes checks that a failure shows its code, the meaning and the advice of the document.
func TestPage_explainsCodes(t *testing.T) {
	page := openTab(t)
	page.open(startConsole(t, nil, "--sandbox"))
	page.choose("GroupGet")
	page.edit("GroupGet", `{"From_Account": "nobody", "LastSequence": 0}`)
	page.execute("GroupGet")
	assert.Equal(t, "30003", page.shown("code"))
	assert.Contains(t, page.shown("meaning"), "does not exist")
	assert.NotEmpty(t, page.shown("advice"))
	assert.Contains(t, page.shown("response"), `"ActionStatus": "FAIL"`)

	page.edit("GroupGet", `{"From_Account": `)
	page.click(executeButton("GroupGet"))
	page.wait(`document.querySelector(".invalid").innerText.startsWith("The request is not valid JSON")`)
	assert.Equal(t, 1, page.calls(), "nothing is sent")
}

// TestPage_keepsHistory checks that earlier calls can be shown and edited again, also after the page is loaded again.
func TestPage_keepsHistory(t *testing.T) {
	page := openTab(t)
	page.open(startConsole(t, nil, "--sandbox"))
	page.choose("GroupGet")
	for _, account := range []string{"alice", "nobody"} {
		page.edit("GroupGet", `{"From_Account": "`+account+`", "LastSequence": 0}`)
		page.execute("GroupGet")
	}
	page.choose("BlackListGet")
	page.execute("BlackListGet")
	assert.Equal(t, "black_list_get,group_get,group_get",
		page.eval(`[...document.querySelectorAll("#history li")].map((e) => e.dataset.command).join()`))

	page.click("#history li:nth-child(3) button")
	assert.Contains(t, page.shown("request"), `"From_Account": "alice"`)
	page.click("#history li:nth-child(2) button")
	assert.Contains(t, page.shown("request"), `"From_Account": "nobody"`)
	assert.Equal(t, "30003", page.shown("code"))
	do(page, chromedp.Reload())
	do(page, chromedp.WaitVisible(chromedp.CSS(".opblock")))
	assert.Equal(t, 3, page.calls())
	page.click("#history li:nth-child(3) button")
	page.click("#fill-form")
	do(page, chromedp.WaitVisible(chromedp.CSS(form("GroupGet"))))
	page.wait(`document.querySelector("textarea").value.includes('"From_Account": "alice"')`)
	page.click("#clear-history")
	page.wait(`document.querySelectorAll("#history li").length === 0`)
}

// TestPage_switchesLanguage checks that the page follows the browser and the choice of its user, and keeps a choice.
func TestPage_switchesLanguage(t *testing.T) {
	address := startConsole(t, nil, "--sandbox")
	page := openTab(t)
	page.open(address)
	page.choose("GroupGet")
	assert.Equal(t, "Execute", page.textOfExecute())
	page.pick("language", "zh")
	assert.Equal(t, "发送", page.textOfExecute())
	page.wait(`document.body.innerText.includes("请求包体")`)
	assert.Equal(t, "zh-CN", page.eval("document.documentElement.lang"))
	do(page, chromedp.Reload()) // the operation stays open
	assert.Equal(t, "发送", page.textOfExecute())
	page.pick("language", "en")
	assert.Equal(t, "Execute", page.textOfExecute())
	page.wait(`!document.body.innerText.includes("请求包体")`)

	chinese := openTab(t)
	chinese.speak("zh-CN")
	chinese.open(address)
	chinese.choose("GroupGet")
	assert.Equal(t, "发送", chinese.textOfExecute())
}

func (b *tab) textOfExecute() string {
	b.t.Helper()
	return do(b, chromedp.Text(chromedp.CSS(executeButton("GroupGet"))))
}
