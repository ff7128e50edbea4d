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

// goPackage is what `go list -json` tells of a package.
type goPackage struct {
	ImportPath string   `json:"ImportPath"`
	Imports    []string `json:"Imports"`
}

func goList(t *testing.T, arguments ...string) []goPackage {
	t.Helper()
	command := exec.CommandContext(t.Context(), "go", append([]string{"list", "-json=ImportPath,Imports"}, arguments...)...)
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

// TestWhoImportsWhom holds the direction of imports. What a package may import beside the standard library stands
// behind it; a package that is not listed here has no rule yet, and that is an error too.
func TestWhoImportsWhom(t *testing.T) {
	const (
		jsonv2  = "github.com/go-json-experiment/json"
		kin     = "github.com/getkin/kin-openapi/openapi3"
		userSig = "github.com/tencentyun/tls-sig-api-v2-golang/tencentyun"
	)
	rules := map[string][]string{
		"":                    {},
		"/internal/attempt":   {},
		"/internal/origin":    {},
		"/internal/quota":     {},
		"/internal/redaction": {},
		"/rest": {
			"/internal/attempt", "/internal/origin", "/internal/quota", jsonv2, jsonv2 + "/jsontext",
			"github.com/cenkalti/backoff/v5", "golang.org/x/time/rate",
		},
		"/gen":                   {"/rest", jsonv2, jsonv2 + "/jsontext"},
		"/signer":                {"/internal/attempt", "/internal/origin", "/internal/redaction", userSig},
		"/api":                   {"", "/api/internal/jsontree", kin},
		"/api/traffic":           {"/api", "/internal/attempt", "/internal/redaction", jsonv2, jsonv2 + "/jsontext"},
		"/api/verify":            {"/api", "/api/internal/jsontree", "/api/traffic", "/internal/redaction", jsonv2, jsonv2 + "/jsontext"},
		"/api/internal/corpus":   {"", "/api", kin, jsonv2 + "/jsontext"},
		"/api/internal/jsontree": {jsonv2, jsonv2 + "/jsontext"},
		"/sandbox":               {"/api", "/gen", "/internal/quota", "/rest", "/signer", userSig, jsonv2, jsonv2 + "/jsontext"},
		"/cmd/timsns":            nil, // anything
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
			assert.True(t, isStandard || slices.Contains(allowed, strings.TrimPrefix(imported, module)), "%s imports %s", name, imported)
		}
	}
}

// TestAProgramLinksNoTools holds that a program which imports the client links nothing that only builds or tests it.
func TestAProgramLinksNoTools(t *testing.T) {
	var linked []string
	for _, found := range goList(t, "-deps", "./gen", "./rest", "./signer") {
		linked = append(linked, found.ImportPath)
		for _, tool := range []string{"kin-openapi", "oapi-codegen", "testify", "yaml", module + "/api"} {
			assert.NotContains(t, found.ImportPath, tool)
		}
	}
	assert.Contains(t, linked, "net/http", "the list is of the right packages")
	assert.NotContains(t, linked, "testing")
	for _, found := range goList(t, "-deps", "./cmd/timsns") {
		assert.NotEqual(t, "testing", found.ImportPath, "the command embeds the sandbox, which must not link package testing")
	}
}
