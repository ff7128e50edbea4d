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

// leak is one run of FuzzSecrets, with the secrets that must not leak.
type leak struct {
	t       *testing.T
	key     string
	userSig string
}

// beginning is the number of characters at the beginning of a UserSig that must not be printed.
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

// searchRequest searches a request, except for its context, which other goroutines may change.
func (l *leak) searchRequest(where string, request *http.Request) {
	l.search(where, fmt.Sprint(request.URL, request.Header, request.Host, request.RequestURI, request.Trailer))
}

// searchError searches an error and all errors that it wraps.
func (l *leak) searchError(where string, err error) {
	if err == nil {
		return
	}
	l.searchValue(where, err)
	switch wrapper := err.(type) { //nolint:errorlint // each level is searched
	case interface{ Unwrap() error }:
		l.searchError(where+" › inner", wrapper.Unwrap())
	case interface{ Unwrap() []error }:
		for _, inner := range wrapper.Unwrap() {
			l.searchError(where+" › inner", inner)
		}
	}
}

// fill replaces the words in braces with parts of the request, as in the response of a server that repeats them.
func fill(response string, request *http.Request, userSig string) string {
	half := len(userSig) / 2
	return strings.NewReplacer(
		"{sig}", userSig, "{escaped}", url.QueryEscape(userSig), "{lower}", strings.ReplaceAll(userSig, "*", "%2a"),
		"{first}", userSig[:half], "{query}", request.URL.RawQuery, "{url}", request.URL.String(), "\n", "\r\n",
	).Replace(response)
}

// piped returns a transport of net/http whose server writes one raw response to each request and closes the connection.
func piped(l *leak, response string) *http.Transport {
	dial := func(context.Context, string, string) (net.Conn, error) {
		near, far := net.Pipe()
		go func() {
			defer func() { _ = far.Close() }()
			request, err := http.ReadRequest(bufio.NewReader(far))
			if err != nil {
				return
			}
			l.search("Referer", request.Referer())
			_, _ = far.Write([]byte(fill(response, request, request.URL.Query().Get("usersig"))))
		}()
		return near, nil
	}
	return &http.Transport{DialContext: dial, DisableKeepAlives: true}
}

type hidingError struct {
	Text  string
	inner error
}

func (e hidingError) Error() string { return e.Text }
func (e hidingError) Unwrap() error { return e.inner }

// failures are errors in which a transport below the signer may repeat the signed request.
var failures = []func(*http.Request) (*http.Response, error){
	nil, // no error: the response of the server is searched
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

// FuzzSecrets searches everything that a program may print about a call for the secret key and the UserSig, with any
// response of the server and any error of the transport. Words in braces in a response stand for parts of the request.
func FuzzSecrets(f *testing.F) {
	for _, response := range []string{
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
			f.Add(response, uint8(way), "key")
		}
	}
	f.Fuzz(func(t *testing.T, response string, way uint8, seed string) {
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
			return piped(l, response).RoundTrip(r)
		})
		l.watch(below, sign, credentials)
	})
}

// watch makes a call and searches everything that it returns, logs and reports.
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

// searchBatch makes a call whose response may list failures, and searches them.
func (l *leak) searchBatch(client *gen.Client) {
	response, err := gen.BlackListAddAll(l.t.Context(), client, gen.BlackListAddRequest{FromAccount: "alice", ToAccount: []string{"bob"}})
	l.searchError("the error of a batch", err)
	if response != nil {
		l.searchError("the failures of a batch", response.Err())
	}
}
