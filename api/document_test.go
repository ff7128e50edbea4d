package api_test

import (
	"encoding/json"
	"fmt"
	"go/token"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns"
	"github.com/timsns/timsns/api"
)

// loadSpec parses the document with kin-openapi.
func loadSpec(t *testing.T) *openapi3.T {
	t.Helper()
	spec, err := openapi3.NewLoader().LoadFromData(timsns.Document)
	require.NoError(t, err)
	return spec
}

func TestDocument_describesOperations(t *testing.T) {
	spec := loadSpec(t)
	for path, item := range spec.Paths.Map() {
		t.Run(path, func(t *testing.T) {
			assert.Regexp(t, `^/v4/[a-z_]+/[a-z_]+$`, path)
			operation := item.Post
			require.NotNil(t, operation, "want a POST")
			assert.Len(t, item.Operations(), 1)
			assert.Regexp(t, `^[A-Z][A-Za-z]+$`, operation.OperationID)
			assert.NotEmpty(t, operation.Summary)
			assert.Regexp(t, `^[a-z]+s `, operation.Description, "want a predicate")
			assert.NotEmpty(t, operation.Tags)
			require.NotNil(t, operation.ExternalDocs)
			page, err := url.Parse(operation.ExternalDocs.URL)
			require.NoError(t, err)
			assert.Equal(t, "https", page.Scheme)
			assert.True(t, operation.RequestBody.Value.Required)
			assert.Equal(t, schema(operation.OperationID+"Request"), requestRef(operation))
			assert.Equal(t, schema(operation.OperationID+"Response"), operation.Responses.Value("200").Value.
				Content["application/json"].Schema.Value.Discriminator.Mapping["OK"].Ref)
		})
	}
}

func schema(name string) string { return "#/components/schemas/" + name }

func requestRef(operation *openapi3.Operation) string {
	return operation.RequestBody.Value.Content["application/json"].Schema.Ref
}

func TestDocument_operationsHaveExtensions(t *testing.T) {
	document, err := api.Load() // which requires the extensions
	require.NoError(t, err)
	require.NotEmpty(t, document.Operations())
	catalogue := readCatalogue(t)
	for _, operation := range document.Operations() {
		assert.Positive(t, operation.RateLimit, operation.ID)
		assert.NotEmpty(t, operation.Codes, operation.ID)
		for _, code := range operation.Codes {
			assert.Contains(t, catalogue, code, "%s: x-error-codes", operation.ID)
		}
		assert.NotEmpty(t, operation.Fields(), operation.ID)
	}
}

type catalogueEntry struct {
	Code    int    `json:"code"`
	Name    string `json:"name"`
	Meaning string `json:"meaning"`
	Advice  string `json:"advice"`
	Retry   string `json:"retry"`
	Pending bool   `json:"pending"`
}

func readCatalogue(t *testing.T) map[int]catalogueEntry {
	t.Helper()
	text, err := json.Marshal(loadSpec(t).Components.Schemas["ErrorCode"].Value.Extensions["x-catalogue"])
	require.NoError(t, err)
	var entries []catalogueEntry
	require.NoError(t, json.Unmarshal(text, &entries))
	catalogue := map[int]catalogueEntry{}
	for _, entry := range entries {
		assert.NotContains(t, catalogue, entry.Code, "duplicate code")
		catalogue[entry.Code] = entry
	}
	return catalogue
}

func TestDocument_catalogueOfCodes(t *testing.T) {
	names := map[string]bool{}
	clause := regexp.MustCompile(`^[a-z].*[^.]$`)
	for code, entry := range readCatalogue(t) {
		assert.Regexp(t, fmt.Sprintf(`^Code[A-Z][A-Za-z]+(%d)?$`, code), entry.Name)
		assert.False(t, names[entry.Name], "%s twice", entry.Name)
		names[entry.Name] = true
		assert.Regexp(t, clause, entry.Meaning, "meaning of %d", code)
		assert.Regexp(t, clause, entry.Advice, "advice of %d", code)
		assert.Contains(t, []string{"never", "backoff", "renew", "throttled", "wait"}, entry.Retry, "retry of %d", code)
	}
}

