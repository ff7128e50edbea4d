package console_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// attack does in a page of another origin what such a page can do to the console at an origin, with the token, as if it
// had leaked. It returns what each attempt found.
const attack = `(async (origin, token) => {
	const call = origin + "/v4/sns/group_get?token=" + token;
	const body = JSON.stringify({ From_Account: "alice", LastSequence: 0 });
	const found = {};
	const attempt = async (name, try_) => {
		try {
			found[name] = await try_();
		} catch (error) {
			found[name] = "refused";
		}
	};
	const read = async (response) => response.type === "opaque" ? "opaque" : response.status + await response.text();
	const loads = (tag, attributes) => new Promise((resolve) => {
		const element = Object.assign(document.createElement(tag), attributes);
		element.onload = () => resolve("loaded");
		element.onerror = () => resolve("refused");
		document.body.append(element);
	});
	const page = origin + "/?token=" + token;
	await attempt("reads the page", async () => read(await fetch(page)));
	await attempt("sends a simple request", async () => read(await fetch(call, { method: "POST", mode: "no-cors", body })));
	await attempt("sends the page's request", async () => read(await fetch(origin + "/v4/sns/group_get", {
		method: "POST", body,
		headers: { Authorization: "Bearer " + token, "Content-Type": "application/json", "Timsns-Target": "sandbox" },
	})));
	await attempt("sends a beacon", async () => String(navigator.sendBeacon(call, body)));
	await attempt("loads a script", () => loads("script", { src: origin + "/assets/console.js?token=" + token }));
	await attempt("loads an image", () => loads("img", { src: origin + "/assets/icon.svg?token=" + token }));
	await attempt("frames the page", async () => {
		const frame = document.createElement("iframe");
		frame.src = page;
		const isLoaded = new Promise((resolve) => frame.onload = resolve);
		document.body.append(frame);
		await isLoaded;
		return frame.contentDocument ? "readable" : "refused";
	});
	await attempt("posts a form", async () => {
		document.body.insertAdjacentHTML("beforeend", '<iframe name="sink"></iframe><form method="post" target="sink"' +
			' enctype="text/plain"><input></form>');
		const form = document.forms[0];
		form.action = call;
		form.elements[0].name = body.slice(0, -1) + ',"x":"';
		form.elements[0].value = '"}';
		const isLoaded = new Promise((resolve) => document.querySelector("[name=sink]").onload = resolve);
		form.submit();
		await isLoaded;
		return document.querySelector("[name=sink]").contentDocument ? "readable" : "refused";
	});
	return JSON.stringify(found);
})(%q, %q)`

// hostOf returns the origin of a console's address, with another host, and its token.
func hostOf(t *testing.T, address, host string) (origin, token string) {
	t.Helper()
	parsed, err := url.Parse(address)
	require.NoError(t, err)
	return "http://" + host + ":" + parsed.Port(), parsed.Query().Get("token")
}

// TestOtherOrigins_areRefused attacks the console from pages of another port of the same host, of another name of this
// machine, and of another host. None reads anything, and nothing reaches the service.
func TestOtherOrigins_areRefused(t *testing.T) {
	live := startService(t)
	origin, token := hostOf(t, startConsole(t, live.environment), "127.0.0.1")
	for _, host := range []string{"127.0.0.1", "localhost", "evil.test"} {
		t.Run(host, func(t *testing.T) {
			page := openAnyTab(t)
			do(page, chromedp.Navigate(startSite(t, host).URL))
			var found map[string]string
			require.NoError(t, json.Unmarshal([]byte(page.await(fmt.Sprintf(attack, origin, token))), &found))
			assert.Equal(t, map[string]string{
				"reads the page": "refused", "sends a simple request": "refused", "sends the page's request": "refused",
				"sends a beacon": "true", "loads a script": "refused", "loads an image": "refused",
				"frames the page": "refused", "posts a form": "refused",
			}, found)
			assert.Empty(t, live.called())
			page.traffic.checkRefused(t, origin)
		})
	}
}

// checkRefused checks that the console has answered no request of the tab with anything but 403.
func (r *traffic) checkRefused(t *testing.T, origin string) {
	t.Helper()
	r.mutex.Lock()
	defer r.mutex.Unlock()
	count := 0
	for address, statuses := range r.statuses {
		if !strings.HasPrefix(address, origin) {
			continue
		}
		for _, status := range statuses {
			count++
			assert.Equal(t, http.StatusForbidden, status, address)
		}
	}
	assert.Positive(t, count, "the attacks have reached the console")
}

// site is a site of somebody else, and the Referers that it got.
type site struct {
	URL      string
	referers chan string
}

func startSite(t *testing.T, host string) *site {
	t.Helper()
	found := &site{referers: make(chan string, 10)}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/" {
			found.referers <- r.Referer()
		}
		w.Header().Set("Content-Type", "text/html")
		_, _ = w.Write([]byte("<!DOCTYPE html><body>site"))
	}))
	t.Cleanup(server.Close)
	found.URL = strings.Replace(server.URL, "127.0.0.1", host, 1) + "/"
	return found
}

// TestLinks_leadOnlyAwayAndWithoutAReferer checks that a link to the page does not open it, since the site that has the
// link would have the token, and that a site which the page leads to does not get the token.
func TestLinks_leadOnlyAwayAndWithoutAReferer(t *testing.T) {
	address := startConsole(t, nil, "--sandbox")
	other := startSite(t, "evil.test")
	page := openAnyTab(t)
	page.open(address)
	assert.Equal(t, "site", page.follow(other.URL))
	assert.Empty(t, <-other.referers)
	assert.Contains(t, page.follow(address), "Sec-Fetch-Site: the request is of another site")
}

// follow has the page follow a link, and returns the text of the page that it leads to.
func (b *tab) follow(target string) string {
	b.t.Helper()
	do(b, chromedp.WaitEvent(cdppage.LoadEventFired, nil, chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`(() => {
		const link = document.body.appendChild(document.createElement("a"));
		link.href = %q;
		link.click();
	})()`, target))))
	return strings.TrimSpace(b.eval("document.body.innerText"))
}

// TestRebinding_isRefused has the browser take a name of somebody else for this machine. Scripts of that name are then of
// the same origin as the console, and no other rule would stop them.
func TestRebinding_isRefused(t *testing.T) {
	live := startService(t)
	origin, token := hostOf(t, startConsole(t, live.environment), "evil.test")
	page := openAnyTab(t)
	response := do(page, chromedp.NavigateResponse(origin+"/?token="+token))
	assert.EqualValues(t, http.StatusMisdirectedRequest, response.Status)
	assert.Equal(t, "421 421", page.await(fmt.Sprintf(`(async () => {
		const page = await fetch("/?token=%[1]s");
		const call = await fetch("/v4/sns/group_get", {
			method: "POST", body: '{"From_Account":"alice"}',
			headers: { Authorization: "Bearer %[1]s", "Content-Type": "application/json", "Timsns-Target": "sandbox" },
		});
		return page.status + " " + call.status;
	})()`, token)))
	assert.Empty(t, live.called())
}
