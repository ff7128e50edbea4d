package console_test

import (
	"context"
	"io"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
)

const failure = `{"ActionStatus":"FAIL","ErrorCode":60007,"ErrorInfo":"too fast","ErrorDisplay":"太快"}`

func TestConsole_callsTheTargetThatIsChosen(t *testing.T) {
	s := start(t, false, answer(200, "application/json", failure))
	received, outcome := s.call("sandbox", "group_get", request)
	assert.Equal(t, 200, received.StatusCode)
	assert.Contains(t, received.text, `"GroupName":"family"`)
	assert.Equal(t, "sandbox", outcome["Target"])
	assert.EqualValues(t, 0, outcome["Code"])
	assert.Equal(t, "group_get", outcome["Command"])
	assert.NotContains(t, outcome, "Violations")

	received, outcome = s.call("Live", "group_get", request)
	assert.Equal(t, failure, received.text) //nolint:testifylint // byte for byte
	assert.Equal(t, "Live", outcome["Target"])
	assert.EqualValues(t, 60007, outcome["Code"])
	assert.Equal(t, "the command was called too often", outcome["Meaning"])
	assert.NotEmpty(t, outcome["Advice"])
	assert.EqualValues(t, 1, outcome["RetryAfter"], "quotas are per second")
	assert.EqualValues(t, 1, outcome["Attempts"], "what is sent by hand is not repeated")
	assert.Positive(t, outcome["Random"])
	assert.Positive(t, outcome["Duration"])
	assert.Regexp(t, `^http://127\.0\.0\.1:\d+/v4/sns/group_get\?sdkappid=1400000000&identifier=administrator&random=\d+&contenttype=json$`,
		outcome["URL"])
}

func TestConsole_passesRequestsOn(t *testing.T) {
	var body, contentType, query string
	s := start(t, false, func(w http.ResponseWriter, r *http.Request) {
		text, _ := io.ReadAll(r.Body)
		body, contentType, query = string(text), r.Header.Get("Content-Type"), r.URL.RawQuery
		answer(200, "application/json", failure)(w, r)
	})
	_, outcome := s.call("Live", "group_get", `{"LastSequence":18446744073709551615,"New":"同学"}`)
	assert.Equal(t, `{"LastSequence":18446744073709551615,"New":"同学"}`, body) //nolint:testifylint // byte for byte
	assert.Equal(t, "application/json", contentType)
	assert.NotContains(t, query, token)
	assert.Contains(t, outcome["Violations"], map[string]any{
		"Direction": "requests", "Path": "$.New", "Reason": `property "New" is unsupported`,
	}, "an invalid request is sent, since the service decides")
}

func TestConsole_refusesCalls(t *testing.T) {
	s := start(t, false, unreached(t))
	for name, test := range map[string]struct {
		target, command, body string
		status                int
		want                  string
	}{
		"a write":              {"Live", "friend_add", request, 403, "friend_add changes data: start timsns console --allow-writes to send it"},
		"a write to a sandbox": {"sandbox", "friend_delete_all", request, 403, "friend_delete_all changes data"},
		"an unknown command":   {"Live", "group_got", request, 404, "the document has no such command"},
		"an unknown target":    {"Mars", "group_get", request, 400, "Timsns-Target: want the name of a target"},
		"no target":            {"", "group_get", request, 400, "Timsns-Target: want the name of a target"},
		"no JSON":              {"Live", "group_get", "{", 400, "the request is not valid JSON"},
		"a large request":      {"Live", "group_get", `"` + strings.Repeat("x", 8<<20) + `"`, 400, "request body too large"},
	} {
		t.Run(name, func(t *testing.T) {
			received, outcome := s.call(test.target, test.command, test.body)
			assert.Equal(t, test.status, received.StatusCode)
			assert.Contains(t, received.text, test.want)
			assert.Nil(t, outcome)
		})
	}
}

// TestConsole_allowsWrites checks that each command is refused or sent by the same rule as the command line has.
func TestConsole_allowsWrites(t *testing.T) {
	document, err := api.Load()
	require.NoError(t, err)
	for _, allowed := range []bool{false, true} {
		s := start(t, allowed, answer(200, "application/json", failure))
		for _, operation := range document.Operations() {
			received, outcome := s.call("Live", operation.Command, `{}`)
			assert.Equal(t, allowed || operation.Idempotent, outcome != nil, operation.Command)
			assert.Equal(t, outcome == nil, received.StatusCode == http.StatusForbidden, operation.Command)
		}
	}
}

