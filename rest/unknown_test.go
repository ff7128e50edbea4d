package rest_test

import (
	"context"
	"io"
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/internal/testutil"
	"github.com/timsns/timsns/rest"
)

// TestError_saysWhetherTheOutcomeIsUnknown states for each failure of a write whether it may have been carried out.
func TestError_saysWhetherTheOutcomeIsUnknown(t *testing.T) {
	respond := func(status int, body string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(status)
			_, _ = io.WriteString(w, body)
		}
	}
	const refused = `{"ActionStatus":"FAIL","ErrorCode":30003,"ErrorInfo":"","ErrorDisplay":""}`
	tests := map[string]struct {
		handler http.HandlerFunc
		want    bool
	}{
		"a code of the service":           {respond(200, refused), false},
		"a code with another HTTP status": {respond(502, refused), false},
		"HTTP 502":                        {respond(502, "bad gateway"), true},
		"HTTP 404":                        {respond(404, "not found"), false},
		"a response that is not JSON":     {respond(200, "<html>"), true},
		"half a response":                 {respond(200, `{"ActionStatus":`), true},
		"no response":                     {func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, true},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := newClient(t, test.handler).GroupAdd(t.Context(), gen.GroupAddRequest{FromAccount: "a"})
			var failure *rest.Error
			require.ErrorAs(t, err, &failure)
			assert.Equal(t, test.want, failure.OutcomeUnknown)
		})
	}
}

func TestError_knowsThatNothingWasSent(t *testing.T) {
	client := newRestClient(t, rest.Server{URL: "http://127.0.0.1:1"}, testutil.NewSigner(t), rest.WithoutRetry())
	_, err := call(t.Context(), client, write)
	var failure *rest.Error
	require.ErrorAs(t, err, &failure)
	assert.Equal(t, 1, failure.Attempts)
	assert.False(t, failure.OutcomeUnknown)

	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = call(ctx, client, write)
	require.ErrorAs(t, err, &failure)
	assert.False(t, failure.OutcomeUnknown)
}
