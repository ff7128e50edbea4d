package api_test

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
	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/signer"
)

// recorded is what a recorder told.
type recorded struct {
	exchanges []api.Exchange
	verdicts  []api.Verdict
}

func newRecorder(t *testing.T, options ...api.RecorderOption) (*api.Recorder, *recorded) {
	t.Helper()
	told := &recorded{}
	recorder, err := api.NewRecorder(func(exchange api.Exchange, verdicts []api.Verdict) {
		told.exchanges = append(told.exchanges, exchange)
		told.verdicts = append(told.verdicts, verdicts...)
	}, options...)
	require.NoError(t, err)
	return recorder, told
}

func newSigner(t testing.TB) *signer.Signer {
	t.Helper()
	sign, err := signer.New(signer.Credentials{SDKAppID: 1400000000, Identifier: "administrator", SecretKey: "key"})
	require.NoError(t, err)
	return sign
}

// echo answers with a reply that repeats the URL of the request, UserSig included.
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

func TestARecorderTellsWithoutSecrets(t *testing.T) {
	address, userSig := echo(t)
	places := map[string]func(*api.Recorder) rest.Option{
		"above the signer": func(r *api.Recorder) rest.Option { return rest.WithMiddleware(r.Wrap) },
		"below the signer": func(r *api.Recorder) rest.Option { return rest.WithTransport(r.Wrap(http.DefaultTransport)) },
	}
	for name, place := range places {
		t.Run(name, func(t *testing.T) {
			recorder, told := newRecorder(t)
			client, err := gen.NewClient(rest.Server{URL: address}, newSigner(t), place(recorder))
			require.NoError(t, err)
			reply, err := client.GroupGet(t.Context(), gen.GroupGetRequest{FromAccount: "alice"})
			require.NoError(t, err)
			assert.Equal(t, int64(1), reply.CurrentSequence, "what passes is not changed")

			require.Len(t, told.exchanges, 1)
			exchange := told.exchanges[0]
			assert.Equal(t, "POST", exchange.Method)
			assert.Equal(t, http.StatusOK, exchange.Status)
			assert.JSONEq(t, `{"From_Account":"alice","LastSequence":0}`, string(exchange.Request))
			assert.Contains(t, string(exchange.Response), `"New":"REDACTED"`)
			assert.Equal(t, []string{":0 group_get requests", ":0 group_get responses", "0:0 $.New"}, lines(told.verdicts))

			line, err := json.Marshal(exchange)
			require.NoError(t, err)
			require.NotEmpty(t, userSig())
			assert.NotContains(t, string(line)+fmt.Sprintf("%+v", told), userSig()[:16])
			again := loadClosed(t).Verify(api.Source{Name: "a.ndjson", Content: line})
			assert.Equal(t, len(told.verdicts), len(again), "what was recorded can be verified") //nolint:testifylint // it tells more
			assert.Equal(t, "$.New", again[1].Findings[0].Path)
		})
	}
}

func TestARecorderJudgesTheQueryIfItSeesOne(t *testing.T) {
	recorder, told := newRecorder(t)
	client := http.Client{Transport: recorder.Wrap(&replay{reply(http.StatusOK, goodReply)})}
	request := newPost(t)
	request.URL.RawQuery = "usersig=short&random=-1"
	response, err := client.Do(request)
	require.NoError(t, err)
	require.NoError(t, response.Body.Close())
	var paths []string
	for _, finding := range told.verdicts[0].Findings {
		paths = append(paths, finding.Path)
	}
	assert.Equal(t, []string{"query.contenttype", "query.identifier", "query.random", "query.sdkappid"}, paths)
	assert.Contains(t, told.exchanges[0].URL, "usersig=REDACTED")
}

