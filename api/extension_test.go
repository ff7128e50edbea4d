package api_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// batch is an operation's x-batch.
type batch struct {
	Request  string   `json:"request"`
	Response string   `json:"response"`
	Failed   []string `json:"failed"`
	Size     uint64   `json:"size"`
	Account  string   `json:"account"`
	Method   string   `json:"method"`

	Indivisible bool `json:"indivisible"`
}

// paging is an operation's x-paging.
type paging struct {
	Request  string `json:"request"`
	Response string `json:"response"`
	Complete string `json:"complete"`
	Items    string `json:"items"`
	Key      string `json:"key"`
}

// readExtension decodes an operation's extension and reports whether it has one.
func readExtension(t *testing.T, operation *openapi3.Operation, name string, extension any) bool {
	t.Helper()
	value, ok := operation.Extensions[name]
	if !ok {
		return false
	}
	text, err := json.Marshal(value)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(text, extension), "%s of %s", name, operation.OperationID)
	return true
}

// schemasOf returns the schemas of an operation's request and successful response.
func schemasOf(operation *openapi3.Operation) (request, response *openapi3.Schema) {
	content := operation.Responses.Value("200").Value.Content["application/json"]
	return operation.RequestBody.Value.Content["application/json"].Schema.Value, content.Schema.Value.OneOf[0].Value
}

func TestDocument_batches(t *testing.T) {
	for _, item := range loadSpec(t).Paths.Map() {
		var batch batch
		if !readExtension(t, item.Post, "x-batch", &batch) {
			continue
		}
		t.Run(item.Post.OperationID, func(t *testing.T) {
			request, response := schemasOf(item.Post)
			elements, results := request.Properties[batch.Request], response.Properties[batch.Response]
			require.NotNil(t, elements)
			require.NotNil(t, results)
			assert.True(t, elements.Value.Type.Is(openapi3.TypeArray))
			if batch.Account != "" {
				assert.Contains(t, elements.Value.Items.Value.Required, batch.Account)
			}
			assert.Equal(t, elements.Value.Items.Ref == "", batch.Account == "", "want account, the property of an element that is its UserID, and only of objects")
			isSplit := !batch.Indivisible
			assert.True(t, elements.Value.Items.Ref != "" || elements.Value.Items.Value.Type.Is(openapi3.TypeString), "want strings or a named schema")
			assert.True(t, !isSplit || batch.Size != 0 || elements.Value.MaxItems != nil, "want a size to split at")
			for name, property := range response.Properties {
				isMerged := name == batch.Response || slices.Contains(batch.Failed, name)
				assert.True(t, isMerged || !property.Value.Type.Is(openapi3.TypeArray), "%s would be lost when a batch is split", name)
			}
			assert.NotEqual(t, batch.Size == 0, elements.Value.MaxItems == nil, "want maxItems of the array or size, and not both")
			for _, property := range []string{"To_Account", "ResultCode", "ResultInfo"} {
				assert.Contains(t, results.Value.Items.Value.Required, property)
			}
			for _, name := range batch.Failed {
				require.NotNil(t, response.Properties[name])
				assert.True(t, response.Properties[name].Value.Items.Value.Type.Is(openapi3.TypeString))
			}
		})
	}
}

// TestDocument_responsesWithResultsAreBatches finds responses whose failures the generated client would not report.
func TestDocument_responsesWithResultsAreBatches(t *testing.T) {
	for _, item := range loadSpec(t).Paths.Map() {
		_, response := schemasOf(item.Post)
		for name, property := range response.Properties {
			if items := property.Value.Items; items != nil && items.Value.Properties["ResultCode"] != nil {
				var batch batch
				readExtension(t, item.Post, "x-batch", &batch)
				assert.Equal(t, name, batch.Response, "%s: x-batch", item.Post.OperationID)
			}
		}
	}
}

func TestDocument_pages(t *testing.T) {
	for _, item := range loadSpec(t).Paths.Map() {
		var paging paging
		request, response := schemasOf(item.Post)
		hasPages := readExtension(t, item.Post, "x-paging", &paging)
		assert.Equal(t, request.Properties["StartIndex"] != nil, hasPages, "%s: x-paging", item.Post.OperationID)
		if !hasPages {
			continue
		}
		t.Run(item.Post.OperationID, func(t *testing.T) {
			for name, property := range map[string]*openapi3.SchemaRef{
				"request": request.Properties[paging.Request], "response": response.Properties[paging.Response],
			} {
				require.NotNil(t, property, name)
				assert.Equal(t, "int64", property.Value.Format, name)
				assert.NotContains(t, property.Value.Extensions, "x-go-name", name)
			}
			require.NotNil(t, response.Properties[paging.Items])
			items := response.Properties[paging.Items].Value.Items
			assert.NotEmpty(t, items.Ref, "want items of a named schema")
			assert.Contains(t, items.Value.Required, paging.Key)
			if paging.Complete != "" {
				assert.True(t, response.Properties[paging.Complete].Value.Type.Is(openapi3.TypeInteger))
			}
			assert.True(t, item.Post.Extensions["x-idempotent"].(bool), "pages are read") //nolint:forcetypeassert // checked by api.Load
		})
	}
}

// TestDocument_aliases checks what the generated types and package api assume about aliases.
func TestDocument_aliases(t *testing.T) {
	spec := loadSpec(t)
	responses := map[string]bool{}
	for _, item := range spec.Paths.Map() {
		responses[item.Post.OperationID+"Response"] = true
	}
	found := 0
	for name, component := range spec.Components.Schemas {
		spellings := spellingsOf(component.Value)
		if spellings == nil {
			continue
		}
		found++
		assert.True(t, responses[name], name)
		require.Len(t, spellings, 2, "%s: want one name with one other spelling", name)
		assert.Empty(t, component.Value.AnyOf, "%s: many tools misread anyOf beside properties", name)
		for _, spelling := range spellings {
			require.Contains(t, component.Value.Properties, spelling, name)
			assert.NotContains(t, component.Value.Required, spelling, name)
		}
	}
	assert.Positive(t, found)
}
