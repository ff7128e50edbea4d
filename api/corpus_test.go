package api_test

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/api/traffic"
	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/internal/corpus"
	"github.com/timsns/timsns/internal/testutil"
	"github.com/timsns/timsns/rest"
)

// leniency is a kind of invalid responses that the client accepts on purpose.
type leniency struct {
	pattern string // of exchanges, matched against Case
	because string
	hides   string // the failure that could be mistaken for a success; empty if there is none
}

// leniencies is the complete list. The test fails if the client accepts others, or no longer accepts one of these.
var leniencies = []leniency{
	{
		pattern: `\(the document allows it\)$`,
		because: "the service may add properties, and codes for single accounts",
	}, {
		pattern: `^responses/content type/`,
		because: "only the body counts: a page of a proxy is not a JSON object with an ErrorCode",
	}, {
		pattern: `Error(Info|Display)( missing| null|, the name in)|Error(Info|Display): (property "\w+" is missing|value is not nullable)`,
		because: "texts for people do not determine the outcome",
	}, {
		pattern: `: (minimum|maximum) string length is \d+|: number must be at least`,
		because: "limits apply to requests; responses are passed on",
	}, {
		pattern: `\d/\w+: value is not one of the allowed values \[`,
		because: "the Go type of an enum holds any value, since the service may add some",
	}, {
		pattern: `\d/Value(/\d+)?: value (must be a string|is not nullable)`,
		because: "a rest.Value holds any JSON; its methods report whether it has the type that the caller wants",
	}, {
		pattern: `[:;] [\w/]+: (property "\w+" is missing|value is not nullable)`,
		because: "a missing or null property becomes Go's zero value",
	}, {
		pattern: `ActionStatus( missing| null| empty|, the name in|: property|: value)`,
		because: "ErrorCode decides; ActionStatus only reveals contradictions",
		hides:   "a failure that the response does not report: its ErrorCode is 0, and it has no ActionStatus",
	},
}

// decisive matches what determines the outcome of a response. A leniency that concerns it has to say what it hides.
var decisive = regexp.MustCompile(`ActionStatus|ErrorCode|ResultCode|a failure|^responses/status|not valid JSON`)

// replay is a transport that returns the same response to every request.
type replay struct{ response corpus.Response }

func (r *replay) RoundTrip(request *http.Request) (*http.Response, error) {
	return &http.Response{
		StatusCode: r.response.Status, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: r.response.Header.Clone(), Body: io.NopCloser(bytes.NewReader(r.response.Body)),
		ContentLength: int64(len(r.response.Body)), Request: request,
	}, nil
}

// jsonResponse returns a response with a JSON body.
func jsonResponse(status int, body string) corpus.Response {
	return corpus.Response{Status: status, Header: http.Header{"Content-Type": {"application/json"}}, Body: []byte(body)}
}

func newReplayed(t testing.TB, options ...rest.Option) (*replay, *gen.Client) {
	t.Helper()
	server := &replay{}
	client, err := gen.NewClient(rest.Server{URL: "http://127.0.0.1"}, testutil.NewSigner(t), append(options, rest.WithTransport(server),
		rest.WithRetryPolicy(rest.RetryPolicy{MaxAttempts: 1}), rest.WithLimiter(rest.NoLimit()))...)
	require.NoError(t, err)
	return server, client
}

// TestClient_readsCorpus passes all responses, valid and invalid, through the generated methods.
func TestClient_readsCorpus(t *testing.T) {
	document, err := api.Load()
	require.NoError(t, err)
	exchanges, err := corpus.Load(refused, nil)
	require.NoError(t, err)
	server, client := newReplayed(t)
	taken := map[*leniency]int{}
	for _, exchange := range exchanges {
		if exchange.Tested != api.Responses {
			continue
		}
		operation, ok := document.Operation(exchange.Command)
		require.True(t, ok)
		server.response = exchange.Response
		err := callEmitted(t, client, operation, exchange.Request.Body)
		switch {
		case exchange.Good:
			assertOutcome(t, exchange, isFailure(t, operation, exchange.Response.Body), err)
		case err != nil:
			assertOutcome(t, exchange, true, err)
		default:
			assertLenient(t, exchange, taken)
		}
	}
	for i, entry := range leniencies {
		t.Logf("%4d invalid responses are accepted: %s", taken[&leniencies[i]], entry.because)
		assert.NotZero(t, taken[&leniencies[i]], "the client no longer accepts %s", entry.pattern)
	}
}

// TestClient_withRecorderRejectsInvalidResponses puts a recorder in front of the client, which is lenient by itself.
func TestClient_withRecorderRejectsInvalidResponses(t *testing.T) {
	document, err := api.Load()
	require.NoError(t, err)
	exchanges, err := corpus.Load(refused, nil)
	require.NoError(t, err)
	recorder, err := traffic.NewRecorder(func(traffic.Exchange, []traffic.Result) {}, traffic.WithFailOnViolation())
	require.NoError(t, err)
	server, client := newReplayed(t, rest.WithMiddleware(recorder.Wrap))
	for _, exchange := range exchanges {
		if exchange.Tested == api.Responses {
			operation, _ := document.Operation(exchange.Command)
			server.response = exchange.Response
			err := callEmitted(t, client, operation, exchange.Request.Body)
			assertOutcome(t, exchange, !exchange.Good || isFailure(t, operation, exchange.Response.Body), err)
		}
	}
}

// assertOutcome checks that a method returned a *rest.Error if the call failed, and otherwise no error.
func assertOutcome(t *testing.T, exchange corpus.Exchange, failed bool, err error) {
	t.Helper()
	if !failed {
		assert.NoError(t, err, exchange.Name)
		return
	}
	_, isError := errors.AsType[*rest.Error](err)
	assert.True(t, isError, "%s: want a *rest.Error, got %v", exchange.Name, err)
}

// assertLenient checks that there is a reason for accepting an invalid response, and counts it.
func assertLenient(t *testing.T, exchange corpus.Exchange, taken map[*leniency]int) {
	t.Helper()
	text := exchange.Case()
	found, saysWhatItHides := false, false
	for i, entry := range leniencies {
		if regexp.MustCompile(entry.pattern).MatchString(text) {
			taken[&leniencies[i]]++
			found, saysWhatItHides = true, saysWhatItHides || entry.hides != ""
		}
	}
	assert.True(t, found, "%s: the client accepts it: %s", exchange.Command, text)
	if found && !exchange.OnlyStrict && decisive.MatchString(text) {
		assert.True(t, saysWhatItHides, "%s: it could turn a failure into a success: %s", exchange.Command, text)
	}
}
