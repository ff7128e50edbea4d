package starter

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/rest"
)

// TestDocument_keepsAllRules checks the document with a sample.
func TestDocument_keepsAllRules(t *testing.T) {
	text, err := Sample("v4/im_open_login_svc", "account").Text()
	require.NoError(t, err)
	assert.Empty(t, api.Lint("openapi.yaml", []byte(text)))
	document, err := api.Parse([]byte(text))
	require.NoError(t, err)
	whole, err := api.Load()
	require.NoError(t, err)
	assert.Equal(t, whole.Servers(), document.Servers())
	for _, code := range []rest.Code{60002, 70001, 72012} {
		_, isKnown := document.LookupCode(code)
		assert.True(t, isKnown, code)
	}
}

func TestSection(t *testing.T) {
	const document = "a:\n  b: 1\n\nb: # of b\n  a: 2\n  b:\n    # inner\n    - c\n\n    - d\n  # of c\n  c: 3\n"
	for want, names := range map[string][]string{
		"a:\n  b: 1\n": {"a"},
		"  b:\n    # inner\n    - c\n\n    - d\n": {"b", "b"},
		"  c: 3\n": {"b", "c"},
	} {
		assert.Equal(t, want, section(document, names...))
	}
}