func TestARecorderSendsWhatItIsGiven(t *testing.T) {
	for name, body := range map[string]io.Reader{"a body": strings.NewReader(goodRequest), "no body": nil, "an empty body": http.NoBody} {
		t.Run(name, func(t *testing.T) {
			var length int64
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				length = r.ContentLength
				_, _ = io.WriteString(w, goodReply)
			}))
			defer server.Close()
			recorder, told := newRecorder(t)
			request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, server.URL+"/v4/sns/group_get", body)
			require.NoError(t, err)
			response, err := recorder.Wrap(http.DefaultTransport).RoundTrip(request)
			require.NoError(t, err)
			require.NoError(t, response.Body.Close())
			assert.Equal(t, request.ContentLength, length, "its length is known")
			assert.Len(t, told.exchanges, 1)
		})
	}
}

func TestARecorderCanRefuse(t *testing.T) {
	tests := map[string]struct {
		options []api.RecorderOption
		body    string
		want    string
	}{
		"a good reply":                      {[]api.RecorderOption{api.RefuseViolations()}, goodReply, ""},
		"a bad one":                         {[]api.RecorderOption{api.RefuseViolations()}, `{"ActionStatus":"OK","ErrorCode":0}`, "$.ResultItem: property \"ResultItem\" is missing"},
		"a property that is not declared":   {[]api.RecorderOption{api.RefuseViolations()}, `{"New":1,` + goodReply[1:], "$.New: property \"New\" is unsupported"},
		"the same, allowed":                 {[]api.RecorderOption{api.RefuseViolations(), api.AllowUndeclared()}, `{"New":1,` + goodReply[1:], ""},
		"a bad one, of which it only tells": {nil, `{"ActionStatus":"OK","ErrorCode":0}`, ""},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			recorder, told := newRecorder(t, test.options...)
			transport := recorder.Wrap(&replay{reply(http.StatusOK, test.body)})
			request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "http://127.0.0.1/v4/sns/group_get", strings.NewReader(goodRequest))
			require.NoError(t, err)
			response, err := transport.RoundTrip(request)
			assert.Len(t, told.exchanges, 1)
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

// faulty is a transport whose reply breaks off, or never comes.
type faulty struct {
	err  error
	body io.Reader
}

func (f faulty) RoundTrip(request *http.Request) (*http.Response, error) {
	if f.err != nil {
		return nil, f.err
	}
	return &http.Response{StatusCode: http.StatusOK, Header: http.Header{"Content-Type": {"application/json"}}, Body: io.NopCloser(f.body), Request: request}, nil
}

func TestARecorderPassesFailuresOn(t *testing.T) {
	errReset := errors.New("reset")
	recorder, told := newRecorder(t)
	_, err := recorder.Wrap(faulty{err: errReset}).RoundTrip(newPost(t))
	require.ErrorIs(t, err, errReset)
	assert.Equal(t, []string{":0 group_get requests"}, lines(told.verdicts), "there was no reply")

	recorder, told = newRecorder(t)
	response, err := recorder.Wrap(faulty{body: io.MultiReader(strings.NewReader(`{"Err`), failing{errReset})}).RoundTrip(newPost(t))
	require.NoError(t, err)
	text, err := io.ReadAll(response.Body)
	require.ErrorIs(t, err, errReset)
	assert.Equal(t, `{"Err`, string(text))
	assert.NoError(t, response.Body.Close())
	assert.Nil(t, told.exchanges[0].Response, "half a body is not judged")
	assert.Equal(t, "the body broke off", told.verdicts[1].Findings[0].Reason)

	recorder, told = newRecorder(t)
	long := bytes.Repeat([]byte(" "), 16<<20+7)
	response, err = recorder.Wrap(faulty{body: bytes.NewReader(long)}).RoundTrip(newPost(t))
	require.NoError(t, err)
	text, err = io.ReadAll(response.Body)
	require.NoError(t, err)
	assert.Len(t, text, len(long))
	assert.NoError(t, response.Body.Close())
	assert.Nil(t, told.exchanges[0].Response, "what is too long is not judged")
	assert.Equal(t, "want a body of at most 16777216 bytes", told.verdicts[1].Findings[0].Reason)
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func newPost(t *testing.T) *http.Request {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "http://127.0.0.1/v4/sns/group_get?sdkappid=1&identifier=a&usersig=x&random=1&contenttype=json", strings.NewReader(goodRequest))
	require.NoError(t, err)
	request.Header.Set("Content-Type", "application/json")
	return request
}
