package rest

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTheBaseOfAServersURLs(t *testing.T) {
	for given, want := range map[string]string{
		"https://example.com":    "https://example.com",
		"https://example.com/":   "https://example.com",
		"https://example.com/im": "https://example.com/im",
		"http://127.0.0.1:8080/": "http://127.0.0.1:8080",
	} {
		base, err := Server{URL: given}.base()
		require.NoError(t, err)
		assert.Equal(t, want, base)
	}
}

func TestTheTransportHonoursProxiesAndVerifiesTLS(t *testing.T) {
	transport := newTransport()
	assert.NotNil(t, transport.Proxy)
	assert.True(t, transport.ForceAttemptHTTP2)
	assert.Nil(t, transport.TLSClientConfig, "the defaults of crypto/tls verify, and speak TLS 1.2 or newer")
}