func TestDocument_describesProperties(t *testing.T) {
	for name, component := range loadSpec(t).Components.Schemas {
		assert.True(t, token.IsExported(name), name)
		assert.NotEmpty(t, component.Value.Description, name)
		orders := map[any]string{}
		for field, property := range component.Value.Properties {
			place := name + "." + field
			assert.NotEmpty(t, strings.TrimSpace(property.Value.Description), place)
			order := property.Value.Extensions["x-order"]
			assert.NotNil(t, order, "%s: x-order", place)
			assert.Empty(t, orders[order], "%s: x-order is that of another property", place)
			orders[order] = field
		}
		values := component.Value.Enum
		if known, ok := component.Value.Extensions["x-known-values"].([]any); ok {
			values = known
		}
		if values != nil {
			assert.Len(t, component.Value.Extensions["x-enum-varnames"], len(values), name)
			assert.Len(t, component.Value.Extensions["x-enum-descriptions"], len(values), name)
		}
	}
}

// TestDocument_optionalScalarsHaveNoZero checks that a zero value can represent an absent field in the generated types:
// the schema does not allow it, or it is the default.
func TestDocument_optionalScalarsHaveNoZero(t *testing.T) {
	zeros := map[string]any{openapi3.TypeString: "", openapi3.TypeInteger: float64(0), openapi3.TypeBoolean: false}
	for name, component := range loadSpec(t).Components.Schemas {
		spellings := spellingsOf(component.Value)
		for field, property := range component.Value.Properties {
			isOptional := !slices.Contains(component.Value.Required, field) && !slices.Contains(spellings, field)
			for scalar, zero := range zeros {
				if isOptional && isType(property.Value, scalar) && property.Value.Default != zero {
					assert.Error(t, property.Value.VisitJSON(zero), "%s.%s is optional and may be %#v", name, field, zero)
				}
			}
		}
	}
}

// spellingsOf returns the names of properties with an alias (x-alias-of) and the aliases, which are one field in Go.
func spellingsOf(schema *openapi3.Schema) []string {
	var names []string
	for alias, property := range schema.Properties {
		if name, ok := property.Value.Extensions["x-alias-of"].(string); ok {
			names = append(names, name, alias)
		}
	}
	return names
}

func isType(schema *openapi3.Schema, name string) bool {
	if schema.Type.Is(name) {
		return true
	}
	for _, part := range schema.AllOf {
		if part.Value.Type.Is(name) {
			return true
		}
	}
	return false
}

func TestDocument_serversAreEncryptedAndHaveStandbys(t *testing.T) {
	for _, server := range loadSpec(t).Servers {
		name, _ := server.Extensions["x-go-name"].(string)
		standby, _ := server.Extensions["x-standby"].(string)
		assert.True(t, token.IsExported(name), name)
		for _, address := range []string{server.URL, standby} {
			assert.Regexp(t, `^https://[a-z.-]+\.(im\.qcloud\.com|my-imcloud\.com|tim\.qq\.com)$`, address, name)
		}
		assert.Regexp(t, `^is the region `, server.Description, name)
	}
}

// TestDocument_examplesAreFixtures compares the document's examples with the fixtures of the same names.
func TestDocument_examplesAreFixtures(t *testing.T) {
	for path, item := range loadSpec(t).Paths.Map() {
		command := path[strings.LastIndex(path, "/")+1:]
		for direction, content := range map[api.Direction]openapi3.Content{
			api.Requests:  item.Post.RequestBody.Value.Content,
			api.Responses: item.Post.Responses.Value("200").Value.Content,
		} {
			bodies := map[string]string{}
			fixtures, err := api.Fixtures(command, direction)
			require.NoError(t, err)
			for _, fixture := range fixtures {
				bodies[fixture.Name] = string(fixture.Body)
			}
			examples := content["application/json"].Examples
			assert.NotEmpty(t, examples, "%s: examples of %s", path, direction)
			if direction == api.Responses {
				assert.Contains(t, examples, "failed", path)
			}
			for name, example := range examples {
				text, err := json.Marshal(example.Value.Value)
				require.NoError(t, err)
				require.Contains(t, bodies, name, "%s: %s", path, direction)
				assert.JSONEq(t, bodies[name], string(text), "%s: %s %s", path, direction, name)
			}
		}
	}
}
