package rest_test

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/internal/testutil"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/signer"
)

// leak is one run of FuzzSecrets: what is secret, and all that was told.
type leak struct {
	t       *testing.T
	key     string
	userSig string
}

// beginning is how much of a UserSig, from its start, must not be printed.
const beginning = 16

func (l *leak) search(where, text string) {
	if l.key != "" && strings.Contains(text, l.key) {
		l.t.Errorf("%s: the secret key, in %q", where, text)
	}
	if len(l.userSig) < beginning {
		return
	}
	for _, form := range []string{l.userSig[:beginning], url.QueryEscape(l.userSig[:beginning])} {
		if strings.Contains(text, form) {
			l.t.Fatalf("%s: the UserSig, in %q", where, text)
		}
	}
}

func (l *leak) searchValue(where string, value any) {
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q"} {
		l.search(where+" as "+verb, fmt.Sprintf(verb, value))
	}
}

// searchRequest looks at what a request holds, except for its context, which others may be changing.
func (l *leak) searchRequest(where string, request *http.Request) {
	l.search(where, fmt.Sprint(request.URL, request.Header, request.Host, request.RequestURI, request.Trailer))
}

// searchError looks at an error and at all that it wraps.
func (l *leak) searchError(where string, err error) {
	if err == nil {
		return
	}
	l.searchValue(where, err)
	switch wrapper := err.(type) { //nolint:errorlint // each level is looked at
	case interface{ Unwrap() error }:
		l.searchError(where+" › inner", wrapper.Unwrap())
	case interface{ Unwrap() []error }:
		for _, inner := range wrapper.Unwrap() {
			l.searchError(where+" › inner", inner)
		}
	}
}

// fill puts what the request told into a reply, as servers do that repeat it.
func fill(reply string, request *http.Request, userSig string) string {
	half := len(userSig) / 2
	return strings.NewReplacer(
		"{sig}", userSig, "{escaped}", url.QueryEscape(userSig), "{lower}", strings.ReplaceAll(userSig, "*", "%2a"),
		"{first}", userSig[:half], "{query}", request.URL.RawQuery, "{url}", request.URL.String(), "\n", "\r\n",
	).Replace(reply)
}

// piped is a transport of net/http's whose server writes one reply to each request, byte for byte, and hangs up.
func piped(l *leak, reply string) *http.Transport {
	dial := func(context.Context, string, string) (net.Conn, error) {
		near, far := net.Pipe()
		go func() {
			defer func() { _ = far.Close() }()
			request, err := http.ReadRequest(bufio.NewReader(far))
			if err != nil {
				return
			}
			l.search("Referer", request.Referer())
			_, _ = far.Write([]byte(fill(reply, request, request.URL.Query().Get("usersig"))))
		}()
		return near, nil
	}
	return &http.Transport{DialContext: dial, DisableKeepAlives: true}
}

type hidingError struct {
	Told  string
	inner error
}

func (e hidingError) Error() string { return e.Told }
func (e hidingError) Unwrap() error { return e.inner }

// failures are the ways in which a transport below the signer may tell what it saw.
var failures = []func(*http.Request) (*http.Response, error){
	nil, // it tells nothing: what the server replies is what counts
	func(r *http.Request) (*http.Response, error) {
		return nil, &url.Error{Op: "Post", URL: r.URL.String(), Err: context.DeadlineExceeded}
	},
	func(r *http.Request) (*http.Response, error) {
		return nil, hidingError{"nothing to see", errors.New(r.URL.RawQuery)}
	},
	func(r *http.Request) (*http.Response, error) {
		return nil, errors.Join(errors.New("one"), fmt.Errorf("two: %w", hidingError{r.URL.RawQuery, nil}))
	},
	func(r *http.Request) (*http.Response, error) {
		return nil, &net.OpError{Op: "proxyconnect", Net: "tcp", Err: errors.New("Bad Request: " + r.URL.Query().Get("usersig")[:99])}
	},
}

