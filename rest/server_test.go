package rest

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestServer_bases(t *testing.T) {
	for given, want := range map[string]string{
		"https://example.com":    "https://example.com",
		"https://example.com/":   "https://example.com",
		"https://example.com/im": "https://example.com/im",
		"http://127.0.0.1:8080/": "http://127.0.0.1:8080",
	} {
		bases, err := Server{URL: given, Standby: given}.bases()
		require.NoError(t, err)
		assert.Equal(t, []string{want, want}, bases)
	}
}
