package traffic_test

import (
	"bytes"
	"errors"
	"fmt"
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
	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
)

// echo starts a server whose response repeats the URL of the request, UserSig included.
func echo(t *testing.T) (address string, userSig func() string) {
	t.Helper()
	last := ""
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		last = r.URL.Query().Get("usersig")
		w.Header().Set("Content-Type", "application/json")
		_, _ = fmt.Fprintf(w, `{"ResultItem":[],"CurrentSequence":1,"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":%q,"ErrorDisplay":"","New":%q}`, r.URL.String(), last)
	}))
	t.Cleanup(server.Close)
	return server.URL, func() string { return last }
}

func TestRecorder_reportsNoSecrets(t *testing.T) {
	address, userSig := echo(t)
	positions := map[string]func(*traffic.Recorder) rest.Option{
		"above the signer": func(r *traffic.Recorder) rest.Option { return rest.WithMiddleware(r.Wrap) },
		"below the signer": func(r *traffic.Recorder) rest.Option { return rest.WithTransport(r.Wrap(http.DefaultTransport)) },
	}
	for name, option := range positions {
		t.Run(name, func(t *testing.T) {
			recorder, reported := newRecorder(t)
			client, err := gen.NewClient(rest.Server{URL: address}, newSigner(t), option(recorder))
			require.NoError(t, err)
			response, err := client.GroupGet(t.Context(), gen.GroupGetRequest{FromAccount: "alice"})
			require.NoError(t, err)
			received, err := json.Marshal(response)
			require.NoError(t, err)
			assert.Contains(t, string(received), `"CurrentSequence":1`, "the response is not changed")

			require.Len(t, reported.exchanges, 1)
			exchange := reported.exchanges[0]
			assert.Equal(t, "POST", exchange.Method)
			assert.Equal(t, http.StatusOK, exchange.Status)
			assert.JSONEq(t, `{"From_Account":"alice","LastSequence":0}`, string(exchange.Request))
			assert.Contains(t, string(exchange.Response), `"New":"REDACTED"`)
			assert.Equal(t, []string{"group_get requests", "group_get responses", "$.New"}, lines(reported.results))

			line, err := json.Marshal(exchange)
			require.NoError(t, err)
			require.NotEmpty(t, userSig())
			assert.NotContains(t, string(line)+fmt.Sprintf("%+v", reported), userSig()[:16])
			again := verify.File(loadStrict(t), verify.Source{Name: "a.ndjson", Content: line})
			assert.Equal(t, len(reported.results), len(again), "what was recorded can be verified") //nolint:testifylint // prints less
			assert.Equal(t, "$.New", again[1].Violations[0].Path)
		})
	}
}

func TestRecorder_validatesQuery(t *testing.T) {
	recorder, reported := newRecorder(t)
	client := http.Client{Transport: recorder.Wrap(jsonResponse(goodResponse))}
	request := newPost(t)
	request.URL.RawQuery = "usersig=short&random=-1"
	response, err := client.Do(request)
	require.NoError(t, err)
	require.NoError(t, response.Body.Close())
	var paths []string
	for _, violation := range reported.results[0].Violations {
		paths = append(paths, violation.Path)
	}
	assert.Equal(t, []string{"query.contenttype", "query.identifier", "query.random", "query.sdkappid"}, paths)
	assert.Contains(t, reported.exchanges[0].URL, "usersig=REDACTED")
}

func TestRecorder_sendsTheRequestUnchanged(t *testing.T) {
	for name, body := range map[string]io.Reader{"a body": strings.NewReader(goodRequest), "no body": nil, "an empty body": http.NoBody} {
		t.Run(name, func(t *testing.T) {
			var length int64
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				length = r.ContentLength
				_, _ = io.WriteString(w, goodResponse)
			}))
			defer server.Close()
			recorder, reported := newRecorder(t)
			request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, server.URL+"/v4/sns/group_get", body)
			require.NoError(t, err)
			response, err := recorder.Wrap(http.DefaultTransport).RoundTrip(request)
			require.NoError(t, err)
			require.NoError(t, response.Body.Close())
			assert.Equal(t, request.ContentLength, length, "its length is known")
			assert.Len(t, reported.exchanges, 1)
		})
	}
}

