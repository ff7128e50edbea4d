package traffic_test

import (
	"io"
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/api/traffic"
)

// TestWithDocument records an exchange of another service. Its response has an undeclared property.
func TestWithDocument(t *testing.T) {
	text, err := os.ReadFile("../../sandbox/testdata/account/openapi.yaml")
	require.NoError(t, err)
	document, err := api.Parse(text)
	require.NoError(t, err)
	request, response := "account_check requests", "account_check responses"
	for name, test := range map[string]struct {
		options []traffic.RecorderOption
		want    []string
	}{
		"by default":      {nil, []string{request, response, "$.New"}},
		"with undeclared": {[]traffic.RecorderOption{traffic.WithUndeclared()}, []string{request, response}},
	} {
		t.Run(name, func(t *testing.T) {
			recorder, reported := newRecorder(t, append(test.options, traffic.WithDocument(document))...)
			answer := jsonResponse(`{"ResultItem":[],"ActionStatus":"OK","ErrorCode":0,"New":1}`)
			client := http.Client{Transport: recorder.Wrap(answer)}
			post := newPost(t)
			post.URL.Path = "/v4/im_open_login_svc/account_check"
			post.Body = io.NopCloser(strings.NewReader(`{"CheckItem":[{"UserID":"ann"}]}`))
			response, err := client.Do(post)
			require.NoError(t, err)
			require.NoError(t, response.Body.Close())
			assert.Equal(t, test.want, lines(reported.results))
		})
	}
}
