package console_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/console"
)

func TestConsole_refuses(t *testing.T) {
	s := start(t, true, unreached(t))
	own := strings.TrimPrefix(s.URL, "http://")
	port := own[strings.LastIndex(own, ":"):]
	set := func(name string, values ...string) func(*http.Request) {
		return func(r *http.Request) { r.Header[name] = values }
	}
	host := func(name string) func(*http.Request) { return func(r *http.Request) { r.Host = name } }
	for name, test := range map[string]struct {
		change func(*http.Request)
		status int
	}{
		"the page itself":             {func(*http.Request) {}, 200},
		"another name of loopback":    {host("localhost" + port), 200},
		"the IPv6 address":            {host("[::1]" + port), 200},
		"a request of the page":       {set("Sec-Fetch-Site", "same-origin"), 200},
		"an address that was typed":   {set("Sec-Fetch-Site", "none"), 200},
		"its own origin":              {set("Origin", s.URL), 200},
		"a foreign host":              {host("evil.test" + port), 421},
		"a host that ends in its own": {host("evil.localhost" + port), 421},
		"another port":                {host("127.0.0.1:1"), 421},
		"no port":                     {host("127.0.0.1"), 421},
		"an address of the network":   {host("192.168.1.2" + port), 421},
		"another site":                {set("Sec-Fetch-Site", "cross-site"), 403},
		"another port of this host":   {set("Sec-Fetch-Site", "same-site"), 403},
		"a foreign origin":            {set("Origin", "http://evil.test"), 403},
		"the origin of a local page":  {set("Origin", "http://127.0.0.1:1"), 403},
		"an opaque origin":            {set("Origin", "null"), 403},
		"the origin with https":       {set("Origin", "https://"+own), 403},
		"two origins":                 {set("Origin", s.URL, "http://evil.test"), 403},
		"no token":                    {set("Authorization"), 403},
		"a wrong token":               {set("Authorization", "Bearer "+token+"m"), 403},
		"an empty token":              {set("Authorization", "Bearer "), 403},
		"another scheme":              {set("Authorization", "Basic "+token), 403},
	} {
		t.Run(name, func(t *testing.T) {
			for _, path := range []string{"/", "/openapi.yaml", "/assets/console.js", "/assets/swagger-ui.css"} {
				received := s.send(http.MethodGet, path, "", test.change)
				assert.Equal(t, test.status, received.StatusCode, path)
				assert.Equal(t, test.status != 200, len(received.text) < 100, "a refusal has only its reason: %s", path)
			}
			if test.status != 200 {
				received := s.send(http.MethodPost, "/v4/sns/group_get", request, test.change)
				assert.Equal(t, test.status, received.StatusCode)
			}
		})
	}
}

func TestConsole_takesTheTokenInTheURL(t *testing.T) {
	s := start(t, false, unreached(t))
	withoutHeader := func(r *http.Request) { r.Header.Del("Authorization") }
	assert.Equal(t, 200, s.send(http.MethodGet, "/?token="+token, "", withoutHeader).StatusCode)
	assert.Equal(t, 403, s.send(http.MethodGet, "/?token=x&token="+token, "", withoutHeader).StatusCode)
}

func TestConsole_startsOnce(t *testing.T) {
	s := start(t, false, unreached(t))
	withoutHeader := func(r *http.Request) { r.Header.Del("Authorization") }
	open := func(query string) response { return s.send(http.MethodGet, "/start?code="+query, "", withoutHeader) }
	assert.Equal(t, 403, open("").StatusCode)
	assert.Equal(t, 403, open(token).StatusCode)
	foreign := s.send(http.MethodGet, "/start?code="+code, "", func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") })
	assert.Equal(t, 403, foreign.StatusCode)
	first := open(code)
	assert.Equal(t, 200, first.StatusCode)
	assert.Equal(t, "/?token="+token, first.Request.URL.RequestURI())
	assert.Equal(t, 403, open(code).StatusCode, "the list of processes still has the code")
	assert.Equal(t, 403, s.send(http.MethodGet, "/?code="+code, "", withoutHeader).StatusCode)
}

// TestConsole_protectsEveryResponse checks the headers of pages, calls, failures and refusals.
func TestConsole_protectsEveryResponse(t *testing.T) {
	s := start(t, false, answer(500, "text/html", "<script>"))
	live, _ := s.call("Live", "group_get", request)
	for name, received := range map[string]response{
		"the page":  s.send(http.MethodGet, "/", "", nil),
		"an asset":  s.send(http.MethodGet, "/assets/swagger-ui-bundle.js", "", nil),
		"nothing":   s.send(http.MethodGet, "/assets/nothing.js", "", nil),
		"a failure": live,
		"a refusal": s.send(http.MethodGet, "/", "", func(r *http.Request) { r.Host = "evil.test" }),
	} {
		policy := received.Header.Get("Content-Security-Policy")
		assert.Contains(t, policy, "default-src 'none'", name)
		assert.Contains(t, policy, "frame-ancestors 'none'; base-uri 'none'; form-action 'none'", name)
		assert.NotContains(t, policy, "unsafe", name)
		for header, want := range map[string]string{
			"X-Frame-Options": "DENY", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
			"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin", "Cache-Control": "no-store",
		} {
			assert.Equal(t, want, received.Header.Get(header), "%s: %s", name, header)
		}
		for header := range received.Header {
			assert.NotContains(t, header, "Access-Control", name)
			assert.NotEqual(t, "Set-Cookie", header, name)
		}
	}
}

func TestNew_namesWhatIsInvalid(t *testing.T) {
	document, err := api.Load()
	assert.NoError(t, err)
	target := (&served{t: t}).target("Live", apiServer, "key")
	valid := console.Options{
		Document: document, Text: []byte("{}"), Targets: []console.Target{target}, Address: "127.0.0.1:80", Token: token, StartCode: code, Snippets: snippets,
	}
	for name, test := range map[string]struct {
		change func(*console.Options)
		want   string
	}{
		"no target":     {func(o *console.Options) { o.Targets = nil }, "console: Targets: want at least one"},
		"no snippets":   {func(o *console.Options) { o.Snippets = nil }, "console: Snippets: want a function, got nil"},
		"a short token": {func(o *console.Options) { o.Token = "x" }, "console: Token: want at least 22 characters, got 1"},
		"no start code": {func(o *console.Options) { o.StartCode = "" }, "console: StartCode: want at least 22 characters, got 0"},
		"no address":    {func(o *console.Options) { o.Address = "" }, `console: Address: want a host and a port, got ""`},
		"no document":   {func(o *console.Options) { o.Text = []byte("[]") }, "console: document: want an object"},
		"a remote http": {func(o *console.Options) { o.Targets[0].Server.URL = "http://example.com" }, "console: target Live: .*want https"},
	} {
		t.Run(name, func(t *testing.T) {
			options := valid
			options.Targets = []console.Target{target}
			test.change(&options)
			_, err := console.New(options)
			assert.Regexp(t, test.want, err)
		})
	}
	_, err = console.New(valid)
	assert.NoError(t, err)
}