// FuzzSecrets searches all that a program may print of a call for the secret key and the UserSig, whatever the server
// replies and whatever the transport does. In reply, words in braces stand for what the server repeats of the request.
func FuzzSecrets(f *testing.F) {
	for _, reply := range []string{
		"HTTP/1.1 200 OK\n\n{\"ActionStatus\":\"FAIL\",\"ErrorCode\":30001,\"ErrorInfo\":\"{query}\",\"ErrorDisplay\":\"{sig}\"}",
		"HTTP/1.1 200 OK\n\n{\"ActionStatus\":\"FAIL\",\"ErrorCode\":70003,\"ErrorInfo\":{\"{sig}\":\"{first}\"}}",
		"HTTP/1.1 200 OK\n\n{\"{sig}\":1,\"{sig}\":1}", "HTTP/1.1 200 OK\n\n{\"ErrorCode\":\"{first}\"}",
		"HTTP/1.1 200 OK\n\n{\"ErrorCode\":0,\"ResultItem\":[{\"GroupName\":{sig}}]}", "HTTP/1.1 200 OK\n\n{sig}",
		"HTTP/1.1 302 Found\nLocation: http://h:x/{url}\n\n", "HTTP/1.1 307 Found\nLocation: /?{query}\nRefresh: 0; {url}\n\n",
		"HTTP/1.1 {sig}\n\n", "HTTP/{escaped} 200 OK\n\n", "{query}", "HTTP/1.1 503 {lower}\nRetry-After: {sig}\n\n{query}",
		"HTTP/1.1 200 OK\nContent-Length: {sig}\n\n", "HTTP/1.1 200 OK\nTransfer-Encoding: {first}\n\n",
		"HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n{sig}\n", "HTTP/1.1 200 OK\nContent-Encoding: gzip\n\n{query}",
		"HTTP/1.1 200 OK\n{sig}\n\n", "HTTP/1.1 200 OK\n{sig} : {sig}\n\n", "HTTP/1.1 101 Switching Protocols\nUpgrade: {sig}\n\n",
		"HTTP/1.1 200 OK\n\n{\"ErrorCode\":0,\"ResultItem\":[{\"ResultCode\":30006,\"ResultInfo\":\"{query} {sig} {first}…\"}]}",
		"HTTP/1.1 200 OK\n\n" + success,
	} {
		for way := range failures {
			f.Add(reply, uint8(way), "key")
		}
	}
	f.Fuzz(func(t *testing.T, reply string, way uint8, seed string) {
		sum := sha256.Sum256([]byte(seed))
		l := &leak{t: t, key: hex.EncodeToString(sum[:])}
		credentials := signer.Credentials{SDKAppID: 1400000000, Identifier: "administrator", SecretKey: l.key}
		sign, err := signer.New(credentials)
		require.NoError(t, err)
		below := testutil.TransportFunc(func(r *http.Request) (*http.Response, error) {
			l.userSig = r.URL.Query().Get("usersig")
			if fail := failures[int(way)%len(failures)]; fail != nil {
				return fail(r)
			}
			return piped(l, reply).RoundTrip(r)
		})
		l.watch(below, sign, credentials)
	})
}

// watch makes a call and searches everything that is told of it.
func (l *leak) watch(below http.RoundTripper, sign *signer.Signer, credentials signer.Credentials) {
	var text, lines bytes.Buffer
	debug := &slog.HandlerOptions{Level: slog.LevelDebug}
	var attempts []rest.Attempt
	client, err := gen.NewClient(rest.Server{URL: "http://127.0.0.1:1", Standby: "http://127.0.0.1:2"}, sign,
		rest.WithTransport(below), rest.WithResponseLimit(1<<16), rest.WithRetryPolicy(rest.RetryPolicy{MaxAttempts: 2, MaxBackoff: 1, MaxElapsedTime: 1}),
		rest.WithLogger(slog.New(slog.NewMultiHandler(slog.NewTextHandler(&text, debug), slog.NewJSONHandler(&lines, debug)))),
		rest.WithObserver(func(_ context.Context, attempt rest.Attempt) { attempts = append(attempts, attempt) }),
		rest.WithMiddleware(func(next http.RoundTripper) http.RoundTripper {
			return testutil.TransportFunc(func(r *http.Request) (*http.Response, error) {
				l.searchRequest("the request before the signer", r)
				response, err := next.RoundTrip(r)
				l.searchError("the error that the signer passes on", err)
				if response != nil {
					l.searchRequest("the request of the response", response.Request)
				}
				return response, err
			})
		}))
	require.NoError(l.t, err)
	_, err = client.GroupGet(l.t.Context(), request)
	l.searchBatch(client)
	require.NotEmpty(l.t, l.userSig)
	l.searchError("the error", err)
	l.search("the log as text", text.String())
	l.search("the log as JSON", lines.String())
	for _, attempt := range attempts {
		l.searchValue("an attempt", attempt)
		l.searchError("an attempt's error", attempt.Err)
	}
	for _, value := range []any{client, *client, sign, credentials, &credentials} {
		l.searchValue(fmt.Sprintf("the %T", value), value)
	}
	assert.NotEmpty(l.t, attempts)
}

// searchBatch makes a call whose reply may tell of failures, and searches these.
func (l *leak) searchBatch(client *gen.Client) {
	reply, err := gen.BlackListAddAll(l.t.Context(), client, gen.BlackListAddRequest{FromAccount: "alice", ToAccount: []string{"bob"}})
	l.searchError("the error of a batch", err)
	if reply != nil {
		l.searchError("what failed of a batch", reply.Err())
	}
}
