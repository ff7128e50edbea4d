package console_test

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns"
	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/console"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/sandbox"
	"github.com/timsns/timsns/signer"
)

const (
	token   = "0123456789abcdefghijkl"
	code    = "lkjihgfedcba9876543210"
	request = `{"From_Account":"alice","LastSequence":0}`
)

// served is a console that listens.
type served struct {
	*httptest.Server

	t         *testing.T
	secretKey string
	userSig   func() string // the last one that the service received
}

// start serves a console for the embedded document, whose targets are a sandbox and the service, called Live.
func start(t *testing.T, allowWrites bool, service http.HandlerFunc) *served {
	t.Helper()
	document, err := api.Load()
	require.NoError(t, err)
	s := &served{t: t, Server: httptest.NewUnstartedServer(nil), secretKey: "the-secret-key"}
	var received string
	live := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		received = r.URL.Query().Get("usersig")
		service(w, r)
	}))
	t.Cleanup(live.Close)
	s.userSig = func() string { return received }
	local := sandbox.Start(t)
	handler, err := console.New(console.Options{
		Document: document, Text: timsns.Document, Token: token, StartCode: code, Snippets: snippets,
		Address: s.Listener.Addr().String(), AllowWrites: allowWrites,
		Targets: []console.Target{
			s.target("Live", rest.Server{URL: live.URL}, s.secretKey),
			s.target(console.Sandbox, local.Endpoint, local.Credentials().SecretKey),
		},
	})
	require.NoError(t, err)
	s.Config.Handler = handler
	s.Start()
	t.Cleanup(s.Close)
	return s
}

// snippets returns what it is given.
func snippets(operation *api.Operation, target console.Target, request jsontext.Value) (console.Snippets, error) {
	if string(request) == "[]" {
		return console.Snippets{}, errors.New("want an object")
	}
	return console.Snippets{Go: operation.ID, Command: target.Name, Curl: string(request)}, nil
}

func (s *served) target(name string, server rest.Server, secretKey string) console.Target {
	s.t.Helper()
	sign, err := signer.New(signer.Credentials{SDKAppID: 1400000000, Identifier: "administrator", SecretKey: secretKey})
	require.NoError(s.t, err)
	return console.Target{Name: name, Server: server, Signer: sign, Identifier: "administrator"}
}

// answer returns a service that returns one response.
func answer(status int, contentType, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

// unreached is a service that must not be called.
func unreached(t *testing.T) http.HandlerFunc {
	t.Helper()
	return func(http.ResponseWriter, *http.Request) { t.Error("the service was called") }
}

// response is a response with its body.
type response struct {
	*http.Response

	text string
}

// send sends a request with the token, after changing it.
func (s *served) send(method, path, body string, change func(*http.Request)) response {
	s.t.Helper()
	request, err := http.NewRequestWithContext(s.t.Context(), method, s.URL+path, strings.NewReader(body))
	require.NoError(s.t, err)
	request.Header.Set("Authorization", "Bearer "+token)
	if change != nil {
		change(request)
	}
	received, err := s.Client().Do(request)
	require.NoError(s.t, err)
	defer func() { _ = received.Body.Close() }()
	text, err := io.ReadAll(received.Body)
	require.NoError(s.t, err)
	return response{received, string(text)}
}

// call calls a command of a target, and returns the outcome, which is nil if the console refused the call.
func (s *served) call(target, command, body string) (response, map[string]any) {
	s.t.Helper()
	received := s.send(http.MethodPost, "/v4/sns/"+command, body, func(r *http.Request) {
		r.Header.Set("Timsns-Target", target)
	})
	var outcome map[string]any
	if text := received.Header.Get("Timsns-Call"); text != "" {
		require.NoError(s.t, json.Unmarshal([]byte(text), &outcome))
		require.NotRegexp(s.t, `[^ -~]`, text, "a header is ASCII")
	}
	return received, outcome
}
