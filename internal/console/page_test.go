package console_test

import (
	"net/http"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"github.com/timsns/timsns/rest"
)

var apiServer = rest.Server{URL: "https://example.com"}

// TestPage_hasNoScriptOfItsOwn checks that all scripts and styles are files, which the policy allows, and exist.
func TestPage_hasNoScriptOfItsOwn(t *testing.T) {
	s := start(t, false, unreached(t))
	page := s.send(http.MethodGet, "/", "", nil)
	assert.Equal(t, "text/html; charset=utf-8", page.Header.Get("Content-Type"))
	assert.NotRegexp(t, `<script>|<style|style=|\son\w+=|https?://[^1"]`, page.text)
	assets := regexp.MustCompile(`(?:src|href)="([^"]+)"`).FindAllStringSubmatch(page.text, -1)
	require.Len(t, assets, 12)
	for _, asset := range assets {
		received := s.send(http.MethodGet, "/"+asset[1], "", func(r *http.Request) { r.Header.Del("Authorization") })
		assert.Equal(t, 200, received.StatusCode, asset[1])
		assert.NotEmpty(t, received.text, asset[1])
		assert.Regexp(t, "^(text/css|text/javascript|image/svg)", received.Header.Get("Content-Type"), asset[1])
	}
}

func TestPage_listsTargets(t *testing.T) {
	page := start(t, true, unreached(t)).send(http.MethodGet, "/", "", nil).text
	assert.Regexp(t, `(?s)<option value="Live" data-url="http://127\.0\.0\.1:\d+" data-app="1400000000"\s+`+
		`data-identifier="administrator" data-is-sandbox="false">Live</option>\s+<option value="sandbox"`, page)
	assert.Contains(t, page, `data-allow-writes="true"`)
}

func TestAssets_areNoOtherFiles(t *testing.T) {
	s := start(t, false, unreached(t))
	for _, name := range []string{"index.html", "nothing", "..%2fpage.go", "embed.go", "oauth2-redirect.html", "swagger-ui.css.gz"} {
		assert.Equal(t, 404, s.send(http.MethodGet, "/assets/"+name, "", nil).StatusCode, name)
	}
}

// TestDocument_asksForNoSignature checks that the page's document has everything but what the server does itself.
func TestDocument_asksForNoSignature(t *testing.T) {
	received := start(t, false, unreached(t)).send(http.MethodGet, "/openapi.yaml", "", nil)
	var document struct {
		OpenAPI    string                               `yaml:"openapi"`
		Servers    []any                                `yaml:"servers"`
		Security   []any                                `yaml:"security"`
		Paths      map[string]map[string]map[string]any `yaml:"paths"`
		Components map[string]map[string]any            `yaml:"components"`
	}
	require.NoError(t, yaml.Unmarshal([]byte(received.text), &document))
	assert.Equal(t, "3.0.3", document.OpenAPI)
	assert.Empty(t, document.Servers)
	assert.Empty(t, document.Security)
	assert.NotContains(t, document.Components, "securitySchemes")
	assert.Contains(t, document.Components["schemas"], "ErrorCode")
	assert.Greater(t, len(document.Paths), 10)
	assert.Contains(t, document.Paths["/v4/sns/group_get"]["post"], "x-idempotent")
}
