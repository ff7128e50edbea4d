package api_test

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
)

// answer is a transport with one reply.
type answer struct {
	header http.Header
	body   io.Reader
}

func (a answer) RoundTrip(request *http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: http.StatusOK, Header: a.header, Body: io.NopCloser(a.body), Request: request}, nil
}

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

// TestWhatIsRecordedIsJudgedAsItWasLive writes each exchange to a file, and has Verify judge that.
func TestWhatIsRecordedIsJudgedAsItWasLive(t *testing.T) {
	long := bytes.Repeat([]byte(" "), 16<<20+1)
	packed := gzipped(t, []byte(goodReply))
	for name, test := range map[string]struct {
		header http.Header
		body   io.Reader
		want   []string // reasons
	}{
		"a good reply":               {typed("application/json"), strings.NewReader(goodReply), nil},
		"no Content-Type":            {http.Header{}, strings.NewReader(goodReply), []string{"want application/json, once"}},
		"an empty one":               {typed(""), strings.NewReader(goodReply), []string{"want application/json, once"}},
		"two of them":                {typed("application/json", "text/html"), strings.NewReader(goodReply), []string{"want application/json, once"}},
		"a body that breaks off":     {typed("application/json"), io.MultiReader(strings.NewReader(goodReply), failing{io.ErrUnexpectedEOF}), []string{"the body broke off"}},
		"a body that is too long":    {typed("application/json"), bytes.NewReader(long), []string{"want a body of at most 16777216 bytes"}},
		"gzip":                       {encoded("gzip"), bytes.NewReader(packed), nil},
		"gzip in capitals":           {encoded("X-GZIP"), bytes.NewReader(packed), nil},
		"gzip of what is wrong":      {encoded("gzip"), bytes.NewReader(gzipped(t, []byte(`{"New":1,`+goodReply[1:]))), []string{`property "New" is unsupported`}},
		"gzip of what is too long":   {encoded("gzip"), bytes.NewReader(gzipped(t, long)), []string{"want a body of at most 16777216 bytes"}},
		"gzip that is cut off":       {encoded("gzip"), bytes.NewReader(packed[:len(packed)-9]), []string{"want a body that is compressed with gzip, or not at all"}},
		"what is no gzip":            {encoded("gzip"), strings.NewReader(goodReply), []string{"want a body that is compressed with gzip, or not at all"}},
		"another compression":        {encoded("br"), strings.NewReader("\x0b"), []string{"want a body that is compressed with gzip, or not at all"}},
		"gzip of no body":            {encoded("gzip"), strings.NewReader(""), []string{"want JSON, got nothing"}},
		"no compression, which says": {encoded("identity"), strings.NewReader(goodReply), nil},
	} {
		t.Run(name, func(t *testing.T) {
			recorder, told := newRecorder(t)
			response, err := recorder.Wrap(answer{test.header, test.body}).RoundTrip(newPost(t))
			require.NoError(t, err)
			require.NoError(t, response.Body.Close())
			require.Len(t, told.verdicts, 2)
			line, err := json.Marshal(told.exchanges[0])
			require.NoError(t, err)
			for _, verdicts := range [][]api.Verdict{told.verdicts, loadClosed(t).Verify(api.Source{Name: "a.ndjson", Content: line})} {
				assert.Empty(t, verdicts[0].Findings)
				var reasons []string
				for _, finding := range verdicts[1].Findings {
					reasons = append(reasons, finding.Reason)
				}
				assert.Equal(t, test.want, reasons)
			}
		})
	}
}

// TestARecorderTellsTheEndOfAContextFromDrift cancels a request while its reply is being read.
func TestARecorderTellsTheEndOfAContextFromDrift(t *testing.T) {
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
			transport := answer{typed("application/json"), failing{test.want}}
			recorder, told := newRecorder(t)
			response, err := recorder.Wrap(transport).RoundTrip(newPost(t).WithContext(ctx))
			require.NoError(t, err)
			_, err = io.ReadAll(response.Body)
			assert.ErrorIs(t, err, test.want, "what passes is not changed")
			assert.NoError(t, response.Body.Close())
			assert.Equal(t, []string{":0 group_get requests"}, lines(told.verdicts))

			recorder, told = newRecorder(t, api.RefuseViolations())
			_, err = recorder.Wrap(transport).RoundTrip(newPost(t).WithContext(ctx))
			require.ErrorIs(t, err, test.want)
			assert.NotErrorAs(t, err, new(api.Violations))
			assert.Equal(t, []string{":0 group_get requests"}, lines(told.verdicts))
		})
	}
}

func TestARefusalWrapsWhyAReplyBrokeOff(t *testing.T) {
	errReset := errors.New("reset")
	recorder, told := newRecorder(t, api.RefuseViolations())
	_, err := recorder.Wrap(answer{typed("application/json"), failing{errReset}}).RoundTrip(newPost(t))
	require.ErrorIs(t, err, errReset)
	assert.ErrorAs(t, err, new(api.Violations))
	assert.Equal(t, "the body broke off", told.verdicts[1].Findings[0].Reason)
}

func TestARecorderWrapsTheDefaultTransport(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, goodReply) }))
	defer server.Close()
	recorder, told := newRecorder(t)
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, server.URL+"/v4/sns/group_get", strings.NewReader(goodRequest))
	require.NoError(t, err)
	response, err := recorder.Wrap(nil).RoundTrip(request)
	require.NoError(t, err)
	assert.NoError(t, response.Body.Close())
	assert.Len(t, told.exchanges, 1)
}

func TestARecorderKeepsNoUserSigOfAMalformedURL(t *testing.T) {
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
			recorder, told := newRecorder(t)
			request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "http://127.0.0.1"+address, strings.NewReader(goodRequest))
			body := io.Reader(strings.NewReader(goodReply))
			if strings.Contains(address, userSig) {
				body = strings.NewReader(strings.Replace(goodReply, `"ErrorInfo":""`, `"ErrorInfo":"`+userSig+`"`, 1))
			}
			response, err := recorder.Wrap(answer{typed("application/json"), body}).RoundTrip(request)
			require.NoError(t, err)
			require.NoError(t, response.Body.Close())
			text, err := json.Marshal(told.exchanges)
			require.NoError(t, err)
			assert.NotContains(t, string(text), userSig[:9])
			assert.Contains(t, told.exchanges[0].URL, "=REDACTED")
			for _, verdict := range told.verdicts {
				for _, finding := range verdict.Findings {
					assert.NotContains(t, finding.Path+finding.Reason, userSig[:9])
				}
			}
		})
	}
}
