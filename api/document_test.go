package api_test

import (
	"encoding/json"
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

// TestDocument_examplesAreFixtures compares the document's examples with the fixtures of the same names.
func TestDocument_examplesAreFixtures(t *testing.T) {
	document, err := api.Load()
	require.NoError(t, err)
	for path, item := range loadSpec(t).Paths.Map() {
		command := path[strings.LastIndex(path, "/")+1:]
		for direction, content := range map[api.Direction]openapi3.Content{
			api.Requests:  item.Post.RequestBody.Value.Content,
			api.Responses: item.Post.Responses.Value("200").Value.Content,
		} {
			bodies := map[string]string{}
			fixtures, err := document.Fixtures(command, direction)
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