func TestWithFailOnViolation(t *testing.T) {
	tests := map[string]struct {
		options []traffic.RecorderOption
		body    string
		want    string
	}{
		"a valid response":                   {[]traffic.RecorderOption{traffic.WithFailOnViolation()}, goodResponse, ""},
		"an invalid response":                {[]traffic.RecorderOption{traffic.WithFailOnViolation()}, `{"ActionStatus":"OK","ErrorCode":0}`, "ResultItem: property \"ResultItem\" is missing"},
		"an undeclared property":             {[]traffic.RecorderOption{traffic.WithFailOnViolation()}, `{"New":1,` + goodResponse[1:], "New: property \"New\" is unsupported"},
		"an undeclared property, allowed":    {[]traffic.RecorderOption{traffic.WithFailOnViolation(), traffic.WithUndeclared()}, `{"New":1,` + goodResponse[1:], ""},
		"an invalid response, only reported": {nil, `{"ActionStatus":"OK","ErrorCode":0}`, ""},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			recorder, reported := newRecorder(t, test.options...)
			transport := recorder.Wrap(jsonResponse(test.body))
			request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "http://127.0.0.1/v4/sns/group_get", strings.NewReader(goodRequest))
			require.NoError(t, err)
			response, err := transport.RoundTrip(request)
			assert.Len(t, reported.exchanges, 1)
			if test.want != "" {
				require.ErrorContains(t, err, test.want)
				assert.ErrorAs(t, err, new(api.Violations))
				return
			}
			require.NoError(t, err)
			body, err := io.ReadAll(response.Body)
			require.NoError(t, err)
			assert.Equal(t, test.body, string(body))
			assert.NoError(t, response.Body.Close())
		})
	}
}

func TestRecorder_passesFailuresOn(t *testing.T) {
	errReset := errors.New("reset")
	recorder, reported := newRecorder(t)
	_, err := recorder.Wrap(failing{errReset}).RoundTrip(newPost(t))
	require.ErrorIs(t, err, errReset)
	assert.Equal(t, []string{"group_get requests"}, lines(reported.results), "there was no response")

	recorder, reported = newRecorder(t)
	got, err := recorder.Wrap(response{header: jsonHeader(), body: io.MultiReader(strings.NewReader(`{"Err`), failing{errReset})}).RoundTrip(newPost(t))
	require.NoError(t, err)
	text, err := io.ReadAll(got.Body)
	require.ErrorIs(t, err, errReset)
	assert.Equal(t, `{"Err`, string(text))
	assert.NoError(t, got.Body.Close())
	assert.Nil(t, reported.exchanges[0].Response, "half a body is not validated")
	assert.Equal(t, "the body is truncated", reported.results[1].Violations[0].Reason)

	recorder, reported = newRecorder(t)
	long := bytes.Repeat([]byte(" "), 16<<20+7)
	got, err = recorder.Wrap(response{header: jsonHeader(), body: bytes.NewReader(long)}).RoundTrip(newPost(t))
	require.NoError(t, err)
	text, err = io.ReadAll(got.Body)
	require.NoError(t, err)
	assert.Len(t, text, len(long))
	assert.NoError(t, got.Body.Close())
	assert.Nil(t, reported.exchanges[0].Response, "a long body is not validated")
	assert.Equal(t, "want a body of at most 16777216 bytes", reported.results[1].Violations[0].Reason)
}

func TestNewRecorder_refusesNil(t *testing.T) {
	_, err := traffic.NewRecorder(nil)
	require.ErrorContains(t, err, "report: want a function, got nil")
	_, err = traffic.NewRecorder(func(traffic.Exchange, []traffic.Result) {}, nil)
	require.ErrorContains(t, err, "want options that are not nil")
	_, err = traffic.NewRecorder(func(traffic.Exchange, []traffic.Result) {}, traffic.WithDocument(nil))
	assert.ErrorContains(t, err, "WithDocument: want a document, got nil")
}

// TestRecorder_redactsNamesInTheResponse puts the UserSig into a name, which violations repeat.
func TestRecorder_redactsNamesInTheResponse(t *testing.T) {
	var userSig string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		userSig = r.URL.Query().Get("usersig")
		_, _ = fmt.Fprintf(w, `{"ActionStatus":"FAIL","ErrorCode":30003,%q:1}`, userSig)
	}))
	defer server.Close()
	recorder, reported := newRecorder(t)
	client, err := gen.NewClient(rest.Server{URL: server.URL}, newSigner(t), rest.WithMiddleware(recorder.Wrap))
	require.NoError(t, err)
	_, err = client.GroupGet(t.Context(), gen.GroupGetRequest{FromAccount: "alice"})
	require.Error(t, err)
	text := fmt.Sprintf("%+v %#v", reported.results, reported.results)
	assert.Contains(t, text, "$['REDACTED']")
	assert.NotContains(t, text, userSig[:16])
}
