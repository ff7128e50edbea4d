package sandbox_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/sandbox"
)

func TestWithCORS(t *testing.T) {
	tests := map[string]bool{ // whether pages of the origin are allowed
		"http://localhost":             true,
		"http://localhost:8080":        true,
		"https://127.0.0.1:8443":       true,
		"http://[::1]:3000":            true,
		"":                             false,
		"null":                         false,
		"http://example.com":           false,
		"http://localhost.example.com": false,
		"http://127.0.0.1.nip.io":      false,
		"http://127.0.0.2":             false,
		"http://user@localhost":        false,
		"http://localhost/page":        false,
		"file://localhost":             false,
	}
	service, err := sandbox.New(sandbox.WithCORS())
	require.NoError(t, err)
	for origin, isAllowed := range tests {
		t.Run(origin, func(t *testing.T) {
			want := ""
			if isAllowed {
				want = origin
			}
			response := sendFrom(t, service, http.MethodPost, origin)
			assert.Equal(t, want, response.Header().Get("Access-Control-Allow-Origin"))
			assert.Equal(t, "Origin", response.Header().Get("Vary"))
			assert.Contains(t, response.Body.String(), `"ErrorCode":0`, "the browser, not the sandbox, refuses the page")

			response = sendFrom(t, service, http.MethodOptions, origin)
			assert.Equal(t, want, response.Header().Get("Access-Control-Allow-Origin"))
			assert.Equal(t, isAllowed, response.Code == http.StatusNoContent)
			assert.Equal(t, isAllowed, response.Header().Get("Access-Control-Allow-Methods") == http.MethodPost)
			assert.Equal(t, isAllowed, response.Header().Get("Access-Control-Allow-Headers") == "Content-Type")
		})
	}
}

func TestSandbox_allowsNoPagesByDefault(t *testing.T) {
	service := newSandbox(t)
	for _, method := range []string{http.MethodPost, http.MethodOptions} {
		response := sendFrom(t, service, method, "http://localhost")
		assert.Empty(t, response.Header().Get("Access-Control-Allow-Origin"))
		assert.Empty(t, response.Header().Get("Vary"))
		assert.Equal(t, http.StatusOK, response.Code)
	}
}

// sendFrom sends a valid request, or the question before one, from a page of the origin.
func sendFrom(t *testing.T, service *sandbox.Sandbox, method, origin string) *httptest.ResponseRecorder {
	t.Helper()
	exchange := newExchange(t, service)
	request := httptest.NewRequestWithContext(
		t.Context(), method, exchange.path+"?"+exchange.query.Encode(), strings.NewReader(exchange.body),
	)
	request.Header.Set("Content-Type", "application/json")
	if origin != "" {
		request.Header.Set("Origin", origin)
	}
	if method == http.MethodOptions {
		request.Header.Set("Access-Control-Request-Method", http.MethodPost)
	}
	recorder := httptest.NewRecorder()
	service.ServeHTTP(recorder, request)
	return recorder
}
