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
	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/internal/corpus"
	"github.com/timsns/timsns/rest"
)

// leniency is a kind of bad replies that the client takes for a success, on purpose.
type leniency struct {
	pattern string // of an exchange's Case
	because string
	hides   string // which failure it could turn into a success, empty if none
}

// leniencies are all of them. What the client takes beside these, and an entry for what it no longer takes, fail the test.
var leniencies = []leniency{
	{
		pattern: `\(the document allows it\)$`,
		because: "the document is open: the service may add properties, and codes for single accounts",
	}, {
		pattern: `^responses/content type/`,
		because: "the body alone is judged: a page that is no reply of the service is no JSON object with an ErrorCode either",
	}, {
		pattern: `Error(Info|Display)( missing| null|, the name in)|Error(Info|Display): (property "\w+" is missing|value is not nullable)`,
		because: "a text for people says nothing of the outcome",
	}, {
		pattern: `: (minimum|maximum) string length is \d+|: number must be at least`,
		because: "limits hold for requests: what the service answers is handed on",
	}, {
		pattern: `\d/\w+: value is not one of the allowed values \[`,
		because: "an enum of the document has a Go type with other values, too: the service may add some",
	}, {
		pattern: `\d/Value(/\d+)?: value (must be a string|is not nullable)`,
		because: "a rest.Value holds any JSON; its methods tell whether it is what the caller wants",
	}, {
		pattern: `[:;] [\w/]+: (property "\w+" is missing|value is not nullable)`,
		because: "Go's zero value stands for what is missing or null: a reply is decoded in one pass",
	}, {
		pattern: `ActionStatus( missing| null| empty|, the name in|: property|: value)`,
		because: "ErrorCode decides; ActionStatus is read to notice that it says something else",
		hides:   "nothing that the reply says: it has an ErrorCode of 0, and no ActionStatus",
	},
}

// decisive is what a reply tells its outcome with. No leniency may touch it, but for those that say what they hide.
var decisive = regexp.MustCompile(`ActionStatus|ErrorCode|ResultCode|a failure|^responses/status|not valid JSON`)

// replay is a transport that answers every request with one reply.
type replay struct{ reply corpus.Reply }

func (r *replay) RoundTrip(request *http.Request) (*http.Response, error) {
	return &http.Response{
		StatusCode: r.reply.Status, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: r.reply.Header.Clone(), Body: io.NopCloser(bytes.NewReader(r.reply.Body)),
		ContentLength: int64(len(r.reply.Body)), Request: request,
	}, nil
}

// reply returns a reply of JSON.
func reply(status int, body string) corpus.Reply {
	return corpus.Reply{Status: status, Header: http.Header{"Content-Type": {"application/json"}}, Body: []byte(body)}
}

func newReplayed(t testing.TB, options ...rest.Option) (*replay, *gen.Client) {
	t.Helper()
	server := &replay{}
	client, err := gen.NewClient(rest.Server{URL: "http://127.0.0.1"}, newSigner(t), append(options, rest.WithTransport(server),
		rest.WithRetryPolicy(rest.RetryPolicy{MaxAttempts: 1}), rest.WithLimiter(rest.NoLimit()))...)
	require.NoError(t, err)
	return server, client
}

// TestTheClientJudgesRepliesAsTheCorpusDoes lets the emitted methods read all replies, good and bad.
func TestTheClientJudgesRepliesAsTheCorpusDoes(t *testing.T) {
	document, err := api.Load()
	require.NoError(t, err)
	exchanges, err := corpus.Load(nil)
	require.NoError(t, err)
	server, client := newReplayed(t)
	taken := map[*leniency]int{}
	for _, exchange := range exchanges {
		if exchange.Tested != api.Responses {
			continue
		}
		operation, ok := document.Operation(exchange.Command)
		require.True(t, ok)
		server.reply = exchange.Reply
		err := callEmitted(t, client, operation, exchange.Request.Body)
		switch {
		case exchange.Good:
			assertOutcome(t, exchange, isFailure(t, operation, exchange.Reply.Body), err)
		case err != nil:
			assertOutcome(t, exchange, true, err)
		default:
			assertLenient(t, exchange, taken)
		}
	}
	for i, entry := range leniencies {
		t.Logf("%4d bad replies are taken: %s", taken[&leniencies[i]], entry.because)
		assert.NotZero(t, taken[&leniencies[i]], "the client takes no reply any more of %s", entry.pattern)
	}
}

// TestAStrictClientTakesNoBadReply has a recorder refuse what breaks the contract, in front of the client that is lenient.
func TestAStrictClientTakesNoBadReply(t *testing.T) {
	document, err := api.Load()
	require.NoError(t, err)
	exchanges, err := corpus.Load(nil)
	require.NoError(t, err)
	recorder, _ := newRecorder(t, api.RefuseViolations())
	server, client := newReplayed(t, rest.WithMiddleware(recorder.Wrap))
	for _, exchange := range exchanges {
		if exchange.Tested == api.Responses {
			operation, _ := document.Operation(exchange.Command)
			server.reply = exchange.Reply
			err := callEmitted(t, client, operation, exchange.Request.Body)
			assertOutcome(t, exchange, !exchange.Good || isFailure(t, operation, exchange.Reply.Body), err)
		}
	}
}

// assertOutcome holds that the method returned no error, or exactly if the call failed, a *rest.Error.
func assertOutcome(t *testing.T, exchange corpus.Exchange, failed bool, err error) {
	t.Helper()
	if !failed {
		assert.NoError(t, err, exchange.Name)
		return
	}
	_, isError := errors.AsType[*rest.Error](err)
	assert.True(t, isError, "%s: want a *rest.Error, got %v", exchange.Name, err)
}

// assertLenient holds that there is a reason for taking a bad reply, and counts for which.
func assertLenient(t *testing.T, exchange corpus.Exchange, taken map[*leniency]int) {
	t.Helper()
	text := exchange.Case()
	found, tellsWhatItHides := false, false
	for i, entry := range leniencies {
		if regexp.MustCompile(entry.pattern).MatchString(text) {
			taken[&leniencies[i]]++
			found, tellsWhatItHides = true, tellsWhatItHides || entry.hides != ""
		}
	}
	assert.True(t, found, "%s: the client takes it: %s", exchange.Command, text)
	if found && !exchange.OnlyClosed && decisive.MatchString(text) {
		assert.True(t, tellsWhatItHides, "%s: it could turn a failure into a success: %s", exchange.Command, text)
	}
}
