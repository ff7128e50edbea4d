package console_test

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// tab is a tab of the browser, with a profile of its own.
type tab struct {
	t       *testing.T
	context context.Context
	traffic *traffic
}

// openTab opens a tab. At the end of the test, it must have seen no error in the browser's console.
func openTab(t *testing.T) *tab {
	t.Helper()
	opened := openAnyTab(t)
	t.Cleanup(func() { opened.traffic.checkProblems(t) })
	return opened
}

// openAnyTab opens a tab whose page may do what the browser reports as an error.
func openAnyTab(t *testing.T) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(browser, chromedp.WithNewBrowserContext())
	t.Cleanup(cancel)
	recorded, err := record(ctx)
	require.NoError(t, err)
	_, err = chromedp.CallBrowser(ctx, cdpbrowser.SetPermission, cdpbrowser.SetPermissionParams{
		Permission: &cdpbrowser.PermissionDescriptor{Name: "clipboard-read"}, Setting: cdpbrowser.PermissionSettingGranted,
		BrowserContextID: chromedp.FromContext(ctx).BrowserContextID,
	})
	require.NoError(t, err)
	return &tab{t, ctx, recorded}
}

// patience is how long an action may take. It waits no longer than needed.
const patience = 20 * time.Second

// do runs an action and returns its result.
func do[T any](tab *tab, action chromedp.Action[T]) T {
	tab.t.Helper()
	ctx, cancel := context.WithTimeout(tab.context, patience)
	defer cancel()
	result, err := chromedp.Run(ctx, action)
	require.NoError(tab.t, err)
	return result
}

// open opens the page of a console, and waits for its operations.
func (b *tab) open(address string) {
	b.t.Helper()
	do(b, chromedp.Navigate(address))
	do(b, chromedp.WaitVisible(chromedp.CSS(".opblock")))
}

// speak makes the browser prefer a language.
func (b *tab) speak(language string) {
	b.t.Helper()
	_, err := chromedp.Call(b.context, emulation.SetUserAgentOverride, emulation.SetUserAgentOverrideParams{
		UserAgent: b.eval("navigator.userAgent"), AcceptLanguage: language,
	})
	require.NoError(b.t, err)
}

// wait waits until a JavaScript expression is true.
func (b *tab) wait(expression string) {
	b.t.Helper()
	_, err := chromedp.Run(b.context, chromedp.Poll[bool](expression, chromedp.WithPollingTimeout(patience)))
	require.NoError(b.t, err, "waiting for %s", expression)
}

func (b *tab) eval(expression string) string {
	b.t.Helper()
	return do(b, chromedp.Evaluate[string](expression))
}

// await returns what the promise of an expression resolves to.
func (b *tab) await(expression string) string {
	b.t.Helper()
	return do(b, chromedp.Evaluate[string](expression, chromedp.EvalAwaitPromise))
}

func (b *tab) click(selector string) {
	b.t.Helper()
	do(b, chromedp.Click(chromedp.CSS(selector)))
}

// choose opens an operation, and waits for its form.
func (b *tab) choose(operation string) {
	b.t.Helper()
	b.click(fmt.Sprintf(`.opblock[id$="-%s"] .opblock-summary-control`, operation))
	do(b, chromedp.WaitVisible(chromedp.CSS(form(operation))))
}

func form(operation string) string { return fmt.Sprintf(`.opblock[id$="-%s"] textarea`, operation) }

func executeButton(operation string) string {
	return fmt.Sprintf(`.opblock[id$="-%s"] .execute`, operation)
}

// edit replaces the text of an operation's form as a person does.
func (b *tab) edit(operation, text string) {
	b.t.Helper()
	do(b, chromedp.Focus(chromedp.CSS(form(operation))))
	do(b, chromedp.Evaluate[chromedp.Void](`document.activeElement.select()`))
	_, err := chromedp.Call(b.context, input.InsertText, input.InsertTextParams{Text: text})
	require.NoError(b.t, err)
	b.wait(fmt.Sprintf("document.querySelector(%q).value === %q", form(operation), text))
}

// pick chooses an option of a select.
func (b *tab) pick(id, value string) {
	b.t.Helper()
	found := do(b, chromedp.Evaluate[bool](fmt.Sprintf(`(() => {
		const list = document.getElementById(%q);
		list.value = %q;
		list.dispatchEvent(new Event("change", { bubbles: true }));
		return list.value === %q;
	})()`, id, value, value)))
	require.True(b.t, found, "%s has no option %s", id, value)
}

// execute clicks the button of an operation, and waits until the history has its call.
func (b *tab) execute(operation string) {
	b.t.Helper()
	before := b.calls()
	b.click(executeButton(operation))
	b.wait(fmt.Sprintf("document.querySelectorAll('#history li').length > %d", before))
}

// calls returns how many calls the history has.
func (b *tab) calls() int {
	b.t.Helper()
	return do(b, chromedp.Evaluate[int]("document.querySelectorAll('#history li').length"))
}

// shown returns the text of a part of the panel, without its surrounding white space; "" if it is hidden.
func (b *tab) shown(class string) string {
	b.t.Helper()
	selector := strconv.Quote("#outcome ." + class)
	return strings.TrimSpace(b.eval(fmt.Sprintf(
		"(e => e.checkVisibility() ? e.innerText : '')(document.querySelector(%s))", selector)))
}

// copy clicks a button that copies, and returns what the clipboard then has.
func (b *tab) copy(button string) string {
	b.t.Helper()
	do(b, chromedp.Evaluate[chromedp.Void](`document.querySelector("#outcome output").textContent = ""`))
	b.click(button)
	b.wait(`document.querySelector("#outcome output").innerText === "Copied."`)
	return b.await("navigator.clipboard.readText()")
}
