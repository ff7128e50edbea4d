package postman_test

import (
	"encoding/json"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/postman"
)

type item struct {
	Name        string
	Description string
	Item        []item
	Request     struct {
		Description string
		Method      string
		Header      []struct{ Key, Value string }
		Body        struct{ Mode, Raw string }
		URL         struct {
			Raw  string
			Host []string
			Path []string
		}
	}
	Response []struct {
		Name            string
		OriginalRequest struct{ Body struct{ Raw string } }
		Body            string
	}
}

type collection struct {
	Info  struct{ Name, Schema string }
	Item  []item
	Event []struct {
		Listen string
		Script struct{ Exec []string }
	}
	Variable []struct{ Key, Value, Type, Description string }
}

// documents returns the embedded document, and those of the modules, with their packets.
func documents(t *testing.T) map[string]*api.Document {
	t.Helper()
	embedded, err := api.Load()
	require.NoError(t, err)
	all := map[string]*api.Document{"embedded": embedded}
	files, err := filepath.Glob("../../modules/*/openapi.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		folder := filepath.Dir(file)
		all[filepath.Base(folder)], err = api.Open(text, os.DirFS(filepath.Join(folder, "packets")))
		require.NoError(t, err)
	}
	return all
}

func parse(t *testing.T, document *api.Document, server string) collection {
	t.Helper()
	text, err := postman.Collection(document, server)
	require.NoError(t, err)
	var parsed collection
	require.NoError(t, json.Unmarshal(text, &parsed)) //nolint:musttag // their names are those of the format, in any case
	return parsed
}

func TestCollection_hasEachOperation(t *testing.T) {
	for name, document := range documents(t) {
		t.Run(name, func(t *testing.T) {
			parsed := parse(t, document, "")
			assert.Equal(t, document.Title(), parsed.Info.Name)
			found := map[string]item{}
			for _, folder := range parsed.Item {
				assert.NotEmpty(t, folder.Description, folder.Name)
				for _, request := range folder.Item {
					found[path.Join(folder.Name, request.Name)] = request
				}
			}
			require.Len(t, found, len(document.Operations()))
			for _, operation := range document.Operations() {
				testItem(t, document, operation, found[path.Join(operation.Tag, operation.Command)])
			}
		})
	}
}

func testItem(t *testing.T, document *api.Document, operation *api.Operation, found item) {
	t.Helper()
	request := found.Request
	assert.Equal(t, "POST", request.Method)
	assert.Equal(t, "{{server}}"+operation.Path, request.URL.Raw)
	assert.Equal(t, request.URL.Raw, strings.Join(append(request.URL.Host, request.URL.Path...), "/"))
	assert.Equal(t, "application/json", request.Header[0].Value)
	assert.True(t, strings.HasPrefix(request.Description, operation.Summary+".\n\n"+operation.Description))
	assert.True(t, strings.HasSuffix(request.Description, "[The vendor's page]("+operation.Documentation+")"))
	require.NoError(t, operation.ValidateRequest([]byte(request.Body.Raw)), operation.Command)

	examples, err := document.Examples(operation.Command, api.Responses)
	require.NoError(t, err)
	require.Len(t, found.Response, len(examples))
	for i, example := range examples {
		saved := found.Response[i]
		assert.Equal(t, example.Summary, saved.Name)
		assert.JSONEq(t, string(example.Body), saved.Body)
		require.NoError(t, operation.ValidateRequest([]byte(saved.OriginalRequest.Body.Raw)), saved.Name)
	}
	assert.Equal(t, request.Body.Raw, found.Response[0].OriginalRequest.Body.Raw, "of the basic example")
}

func TestCollection_isTheSameEachTime(t *testing.T) {
	for name, document := range documents(t) {
		first, err := postman.Collection(document, "https://example.com")
		require.NoError(t, err)
		for range 3 {
			again, err := postman.Collection(document, "https://example.com")
			require.NoError(t, err)
			require.Equal(t, string(first), string(again), name)
		}
	}
}

func TestCollection_declaresVariables(t *testing.T) {
	document, err := api.Load()
	require.NoError(t, err)
	parsed := parse(t, document, "https://example.com")
	values, types := map[string]string{}, map[string]string{}
	for _, variable := range parsed.Variable {
		values[variable.Key], types[variable.Key] = variable.Value, variable.Type
		assert.NotEmpty(t, variable.Description, variable.Key)
	}
	want := map[string]string{"server": "https://example.com", "sdkappid": "", "identifier": "", "secret_key": ""}
	assert.Equal(t, want, values)
	assert.Equal(t, "secret", types["secret_key"])
	for _, region := range document.Servers() {
		assert.Contains(t, parsed.Variable[0].Description, region.Name+": "+region.URL)
	}
}

func TestCollection_explainsCodes(t *testing.T) {
	for name, document := range documents(t) {
		events := parse(t, document, "").Event
		require.Len(t, events, 2, name)
		assert.Equal(t, "prerequest", events[0].Listen)
		assert.Equal(t, "test", events[1].Listen)
		script := strings.Join(events[1].Script.Exec, "\n")
		table, _, _ := strings.Cut(strings.TrimPrefix(script, "var codes = "), ";\n\n")
		var meanings map[string]string
		require.NoError(t, json.Unmarshal([]byte(table), &meanings), name)
		require.NotEmpty(t, document.Codes(), name)
		assert.Len(t, meanings, len(document.Codes()), name)
	}
}
