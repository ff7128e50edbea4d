package console_test

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestRefusals sends what programs other than browsers can send: any host, origin and token.
func TestRefusals(t *testing.T) {
	live := startService(t)
	address := startConsole(t, live.environment)
	origin, token := hostOf(t, address, "127.0.0.1")
	other := "Bearer " + strings.Repeat("A", len(token))
	for name, test := range map[string]struct {
		method, path string
		headers      map[string]string
		want         int
	}{
		"the page's call":          {"POST", "/v4/sns/group_get", nil, 200},
		"the page":                 {"GET", "/", nil, 200},
		"another host":             {"POST", "/v4/sns/group_get", map[string]string{"Host": "evil.test"}, 421},
		"a host and no port":       {"POST", "/v4/sns/group_get", map[string]string{"Host": "127.0.0.1"}, 421},
		"another origin":           {"POST", "/v4/sns/group_get", map[string]string{"Origin": "http://evil.test"}, 403},
		"an opaque origin":         {"POST", "/v4/sns/group_get", map[string]string{"Origin": "null"}, 403},
		"another scheme":           {"POST", "/v4/sns/group_get", map[string]string{"Origin": strings.Replace(origin, "http", "https", 1)}, 403},
		"no token":                 {"POST", "/v4/sns/group_get", map[string]string{"Authorization": ""}, 403},
		"a wrong token":            {"POST", "/v4/sns/group_get", map[string]string{"Authorization": other}, 403},
		"half of the token":        {"POST", "/v4/sns/group_get", map[string]string{"Authorization": "Bearer " + token[:20]}, 403},
		"no token for an asset":    {"GET", "/assets/console.js", map[string]string{"Authorization": ""}, 403},
		"no token for snippets":    {"POST", "/snippets", map[string]string{"Authorization": ""}, 403},
		"a guessed code":           {"GET", "/start?code=" + strings.Repeat("A", len(token)), map[string]string{"Authorization": ""}, 403},
		"another site":             {"GET", "/", map[string]string{"Sec-Fetch-Site": "cross-site"}, 403},
		"another port":             {"GET", "/", map[string]string{"Sec-Fetch-Site": "same-site"}, 403},
		"a preflight":              {"OPTIONS", "/v4/sns/group_get", map[string]string{"Origin": "http://evil.test", "Authorization": ""}, 403},
		"a write without the flag": {"POST", "/v4/sns/friend_delete_all", nil, 403},
		"a write to the sandbox":   {"POST", "/v4/sns/friend_delete_all", map[string]string{"Timsns-Target": "sandbox"}, 403},
		"a path with dots":         {"POST", "/v4/sns/x/../friend_delete_all", nil, 307},
	} {
		t.Run(name, func(t *testing.T) {
			headers := map[string]string{
				"Authorization": "Bearer " + token, "Timsns-Target": live.URL, "Content-Type": "application/json",
			}
			for name, value := range test.headers {
				headers[name] = value
			}
			response := send(t, test.method, origin+test.path, headers)
			assert.Equal(t, test.want, response.StatusCode)
			assert.Empty(t, response.Header.Get("Access-Control-Allow-Origin"))
			assert.Empty(t, response.Header.Values("Set-Cookie"))
			policy := response.Header.Get("Content-Security-Policy")
			assert.Contains(t, policy, "default-src 'none'")
			assert.Contains(t, policy, "frame-ancestors 'none'")
			assert.NotContains(t, policy, "unsafe")
			assert.Equal(t, "no-store", response.Header.Get("Cache-Control"))
		})
	}
	assert.Equal(t, []string{"/v4/sns/group_get"}, live.called(), "only the page's call has reached the service")
}

// send sends a request and returns the response, whose body is read.
func send(t *testing.T, method, address string, headers map[string]string) *http.Response {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), method, address, strings.NewReader(`{"From_Account": "alice"}`))
	require.NoError(t, err)
	for name, value := range headers {
		if name == "Host" {
			request.Host = value
		} else if value != "" {
			request.Header.Set(name, value)
		}
	}
	response, err := http.DefaultTransport.RoundTrip(request) // which follows no redirect
	require.NoError(t, err)
	_, err = io.Copy(io.Discard, response.Body)
	require.NoError(t, err)
	require.NoError(t, response.Body.Close())
	return response
}
