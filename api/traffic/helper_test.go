package traffic_test

import (
	"cmp"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/api/traffic"
	"github.com/timsns/timsns/signer"
)

const (
	goodRequest  = `{"From_Account":"alice","LastSequence":0}`
	goodResponse = `{"ResultItem":[],"CurrentSequence":1,"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"","ErrorDisplay":""}`
)

func loadStrict(t *testing.T) *api.Document {
	t.Helper()
	document, err := api.LoadStrict()
	require.NoError(t, err)
	return document
}

func newSigner(t *testing.T) *signer.Signer {
	t.Helper()
	sign, err := signer.New(signer.Credentials{SDKAppID: 1400000000, Identifier: "administrator", SecretKey: "key"})
	require.NoError(t, err)
	return sign
}

// recorded is what a recorder has reported.
type recorded struct {
	exchanges []traffic.Exchange
	results   []traffic.Result
}

func newRecorder(t *testing.T, options ...traffic.RecorderOption) (*traffic.Recorder, *recorded) {
	t.Helper()
	reported := &recorded{}
	recorder, err := traffic.NewRecorder(func(exchange traffic.Exchange, results []traffic.Result) {
		reported.exchanges = append(reported.exchanges, exchange)
		reported.results = append(reported.results, results...)
	}, options...)
	require.NoError(t, err)
	return recorder, reported
}

// lines writes results in short: command and direction, and below them the paths of the violations.
func lines(results []traffic.Result) []string {
	var text []string
	for _, result := range results {
		text = append(text, result.Command+" "+string(result.Direction))
		for _, violation := range result.Violations {
			text = append(text, violation.Path)
		}
	}
	return text
}

// response is a transport that returns one response.
type response struct {
	status int // 200 if 0
	header http.Header
	body   io.Reader
}

func (r response) RoundTrip(request *http.Request) (*http.Response, error) {
	return &http.Response{
		StatusCode: cmp.Or(r.status, http.StatusOK), Header: r.header, Body: io.NopCloser(r.body), Request: request,
	}, nil
}

func jsonHeader() http.Header { return http.Header{"Content-Type": {"application/json"}} }

func jsonResponse(body string) response {
	return response{header: jsonHeader(), body: strings.NewReader(body)}
}

// failing is a reader and a transport that fails.
type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func (f failing) RoundTrip(*http.Request) (*http.Response, error) { return nil, f.err }

func newPost(t *testing.T) *http.Request {
	t.Helper()
	const address = "http://127.0.0.1/v4/sns/group_get?sdkappid=1&identifier=a&usersig=x&random=1&contenttype=json"
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, address, strings.NewReader(goodRequest))
	require.NoError(t, err)
	request.Header.Set("Content-Type", "application/json")
	return request
}
