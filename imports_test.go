package timsns_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const module = "github.com/timsns/timsns"

// goPackage is what `go list -json` prints about a package.
type goPackage struct {
	ImportPath string   `json:"ImportPath"`
	Imports    []string `json:"Imports"`
}

func goList(t *testing.T, arguments ...string) []goPackage {
	t.Helper()
	arguments = append([]string{"list", "-json=ImportPath,Imports"}, arguments...)
	command := exec.CommandContext(t.Context(), "go", arguments...)
	output, err := command.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, command.Start())
	var packages []goPackage
	for decoder := json.NewDecoder(output); ; {
		var next goPackage
		if err := decoder.Decode(&next); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			require.NoError(t, err)
		}
		packages = append(packages, next)
	}
	require.NoError(t, command.Wait())
	return packages
}

// TestPackages_imports lists what each package may import besides the standard library. Every package needs a rule.
func TestPackages_imports(t *testing.T) {
	const (
		goldmark = "github.com/yuin/goldmark"
		jsonv2   = "github.com/go-json-experiment/json"
		kin      = "github.com/getkin/kin-openapi/openapi3"
		userSig  = "github.com/tencentyun/tls-sig-api-v2-golang/tencentyun"
	)
	rules := map[string][]string{
		"":                    {},
		"/internal/origin":    {},
		"/internal/queue":     {"golang.org/x/sync/semaphore"},
		"/internal/redaction": {},
		"/rest": {
			"/internal/origin", "/internal/printable", "/internal/queue", "/internal/redaction", "/internal/signature",
			jsonv2, jsonv2 + "/jsontext",
			"golang.org/x/sync/semaphore", "golang.org/x/time/rate",
		},
		"/rest/redisquota": {"/internal/queue", "/rest", "github.com/redis/go-redis/v9"},
		"/rest/restimpl":   {"/rest", jsonv2, jsonv2 + "/jsontext"},
		"/gen":             {"/rest", "/rest/restimpl", jsonv2, jsonv2 + "/jsontext"},
		"/signer":          {"/internal/origin", "/internal/redaction", "/internal/signature", userSig},
		"/api":             {"", "/api/internal/jsontree", "/internal/schemas", "/rest", kin, "go.yaml.in/yaml/v3"},
		"/api/traffic":     {"/api", "/internal/redaction", "/internal/signature", jsonv2, jsonv2 + "/jsontext"},
		"/api/verify":      {"/api", "/api/internal/jsontree", "/api/traffic", "/internal/redaction", jsonv2, jsonv2 + "/jsontext"},
		"/sandbox":         {"/api", "/gen", "/rest", "/signer", userSig, jsonv2, jsonv2 + "/jsontext"},
		"/cmd/timsns":      nil, // anything

		"/cmd/timsns-generate": nil, // anything

		"/api/contract": {
			"/api", "/api/traffic", "/internal/corpus", "/internal/mutation", "/internal/testutil", "/rest", "/sandbox", "/signer", kin, jsonv2,
			"github.com/stretchr/testify/assert", "github.com/stretchr/testify/require", "pgregory.net/rapid",
		},
		"/api/internal/jsontree": {jsonv2, jsonv2 + "/jsontext"},
		"/internal/console": {
			"/api", "/api/traffic", "/internal/outcomes", "/internal/printable", "/rest", "github.com/swaggest/swgui/v5/static", "go.yaml.in/yaml/v3",
			jsonv2 + "/jsontext",
		},
		"/internal/corpus":   {"/api", "/internal/schemas", kin, jsonv2 + "/jsontext"},
		"/internal/drift":    {"/api", "/internal/page", "/internal/schemas", kin},
		"/internal/emit":     {"/api", "/internal/schemas", kin, "github.com/oapi-codegen/oapi-codegen/v2/pkg/codegen"},
		"/internal/export":   {"/api", "/rest", jsonv2, jsonv2 + "/jsontext"},
		"/internal/mutation": {"/api", "/internal/schemas", kin},
		"/internal/schemas":  {kin},
		"/internal/draft": {
			"", "/api", "/internal/mutation", "/internal/page", "/internal/schemas", "/internal/starter", "github.com/tailscale/hujson", "go.yaml.in/yaml/v3",
		},
		"/internal/snippet/snippettest": {"/api", "/internal/snippet", "github.com/stretchr/testify/require"},

		"/internal/outcomes": {"/api", "/rest", "/rest/restimpl", jsonv2, jsonv2 + "/jsontext"},
		"/internal/page": {
			"/api", "github.com/tailscale/hujson", goldmark + "/ast", goldmark + "/parser", goldmark + "/text", goldmark + "/util",
		},
		"/internal/postman":   {"/api", "/rest"},
		"/internal/printable": {},
		"/internal/signature": {"/internal/origin", "/internal/printable", "/internal/redaction"},
		"/internal/snippet":   {"/api", "/internal/printable", "/internal/schemas", kin, jsonv2, jsonv2 + "/jsontext"},
		"/internal/starter":   {""},
		"/internal/testutil":  {"/signer", "github.com/stretchr/testify/require"},
	}
	for _, found := range goList(t, "./...") {
		name := strings.TrimPrefix(found.ImportPath, module)
		allowed, isKnown := rules[name]
		assert.True(t, isKnown, "%s: want a rule about what it may import", found.ImportPath)
		if allowed == nil {
			continue
		}
		for _, imported := range found.Imports {
			isStandard := !strings.Contains(imported, ".")
			isAllowed := isStandard || slices.Contains(allowed, strings.TrimPrefix(imported, module))
			assert.True(t, isAllowed, "%s imports %s", found.ImportPath, imported)
		}
	}
}

// TestClient_linksNoTools checks that a program that imports the client links nothing that only builds or tests it.
func TestClient_linksNoTools(t *testing.T) {
	var linked []string
	for _, found := range goList(t, "-deps", "./gen", "./rest", "./signer") {
		linked = append(linked, found.ImportPath)
		tools := []string{"kin-openapi", "oapi-codegen", "testify", "yaml", "hujson", "goldmark", "swgui", "redis", module + "/api"}
		for _, tool := range tools {
			assert.NotContains(t, found.ImportPath, tool)
		}
	}
	assert.Contains(t, linked, "net/http", "the list contains the dependencies")
	assert.NotContains(t, linked, "testing")
	for _, found := range goList(t, "-deps", "./cmd/timsns") {
		assert.NotEqual(t, "testing", found.ImportPath, "the command uses the sandbox without a test")
	}
}
