package traffic_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/api/traffic"
	"github.com/timsns/timsns/api/verify"
)

func typed(types ...string) http.Header { return http.Header{"Content-Type": types} }

func encoded(encoding string) http.Header {
	return http.Header{"Content-Type": {"application/json"}, "Content-Encoding": {encoding}}
}

func gzipped(t *testing.T, text []byte) []byte {
	t.Helper()
	var packed bytes.Buffer
	writer := gzip.NewWriter(&packed)
	_, err := writer.Write(text)
	require.NoError(t, err)
	require.NoError(t, writer.Close())
	return packed.Bytes()
}

// TestRecorder_recordingsGiveTheSameViolations validates each exchange live, and again from a file.
func TestRecorder_recordingsGiveTheSameViolations(t *testing.T) {
	long := bytes.Repeat([]byte(" "), 16<<20+1)
	packed := gzipped(t, []byte(goodResponse))
	for name, test := range map[string]struct {
		header http.Header
		body   io.Reader
		want   []string // reasons
	}{
		"a valid response":         {typed("application/json"), strings.NewReader(goodResponse), nil},
		"no Content-Type":          {http.Header{}, strings.NewReader(goodResponse), []string{"want application/json, once"}},
		"an empty one":             {typed(""), strings.NewReader(goodResponse), []string{"want application/json, once"}},
		"two of them":              {typed("application/json", "text/html"), strings.NewReader(goodResponse), []string{"want application/json, once"}},
		"a body that breaks off":   {typed("application/json"), io.MultiReader(strings.NewReader(goodResponse), failing{io.ErrUnexpectedEOF}), []string{"the body is truncated"}},
		"a body that is too long":  {typed("application/json"), bytes.NewReader(long), []string{"want a body of at most 16777216 bytes"}},
		"gzip":                     {encoded("gzip"), bytes.NewReader(packed), nil},
		"gzip in capitals":         {encoded("X-GZIP"), bytes.NewReader(packed), nil},
		"gzip of what is wrong":    {encoded("gzip"), bytes.NewReader(gzipped(t, []byte(`{"New":1,`+goodResponse[1:]))), []string{`property "New" is unsupported`}},
		"gzip of what is too long": {encoded("gzip"), bytes.NewReader(gzipped(t, long)), []string{"want a body of at most 16777216 bytes"}},
		"gzip that is cut off":     {encoded("gzip"), bytes.NewReader(packed[:len(packed)-9]), []string{"want a body that is compressed with gzip or not at all"}},
		"invalid gzip":             {encoded("gzip"), strings.NewReader(goodResponse), []string{"want a body that is compressed with gzip or not at all"}},
		"another compression":      {encoded("br"), strings.NewReader("\x0b"), []string{"want a body that is compressed with gzip or not at all"}},
		"gzip of no body":          {encoded("gzip"), strings.NewReader(""), []string{"want JSON, got nothing"}},
		"identity":                 {encoded("identity"), strings.NewReader(goodResponse), nil},
	} {
		t.Run(name, func(t *testing.T) {
			recorder, reported := newRecorder(t)
			got, err := recorder.Wrap(response{test.header, test.body}).RoundTrip(newPost(t))
			require.NoError(t, err)
			require.NoError(t, got.Body.Close())
			require.Len(t, reported.results, 2)
			line, err := json.Marshal(reported.exchanges[0])
			require.NoError(t, err)
			again := verify.File(loadStrict(t), verify.Source{Name: "a.ndjson", Content: line})
			require.Len(t, again, 2)
			for _, results := range [][]traffic.Result{reported.results, {again[0].Result, again[1].Result}} {
				assert.Empty(t, results[0].Violations)
				var reasons []string
				for _, violation := range results[1].Violations {
					reasons = append(reasons, violation.Reason)
				}
				assert.Equal(t, test.want, reasons)
			}
		})
	}
}

