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
	"sync/atomic"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/api/traffic"
	"github.com/timsns/timsns/api/verify"
	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
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
			got, err := recorder.Wrap(response{header: test.header, body: test.body}).RoundTrip(newPost(t))
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
			transport := response{header: typed("application/json"), body: failing{test.want}}
			recorder, reported := newRecorder(t)
			got, err := recorder.Wrap(transport).RoundTrip(newPost(t).WithContext(ctx))
			require.NoError(t, err)
			_, err = io.ReadAll(got.Body)
			assert.ErrorIs(t, err, test.want, "the response is not changed")
			assert.NoError(t, got.Body.Close())
			assert.Equal(t, []string{"group_get requests"}, lines(reported.results))

			recorder, reported = newRecorder(t, traffic.WithFailOnViolation())
			got, err = recorder.Wrap(transport).RoundTrip(newPost(t).WithContext(ctx))
			require.NoError(t, err, "the response is passed on with its error")
			_, err = io.ReadAll(got.Body)
			require.ErrorIs(t, err, test.want)
			assert.NotErrorAs(t, err, new(api.Violations))
			assert.NoError(t, got.Body.Close())
			assert.Equal(t, []string{"group_get requests"}, lines(reported.results))
		})
	}
}

func TestWithFailOnViolation_passesFailuresOn(t *testing.T) {
	errReset := errors.New("reset")
	tests := map[string]struct {
		status  int
		body    io.Reader
		want    string // the body that the caller reads
		wantErr error
		reason  string
	}{
		"an error of the service": {
			http.StatusOK, strings.NewReader(`{"ActionStatus":"FAIL","ErrorCode":60002}`),
			`{"ActionStatus":"FAIL","ErrorCode":60002}`, nil, `property "ErrorInfo" is missing`,
		},
		"an error with a contradictory status": {
			http.StatusOK, strings.NewReader(`{"ActionStatus":"OK","ErrorCode":30003,"ErrorInfo":""}`),
			`{"ActionStatus":"OK","ErrorCode":30003,"ErrorInfo":""}`, nil, `property "ResultItem" is missing`,
		},
		"a body that breaks off": {
			http.StatusOK, io.MultiReader(strings.NewReader(`{"Err`), failing{errReset}), `{"Err`, errReset, "the body is truncated",
		},
		"another status": {
			http.StatusServiceUnavailable, strings.NewReader("<html>"), "<html>", nil, "want the HTTP status 200, got 503",
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			recorder, reported := newRecorder(t, traffic.WithFailOnViolation())
			got, err := recorder.Wrap(response{status: test.status, header: jsonHeader(), body: test.body}).RoundTrip(newPost(t))
			require.NoError(t, err)
			text, err := io.ReadAll(got.Body)
			require.ErrorIs(t, err, test.wantErr)
			assert.Equal(t, test.want, string(text))
			assert.NoError(t, got.Body.Close())
			var reasons []string
			for _, violation := range reported.results[1].Violations {
				reasons = append(reasons, violation.Reason)
			}
			assert.Contains(t, reasons, test.reason)
		})
	}
}

// TestWithFailOnViolation_keepsCodesAndRetries calls services whose responses violate the document.
func TestWithFailOnViolation_keepsCodesAndRetries(t *testing.T) {
	breakOff := func(w http.ResponseWriter) {
		w.Header().Set("Content-Length", "1000")
		_, _ = io.WriteString(w, `{"ActionStatus"`)
	}
	write := func(body string) func(http.ResponseWriter) {
		return func(w http.ResponseWriter) { _, _ = io.WriteString(w, body) }
	}
	positions := map[string]func(*traffic.Recorder) rest.Option{
		"above the signer": func(r *traffic.Recorder) rest.Option { return rest.WithMiddleware(r.Wrap) },
		"below the signer": func(r *traffic.Recorder) rest.Option { return rest.WithTransport(r.Wrap(http.DefaultTransport)) },
	}
	for position, option := range positions {
		for name, test := range map[string]struct {
			answers []func(http.ResponseWriter) // the last one repeats
			code    gen.ErrorCode
			calls   int
		}{
			"an error without ErrorInfo": {[]func(http.ResponseWriter){write(`{"ActionStatus":"FAIL","ErrorCode":30003}`)}, gen.CodeAccountNotFound, 1},
			"an expired signature":       {[]func(http.ResponseWriter){write(`{"ActionStatus":"FAIL","ErrorCode":70001}`), write(goodResponse)}, 0, 2},
			"a body that breaks off":     {[]func(http.ResponseWriter){breakOff, write(goodResponse)}, 0, 2},
		} {
			t.Run(name+" "+position, func(t *testing.T) {
				var calls atomic.Int64
				server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
					w.Header().Set("Content-Type", "application/json")
					test.answers[min(int(calls.Add(1)), len(test.answers))-1](w)
				}))
				defer server.Close()
				recorder, reported := newRecorder(t, traffic.WithFailOnViolation())
				client, err := gen.NewClient(rest.Server{URL: server.URL}, newSigner(t), option(recorder))
				require.NoError(t, err)
				_, err = client.GroupGet(t.Context(), gen.GroupGetRequest{FromAccount: "alice"})
				if test.code != 0 {
					require.ErrorIs(t, err, test.code)
				} else {
					require.NoError(t, err)
				}
				assert.Equal(t, int64(test.calls), calls.Load())
				assert.NotEmpty(t, reported.results[1].Violations, "the violations are reported")
			})
		}
	}
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
			got, err := recorder.Wrap(response{header: typed("application/json"), body: body}).RoundTrip(request)
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
