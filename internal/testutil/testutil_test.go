package testutil_test

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/internal/testutil"
)

func TestTransport(t *testing.T) {
	transport := testutil.Transport(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusTeapot)
		_, _ = io.Copy(w, r.Body)
	}))
	request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/path", http.NoBody)
	response, err := transport.RoundTrip(request)
	require.NoError(t, err)
	require.NoError(t, response.Body.Close())
	assert.Equal(t, http.StatusTeapot, response.StatusCode)
	assert.Same(t, request, response.Request)

	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = transport.RoundTrip(request.WithContext(ctx))
	assert.ErrorIs(t, err, context.Canceled)
}
