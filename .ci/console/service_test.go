package console_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/sandbox"
)

// service is the live service of a test: a sandbox that records what reaches it.
type service struct {
	URL         string
	environment []string // with which timsns calls it

	answers map[string]http.HandlerFunc // in place of the sandbox's, by the From_Account of the request

	mutex   sync.Mutex
	secrets []string // the secret key, and the UserSigs of all calls
	calls   []string // their paths
}

func startService(t *testing.T) *service {
	t.Helper()
	handler, err := sandbox.New(sandbox.WithoutQuota())
	require.NoError(t, err)
	credentials := handler.Credentials()
	s := &service{answers: map[string]http.HandlerFunc{}, secrets: []string{credentials.SecretKey}}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { s.serve(w, r, handler) }))
	t.Cleanup(server.Close)
	s.URL = server.URL
	s.environment = []string{
		"TIMSNS_SERVER=" + server.URL, "TIMSNS_SDKAPPID=" + strconv.FormatUint(uint64(credentials.SDKAppID), 10),
		"TIMSNS_IDENTIFIER=" + credentials.Identifier, "TIMSNS_SECRET_KEY=" + credentials.SecretKey,
	}
	return s
}

func (s *service) serve(w http.ResponseWriter, r *http.Request, next http.Handler) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	var request struct {
		FromAccount string `json:"From_Account"`
	}
	_ = json.Unmarshal(body, &request) // the sandbox reports what is wrong
	s.record(r)
	if answer := s.answers[request.FromAccount]; answer != nil {
		answer(w, r)
		return
	}
	next.ServeHTTP(w, r)
}

func (s *service) record(r *http.Request) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.calls = append(s.calls, r.URL.Path)
	if userSig := r.URL.Query().Get("usersig"); userSig != "" {
		s.secrets = append(s.secrets, userSig)
	}
}

func (s *service) called() []string {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return slices.Clone(s.calls)
}

// markup is what would act if a page took it for HTML.
const markup = `<script>window.hacked = 1</script><img src="x" onerror="window.hacked = 2"><svg onload="window.hacked = 3">`

// answerHTML answers as a proxy in between may do.
func answerHTML(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/html")
	w.WriteHeader(http.StatusBadGateway)
	_, _ = io.WriteString(w, "<html><body>"+markup+"</body></html>")
}

// answerJSON answers with markup in each text that the page shows.
func answerJSON(w http.ResponseWriter, _ *http.Request) {
	text, _ := json.Marshal(markup)
	w.Header().Set("Content-Type", "application/json")
	_, _ = fmt.Fprintf(w, `{"ActionStatus":"FAIL","ErrorCode":30001,"ErrorInfo":%s,"ErrorDisplay":%s,%s:1}`, text, text, text)
}

// answerWithQuery repeats the signature of the request, as some proxies do in their errors.
func answerWithQuery(w http.ResponseWriter, r *http.Request) {
	query, _ := json.Marshal(r.URL.String())
	w.Header().Set("Content-Type", "application/json")
	_, _ = fmt.Fprintf(w, `{"ActionStatus":"FAIL","ErrorCode":70001,"ErrorInfo":%s,"ErrorDisplay":""}`, query)
}

// dropConnection ends the connection without a response.
func dropConnection(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }
