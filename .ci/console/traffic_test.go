package console_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// traffic is all that a tab sends and receives, and what its browser reports as an error.
type traffic struct {
	context context.Context

	mutex    sync.Mutex
	texts    []string            // all events of the network, as JSON, with URLs, headers and request bodies
	bodies   []network.RequestID // of responses
	statuses map[string][]int    // the statuses of responses, by URL
	problems []string
}

// record records the traffic of a tab.
func record(ctx context.Context) (*traffic, error) {
	if err := chromedp.Do(ctx); err != nil { // opens the tab
		return nil, err
	}
	recorded := &traffic{context: ctx, statuses: map[string][]int{}}
	if err := chromedp.Listen(ctx, recorded.add); err != nil {
		return nil, err
	}
	size := int64(50 << 20)
	_, err := chromedp.Call(ctx, network.Enable, network.EnableParams{
		MaxTotalBufferSize: &size, MaxResourceBufferSize: &size, MaxPostDataSize: &size,
	})
	return recorded, err
}

func (r *traffic) add(event any) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	switch event := event.(type) {
	case *network.EventRequestWillBeSent, *network.EventRequestWillBeSentExtraInfo:
		r.keep(event)
	case *network.EventResponseReceived:
		r.keep(event)
		r.bodies = append(r.bodies, event.RequestID)
		r.statuses[event.Response.URL] = append(r.statuses[event.Response.URL], int(event.Response.Status))
	case *network.EventResponseReceivedExtraInfo:
		r.keep(event)
	case *log.EventEntryAdded:
		if event.Entry.Level == log.EntryLevelError {
			r.problems = append(r.problems, fmt.Sprintf("%s: %s (%s)", event.Entry.Source, event.Entry.Text, event.Entry.URL))
		}
	case *runtime.EventExceptionThrown:
		text, _ := json.Marshal(event.ExceptionDetails)
		r.problems = append(r.problems, string(text))
	case *runtime.EventConsoleAPICalled:
		if event.Type == runtime.ConsoleAPICalledTypeError || event.Type == runtime.ConsoleAPICalledTypeWarning {
			text, _ := json.Marshal(event.Args)
			r.problems = append(r.problems, string(text))
		}
	}
}

// keep keeps an event. Its bytes are base64 in JSON, so the bodies of requests are kept beside it.
func (r *traffic) keep(event any) {
	text, _ := json.Marshal(event)
	r.texts = append(r.texts, string(text))
	if sent, isRequest := event.(*network.EventRequestWillBeSent); isRequest {
		for _, entry := range sent.Request.PostDataEntries {
			r.texts = append(r.texts, string(entry.Bytes))
		}
	}
}

// checkProblems reports what the browser reported, such as a violation of the page's policy or an exception.
func (r *traffic) checkProblems(t *testing.T) {
	t.Helper()
	r.mutex.Lock()
	defer r.mutex.Unlock()
	assert.Empty(t, r.problems, "the browser reports errors")
}

// all returns the traffic, the page as it is, and what the page has stored.
func (r *traffic) all(t *testing.T) string {
	t.Helper()
	state, err := chromedp.Run(r.context, chromedp.Evaluate[string](`[
		document.documentElement.outerHTML, ...[...document.querySelectorAll("textarea, input")].map((e) => e.value),
		JSON.stringify({ ...sessionStorage, ...localStorage }), document.cookie, location.href,
	].join("\n")`))
	require.NoError(t, err)
	r.mutex.Lock()
	defer r.mutex.Unlock()
	texts := append([]string{state}, r.texts...)
	for _, id := range r.bodies {
		body, err := chromedp.Call(r.context, network.GetResponseBody, network.GetResponseBodyParams{RequestID: id})
		if err == nil { // an empty response has none
			texts = append(texts, string(body.Body))
		}
	}
	return strings.Join(texts, "\n")
}

// checkSecrets checks that no secret has reached the browser, neither as it is nor encoded as in a URL.
func (r *traffic) checkSecrets(t *testing.T, secrets ...string) {
	t.Helper()
	all := r.all(t)
	require.Contains(t, all, "Tencent Cloud IM", "the bodies of responses are searched, too")
	require.NotEmpty(t, secrets)
	for i, secret := range secrets {
		for _, form := range []string{secret, url.QueryEscape(secret), secret[:len(secret)/2]} {
			assert.False(t, strings.Contains(all, form), "the browser has the secret %d", i) //nolint:testifylint // no secret in the output
		}
	}
}