// TestConsole_showsFailures checks what the page gets if something else than the service responds.
func TestConsole_showsFailures(t *testing.T) {
	hangUp := func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }
	const page = "<script>alert(1)</script>"
	for name, test := range map[string]struct {
		service           http.HandlerFunc
		status            int
		body, want, media string
	}{
		"HTTP 500 with HTML":    {answer(500, "text/html", page), 500, page, "unexpected HTTP status: 500 Internal Server Error", "text/html"},
		"HTML":                  {answer(200, "text/html", page), 200, page, "invalid response: want a JSON object", "text/html"},
		"no media type":         {answer(200, "image/svg+xml", page), 200, page, "invalid response: want a JSON object", "image/svg+xml"},
		"no response":           {hangUp, 502, "", "EOF", ""},
		"a response of 50 MB":   {answer(200, "application/json", strings.Repeat(" ", 50<<20)), 200, "", "response too large", "application/json"},
		"a status of proxies":   {answer(407, "text/html", page), 502, page, "unexpected HTTP status: 407 Proxy Authentication Required", "text/html"},
		"a status without body": {answer(204, "", ""), 204, "", "unexpected HTTP status: 204 No Content", ""},
	} {
		t.Run(name, func(t *testing.T) {
			received, outcome := start(t, true, test.service).call("Live", "friend_delete_all", `{"From_Account":"alice"}`)
			assert.Equal(t, test.status, received.StatusCode)
			assert.Equal(t, test.body, received.text)
			assert.Contains(t, []string{"application/json", "text/plain; charset=utf-8"}, received.Header.Get("Content-Type"))
			assert.Contains(t, outcome["Error"], test.want)
			assert.Equal(t, test.media, outcome["ResponseType"])
			assert.Nil(t, outcome["Code"])
			assert.Equal(t, !strings.Contains(name, "status"), outcome["IsUnknown"], "a write may have been carried out")
			assert.NotContains(t, outcome, "Violations", "the error says it")
		})
	}
}

// TestConsole_hidesSecrets has the service repeat the signature wherever the page could see it.
func TestConsole_hidesSecrets(t *testing.T) {
	for name, service := range map[string]http.HandlerFunc{
		"in the error": func(w http.ResponseWriter, r *http.Request) {
			answer(200, "application/json", `{"ActionStatus":"FAIL","ErrorCode":70001,"ErrorInfo":"`+r.URL.RawQuery+`","ErrorDisplay":""}`)(w, r)
		},
		"in HTML": func(w http.ResponseWriter, r *http.Request) {
			answer(500, "text/html", "<p>"+r.URL.String()+"</p>")(w, r)
		},
		"in the headers": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Location", r.URL.String())
			w.Header().Set("X-Url", r.URL.String())
			answer(302, "text/plain; url="+r.URL.Query().Get("usersig"), "")(w, r)
		},
		"in a property": func(w http.ResponseWriter, r *http.Request) {
			answer(200, "application/json", `{"`+r.URL.Query().Get("usersig")+`":1,"ErrorCode":0}`)(w, r)
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := start(t, false, service)
			received, outcome := s.call("Live", "group_get", request)
			require.NotNil(t, outcome)
			require.Greater(t, len(s.userSig()), 100)
			var headers strings.Builder
			require.NoError(t, received.Header.Write(&headers))
			all := headers.String() + received.text
			assert.NotContains(t, all, s.userSig()[:16])
			assert.NotContains(t, all, s.secretKey)
			assert.Empty(t, received.Header.Get("Location"))
		})
	}
}

// TestConsole_endsCallsOfPagesThatLeave has a service that waits until its caller leaves.
func TestConsole_endsCallsOfPagesThatLeave(t *testing.T) {
	reached, left := make(chan struct{}), make(chan struct{})
	s := start(t, false, func(_ http.ResponseWriter, r *http.Request) {
		_, _ = io.ReadAll(r.Body) // without which the context does not end with the connection
		close(reached)
		<-r.Context().Done()
		close(left)
	})
	ctx, leave := context.WithCancel(t.Context())
	go func() {
		<-reached
		leave()
	}()
	call, err := http.NewRequestWithContext(ctx, http.MethodPost, s.URL+"/v4/sns/group_get?token="+token, strings.NewReader(request))
	require.NoError(t, err)
	call.Header.Set("Timsns-Target", "Live")
	_, err = s.Client().Do(call) //nolint:bodyclose // there is no response
	require.ErrorIs(t, err, context.Canceled)
	<-left
}

func TestConsole_listsTheAccountsThatFailed(t *testing.T) {
	const response = `{"ResultItem":[{"To_Account":"bob","ResultCode":0},{"To_Account":"eve","ResultCode":30010},` +
		`{"To_Account":"frank","ResultCode":30539}],"ActionStatus":"OK","ErrorCode":0}`
	_, outcome := start(t, true, answer(200, "application/json", response)).call("Live", "friend_add", `{}`)
	assert.Equal(t, []any{"eve: error code 30010: the user has as many friends as are allowed"}, outcome["Failures"])
	assert.Equal(t, []any{"frank"}, outcome["Waiting"])

	accounts := make([]string, 1000)
	for i := range accounts {
		accounts[i] = strconv.Quote(strconv.Itoa(i))
	}
	many := `{"ActionStatus":"OK","ErrorCode":0,"Fail_Account":[` + strings.Join(accounts, ",") + `]}`
	_, outcome = start(t, true, answer(200, "application/json", many)).call("Live", "friend_add", `{}`)
	assert.Len(t, outcome["Failures"], 50)
}
