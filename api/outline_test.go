package api

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns"
)

func TestOutline_equalsTheDocument(t *testing.T) {
	outlined, err := Load()
	require.NoError(t, err)
	parsed, err := Parse(timsns.Document)
	require.NoError(t, err)
	require.Len(t, outlined.Operations(), len(parsed.Operations()))
	for i, want := range parsed.Operations() {
		got := *outlined.Operations()[i]
		assert.Equal(t, want.Fields(), got.Fields(), want.ID)
		assert.Equal(t, want.FailureFields(), got.FailureFields(), want.ID)
		withoutSchemas := *want
		withoutSchemas.request, withoutSchemas.response = nil, nil
		got.outlined, got.parse = nil, nil
		assert.Equal(t, withoutSchemas, got, want.ID)
	}
	assert.Equal(t, parsed.title, outlined.title)
	assert.Equal(t, parsed.version, outlined.version)
	assert.Equal(t, parsed.tags, outlined.tags)
	assert.Equal(t, parsed.servers, outlined.servers)
	assert.Equal(t, parsed.codes, outlined.codes)
	assert.Equal(t, parsed.samples, outlined.samples)
}

func TestOutline_failsIfItIsNotJSON(t *testing.T) {
	_, err := openOutline([]byte("{"), timsns.Document, nil)
	assert.ErrorContains(t, err, "api: outline: unexpected end of JSON input")
}

func TestStrict_leavesTheDocumentAsItIs(t *testing.T) {
	document, err := Parse(timsns.Document)
	require.NoError(t, err)
	before, err := document.spec.MarshalJSON()
	require.NoError(t, err)
	strict, err := document.Strict()
	require.NoError(t, err)
	after, err := document.spec.MarshalJSON()
	require.NoError(t, err)
	assert.JSONEq(t, string(before), string(after))

	for name, schema := range strict.spec.Components.Schemas {
		assert.NotSame(t, document.spec.Components.Schemas[name].Value, schema.Value, name)
	}
	copied, err := documentOf(cloner{}.document(document.spec), nil)
	require.NoError(t, err)
	same, err := copied.spec.MarshalJSON()
	require.NoError(t, err)
	assert.JSONEq(t, string(before), string(same), "a copy has all that the document has")
}