// TestRecorder_ignoresEndedContexts cancels a request while its response is being read.
func TestRecorder_ignoresEndedContexts(t *testing.T) {
	for name, test := range map[string]struct {
		end  func(context.Context) (context.Context, context.CancelFunc)
		want error
	}{
		"a cancellation": {context.WithCancel, context.Canceled},
		"a time-out": {func(parent context.Context) (context.Context, context.CancelFunc) {
			return context.WithTimeout(parent, 0)
		}, context.DeadlineExceeded},
	} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := test.end(t.Context())
			cancel()
			transport := response{typed("application/json"), failing{test.want}}
			recorder, reported := newRecorder(t)
			got, err := recorder.Wrap(transport).RoundTrip(newPost(t).WithContext(ctx))
			require.NoError(t, err)
			_, err = io.ReadAll(got.Body)
			assert.ErrorIs(t, err, test.want, "the response is not changed")
			assert.NoError(t, got.Body.Close())
			assert.Equal(t, []string{"group_get requests"}, lines(reported.results))

			recorder, reported = newRecorder(t, traffic.WithFailOnViolation())
			_, err = recorder.Wrap(transport).RoundTrip(newPost(t).WithContext(ctx))
			require.ErrorIs(t, err, test.want)
			assert.NotErrorAs(t, err, new(api.Violations))
			assert.Equal(t, []string{"group_get requests"}, lines(reported.results))
		})
	}
}

func TestWithFailOnViolation_wrapsReadErrors(t *testing.T) {
	errReset := errors.New("reset")
	recorder, reported := newRecorder(t, traffic.WithFailOnViolation())
	_, err := recorder.Wrap(response{typed("application/json"), failing{errReset}}).RoundTrip(newPost(t))
	require.ErrorIs(t, err, errReset)
	assert.ErrorAs(t, err, new(api.Violations))
	assert.Equal(t, "the body is truncated", reported.results[1].Violations[0].Reason)
}

func TestRecorder_wrapsTheDefaultTransport(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, goodResponse) }))
	defer server.Close()
	recorder, reported := newRecorder(t)
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, server.URL+"/v4/sns/group_get", strings.NewReader(goodRequest))
	require.NoError(t, err)
	got, err := recorder.Wrap(nil).RoundTrip(request)
	require.NoError(t, err)
	assert.NoError(t, got.Body.Close())
	assert.Len(t, reported.exchanges, 1)
}

func TestRecorder_redactsMalformedURLs(t *testing.T) {
	const userSig = "eJwtzEELgjAYxvHvsmEvtLVaOzPR41vU"
	for name, address := range map[string]string{
		"an ampersand for a question mark": "/v4/sns/group_get&sdkappid=1&usersig=" + userSig,
		"an escape that is none":           "/v4/sns/group_get?random=1&usersig=" + userSig + "%zz",
		"a semicolon":                      "/v4/sns/group_get?a=1;usersig=" + userSig,
		"another case":                     "/v4/sns/group_get?UserSig=" + userSig,
		"a fragment":                       "/v4/sns/group_get#usersig=" + userSig,
		"too short to be found elsewhere":  "/v4/sns/group_get?a=%zz&usersig=" + userSig[:9],
	} {
		t.Run(name, func(t *testing.T) {
			recorder, reported := newRecorder(t)
			request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "http://127.0.0.1"+address, strings.NewReader(goodRequest))
			body := io.Reader(strings.NewReader(goodResponse))
			if strings.Contains(address, userSig) {
				body = strings.NewReader(strings.Replace(goodResponse, `"ErrorInfo":""`, `"ErrorInfo":"`+userSig+`"`, 1))
			}
			got, err := recorder.Wrap(response{typed("application/json"), body}).RoundTrip(request)
			require.NoError(t, err)
			require.NoError(t, got.Body.Close())
			text, err := json.Marshal(reported.exchanges)
			require.NoError(t, err)
			assert.NotContains(t, string(text), userSig[:9])
			assert.Contains(t, reported.exchanges[0].URL, "=REDACTED")
			for _, result := range reported.results {
				for _, violation := range result.Violations {
					assert.NotContains(t, violation.Path+violation.Reason, userSig[:9])
				}
			}
		})
	}
}
